"""The narrow column beside the text: minutes, small slides and cues, next to the words they belong to."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from builder import document as d
from builder.render.pdf.pages.inlines import words
from builder.render.pdf.pages.marks import Clock
from builder.render.pdf.pages.pictures import side_by_side, thumbnails
from builder.render.pdf.pages.piece import Piece
from builder.render.pdf.pages.stack import Stack
from builder.render.pdf.pages.styles import GUTTER, Setting
from builder.render.pdf.tags import tags_of

SideBlock = d.Minutes | d.SlideReference
ACROSS = 3
"""How many slides stand side by side where there is no narrow column."""


def side_flowables(block: SideBlock, setting: Setting, *, beside: bool) -> list[Any]:
    """A block of the narrow column; `beside` is False where there is none and it stands in the text."""
    style = setting.styles.side if beside else ParagraphStyle("cue", parent=setting.styles.side, alignment=0)
    if isinstance(block, d.Minutes):
        clock: list[Any] = [Clock(block.minutes, setting, right=beside)]
        return [*clock, words(block.label, style, setting)] if block.label else clock
    bold = ParagraphStyle("slide", parent=style, fontName=setting.styles.prompt.fontName)
    label = [words(block.label, bold, setting)] if block.label else []
    if beside:
        return [*thumbnails(block.numbers, setting.grid.side_w, setting, right=True), *label]
    return [*side_by_side(block.numbers, ACROSS, setting), *label]


class Beside(Piece):
    """A stretch of text with what belongs to it in the narrow column, level with its first line.

    It is as tall as the taller of the two, so that two stretches never meet in the narrow column.
    """

    def __init__(self, side: Stack, body: Stack, setting: Setting) -> None:
        super().__init__()
        self.side = side
        self.body = body
        self.setting = setting

    def getSpaceBefore(self) -> float:  # noqa: N802  # reportlab's name
        return float(self.body.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802  # reportlab's name
        return float(self.body.getSpaceAfter())

    def tighten(self, factor: float) -> None:
        self.body.tighten(factor)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = max(self.measured(self.body, width), self.measured(self.side, self.setting.grid.side_w))
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        fresh = height >= 0.7 * self.setting.grid.full
        if self.side.height > height and not fresh:
            return []
        canv = getattr(self, "canv", None)
        sides = self.side.splitOn(canv, self.setting.grid.side_w, height)
        bodies = self.body.splitOn(canv, width, height)
        if not sides or not bodies:
            return []
        side_rest, body_rest = sides[1:], bodies[1:]
        first = Beside(sides[0], bodies[0], self.setting)
        if not side_rest:
            return [first, *body_rest]
        rest = body_rest[0] if body_rest else Stack([], full=self.setting.grid.full)
        return [first, Beside(side_rest[0], rest, self.setting)]

    def draw(self) -> None:
        x = -GUTTER - self.setting.grid.side_w
        tags = tags_of(self.canv)
        tags.stretch()
        self.body.drawOn(self.canv, 0, self.height - self.body.height)
        with tags.heading_first():
            self.side.drawOn(self.canv, x, self.height - self.side.height)


def beside(blocks: Sequence[SideBlock], body: Stack, setting: Setting, drop: float) -> Beside:
    """`drop` is how far below the body's top the column begins, to stand level with a heading."""
    content = [item for block in blocks for item in side_flowables(block, setting, beside=True)]
    side = Stack(content, full=setting.grid.full)
    side.look = type(side.look)(top=drop)
    return Beside(side, body, setting)
