"""The order in which a slide is read: its title, then from above to below and from left to right."""

import re
from collections.abc import Iterator
from itertools import combinations

from tests.render.pptx.checker.opened import TITLES, Shape, Slide

SLACK = 1.0
SAME_ROW = 0.5
"""The share of the lower of two shapes that must stand beside the other for both to be in one row."""
NUMBERED = re.compile(r"(.*\D)(\d+)")


def order(slide: Slide) -> Iterator[tuple[Shape, str]]:
    """A text or a described picture that comes before one that stands above it or at its left.

    Three things are no fault. A small label may stand above the title: the title is still read first, as it
    is what a screen reader says when it comes to a slide. Decoration and ground may lie anywhere, since
    nobody reads them, and what lies on something comes after it. A numbered series that walks to the right
    ("Beat 1", "Beat 2"), such as a timeline with words above and below its line, is read by its numbers.
    """
    read = [shape for shape in slide.shapes if not shape.inside and _is_read(shape)]
    if read and read[0].place not in TITLES and any(shape.place in TITLES for shape in read):
        yield read[0], "is read before the title"
    for first, second in combinations(read, 2):
        if first.place in TITLES or second.place in TITLES or _series(first, second):
            continue
        if _above(second, first):
            yield first, f"is read before “{second.name}”, which stands above it"
        elif _left(second, first):
            yield first, f"is read before “{second.name}”, which stands at its left"


def _is_read(shape: Shape) -> bool:
    return bool(shape.text or shape.alt) and not shape.decorative


def _above(one: Shape, other: Shape) -> bool:
    a, b = one.frame, other.frame
    return a.bottom <= b.top + SLACK and min(a.right, b.right) - max(a.left, b.left) > SLACK


def _left(one: Shape, other: Shape) -> bool:
    a, b = one.frame, other.frame
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return a.right <= b.left + SLACK and shared > SAME_ROW * min(a.bottom - a.top, b.bottom - b.top)


def _series(first: Shape, second: Shape) -> bool:
    one, other = NUMBERED.fullmatch(first.name), NUMBERED.fullmatch(second.name)
    if not one or not other or one[1] != other[1]:
        return False
    return int(one[2]) < int(other[2]) and first.frame.left < second.frame.left - SLACK
