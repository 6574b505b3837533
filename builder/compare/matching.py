"""Which old slide or section is which new one: by what they are called, and by how alike they are."""

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from builder.compare.pieces import Piece

ALIKE = 0.55
"""From here on, two pieces of different titles are taken for one that was reworked."""
PAIRS_LIMIT = 100_000
"""Pairs of pieces that are looked at for likeness; a file with more is no lesson's."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An old piece and the new one that it became; None where it went or came."""

    old: Piece | None
    new: Piece | None
    moved: bool = False


def matched(old: Sequence[Piece], new: Sequence[Piece]) -> list[Pair]:
    """Every piece in one pair, in the new order; what went stands behind what it followed."""
    found: dict[int, int] = {}
    for called in (_whole, _title):
        _by_name(old, new, called, found)
    _by_likeness(old, new, found)
    back = {there: here for here, there in found.items()}
    still = _in_order([back[there] for there in range(len(new)) if there in back])
    pairs: list[tuple[float, int, Pair]] = []
    for there, piece in enumerate(new):
        here = back.get(there)
        pairs.append(
            (
                there,
                0,
                Pair(None if here is None else old[here], piece, here is not None and here not in still),
            )
        )
    behind = -1.0
    for here, piece in enumerate(old):
        if here in found:
            behind = float(found[here])
        else:
            pairs.append((behind, here + 1, Pair(piece, None)))
    return [pair for *_, pair in sorted(pairs, key=lambda one: one[:2])]


def _whole(piece: Piece) -> object:
    return piece.title, piece.lines, piece.notes


def _title(piece: Piece) -> object:
    return piece.title or None


def _by_name(
    old: Sequence[Piece], new: Sequence[Piece], called: Callable[[Piece], object], found: dict[int, int]
) -> None:
    """Pair what is called the same, the first with the first."""
    taken = set(found.values())
    places: dict[object, list[int]] = defaultdict(list)
    for there, piece in enumerate(new):
        if there not in taken and called(piece) is not None:
            places[called(piece)].append(there)
    for here, piece in enumerate(old):
        if here not in found and (left := places.get(called(piece))):
            found[here] = left.pop(0)


def _by_likeness(old: Sequence[Piece], new: Sequence[Piece], found: dict[int, int]) -> None:
    """Pair the rest, the most alike first, and of those the nearest."""
    taken = set(found.values())
    left = [here for here in range(len(old)) if here not in found]
    right = [there for there in range(len(new)) if there not in taken]
    if len(left) * len(right) > PAIRS_LIMIT:
        return
    words = {id(piece): _words(piece) for piece in (*old, *new)}
    scores = []
    for here in left:
        for there in right:
            one, other = old[here], new[there]
            titles = SequenceMatcher(None, one.title, other.title, autojunk=False).ratio()
            score = 0.3 * titles + 0.7 * _shared(words[id(one)], words[id(other)])
            if score >= ALIKE:
                scores.append((-score, abs(here - there), here, there))
    for *_, here, there in sorted(scores):
        if here not in found and there not in taken:
            found[here] = there
            taken.add(there)


def _words(piece: Piece) -> Counter[str]:
    said = " ".join(line.text for line in (*piece.lines, *piece.notes))
    return Counter(re.findall(r"\w+", said.lower()))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _in_order(numbers: Sequence[int]) -> set[int]:
    """The longest run of numbers that still stand in their order: what is not in it has moved."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect.bisect_left(ends, number)
        before.append(holders[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        holders[length : length + 1] = [at]
    run = set()
    at = holders[-1] if holders else -1
    while at >= 0:
        run.add(numbers[at])
        at = before[at]
    return run
