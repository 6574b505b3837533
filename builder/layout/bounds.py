"""How far a placed shape reaches."""

from typing import assert_never

from builder.layout.placed import Box, Group, Outline, Picture, Shape, Stroke


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in points; a curve counts by its control points."""
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    match shape:
        case Box() | Picture():
            return shape.x, shape.y, shape.x + shape.w, shape.y + shape.h
        case Stroke():
            xs, ys = (shape.x1, shape.x2), (shape.y1, shape.y2)
        case Outline():
            numbers = [value for command in shape.commands for value in command[1:]]
            xs, ys = tuple(numbers[0::2]), tuple(numbers[1::2])
        case Group():
            inner = [bounds(child) for child in shape.shapes]
            lefts, tops, rights, bottoms = zip(*inner, strict=True)
            return min(lefts), min(tops), max(rights), max(bottoms)
        case _:
            assert_never(shape)
    return min(xs), min(ys), max(xs), max(ys)
