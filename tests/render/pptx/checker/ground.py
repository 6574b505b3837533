"""What colours lie behind words: the topmost filled shape at many points of their box, else the ground."""

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from tests.render.pptx.checker.opened import EMU, Frame, Shape, Slide
from tests.render.pptx.checker.scheme import colour_in

UNKNOWN = "something that can't be told"
Point = tuple[float, float]
ACROSS, DOWN, STEPS = 16, 6, 8
"""How many points of a box are looked at, and how many straight pieces stand for a curve."""
INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
FILLS = ("solidFill", "noFill", "gradFill", "blipFill", "pattFill", "grpFill")


def behind(slide: Slide, shape: Shape) -> set[str]:
    """Every colour that lies behind the words of a shape; UNKNOWN for a picture, a gradient or the like."""
    place = slide.shapes.index(shape)
    under = [
        (one, fill)
        for one in slide.shapes[: place + 1]
        if one.kind != "grpSp" and _touch(one.frame, shape.frame) and (fill := fill_of(slide, one))
    ]
    plain = of_slide(slide)
    return {
        next((fill for one, fill in reversed(under) if _covers(one, point)), plain)
        for point in _points(shape)
    }


def _points(shape: Shape) -> Iterator[Point]:
    """Points all over the rectangle in which Office sets the words."""
    body, frame = shape.element.find("{*}txBody/{*}bodyPr"), shape.frame
    left, top, right, bottom = (
        float(body.get(name, inset * EMU)) / EMU if body is not None else inset
        for name, inset in INSETS.items()
    )
    dx, dy = _own_inset(shape)
    x, y = frame.left + dx + left, frame.top + dy + top
    w, h = max(0.0, frame.right - dx - right - x), max(0.0, frame.bottom - dy - bottom - y)
    for i in range(ACROSS):
        for j in range(DOWN):
            yield x + w * (i + 0.5) / ACROSS, y + h * (j + 0.5) / DOWN


def _own_inset(shape: Shape) -> Point:
    """How far a round shape's rectangle for words stands in from its edges."""
    w, h = shape.frame.right - shape.frame.left, shape.frame.bottom - shape.frame.top
    if _preset(shape) == "ellipse":
        return 0.14645 * w, 0.14645 * h
    if _preset(shape) == "roundRect":
        return (0.29289 * _corner(shape) * min(w, h),) * 2
    return 0.0, 0.0


def _preset(shape: Shape) -> str:
    found = shape.element.find("{*}spPr/{*}prstGeom")
    return "rect" if found is None else found.get("prst", "rect")


def _corner(shape: Shape) -> float:
    """A rounded rectangle's radius as a share of its shorter side."""
    found = shape.element.find("{*}spPr/{*}prstGeom/{*}avLst/{*}gd")
    return int("16667" if found is None else found.get("fmla", "val 16667").split()[1]) / 100_000


def _touch(one: Frame, other: Frame) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def fill_of(slide: Slide, shape: Shape) -> str:
    """The colour that a shape is filled with, "" for none."""
    if shape.kind in ("pic", "graphicFrame"):
        return UNKNOWN
    for element in (shape.element, *shape.bones):
        for fill in element.findall("{*}spPr/*"):
            if etree.QName(fill).localname in FILLS:
                return "" if fill.tag.endswith("}noFill") else _solid(slide, fill)
    reference = shape.element.find("{*}style/{*}fillRef")
    if reference is None or reference.get("idx") == "0" or shape.kind == "cxnSp":
        return ""
    return colour_in(reference, slide.colours) or UNKNOWN


def _solid(slide: Slide, fill: etree._Element) -> str:
    solid = fill.tag.endswith("}solidFill")
    return (colour_in(fill, slide.colours) if solid else "") or UNKNOWN


def of_slide(slide: Slide) -> str:
    for root in (slide.root, slide.layout, slide.master):
        ground = root.find("{*}cSld/{*}bg")
        if ground is None:
            continue
        properties, reference = ground.find("{*}bgPr"), ground.find("{*}bgRef")
        if properties is not None:
            return _solid(slide, properties[0])
        # Fills from 1002 on are the theme's gradients and pictures.
        if reference is not None and int(reference.get("idx", "0")) == 1001:
            return colour_in(reference, slide.colours) or UNKNOWN
        return UNKNOWN
    return slide.colours["bg1"]


def _covers(shape: Shape, point: Point) -> bool:
    frame = shape.frame
    x, y = point[0] - frame.left, point[1] - frame.top
    w, h = frame.right - frame.left, frame.bottom - frame.top
    if not (0 <= x <= w and 0 <= y <= h):
        return False
    free = shape.element.find("{*}spPr/{*}custGeom/{*}pathLst")
    if free is not None:
        return any(_inside(path, x, y, w, h) for path in free)
    if _preset(shape) == "ellipse":
        return (2 * x / w - 1) ** 2 + (2 * y / h - 1) ** 2 <= 1
    if _preset(shape) == "roundRect":
        r = _corner(shape) * min(w, h)
        dx, dy = max(r - x, x - w + r, 0.0), max(r - y, y - h + r, 0.0)
        return dx * dx + dy * dy <= r * r
    return _preset(shape) != "line"


def _inside(path: etree._Element, x: float, y: float, w: float, h: float) -> bool:
    """Whether a point lies in a free shape, by the edges that a line to its right crosses."""
    if path.get("fill") == "none":
        return False
    wide, high = float(path.get("w", "0")) or 1.0, float(path.get("h", "0")) or 1.0
    px, py = x / w * wide, y / h * high
    crossed = 0
    for line in _outlines(path):
        for (x0, y0), (x1, y1) in pairwise((*line, line[0])):
            if (y0 > py) != (y1 > py) and px < x0 + (py - y0) / (y1 - y0) * (x1 - x0):
                crossed += 1
    return crossed % 2 == 1


def _outlines(path: etree._Element) -> Iterator[list[Point]]:
    line: list[Point] = []
    for step in path:
        points = [(float(p.get("x", "0")), float(p.get("y", "0"))) for p in step.iter("{*}pt")]
        kind = etree.QName(step).localname
        if kind == "moveTo":
            if line:
                yield line
            line = points
        elif kind == "lnTo":
            line += points
        elif kind == "cubicBezTo":
            start = line[-1]
            line += [_bezier((start, *points), n / STEPS) for n in range(1, STEPS + 1)]
        elif kind != "close":
            raise ValueError(f"no such step is drawn by the house: {kind}")
    if line:
        yield line


def _bezier(points: tuple[Point, ...], t: float) -> Point:
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (
        sum(share * x for share, (x, _) in zip(shares, points, strict=True)),
        sum(share * y for share, (_, y) in zip(shares, points, strict=True)),
    )
