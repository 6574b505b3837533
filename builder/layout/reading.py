"""The order in which a slide's shapes are read, as far as it can differ from what lies on what."""

from collections.abc import Sequence

from builder.layout.bounds import bounds
from builder.layout.placed import Box, Group, Outline, Shape, Stroke

Frame = tuple[float, float, float, float]
SLACK = 1.0
SAME_ROW = 0.5
"""The share of the lower of two shapes that must stand beside the other for both to be in one row."""


def in_reading_order(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """The title before anything else that is read, and pictures after words above them and at their left.

    Words keep their order. Whatever touches something under it stays on it, so that the slide looks the same.
    """
    read = [number for number, shape in enumerate(shapes) if _words(shape) or _described(shape)]
    pictures = [number for number in read if not _words(shapes[number])]
    titles = [number for number in read if _is_title(shapes[number])]
    if not pictures and titles[:1] == read[:1]:
        return tuple(shapes)
    frames = [_frame(shape) for shape in shapes]
    under = [
        [lower for lower in range(number) if _touch(frame, frames[lower])]
        for number, frame in enumerate(frames)
    ]
    wished = [number for number in range(len(shapes)) if number not in titles]
    if titles:
        wished[read[0] : read[0]] = titles
    for picture in pictures:
        before = [n for n in read if _words(shapes[n]) and _comes_before(frames[n], frames[picture])]
        if any(n > picture for n in before):
            _defer(wished, _with_what_lies_on_it(picture, max(before), read, under), max(before))
    done: dict[int, None] = {}
    for number in wished:
        _put(number, under, done)
    return tuple(shapes[number] for number in done)


def _put(number: int, under: Sequence[Sequence[int]], done: dict[int, None]) -> None:
    for lower in under[number]:
        if lower not in done:
            _put(lower, under, done)
    done[number] = None


def _with_what_lies_on_it(
    picture: int, last: int, read: Sequence[int], under: Sequence[Sequence[int]]
) -> list[int]:
    """The picture, and the decoration up to `last` that lies on it or on such decoration."""
    held = [picture]
    for number in range(picture + 1, last):
        if number not in read and any(lower in held for lower in under[number]):
            held.append(number)
    return held


def _defer(wished: list[int], held: Sequence[int], last: int) -> None:
    wished[:] = [number for number in wished if number not in held]
    place = wished.index(last) + 1
    wished[place:place] = held


def _words(shape: Shape) -> bool:
    return isinstance(shape, Box) and shape.text is not None and any(para.text for para in shape.text.paras)


def _described(shape: Shape) -> bool:
    return not isinstance(shape, Stroke) and bool(shape.alt)


def _is_title(shape: Shape) -> bool:
    return isinstance(shape, Box) and shape.role == "title"


def _frame(shape: Shape) -> Frame:
    if isinstance(shape, Group):
        lefts, tops, rights, bottoms = zip(*map(_frame, shape.shapes), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)
    left, top, right, bottom = bounds(shape)
    line = shape.line if isinstance(shape, Box | Outline | Stroke) else None
    half = line.width_pt / 2 if line else 0.0
    return left - half, top - half, right + half, bottom + half


def _touch(one: Frame, other: Frame) -> bool:
    across = one[0] <= other[2] and other[0] <= one[2]
    return across and one[1] <= other[3] and other[1] <= one[3]


def _comes_before(one: Frame, other: Frame) -> bool:
    """Whether `one` stands above `other`, or at its left in the same row."""
    beside = min(one[2], other[2]) - max(one[0], other[0])
    shared = min(one[3], other[3]) - max(one[1], other[1])
    above = one[3] <= other[1] + SLACK and beside > SLACK
    lower = min(one[3] - one[1], other[3] - other[1])
    return above or (one[2] <= other[0] + SLACK and shared > SAME_ROW * lower)
