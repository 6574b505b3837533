"""Placed shapes on a reportlab canvas, one by one."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any, assert_never

from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.pathobject import PDFPathObject

from builder.layout.grid import DRAFT, FOOT_SIZE_PT, FOOTER, NUMBER, ON, Area
from builder.layout.measure import Measure
from builder.layout.placed import (
    Align,
    Box,
    Command,
    Group,
    Line,
    Outline,
    Para,
    Picture,
    PlacedDeck,
    PlacedSlide,
    Run,
    Shape,
    Stroke,
    TextBody,
)
from builder.render.pdf.colours import colour
from builder.render.pdf.slides_text import Pen
from builder.render.pdf.tags import area, tags_of
from builder.theme import Theme


class Artist:
    """Draws shapes on a canvas; their y runs down from `height`, where a canvas's runs up."""

    heading = "H2"
    """What a slide's title is for a reader who can't see it."""

    def __init__(self, canvas: Any, theme: Theme, height: float, links: bool, scale: float = 1.0) -> None:
        self.canvas, self.theme, self.height, self.scale = canvas, theme, height, scale
        self.tags = tags_of(canvas)
        self.pen = Pen(canvas, theme, Measure(theme), height, links)

    def ground(self, colour: str, width: float) -> None:
        self.canvas.setFillColor(self._colour(colour))
        self.canvas.rect(0, 0, width, self.height, stroke=0, fill=1)

    def foot(self, slide: PlacedSlide, deck: PlacedDeck) -> None:
        with self.tags.pagination(), self.tags.quiet():
            self._foot(slide, deck)

    def _foot(self, slide: PlacedSlide, deck: PlacedDeck) -> None:
        furniture = deck.document.furniture
        colour = ON[slide.ground].foot
        self._foot_text(furniture.running, FOOTER, "left", colour)
        self._foot_text(furniture.draft, DRAFT, "right", colour)
        # A poster is one of one: on a wall a number would only puzzle.
        if slide.layout != "poster":
            self._foot_text(str(slide.number), NUMBER, "right", colour)

    def told(self, shape: Shape) -> None:
        """Draw a shape of a slide for those too who can't see it: what has an alt text is a figure."""
        alt = "" if isinstance(shape, Stroke) or (isinstance(shape, Box) and shape.text) else shape.alt
        if not alt:
            self.shape(shape)
            return
        figure = self.tags.opened("Figure", None, alt, area(self.canvas, *_bounds(shape, self.height)))
        with figure as element, self.tags.marked(element), self.tags.quiet():
            self.shape(shape)

    def shape(self, shape: Shape) -> None:
        match shape:
            case Box():
                self._box(shape)
            case Stroke():
                if self._paint("", shape.line):
                    self.canvas.line(shape.x1, self.height - shape.y1, shape.x2, self.height - shape.y2)
            case Outline():
                self._outline(shape)
            case Picture():
                self.canvas.drawImage(
                    ImageReader(BytesIO(shape.image.data)),
                    shape.x,
                    self.height - shape.y - shape.h,
                    shape.w,
                    shape.h,
                    mask="auto",
                )
            case Group():
                for inner in shape.shapes:
                    self.shape(inner)
            case _:
                assert_never(shape)

    def _box(self, box: Box) -> None:
        fill, stroke = int(bool(box.fill)), int(box.line is not None)
        if self._paint(box.fill, box.line):
            low = self.height - box.y - box.h
            match box.kind:
                case "rect":
                    self.canvas.rect(box.x, low, box.w, box.h, stroke, fill)
                case "round":
                    radius = min(box.radius_pt, box.w / 2, box.h / 2)
                    self.canvas.roundRect(box.x, low, box.w, box.h, radius, stroke, fill)
                case "ellipse":
                    self.canvas.ellipse(box.x, low, box.x + box.w, low + box.h, stroke, fill)
                case _:
                    assert_never(box.kind)
        self.words(box)

    def words(self, box: Box) -> None:
        """What stands in a box."""
        if box.text:
            tag = self.heading if box.role == "title" else "P"
            self.pen.body(box.text, box.x, box.y, box.w, box.h, tag)

    def _outline(self, outline: Outline) -> None:
        path = self.path(outline)
        if self._paint(outline.fill, outline.line):
            self.canvas.drawPath(path, int(outline.line is not None), int(bool(outline.fill)))

    def path(self, outline: Outline) -> Any:
        """The outline as a path."""
        return PDFPathObject(list(_path(outline.commands, self.height)))

    def _paint(self, fill: str, line: Line | None) -> bool:
        """Set the colours; says whether there is anything to paint."""
        if fill:
            self.canvas.setFillColor(self._colour(fill))
        if line:
            self.canvas.setStrokeColor(self._colour(line.colour))
            self.canvas.setLineWidth(line.width_pt)
            # Round ends would close the gaps of a dashed line.
            self.canvas.setLineCap(0 if line.dash else 1)
            self.canvas.setLineJoin(1)
            self.canvas.setDash([4 * line.width_pt, 3 * line.width_pt] if line.dash else [])
        return bool(fill) or line is not None

    def _foot_text(self, text: str, area: Area, align: Align, colour: str) -> None:
        if text:
            para = Para((Run(text, False, colour),), FOOT_SIZE_PT, "body", align)
            self.pen.body(TextBody((para,), "middle"), area.x, area.y, area.w, area.h)

    def _colour(self, role: str) -> Color:
        return colour(self.theme, role)


@lru_cache(maxsize=1 << 10)
def _path(commands: tuple[Command, ...], height: float) -> tuple[str, ...]:
    """The operators of a path whose y runs down from `height`: a drawing comes in several files of a pack."""
    path = PDFPathObject()
    for command in commands:
        match command:
            case ("M", x, y):
                path.moveTo(x, height - y)
            case ("L", x, y):
                path.lineTo(x, height - y)
            case ("C", x1, y1, x2, y2, x3, y3):
                path.curveTo(x1, height - y1, x2, height - y2, x3, height - y3)
            case ("Z",):
                path.close()
    return tuple(path._code)


def _bounds(shape: Shape, height: float) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a shape on the canvas."""
    corners = list(_corners(shape))
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    return left, height - bottom, right, height - top


def _corners(shape: Shape) -> Iterator[tuple[float, float]]:
    match shape:
        case Box(x=x, y=y, w=w, h=h) | Picture(x=x, y=y, w=w, h=h):
            yield from ((x, y), (x + w, y + h))
        case Stroke(x1=x1, y1=y1, x2=x2, y2=y2):
            yield from ((x1, y1), (x2, y2))
        case Outline(commands=commands):
            yield from points(commands)
        case Group(shapes=shapes):
            for inner in shapes:
                yield from _corners(inner)
        case _:
            assert_never(shape)


def points(commands: tuple[Command, ...]) -> Iterator[tuple[float, float]]:
    """Every point that a path names, its curves' handles too."""
    for command in commands:
        numbers = [float(value) for value in command[1:]]
        yield from zip(numbers[::2], numbers[1::2], strict=True)
