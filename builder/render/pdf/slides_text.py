"""Words on a placed slide: lines, bullets, light behind words, links."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color, HexColor

from builder.layout.measure import Line, Measure
from builder.layout.placed import Para, TextBody
from builder.render.pdf.fonts import font_name
from builder.theme import Theme

ASCENT_EM, DESCENT_EM = 0.95, 0.25
"""Where a line's baseline stands under its top, and how far its light reaches below it."""


class Pen:
    """Sets text bodies on a canvas; a slide's y runs down from `height`."""

    def __init__(self, canvas: Any, theme: Theme, measure: Measure, height: float, links: bool) -> None:
        self.canvas, self.theme, self.measure = canvas, theme, measure
        self.height, self.links = height, links

    def body(self, body: TextBody, x: float, y: float, w: float, h: float) -> None:
        left, top, right, bottom = body.insets_pt
        width = w - left - right
        # Titles keep the breaks they were balanced with; other words may use the margin they were given.
        broken = [self.measure.lines(para, width, house_only=para.face != "title") for para in body.paras]
        total = sum(
            len(lines) * self.theme.leading * para.size_pt
            for para, lines in zip(body.paras, broken, strict=True)
        )
        total += sum(para.space_after_pt for para in body.paras[:-1])
        spare = h - top - bottom - total
        down = y + top + {"top": 0.0, "middle": spare / 2, "bottom": spare}[body.anchor]
        number = 0
        for para, lines in zip(body.paras, broken, strict=True):
            number = number + 1 if para.bullet == "number" else 0
            self._bullet(para, number, x + left, down)
            for line in lines:
                self._line(
                    para, line, x + left + self.measure.indent(para), down, width - self.measure.indent(para)
                )
                down += self.theme.leading * para.size_pt
            down += para.space_after_pt

    def _bullet(self, para: Para, number: int, x: float, down: float) -> None:
        if not para.bullet:
            return
        size = para.size_pt
        baseline = self.height - down - ASCENT_EM * size
        if para.bullet == "disc":
            radius = 0.14 * size
            self.canvas.setFillColor(self._colour(para.runs[0].colour))
            self.canvas.circle(x + radius + 0.08 * size, baseline + 0.34 * size, radius, stroke=0, fill=1)
        else:
            self.canvas.setFillColor(self._colour(para.runs[0].colour))
            self.canvas.setFont(font_name(self.theme, para.face, True), size)
            self.canvas.drawString(x, baseline, f"{number}.")

    def _line(self, para: Para, line: Line, x: float, down: float, width: float) -> None:
        size = para.size_pt
        widths = [self.measure.widths(p.text, para.face, p.run.bold)[0] * size for p in line]
        x += {"left": 0.0, "centre": 0.5, "right": 1.0}[para.align] * (width - sum(widths))
        baseline = self.height - down - ASCENT_EM * size
        self._lights(line, widths, x, baseline, size)
        text = self.canvas.beginText(x, baseline)
        for i, piece in enumerate(line):
            text.setFont(font_name(self.theme, para.face, piece.run.bold), size)
            text.setFillColor(self._colour(piece.run.colour))
            # A space at the line's end keeps readers from joining its last word to the next line's first.
            text.textOut(piece.text + " " * (i == len(line) - 1))
        self.canvas.drawText(text)
        self._links(line, widths, x, baseline, size)

    def _lights(self, line: Line, widths: Sequence[float], x: float, baseline: float, size: float) -> None:
        for piece, width in zip(line, widths, strict=True):
            if piece.run.lit and piece.text.strip():
                low_ink = self.theme.low_ink
                self.canvas.setFillColor(self._colour("sun"))
                self.canvas.setStrokeColor(self._colour("ink"))
                self.canvas.setLineWidth(0.05 * size)
                pad = 0.1 * size
                self.canvas.roundRect(
                    x - pad,
                    baseline - DESCENT_EM * size,
                    width + 2 * pad,
                    1.12 * size,
                    0.12 * size,
                    stroke=int(low_ink),
                    fill=int(not low_ink),
                )
            x += width

    def _links(self, line: Line, widths: Sequence[float], x: float, baseline: float, size: float) -> None:
        for piece, width in zip(line, widths, strict=True):
            if piece.run.link:
                self.canvas.setStrokeColor(self._colour(piece.run.colour))
                self.canvas.setLineWidth(0.06 * size)
                self.canvas.setDash([])
                self.canvas.line(x, baseline - 0.12 * size, x + width, baseline - 0.12 * size)
                if self.links:
                    area = (x, baseline - DESCENT_EM * size, x + width, baseline + 0.8 * size)
                    self.canvas.linkURL(piece.run.link, area, relative=1)
            x += width

    def _colour(self, role: str) -> Color:
        # Nothing is dark behind words where ink is saved.
        role = "ink" if self.theme.low_ink else role
        return HexColor(f"#{self.theme.colours[role]}")
