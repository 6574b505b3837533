"""A file of changes as text: a change added, noted, written anew or taken out, and every other line kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.content.overlay.apply import Change, State
from builder.content.overlay.changes import OPERATIONS, Written
from builder.content.overlay.places import place_at
from builder.source import Data, Source, read_text
from builder.source.tree import fingerprint, tree_of
from builder.source.writing import as_yaml, with_block, with_changed_item, with_item, without_item

CHANGES = "changes"
LONGEST_WAS = 300
"""Of a longer text its beginning is noted: it is there for people, and the fingerprint for the tool."""


@dataclass(frozen=True, slots=True)
class ChangesText:
    """The text of a file of changes, and what it says; raises ValueError where it can't be read."""

    text: str
    name: str

    @property
    def source(self) -> Source:
        if not self.text.strip() or all(
            line.startswith("#") or not line.strip() for line in self.text.splitlines()
        ):
            return Source(self.name, {}, {}, {})
        source, said = read_text(self.text.encode(), self.name)
        faults = [one for one in said if one.is_error]
        if source is None or faults:
            raise ValueError(f"{faults[0].mark}: {faults[0].message}. Put that right first.")
        return source

    def added(self, entry: Mapping[str, Data]) -> "ChangesText":
        return self._with(with_item(self.text, self.source, CHANGES, dict(entry), ("review",)))

    def rewritten(self, number: int, entry: Mapping[str, Data]) -> "ChangesText":
        return self._with(with_changed_item(self.text, self.source, CHANGES, number, dict(entry)))

    def without(self, number: int) -> tuple["ChangesText", str]:
        """The file without a change, and the change as it stood there."""
        text, taken = without_item(self.text, self.source, CHANGES, number)
        return self._with(text), taken

    def with_part(self, name: str, data: Data) -> "ChangesText":
        return self._with(with_block(self.text, self.source, name, data))

    def noted(self, changes: tuple[Change, ...]) -> "ChangesText":
        """The same, in which every change says for which text it was made."""
        here = self
        for change in changes:
            if change.state is State.UNKNOWN:
                here = here.rewritten(change.number, noted(change.written, change.base))
        return here

    def _with(self, text: str) -> "ChangesText":
        return ChangesText(text, self.name)


def noted(written: Written, base: Data | None) -> dict[str, Data]:
    """A change as an entry, with the text that it is made for."""
    entry: dict[str, Data] = {"at": written.at, written.does: getattr(written, written.does)}
    return entry | note_of(base)


def note_of(base: Data | None) -> dict[str, Data]:
    found: dict[str, Data] = {"base": fingerprint(base if base is not None else "")}
    if isinstance(base, str) and base:
        found["was"] = base if len(base) <= LONGEST_WAS else f"{base[:LONGEST_WAS].rstrip()}…"
    return found


def entry_for(base: Source, at: str, does: str, value: Data) -> dict[str, Data]:
    """A new change. Raises LookupError where `at` leads nowhere in the shipped text."""
    if does not in OPERATIONS:
        raise ValueError(f"A change can't {does}.")
    place = place_at(tree_of(base), at)
    if place is None or (place.node is None and does != "replace"):
        raise LookupError(at)
    if does.startswith("insert") and not isinstance(place.holder.value, list):
        raise ValueError(f"“{at}” is no item of a list, so nothing can stand beside it. Use replace.")
    now = place.node.data() if place.node is not None else None
    return {"at": at, does: value, **note_of(now)}


def text_at(base: Source, at: str) -> Data | None:
    """What the shipped text says there. Raises LookupError where `at` leads nowhere."""
    place = place_at(tree_of(base), at)
    if place is None:
        raise LookupError(at)
    return place.node.data() if place.node is not None else None


def shown(data: Data | None) -> str:
    """A part as people read it: a text as it is, anything else as YAML."""
    return data if isinstance(data, str) else "" if data is None else as_yaml(data).rstrip()
