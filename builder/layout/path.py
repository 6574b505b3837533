"""The path: one line along the foot of every slide, from the opening to the calm ending and on.

At the left and right edge it always has the same height, so slides side by side join up.
"""

from collections.abc import Sequence
from itertools import pairwise

from builder.layout.grid import HEIGHT, MARGIN, PATH_Y, WIDTH, Inks
from builder.layout.placed import Box, Command, Line, Outline, Shape

Point = tuple[float, float]

_DOT, _WIDTH_PT = 16.0, 3.0
_FOOT: tuple[Point, ...] = (
    (0, PATH_Y),
    (160, PATH_Y - 3),
    (400, PATH_Y + 4),
    (640, PATH_Y - 4),
    (840, PATH_Y + 3),
    (WIDTH, PATH_Y),
)

RUNS: dict[str, tuple[Point, ...]] = {
    "foot": _FOOT,
    "opening": ((0, 396), (150, 424), (400, 470), (620, 452), (800, 474), (WIDTH, PATH_Y)),
    "arrival": (
        (0, PATH_Y),
        (160, PATH_Y - 3),
        (400, PATH_Y + 4),
        (640, PATH_Y - 2),
        (780, PATH_Y - 6),
        (WIDTH, PATH_Y),
    ),
    "calm": ((0, PATH_Y), (180, 470), (380, 436), (560, 448), (760, 402), (WIDTH, 380)),
}
"""How the path crosses a slide: level points with soft bends between them."""


def curve(points: Sequence[Point]) -> tuple[Command, ...]:
    """A line through the points that is level at each of them."""
    made: list[Command] = [("M", *points[0])]
    for (x0, y0), (x1, y1) in pairwise(points):
        third = (x1 - x0) / 3
        made.append(("C", x0 + third, y0, x1 - third, y1, x1, y1))
    return tuple(made)


def height_at(points: Sequence[Point], x: float) -> float:
    """The line's y at `x`: between two points it is a smooth step, as x runs evenly along the curve."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            t = (x - x0) / (x1 - x0)
            return y0 + (y1 - y0) * t * t * (3 - 2 * t)
    return points[-1][1]


def cut(points: Sequence[Point], x: float) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
    """The curve left of `x` and right of it, exactly as the whole one runs."""
    left: list[Command] = [("M", *points[0])]
    right: list[Command] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        third = (x1 - x0) / 3
        whole = ((x0, y0), (x0 + third, y0), (x1 - third, y1), (x1, y1))
        if x1 <= x:
            left.append(("C", *whole[1], *whole[2], *whole[3]))
        elif x0 >= x:
            right = right or [("M", x0, y0)]
            right.append(("C", *whole[1], *whole[2], *whole[3]))
        else:
            a, b = _halves(whole, (x - x0) / (x1 - x0))
            left.append(("C", *a[1], *a[2], *a[3]))
            right = [("M", *b[0]), ("C", *b[1], *b[2], *b[3])]
    return tuple(left), tuple(right)


def _halves(curve: Sequence[Point], t: float) -> tuple[Sequence[Point], Sequence[Point]]:
    def mid(p: Point, q: Point) -> Point:
        return p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t

    a, b, c, d = curve
    ab, bc, cd = mid(a, b), mid(b, c), mid(c, d)
    abc, bcd = mid(ab, bc), mid(bc, cd)
    top = mid(abc, bcd)
    return (a, ab, abc, top), (top, bcd, cd, d)


def path(run: str, progress: float, inks: Inks) -> list[Shape]:
    """The line and its dot; `progress` runs from 0 on the first slide to 1 on the last."""
    points = RUNS[run]
    x = MARGIN + progress * (WIDTH - 2 * MARGIN)
    y = height_at(points, x)
    done, to_come = cut(points, x)
    return [
        Outline("Path to come", to_come, line=Line(inks.to_come, _WIDTH_PT)),
        Outline("Path so far", done, line=Line(inks.done, _WIDTH_PT)),
        Box(
            "Where we are",
            x - _DOT / 2,
            y - _DOT / 2,
            _DOT,
            _DOT,
            "ellipse",
            fill="sun",
            line=Line(inks.title, _WIDTH_PT),
        ),
    ]


def hill(name: str, points: Sequence[Point], fill: str) -> Outline:
    """Ground under a line of level points, down to the slide's lower edge."""
    top = curve(points)
    return Outline(name, (*top, ("L", WIDTH, HEIGHT), ("L", 0.0, HEIGHT), ("Z",)), fill=fill)


def stretch(name: str, points: Sequence[Point], colour: str, width_pt: float = _WIDTH_PT) -> Outline:
    """A piece of path in the middle of a slide, such as stones lie on."""
    return Outline(name, curve(points), line=Line(colour, width_pt))
