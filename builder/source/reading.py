"""One file → its `Source`, and everything that's wrong with how it is written."""

import dataclasses
import pathlib
from collections import Counter

from builder.diagnostics import Diagnostic, Mark, any_error, error, in_order
from builder.source.complaint import Complaint
from builder.source.events import Stop, events
from builder.source.letters import HOW_TO_START, SIZE_LIMIT, letters_of
from builder.source.model import Source
from builder.source.syntax import explain
from builder.source.walk import Walk

SAID_AT_MOST = 20
"""A file typed with tabs has one on every line; nobody reads six hundred complaints."""

MENDABLE = {
    "yaml/duplicate-key",
    "yaml/anchor",
    "yaml/tag",
    "yaml/alias",
    "yaml/tab",
    "yaml/control-character",
}
"""Errors beside which what was read is still what was meant, so that further complaints don't confuse."""

Read = tuple[Source | None, list[Diagnostic]]


def read_file(path: pathlib.Path, shown_as: str, pure: bool = False) -> Read:
    """What the file at `path` holds; `shown_as` is its name in complaints. Raises nothing."""
    start = Mark(shown_as, 1, 1)
    try:
        if path.is_dir():
            return None, [
                error(
                    start,
                    "yaml/read",
                    "this is a folder, and a file is expected",
                    hint="Name a file that ends in .yaml.",
                )
            ]
        if not path.is_file():
            return None, [
                error(
                    start,
                    "yaml/read",
                    "there is no such file",
                    hint="Look at the spelling of its name and of its folder.",
                )
            ]
        with path.open("rb") as opened:
            raw = opened.read(SIZE_LIMIT + 1)
    except (OSError, ValueError):
        return None, [
            error(
                start,
                "yaml/read",
                "this file can't be opened",
                hint="Close other programs that have it open, and see whether you may read it.",
            )
        ]
    return read_text(raw, shown_as, pure)


def read_text(raw: bytes, file: str, pure: bool = False) -> Read:
    """What `raw` holds, with leading and trailing white space taken off every text.

    Raises nothing, whatever the bytes. The source is None where the file can't be trusted to say what its
    author meant; beside smaller errors (a name given twice, an anchor) it is there, so that its models can
    complain in the same breath. `pure` reads without
    the C parser; the answer is the same and takes about twenty times as long.
    """
    letters = letters_of(raw, file)
    if isinstance(letters, Diagnostic):
        return None, [letters]
    walk, complaint = _walked(letters.text, file, pure)
    faults = [*letters.faults, *walk.faults]
    if complaint and not _follows_from_another(complaint, faults, letters.shaky_from):
        # A first line without its colon makes the whole file look like text; the line is what's wrong.
        faults = [fault for fault in faults if fault.rule != "yaml/top-type" or walk.data is not None]
        faults.append(explain(complaint))
    if walk.data is None and not any_error(faults):
        faults.append(
            error(Mark(file, 1, 1), "yaml/empty", "this file holds nothing but remarks", hint=HOW_TO_START)
        )
    told = _told(in_order(faults))
    whole = complaint is None and not walk.done and not letters.shaky_from
    sound = whole and all(fault.rule in MENDABLE for fault in faults if fault.is_error)
    if walk.data is None or (any_error(told) and not sound):
        return None, told
    return Source(file, walk.data, walk.marks, walk.keys), told


def _walked(text: str, file: str, pure: bool) -> tuple[Walk, Complaint | None]:
    """The pure parser has the last word on faults, and on what the two would read differently."""
    if not pure:
        walk, complaint = _walk(text, file, pure=False)
        if complaint is None and not walk.unlike:
            return walk, None
    return _walk(text, file, pure=True)


def _walk(text: str, file: str, pure: bool) -> tuple[Walk, Complaint | None]:
    walk = Walk(text, file)
    for event in events(text, pure):
        if isinstance(event, Stop):
            return walk, Complaint(
                event.said,
                file,
                walk.lines,
                event.here.line,
                event.here.column,
                event.since.line,
                event.since.column,
                walk.bracket,
            )
        walk.take(event)
        if walk.done:
            break
    return walk, None


def _follows_from_another(complaint: Complaint, faults: list[Diagnostic], shaky_from: int) -> bool:
    """Whether the parser only stumbled over something that is complained about already."""
    errors = [fault for fault in faults if fault.is_error]
    line = complaint.line + 1
    return (
        0 < shaky_from <= line
        or any(fault.rule == "yaml/unclosed-quote" for fault in errors)
        or any(fault.mark.line == line and fault.rule != "yaml/top-type" for fault in errors)
        or ("<document start>" in complaint.said and any(fault.rule == "yaml/top-type" for fault in errors))
    )


def _told(faults: list[Diagnostic]) -> list[Diagnostic]:
    """The first of each rule; the last one told says how many more there are."""
    counts = Counter(fault.rule for fault in faults)
    seen: Counter[str] = Counter()
    told = []
    for fault in faults:
        seen[fault.rule] += 1
        if seen[fault.rule] == SAID_AT_MOST < counts[fault.rule]:
            more = counts[fault.rule] - SAID_AT_MOST
            told.append(dataclasses.replace(fault, message=f"{fault.message} (and {more} more like this)"))
        elif seen[fault.rule] <= SAID_AT_MOST:
            told.append(fault)
    return told
