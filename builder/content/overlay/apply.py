"""Changes laid over a text. All places are found in the shipped text first, so that their order is nobody's
worry; applying them a second time changes nothing more.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from builder.content.overlay.changes import Written
from builder.content.overlay.places import Place, moved, name_of, place_at
from builder.source import Data
from builder.source.tree import Node, fingerprint

NOTHING = fingerprint("")
"""The fingerprint of a part that the shipped text doesn't have."""


class State(StrEnum):
    """How a change and the text beneath it stand to one another."""

    FITS = "fits"
    CHANGED = "base changed"
    UNKNOWN = "base unknown"
    DONE = "already there"
    LOST = "lost"
    TWICE = "twice"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it was made: `base` is what the shipped text says there now, `own` what is put in."""

    number: int
    written: Written
    state: State
    base: Data | None = None
    own: Data | None = None

    @property
    def made(self) -> bool:
        """Whether the text bears it."""
        return self.state in (State.FITS, State.CHANGED, State.UNKNOWN, State.DONE)


@dataclass(frozen=True, slots=True)
class Applied:
    tree: Node
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Found:
    place: Place | None
    state: State
    base: Data | None


def laid_over(
    base: Node, written: Sequence[Written], nodes: Sequence[Node], refused: Set[int] = frozenset()
) -> Applied:
    """`base` with the changes made; `nodes` are the changes as they stand in their file, with their marks.
    Those whose numbers are `refused` are not made.

    Nothing of a lost change is in the result, and nothing is removed that has another text than the one it
    was meant for, unless it bears the same name.
    """
    tree = _copy(base)
    found = [_find(tree, one, node) for one, node in zip(written, nodes, strict=True)]
    for number in refused:
        found[number] = _Found(None, State.REFUSED, found[number].base)
    _refuse_twice(tree, written, found)
    made = []
    for number, (one, node, where) in enumerate(zip(written, nodes, found, strict=True)):
        own = _part(node, one.does)
        if where.place is not None and where.state in (State.FITS, State.CHANGED, State.UNKNOWN):
            _make(one, own, where.place)
        data = None if one.does == "remove" or own is None else own.data()
        made.append(Change(number, one, where.state, where.base, data))
    _sweep(tree)
    return Applied(tree, tuple(made))


def _find(tree: Node, one: Written, node: Node) -> _Found:
    own = _part(node, one.does)
    place = place_at(tree, one.at)
    holder = place.holder if place else _holder(tree, one.at)
    if place is None or (place.node is None and one.does != "replace"):
        # What was asked for may stand there by now, or be gone as it should be.
        there = (one.does == "remove" and one.base is not None) or (
            own is not None and holder is not None and _holds(holder, own)
        )
        return _Found(None, State.DONE if there and holder is not None else State.LOST, None)
    if one.does.startswith("insert") and not isinstance(place.holder.value, list):
        return _Found(None, State.LOST, None)
    base = place.node.data() if place.node is not None else None
    now = fingerprint(base if base is not None else "")
    named = place.node is not None and name_of(place.node) is not None
    by_number = isinstance(place.at, int) and not named
    if by_number and one.base is not None and now != one.base:
        elsewhere = moved(place.holder, one.base)
        if elsewhere is not None and isinstance(place.holder.value, list):
            item = place.holder.value[elsewhere]
            place, base, now = Place(place.holder, elsewhere, item), item.data(), one.base
    if one.does == "replace" and own is not None and base is not None and _even(own, place) == base:
        return _Found(place, State.DONE, base)
    if one.does.startswith("insert") and own is not None and _beside(place, own, one.does):
        return _Found(place, State.DONE, base)
    if one.base is None:
        return _Found(place, State.UNKNOWN, base)
    if now == one.base:
        return _Found(place, State.FITS, base)
    if by_number:
        # Another text stands at this number now; ours may have gone, or been put in already.
        if one.does == "remove":
            return _Found(None, State.CHANGED if not _shorter(place, one) else State.DONE, base)
        if own is not None and _holds(place.holder, own):
            return _Found(None, State.DONE, base)
    return _Found(place, State.CHANGED, base)


def _shorter(place: Place, one: Written) -> bool:
    """Whether a text that has no name is gone: no part of the list is the text that was to be removed."""
    return one.base is not None and moved(place.holder, one.base) is None


def _holder(tree: Node, address: str) -> Node | None:
    before, dot, _ = address.rpartition(".")
    if not dot:
        return tree
    place = place_at(tree, before)
    return place.node if place else None


def _holds(holder: Node, own: Node) -> bool:
    return isinstance(holder.value, list) and any(item.data() == own.data() for item in holder.value)


def _beside(place: Place, own: Node, does: str) -> bool:
    """Whether what is to be inserted stands there already, behind others that were put in with it."""
    if not isinstance(place.holder.value, list) or not isinstance(place.at, int):
        return False
    items = place.holder.value
    name = name_of(own)
    if name is not None:
        return any(name_of(item) == name and item.data() == own.data() for item in items)
    near = items[place.at + 1 :] if does == "insert_after" else items[: place.at]
    return any(item.data() == own.data() for item in near)


def _even(own: Node, place: Place) -> Data:
    return _named(own, place).data()


def _named(own: Node, place: Place) -> Node:
    """What replaces a part keeps the part's name, so that it can be found again."""
    name = name_of(place.node) if place.node is not None else None
    if name is None or not isinstance(own.value, dict) or "id" in own.value:
        return own
    return Node({"id": Node(name, own.mark, own.mark), **own.value}, own.mark, own.key)


