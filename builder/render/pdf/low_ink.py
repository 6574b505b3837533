"""Slides and drawings for a copier: outlines and hatching where the house theme fills areas with colour."""

from math import cos, hypot, radians, sin
from typing import Any

from builder.layout.placed import Box, Group, Line, Outline, Shape, Stroke
from builder.render.pdf.artist import Artist, points

DARK = {"ink": 45, "night": 45, "deep": 45, "leaf": 90, "plum": 135, "coral": 0, "bark": 45, "umber": 135}
"""Colours that are dark, and the angle at which they are hatched: what differs in colour differs there."""
OUTLINE = Line("ink", 0.9)
HAIRLINE = Line("ink", 0.5)
APART, HATCH = 4.6, 0.45
"""Points between two lines of a hatching, and how wide each is: a tenth of the area is inked."""
SMALL = 9.0
"""The width and height under which a dark shape, such as an eye, is filled after all."""
COARSE = 0.35
"""The scale under which a hatching would run together: small pictures of slides do without."""
FRAME = Line("ink", 2.5)


class LowInkArtist(Artist):
    """Draws the same shapes with little ink; words are black on white everywhere."""

    _in_drawing = False

    def ground(self, colour: str, width: float) -> None:
        """The paper's own; a slide with a dark ground has a frame, to stand out as it did."""
        if colour in DARK:
            edge = FRAME.width_pt
            self._paint("", FRAME)
            self.canvas.rect(edge, edge, width - 2 * edge, self.height - 2 * edge, 1, 0)

    def shape(self, shape: Shape) -> None:
        match shape:
            case Box():
                self._draw_box(shape)
            case Outline():
                self._draw_outline(shape)
            case Group():
                self._in_drawing = True
                for inner in shape.shapes:
                    self.shape(inner)
                self._in_drawing = False
            case Stroke(name, x1, y1, x2, y2, line):
                super().shape(Stroke(name, x1, y1, x2, y2, Line("ink", min(line.width_pt, 1.6), line.dash)))
            case _:
                super().shape(shape)

    def _draw_box(self, box: Box) -> None:
        path = self.canvas.beginPath()
        low = self.height - box.y - box.h
        match box.kind:
            case "rect":
                path.rect(box.x, low, box.w, box.h)
            case "round":
                path.roundRect(box.x, low, box.w, box.h, min(box.radius_pt, box.w / 2, box.h / 2))
            case _:
                path.ellipse(box.x, low, box.w, box.h)
        if box.fill or box.line:
            self._area(path, box.fill, box.line, (box.x, low, box.w, box.h), hatch=False)
        self.words(box)

    def _draw_outline(self, outline: Outline) -> None:
        corners = list(points(outline.commands))
        if not corners:
            return
        left, top = (min(values) for values in zip(*corners, strict=True))
        right, bottom = (max(values) for values in zip(*corners, strict=True))
        area = (left, self.height - bottom, right - left, bottom - top)
        if outline.fill:
            self._area(self.path(outline), outline.fill, outline.line, area, hatch=self._in_drawing)
        elif outline.line:
            thin = Line("ink", min(outline.line.width_pt, 1.6), outline.line.dash)
            self._paint("", thin)
            self.canvas.drawPath(self.path(outline), 1, 0)

    def _area(
        self, path: Any, fill: str, line: Line | None, area: tuple[float, float, float, float], *, hatch: bool
    ) -> None:
        """A closed shape: white, so that it hides what it hid before, outlined, hatched if it was dark.

        Only drawings are hatched: words may stand on everything else.
        """
        _, _, width, height = area
        dark = fill in DARK
        if dark and width < SMALL and height < SMALL:
            self._paint("ink", None)
            self.canvas.drawPath(path, 0, 1)
            return
        edge = Line("ink", min(line.width_pt, 1.6), line.dash) if line else OUTLINE if dark else HAIRLINE
        self._paint("white" if fill else "", edge)
        self.canvas.drawPath(path, 1, int(bool(fill)))
        if dark and hatch and self.scale >= COARSE:
            self._hatch(path, area, DARK[fill])

    def _hatch(self, path: Any, area: tuple[float, float, float, float], angle: float) -> None:
        x, y, width, height = area
        canvas = self.canvas
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0)
        self._paint("", Line("ink", HATCH))
        middle_x, middle_y, reach = x + width / 2, y + height / 2, hypot(width, height) / 2
        along, across = (
            (cos(radians(angle)), sin(radians(angle))),
            (-sin(radians(angle)), cos(radians(angle))),
        )
        for number in range(-int(reach / APART), int(reach / APART) + 1):
            at_x, at_y = middle_x + number * APART * across[0], middle_y + number * APART * across[1]
            canvas.line(
                at_x - reach * along[0],
                at_y - reach * along[1],
                at_x + reach * along[0],
                at_y + reach * along[1],
            )
        canvas.restoreState()
