"""Small things drawn beside words: discs, stones with numbers, beads on a path, boxes to tick, clocks."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any, Literal

from reportlab.lib.styles import ParagraphStyle

from builder.render.pdf import fonts
from builder.render.pdf.pages.inlines import Words
from builder.render.pdf.pages.piece import Piece, closer
from builder.render.pdf.pages.stack import Look, Stack
from builder.render.pdf.pages.styles import Setting
from builder.render.pdf.tags import tags_of
from builder.render.pdf.tags.fields import tick_box

Mark = Literal["disc", "stone", "letter", "bead", "box", "arrow"]
INDENT_EM = {"disc": 1.25, "stone": 2.3, "letter": 2.0, "bead": 1.7, "box": 1.75, "arrow": 1.6}
RISE = 0.36
"""How far the middle of a letter stands above its baseline, in its size."""


class Marked(Stack):
    """A stack with a mark in the room to its left; the path comes from `above` and goes on `below`."""

    def __init__(
        self,
        content: Sequence[Any],
        mark: Mark,
        style: ParagraphStyle,
        setting: Setting,
        label: str = "",
        before: float = 0.0,
        after: float = 0.0,
        above: bool = False,
        below: bool = False,
    ) -> None:
        indent = INDENT_EM[mark] * style.fontSize
        super().__init__(
            content,
            Look(left=indent),
            full=setting.grid.full,
            tag="" if mark == "arrow" else "LI",
            before=before,
            after=after,
        )
        self.mark: Mark = mark
        self.style = style
        self.setting = setting
        self.label = label
        self.above = above
        self.below = below
        self.gap = max(before, after)
        # The library would take it from `style`, which keeps a step with its own detail.
        self.keepWithNext = 0

    def tighten(self, factor: float) -> None:
        super().tighten(factor)
        self.gap = closer(self.gap, factor)

    def draw_content(self) -> None:
        if self.tag:
            with tags_of(self.canv).body(self.token, "LBody"):
                if self.mark == "box" and self.first:
                    self._tick_box()
                super().draw_content()
        else:
            super().draw_content()

    def _tick_box(self) -> None:
        size = self.style.fontSize
        asked = " ".join(item.getPlainText() for item in self.content if isinstance(item, Words))
        y = self.height - size + (RISE - 0.48) * size
        tick_box(self.canv, self.setting.theme, asked, 0.5, y, 0.96 * size)

    def draw_ground(self) -> None:
        canvas, size = self.canv, self.style.fontSize
        ink, deep = self.setting.colour("ink"), self.setting.colour("deep")
        middle = self.height - size + RISE * size
        canvas.saveState()
        radius = 0.84 * size if self.mark == "stone" else 0.72 * size
        centre = radius + 0.7
        if self.above or self.below:
            canvas.setStrokeColor(deep)
            canvas.setLineWidth(1.1)
            on_path = centre if self.mark == "stone" else 0.5 * size
            canvas.line(
                on_path,
                self.height if self.above or not self.first else middle,
                on_path,
                -self.gap if self.below else middle,
            )
        if self.first:
            canvas.setStrokeColor(deep)
            match self.mark:
                case "disc":
                    canvas.setFillColor(deep)
                    canvas.circle(0.36 * size, middle - 0.04 * size, 0.19 * size, 0, 1)
                case "stone" | "letter":
                    canvas.setFillColor(self.setting.colour("white"))
                    canvas.setLineWidth(1.2)
                    canvas.circle(centre, middle, radius, 1, 1)
                    canvas.setFillColor(deep)
                    number_pt = 0.95 * size if self.mark == "stone" else 0.82 * size
                    canvas.setFont(fonts.font_name(self.setting.theme, "body", True), number_pt)
                    tags = tags_of(canvas)
                    with tags.opened("Lbl") as label, tags.marked(label):
                        canvas.drawCentredString(centre, middle - 0.345 * number_pt, self.label)
                case "bead":
                    canvas.setFillColor(deep)
                    canvas.circle(0.5 * size, middle, 0.3 * size, 0, 1)
                case "box":
                    canvas.setStrokeColor(ink)
                    canvas.setLineWidth(1)
                    canvas.rect(0.5, middle - 0.48 * size, 0.96 * size, 0.96 * size, 1, 0)
                case "arrow":
                    canvas.setLineWidth(1.1)
                    canvas.setLineCap(1)
                    tip = 1.05 * size
                    canvas.line(1, middle, tip, middle)
                    canvas.line(tip, middle, tip - 0.32 * size, middle + 0.28 * size)
                    canvas.line(tip, middle, tip - 0.32 * size, middle - 0.28 * size)
        canvas.restoreState()


class Clock(Piece):
    """A small clock face with the minutes as a wedge, and beside it how many they are."""

    def __init__(self, minutes: int, setting: Setting, *, right: bool) -> None:
        super().__init__()
        self.minutes = minutes
        self.setting = setting
        self.right = right
        # As large as the words that say what the time is for.
        self.size = max(13.0, setting.styles.side.fontSize)
        self.spaceAfter = 2
        self.tag, self.leaf = "P", True

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, max(18.0, 1.2 * self.size)
        return self.width, self.height

    def draw(self) -> None:
        canvas, radius, size = self.canv, 7.0, self.size
        # "min" is the same in every language that the labels may be in; a bare number is read as nothing.
        number = f"{self.minutes} min"
        font = fonts.font_name(self.setting.theme, "title", False)
        number_w = canvas.stringWidth(number, font, size)
        start = self.width - number_w - 2 * radius - 6 if self.right else 0.0
        x, y = start + radius + 0.5, 9.5
        canvas.saveState()
        canvas.setFillColor(self.setting.colour("white" if self.setting.theme.low_ink else "sun"))
        if self.minutes >= 60:
            canvas.circle(x, y, radius, 0, 1)
        elif self.minutes > 0:
            canvas.wedge(x - radius, y - radius, x + radius, y + radius, 90, -6 * self.minutes, 0, 1)
        canvas.setStrokeColor(self.setting.colour("deep"))
        canvas.setLineWidth(1)
        canvas.circle(x, y, radius, 1, 0)
        canvas.setLineCap(1)
        canvas.line(x, y, x, y + 0.72 * radius)
        turn = pi / 2 - self.minutes * pi / 30
        canvas.line(x, y, x + 0.72 * radius * cos(turn), y + 0.72 * radius * sin(turn))
        canvas.setFillColor(self.setting.colour("ink"))
        canvas.setFont(font, size)
        canvas.drawString(x + radius + 5, y - 0.354 * size, number)
        canvas.restoreState()
