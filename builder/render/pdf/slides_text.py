"""Words on a placed slide: lines, bullets, light behind words, links."""

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import groupby
from typing import Any

from reportlab.lib.colors import Color

from builder.layout.measure import Line, Measure
from builder.layout.placed import Para, TextBody
from builder.render.pdf.colours import colour
from builder.render.pdf.fonts import font_name
from builder.render.pdf.tags import Element, Token, tags_of
from builder.theme import Theme

ASCENT_EM, DESCENT_EM = 0.95, 0.25
"""Where a line's baseline stands under its top, and how far its light reaches below it."""


class Pen:
    """Sets text bodies on a canvas; a slide's y runs down from `height`."""

    def __init__(self, canvas: Any, theme: Theme, measure: Measure, height: float, links: bool) -> None:
        self.canvas, self.theme, self.measure = canvas, theme, measure
        self.height, self.links = height, links
        self.tags = tags_of(canvas)

    def body(self, body: TextBody, x: float, y: float, w: float, h: float, tag: str = "P") -> None:
        """Set a text body; `tag` says what its paragraphs are for a reader who can't see them."""
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
        heading = Token() if tag != "P" else None
        rows = list(zip(body.paras, broken, strict=True))
        for bullet, group in groupby(rows, lambda row: row[0].bullet):
            with self.tags.opened("L") if bullet else nullcontext():
                for number, (para, lines) in enumerate(group, 1):
                    self._para(para, lines, number, x + left, down, width, tag, heading)
                    down += len(lines) * self.theme.leading * para.size_pt + para.space_after_pt

    def _para(
        self,
        para: Para,
        lines: Sequence[Line],
        number: int,
        x: float,
        down: float,
        width: float,
        tag: str,
        heading: Token | None,
    ) -> None:
        tags, item = self.tags, Token()
        indent = self.measure.indent(para)
        with tags.opened("LI", item) if para.bullet else nullcontext():
            if para.bullet == "number":
                with tags.opened("Lbl") as label, tags.marked(label):
                    self._bullet(para, number, x, down)
            elif para.bullet:
                self._bullet(para, number, x, down)
            with (
                tags.body(item, "LBody") if para.bullet else nullcontext(),
                tags.opened(tag, heading) as element,
                tags.marked(element),
            ):
                links: dict[str, Element] = {}
                for line in lines:
                    self._line(para, line, x + indent, down, width - indent, element, links)
                    down += self.theme.leading * para.size_pt

    def _bullet(self, para: Para, number: int, x: float, down: float) -> None:
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

    def _line(
        self,
        para: Para,
        line: Line,
        x: float,
        down: float,
        width: float,
        element: Element,
        links: dict[str, Element],
    ) -> None:
        size = para.size_pt
        widths = [self.measure.widths(p.text, para.face, p.run.bold)[0] * size for p in line]
        x += {"left": 0.0, "centre": 0.5, "right": 1.0}[para.align] * (width - sum(widths))
        baseline = self.height - down - ASCENT_EM * size
        self._lights(line, widths, x, baseline, size)
        start = x
        for link, group in groupby(enumerate(line), lambda one: one[1].run.link if self.links else ""):
            if link and link not in links:
                links[link] = Element("Link", element)
            text = self.canvas.beginText(start, baseline)
            for i, piece in group:
                text.setFont(font_name(self.theme, para.face, piece.run.bold), size)
                text.setFillColor(self._colour(piece.run.colour))
                # A space at the line's end keeps readers from joining its last word to the next line's.
                text.textOut(piece.text + " " * (i == len(line) - 1))
                start += widths[i]
            with self.tags.marked(links[link]) if link else nullcontext():
                self.canvas.drawText(text)
        self._underline(line, widths, x, baseline, size, links)

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

    def _underline(
        self,
        line: Line,
        widths: Sequence[float],
        x: float,
        baseline: float,
        size: float,
        links: dict[str, Element],
    ) -> None:
        for piece, width in zip(line, widths, strict=True):
            if piece.run.link:
                self.canvas.setStrokeColor(self._colour(piece.run.colour))
                self.canvas.setLineWidth(0.06 * size)
                self.canvas.setDash([])
                self.canvas.line(x, baseline - 0.12 * size, x + width, baseline - 0.12 * size)
                if self.links:
                    area = (x, baseline - DESCENT_EM * size, x + width, baseline + 0.8 * size)
                    self.tags.expect_link(links[piece.run.link])
                    self.canvas.linkURL(piece.run.link, area, relative=1)
            x += width

    def _colour(self, role: str) -> Color:
        # Nothing is dark behind words where ink is saved.
        role = "ink" if self.theme.low_ink else role
        return colour(self.theme, role)
