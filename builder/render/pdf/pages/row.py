"""Cells side by side: what tables, definitions and lists of services are made of."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from typing import Any, Literal

from reportlab.lib.colors import Color

from builder.render.pdf.pages.piece import Piece, Tag
from builder.render.pdf.pages.stack import Look, Stack
from builder.render.pdf.pages.styles import Setting
from builder.render.pdf.tags import tags_of
from builder.render.pdf.tags.fields import text_field

LINE = 20.0
"""The height in points from which two typed lines find room."""
LEAST_ROOM_TO_WRITE = 0.8
"""The share of its height that a cell to write in keeps on the fullest page."""


class Blank(Stack):
    """An empty cell to write in; on screen it is a field as tall as its row, told as what is `asked`."""

    def __init__(self, asked: str, look: Look, setting: Setting) -> None:
        super().__init__([], look, full=setting.grid.full, tag="TD")
        self.asked = asked
        self.setting = setting
        self.tall = 0.0

    def draw_content(self) -> None:
        room = (2, self.height - self.tall + 2, self.width - 4, self.tall - 4)
        if self.asked and self.tall > 0:
            lines = max(1, int(self.tall / LINE))
            text_field(self.canv, self.setting.theme, self.asked, *room, lines=lines)


class Row(Piece):
    """Cells side by side, of fixed widths, tops level; parts only where a page can't hold it whole.

    `lines` says what is ruled: "under" a thin line below, "head" a strong one, "cells" a box round
    each cell, to write in.
    """

    def __init__(
        self,
        cells: Sequence[Stack],
        widths: Sequence[float],
        *,
        full: float,
        line: Color | None = None,
        lines: Literal["", "under", "head", "cells"] = "",
        least: float = 0.0,
        tag: Tag = "TR",
    ) -> None:
        super().__init__()
        self.cells = list(cells)
        self.widths = list(widths)
        self.full = full
        self.line = line
        self.lines = lines
        self.least = least
        self.tag = tag

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self.known_at == width:
            return self.width, self.height
        heights = [self.measured(cell, w) for cell, w in zip(self.cells, self.widths, strict=True)]
        self.width, self.height, self.known_at = width, max([self.least, *heights]), width
        for cell in self.cells:
            if isinstance(cell, Blank):
                cell.tall = self.height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        if height < 0.6 * self.full:
            return []
        first, rest = [], []
        moved = False
        for cell, w in zip(self.cells, self.widths, strict=True):
            parts = cell.splitOn(getattr(self, "canv", None), w, height)
            if not parts:
                return []
            moved = moved or len(parts) > 1
            first.append(parts[0])
            rest.append(parts[1] if len(parts) > 1 else cell.part([], False))
        if not moved:
            return [self._with(self.cells, height)]
        return [self._with(first, 0.0), self._with(rest, 0.0)]

    def _with(self, cells: Sequence[Stack], least: float) -> "Row":
        made = Row(
            cells,
            self.widths,
            full=self.full,
            line=self.line,
            lines=self.lines,
            least=least,
            tag=self.tag,
        )
        made.token = self.token
        return made

    def closer(self) -> "Row":
        """The same row with less room above and below its words."""
        cells = []
        for cell in self.cells:
            look = replace(cell.look, top=0.6 * cell.look.top, bottom=0.6 * cell.look.bottom)
            made = copy(cell)
            made.look, made.known_at = look, -1.0
            cells.append(made)
        return self._with(cells, self.least)

    def tighten(self, factor: float) -> None:
        super().tighten(factor)
        self.least *= max(factor, LEAST_ROOM_TO_WRITE)
        for cell in self.cells:
            cell.tighten(factor)

    def inside(self, _width: float) -> list[tuple[Any, float]]:
        return list(zip(self.cells, self.widths, strict=True))

    def draw(self) -> None:
        canvas, x = self.canv, 0.0
        if self.tag == "LI":
            with tags_of(canvas).body(self.token, "LBody"):
                self._draw_cells()
        else:
            self._draw_cells()
        if self.line is None or not self.lines:
            return
        canvas.saveState()
        canvas.setStrokeColor(self.line)
        canvas.setLineWidth(1.4 if self.lines == "head" else 0.6)
        if self.lines == "cells":
            x = 0.0
            for w in self.widths:
                canvas.rect(x, 0, w, self.height, 1, 0)
                x += w
        else:
            canvas.line(0, 0, sum(self.widths), 0)
        canvas.restoreState()

    def _draw_cells(self) -> None:
        x = 0.0
        for cell, w in zip(self.cells, self.widths, strict=True):
            cell.drawOn(self.canv, x, self.height - cell.height)
            x += w
