"""Room for handwriting: ruled lines, and a label with a line after it; on screen they are fields."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from builder import document as d
from builder.render.pdf.pages.inlines import Words, words
from builder.render.pdf.pages.piece import ENDLESS, Piece
from builder.render.pdf.pages.stack import Stack
from builder.render.pdf.pages.styles import Setting
from builder.render.pdf.tags.fields import text_field

LINE_PT = 0.7
ROOM_FOR_A_NAME = 28 * mm


class Rules(Piece):
    """Lines to write on, `gap` points apart; parts between two lines.

    On screen they are a field, if something is `asked`.
    """

    def __init__(self, count: int, gap: float, setting: Setting, asked: str = "") -> None:
        super().__init__()
        self.count = count
        self.gap = gap
        self.setting = setting
        self.asked = asked

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.count * self.gap
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Any]:
        fit = int((height + 1e-6) // self.gap)
        if fit >= self.count:
            return [self]
        if fit < 1:
            return []
        return [Rules(count, self.gap, self.setting, self.asked) for count in (fit, self.count - fit)]

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(self.setting.colour("ink"))
        self.canv.setLineWidth(LINE_PT)
        for index in range(self.count):
            y = self.height - (index + 1) * self.gap + 1
            self.canv.line(0, y, self.width, y)
        self.canv.restoreState()
        if self.asked and not self.setting.on_card:
            text_field(
                self.canv,
                self.setting.theme,
                self.asked,
                0,
                1,
                self.width,
                self.height - 2,
                lines=self.count,
            )


class LabelledLine(Piece):
    """A short label with a line after it, on one writing line."""

    def __init__(self, label: Words, label_w: float, height: float, setting: Setting) -> None:
        super().__init__()
        self.label = label
        self.label_w = label_w
        self.height = height
        self.setting = setting
        self.beside = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width - self.beside
        self.label.wrapOn(getattr(self, "canv", None), self.label_w + 2, ENDLESS)
        return self.width, self.height

    def draw(self) -> None:
        style = self.label.style
        # The label's baseline stands on the line that the name is written on.
        self.label.drawOn(self.canv, 0, 2.5 + style.fontSize - style.leading)
        self.canv.saveState()
        self.canv.setStrokeColor(self.setting.colour("ink"))
        self.canv.setLineWidth(LINE_PT)
        self.canv.line(self.label_w + 6, 1, self.width, 1)
        self.canv.restoreState()
        if not self.setting.on_card:
            start = self.label_w + 6
            room = (start, 1, self.width - start, self.height - 3)
            text_field(self.canv, self.setting.theme, self.label.getPlainText(), *room)


def natural_width(content: d.Rich, style: ParagraphStyle, bold_font: str) -> float:
    """How long the words are on one line, reckoned in bold to be safe."""
    return float(stringWidth(d.plain(content), bold_font, style.fontSize))


def answer_lines(block: d.AnswerLines, setting: Setting) -> list[Any]:
    styles = setting.styles
    gap = setting.theme.pages.writing_line_mm * mm
    label_style = styles.side if setting.on_card else styles.prompt
    if block.lines == 1:
        label_w = natural_width(block.prompt, label_style, styles.prompt.fontName)
        room = ROOM_FOR_A_NAME if setting.on_card else setting.width * 0.45
        if label_w + 6 + room <= setting.width:
            height = 15.0 if setting.on_card else gap
            return [LabelledLine(words(block.prompt, label_style, setting), label_w, height, setting)]
    prompt = words(block.prompt, label_style, setting)
    if block.lines < 1:
        return [prompt]
    rules = Rules(block.lines, 14.0 if setting.on_card else gap, setting, d.plain(block.prompt))
    return [
        Stack(
            [prompt, rules],
            full=setting.grid.full,
            keep=1,
            whole_under=0.45,
            before=styles.body.leading * 0.7,
            after=styles.body.leading * 0.5,
        )
    ]
