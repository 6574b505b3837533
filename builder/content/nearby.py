"""The country's help as a school has it: its own services in it, and what its people have checked."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from builder.content.confirmations import FILE as CHECKS
from builder.content.confirmations import read_checks, with_checks
from builder.content.help import HelpDirectory
from builder.content.loaded import Loaded
from builder.content.schooling import Own, read_school, with_local_help
from builder.content.shelves import Shelf
from builder.content.validate import validate
from builder.diagnostics import Diagnostic
from builder.memory import Memory
from builder.source import Source

Noted = tuple[tuple[str, bytes], ...]
"""Files of what people have checked: the name that is shown of each, and its bytes."""


def school_of(shelves: Sequence[Shelf], faults: list[Diagnostic], memory: Memory) -> Own | None:
    school = None
    for shelf in shelves:
        found, said = read_school(shelf, memory)
        faults += said
        school = found or school
    # The same object as long as it says the same, so that nothing made from it is made again.
    return memory.once("school", (school,), lambda: school)


def as_school_has_it(
    directory: Loaded[HelpDirectory], school: Own, faults: list[Diagnostic], memory: Memory
) -> Loaded[HelpDirectory]:
    """The directory with the school's services in it; the very same one where it has none."""
    if not school.model.local_help:
        return directory

    def laid() -> tuple[Loaded[HelpDirectory], list[Diagnostic]]:
        source, said = with_local_help(directory.source, directory.model, school)
        whole, further = _again(directory, source)
        return whole, [*said, *further]

    whole, said = memory.once("local help", (directory, school), laid)
    faults += said
    return whole


def as_checked(
    directory: Loaded[HelpDirectory], noted: Noted, faults: list[Diagnostic], memory: Memory
) -> Loaded[HelpDirectory]:
    """The directory with what the people of each folder have checked."""
    for shown, raw in noted:
        laid = partial(_laid, raw, directory, shown)
        directory, said = memory.once(("help checks", shown), (raw, directory), laid)
        faults += said
    return directory


def noted_on(shelves: Sequence[Shelf]) -> Noted:
    """What the people of each shelf's folder have checked, as it was read."""
    files = [(shelf.shown + CHECKS, shelf.root / CHECKS) for shelf in shelves]
    return tuple((shown, file.read_bytes()) for shown, file in files if file.is_file())


def _laid(
    raw: bytes, beneath: Loaded[HelpDirectory], shown: str
) -> tuple[Loaded[HelpDirectory], list[Diagnostic]]:
    noted, checks, said = read_checks(raw, shown)
    if noted is None or not checks:
        return beneath, said
    source, told = with_checks(beneath.source, beneath.id, noted, checks)
    whole, further = _again(beneath, source)
    return whole, [*said, *told, *further]


def _again(
    directory: Loaded[HelpDirectory], source: Source
) -> tuple[Loaded[HelpDirectory], list[Diagnostic]]:
    model, said = validate(HelpDirectory, source)
    return (directory if model is None else replace(directory, model=model, source=source)), said