def _refuse_twice(tree: Node, written: Sequence[Written], found: list[_Found]) -> None:
    """Of two changes to the same part the later is refused, and whatever lies within a part that goes."""
    taken: dict[int, int] = {}
    for number, (one, where) in enumerate(zip(written, found, strict=True)):
        if one.does in ("replace", "remove") and where.place is not None and where.place.node is not None:
            if id(where.place.node) in taken:
                where.state, where.place = State.TWICE, None
            else:
                taken[id(where.place.node)] = number
    for number, where in enumerate(found):
        if where.place is not None and any(
            taken.get(id(above), number) != number for above in _above(tree, where.place)
        ):
            where.state, where.place = State.TWICE, None


def _above(tree: Node, place: Place) -> list[Node]:
    """The parts that hold this one, from the whole down to its holder."""

    def down(node: Node, path: list[Node]) -> list[Node] | None:
        path = [*path, node]
        if node is place.holder:
            return path
        parts = node.value if isinstance(node.value, list) else _values(node)
        return next((found for part in parts if (found := down(part, path)) is not None), None)

    return down(tree, []) or []


def _values(node: Node) -> list[Node]:
    return list(node.value.values()) if isinstance(node.value, dict) else []


# --- making them: parts that go are marked first, so that no number shifts meanwhile ------------------

_GONE = "\0gone"


def _make(one: Written, own: Node | None, place: Place) -> None:
    held = place.holder.value
    match one.does:
        case "remove":
            if place.node is not None:
                place.node.value, place.node.key = _GONE, None
        case "replace" if own is not None:
            new = _named(own, place)
            if place.node is not None:
                # In place: changes beside this one know the part by what it is, not by its number.
                place.node.value, place.node.mark = _copy(new).value, new.mark
            elif isinstance(held, dict) and isinstance(place.at, str):
                held[place.at] = Node(_copy(new).value, new.mark, new.key or new.mark)
        case _ if own is not None and isinstance(held, list) and place.node is not None:
            at = next(n for n, item in enumerate(held) if item is place.node)
            if one.does == "insert_before":
                held.insert(at, _copy(own))
            else:
                held.insert(at + 1 + _put_in_already(held, at, one), _Own(own, one))
        case _:
            pass


class _Own(Node):
    """A part that was put in behind another; further ones for the same place follow it, in their order."""

    __slots__ = ("behind",)

    def __init__(self, own: Node, one: Written) -> None:
        copied = _copy(own)
        super().__init__(copied.value, copied.mark, copied.key)
        self.behind = one.at


def _put_in_already(held: list[Node], at: int, one: Written) -> int:
    count = 0
    for item in held[at + 1 :]:
        if not (isinstance(item, _Own) and item.behind == one.at):
            break
        count += 1
    return count


def _sweep(node: Node) -> None:
    match node.value:
        case list():
            node.value = [item for item in node.value if item.value != _GONE]
            for item in node.value:
                _sweep(item)
        case dict():
            node.value = {name: part for name, part in node.value.items() if part.value != _GONE}
            for part in node.value.values():
                _sweep(part)
        case _:
            pass


def _part(node: Node, name: str) -> Node | None:
    return node.value.get(name) if isinstance(node.value, dict) else None


def _copy(node: Node) -> Node:
    match node.value:
        case str():
            return Node(node.value, node.mark, node.key)
        case list():
            return Node([_copy(item) for item in node.value], node.mark, node.key)
        case _:
            return Node({name: _copy(part) for name, part in node.value.items()}, node.mark, node.key)
