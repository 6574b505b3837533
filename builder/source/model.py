"""`Source`: the text data of one file, and the place in it of every value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from builder.diagnostics import Address, Mark

Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
"""What a file holds. Everything is text: `NO`, `0116123` and `18:00` stay what the author typed."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read: its data, and the place of every value and every key.

    A text's mark is where the text starts (its opening quote, or the | of a text on several lines); a
    text left empty is marked at its key. A list or a group of named lines is marked at its key too, and,
    where it is an item of a list, just behind the dash. `keys` holds the places of the keys themselves.
    """

    file: str
    data: Data
    marks: Mapping[Address, Mark]
    keys: Mapping[Address, Mark]

    def mark(self, address: Address) -> Mark:
        """The place of the value at `address`, or of its nearest parent that is in the file."""
        return self.marks[self.nearest(address)]

    def key_mark(self, address: Address) -> Mark:
        """The place of the key at `address`; what has no key of its own is marked like its value."""
        near = self.nearest(address)
        return self.keys.get(near) or self.marks[near]

    def nearest(self, address: Address) -> Address:
        """The part of `address` that is in the file; a part that isn't there is stepped over."""
        here: Data = self.data
        found: Address = ()
        for part in address:
            inner = _inside(here, part)
            if inner is not None:
                here, found = inner, (*found, part)
        return found


def _inside(here: Data, part: str | int) -> Data | None:
    if isinstance(here, dict) and isinstance(part, str):
        return here.get(part)
    if isinstance(here, list) and isinstance(part, int) and 0 <= part < len(here):
        return here[part]
    return None
