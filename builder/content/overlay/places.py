"""Addresses by names: `activities.the-story.say.0` is the same place however many activities come before it.

A part of a list is called by its `id`; what has none, such as a line to say, by its number from 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.source import Data
from builder.source.tree import Node, fingerprint

LONGEST_NUMBER = 6
"""No list has so many items as a number of so many figures says."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part by what holds it; `node` is None where the holder has no such part (yet)."""

    holder: Node
    at: str | int
    node: Node | None


def name_of(node: Node) -> str | None:
    """The `id` of a part of a list, if it has one."""
    own = node.value.get("id") if isinstance(node.value, dict) else None
    return own.value if own is not None and isinstance(own.value, str) else None


def place_at(tree: Node, address: str) -> Place | None:
    """Where an address leads; None where it leads nowhere. Only its last part may be missing from a group."""
    parts = address.split(".")
    here = tree
    for depth, part in enumerate(parts):
        last = depth == len(parts) - 1
        place = _step(here, part)
        if place is None or (place.node is None and not last):
            return None
        if last:
            return place
        assert place.node is not None  # noqa: S101 - said by the lines above, and tells mypy
        here = place.node
    return None


def _step(here: Node, part: str) -> Place | None:
    match here.value:
        case dict():
            return Place(here, part, here.value.get(part)) if part else None
        case list():
            number = next((n for n, item in enumerate(here.value) if name_of(item) == part), None)
            if number is None and part.isascii() and part.isdecimal() and len(part) < LONGEST_NUMBER:
                number = int(part) if int(part) < len(here.value) else None
            return None if number is None else Place(here, number, here.value[number])
        case _:
            return None


def moved(holder: Node, base: str) -> int | None:
    """The number of the part of a list that has this fingerprint, wherever it stands now."""
    items = holder.value if isinstance(holder.value, list) else []
    return next((n for n, item in enumerate(items) if fingerprint(item.data()) == base), None)


def parts_of(tree: Node, at: str = "") -> Iterator[tuple[str, Data]]:
    """Every text of a tree with its address by names, in the order of the file."""
    match tree.value:
        case str():
            yield at, tree.value
        case list():
            for number, item in enumerate(tree.value):
                yield from parts_of(item, _under(at, name_of(item) or str(number)))
        case _:
            for name, part in tree.value.items():
                if name != "id":
                    yield from parts_of(part, _under(at, name))


def address_text(tree: Node, address: tuple[str | int, ...]) -> str:
    """An address by numbers, told by names."""
    here, told = tree, ""
    for part in address:
        match here.value:
            case list() if isinstance(part, int) and part < len(here.value):
                here = here.value[part]
                told = _under(told, name_of(here) or str(part))
            case dict() if isinstance(part, str) and part in here.value:
                here = here.value[part]
                told = _under(told, part)
            case _:
                return told
    return told


def _under(at: str, part: str) -> str:
    return f"{at}.{part}" if at else part
