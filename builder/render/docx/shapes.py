"""Drawings of the house set as shapes of Word's own: sharp at any size, and each can be recoloured."""

from typing import assert_never

from builder.layout.placed import Box, Command, Group, Line, Outline, Stroke
from builder.render.docx.xml import Element, e, emu
from builder.theme import Theme

WORD_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
# In low ink, what would be filled has an outline; only small dark things, such as an eye, stay filled.
THIN = Line("ink", 0.9)
SMALL = 9.0
BLACK = "000000"


def group_xml(group: Group, theme: Theme, width: float, height: float) -> Element:
    """The graphic of a group that is as large as its place, in points."""
    size = {"cx": emu(width), "cy": emu(height)}
    place = e(
        "a:xfrm",
        {},
        e("a:off", {"x": 0, "y": 0}),
        e("a:ext", size),
        e("a:chOff", {"x": 0, "y": 0}),
        e("a:chExt", size),
    )
    shapes = [_shape(shape, number, theme) for number, shape in enumerate(group.shapes, 1)]
    made = e("wpg:wgp", {}, e("wpg:cNvGrpSpPr"), e("wpg:grpSpPr", {}, place), *shapes)
    return e("a:graphic", {}, e("a:graphicData", {"uri": WORD_GROUP}, made))


def _shape(shape: Box | Stroke | Outline, number: int, theme: Theme) -> Element:
    match shape:
        case Box(_, x, y, width, height):
            area = (width, height)
            parts = [_place(x, y, width, height), _geometry(shape), *_paint(shape, area, theme)]
        case Stroke():
            x, y = min(shape.x1, shape.x2), min(shape.y1, shape.y2)
            area = (abs(shape.x2 - shape.x1), abs(shape.y2 - shape.y1))
            flips = {"flipH": shape.x2 < shape.x1, "flipV": shape.y2 < shape.y1}
            place = _place(x, y, *area)
            for key, flipped in flips.items():
                if flipped:
                    place.set(key, "1")
            parts = [place, _preset("line"), _line(shape.line, theme)]
        case Outline():
            parts = _free(shape, theme)
        case _:
            assert_never(shape)
    return e(
        "wps:wsp",
        {},
        e("wps:cNvPr", {"id": number, "name": shape.name}),
        e("wps:cNvSpPr"),
        e("wps:spPr", {}, *parts),
        e("wps:bodyPr"),
    )


def _place(x: float, y: float, width: float, height: float) -> Element:
    off, size = {"x": emu(x), "y": emu(y)}, {"cx": emu(width), "cy": emu(height)}
    return e("a:xfrm", {}, e("a:off", off), e("a:ext", size))


def _preset(kind: str, *guides: Element) -> Element:
    return e("a:prstGeom", {"prst": kind}, e("a:avLst", {}, *guides))


def _geometry(box: Box) -> Element:
    match box.kind:
        case "rect" | "ellipse":
            return _preset(box.kind)
        case "round":
            short = min(box.w, box.h) or 1
            # The corner is kept as hundred-thousandths of the shorter side.
            corner = round(min(box.radius_pt, short / 2) / short * 100_000)
            return _preset("roundRect", e("a:gd", {"name": "adj", "fmla": f"val {corner}"}))
        case _:
            assert_never(box.kind)


def _free(outline: Outline, theme: Theme) -> list[Element]:
    numbers = [value for command in outline.commands for value in command[1:]]
    left, top = min(numbers[0::2]), min(numbers[1::2])
    width, height = max(numbers[0::2]) - left, max(numbers[1::2]) - top
    size = {"w": emu(width), "h": emu(height), **({} if outline.fill else {"fill": "none"})}
    path = e("a:path", size, *(_step(command, left, top) for command in outline.commands))
    drawn = e(
        "a:custGeom",
        {},
        *(e(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")),
        e("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"}),
        e("a:pathLst", {}, path),
    )
    return [_place(left, top, width, height), drawn, *_paint(outline, (width, height), theme)]


STEPS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}


def _step(command: Command, left: float, top: float) -> Element:
    numbers = command[1:]
    points = [
        e("a:pt", {"x": emu(x - left), "y": emu(y - top)})
        for x, y in zip(numbers[0::2], numbers[1::2], strict=True)
    ]
    return e(f"a:{STEPS[command[0]]}", {}, *points)


def _paint(shape: Box | Outline, area: tuple[float, float], theme: Theme) -> list[Element]:
    fill, line = shape.fill, shape.line
    if theme.low_ink and fill and not (theme.colours[fill] == BLACK and max(area) < SMALL):
        fill, line = "white", line or THIN
    return [_solid(fill, theme) if fill else e("a:noFill"), _line(line, theme)]


def _line(line: Line | None, theme: Theme) -> Element:
    if line is None:
        return e("a:ln", {}, e("a:noFill"))
    role, width = ("ink", min(line.width_pt, 1.6)) if theme.low_ink else (line.colour, line.width_pt)
    # Round ends would grow into the gaps of a dashed line and close them.
    cap, dash = ("flat", "dash") if line.dash else ("rnd", "solid")
    made = e("a:ln", {"w": emu(width), "cap": cap}, _solid(role, theme))
    made.extend((e("a:prstDash", {"val": dash}), e("a:round")))
    return made


def _solid(role: str, theme: Theme) -> Element:
    return e("a:solidFill", {}, e("a:srgbClr", {"val": theme.colours[role]}))
