"""Pages well filled: a chapter whose last page would be nearly empty is set a little closer."""

from collections import deque
from collections.abc import Callable
from typing import Any

THIN = 0.45
"""A last page filled less than this share is not worth a sheet of paper."""
CLOSER = ((0.8, THIN), (0.6, THIN), (0.4, 0.2), (0.25, 0.12))
"""Shares of the white that are tried, and up to what filling of the last page each is worth its price."""

Chapter = list[Any]


def well_filled(make: Callable[[], Chapter], width: float, full: float) -> Chapter:
    """The flowables of a chapter that begins on a page of its own; `make` builds them afresh."""
    made = make()
    pages, filled = fill(made, width, full)
    if pages == 1 or filled >= THIN:
        return made
    for share, worth_it in CLOSER:
        if filled >= worth_it:
            break
        closer = make()
        for item in closer:
            item.tighten(share)
        if fill(closer, width, full)[0] < pages:
            return closer
    return made


def fill(chapter: Chapter, width: float, full: float) -> tuple[int, float]:
    """How many pages the chapter takes, and how much of its last one, as the library will lay it."""
    waiting = deque(chapter)
    pages, left, after = 1, full, 0.0
    while waiting:
        item = waiting.popleft()
        gap = 0.0 if left == full else max(0.0, item.getSpaceBefore() - after)
        height = item.wrap(width, full)[1]
        if height > left - gap + 1e-6:
            parts = item.split(width, left - gap) if left > gap else []
            if not parts:
                if left == full:
                    return pages, 1.0
                waiting.appendleft(item)
                pages, left, after = pages + 1, full, 0.0
                continue
            item = parts[0]
            waiting.extendleft(reversed(parts[1:]))
            height = item.wrap(width, full)[1]
        after = item.getSpaceAfter()
        left -= gap + height + after
    return pages, 1 - left / full
