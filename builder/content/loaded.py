"""One file → what it says, typed, and where it says it; with a school's own changes laid over it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from builder.content.overlay import Adapted, adapted
from builder.content.shelves import CHANGES, Found
from builder.content.text import Model, is_slug
from builder.content.validate import validate
from builder.content.words import in_words_of
from builder.diagnostics import Diagnostic, Mark, error
from builder.memory import FORGETFUL, Memory
from builder.source import Source, read_text

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """What a file says and where it says it.

    `id` is the file's name (a lesson's: its folder's), `name` the file's place on its shelf, `sha256`
    the hash of its bytes. `own` is what a school wrote itself; `adapted` what it changed of a shipped text.
    """

    id: str
    model: M
    source: Source
    name: str = ""
    sha256: str = ""
    own: bool = False
    adapted: Adapted | None = None

    def in_words_of(self, words: Mapping[str, str]) -> "Loaded[M]":
        """The same file in a country's words; its marks and its hash are those of what was written."""
        return replace(self, model=in_words_of(self.model, words)) if words else self

    def mark(self, *address: str | int) -> Mark:
        return self.source.mark(address)


def load(
    found: Found, model: type[M], faults: list[Diagnostic], memory: Memory = FORGETFUL
) -> Loaded[M] | None:
    if found.name.startswith(("lessons/", "case_studies/")) and not is_slug(found.id):
        faults.append(
            error(
                Mark(found.shown, 1, 1),
                "reference/name",
                f"“{found.id}” can't be used as a name.",
                "The name is printed in file names and used as an address.",
                "Use small letters, figures and hyphens, such as “asking-for-help”.",
            )
        )
    try:
        raw = found.file.read_bytes()
    except OSError as fault:
        faults.append(
            error(
                Mark(found.shown, 1, 1),
                "yaml/read",
                "This file can't be opened.",
                str(fault.strerror or ""),
                "Check that it exists and that you may read it.",
            )
        )
        return None
    if found.file.name == CHANGES or found.file.name.endswith(f".{CHANGES}"):
        faults.append(_nothing_beneath(found))
        return None
    own = b"" if found.changes is None else found.changes.file.read_bytes()
    loaded, said = memory.once(("file", found.shown), (raw, own), lambda: _understood(found, model, raw, own))
    faults += said
    return loaded


def _understood(
    found: Found, model: type[M], raw: bytes, own: bytes
) -> tuple[Loaded[M] | None, list[Diagnostic]]:
    source, said = read_text(raw, found.shown)
    if source is None:
        return None, said
    changed = None
    if found.changes is not None:
        source, changed, told = adapted(source, own, found.changes.shown, found.changes.name)
        said = [*said, *told]
    read, further = validate(model, source)
    # Where a line is complained about already, what follows from it would only confuse.
    lines = {fault.mark.line for fault in said if fault.is_error}
    said = [*said, *(fault for fault in further if fault.mark.line not in lines)]
    if read is None or lines:
        return None, said
    digest = hashlib.sha256(raw).hexdigest()
    return Loaded(found.id, read, source, found.name, digest, found.own, changed), said


def _nothing_beneath(found: Found) -> Diagnostic:
    return error(
        Mark(found.shown, 1, 1),
        "overlay/no-base",
        f"There is no shipped text called “{found.id}” that these changes could belong to.",
        "",
        "Look at its name, and at “lessonpack list”. A text of your own is a whole file.",
    )
