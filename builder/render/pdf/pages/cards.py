"""Cards to cut out: wallet cards of 85 x 54 mm, eight to a sheet, and strips as wide as the page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportlab.lib.units import mm

from builder import document as d
from builder.render.pdf.codes import draw_code
from builder.render.pdf.pages.inlines import words
from builder.render.pdf.pages.piece import Piece
from builder.render.pdf.pages.stack import Look, Shrunk, Stack
from builder.render.pdf.pages.styles import WALLET_H, WALLET_W, Setting
from builder.render.pdf.tags import area, tags_of

PAD = 3.2 * mm
INNER_W, INNER_H = WALLET_W - 2 * PAD, WALLET_H - 2 * PAD
TICK, TICK_GAP = 3.5 * mm, 1 * mm
ACROSS = 2
CODE, CODE_GAP = 14.5 * mm, 2.5 * mm
LEAST_CODE = 12.5 * mm
"""The side of the smallest code that any phone reads at arm's length."""


class Lettering(Piece):
    """A card's heading with the path under it, running off to the right."""

    def __init__(self, heading: Any, setting: Setting) -> None:
        super().__init__()
        self.heading = heading
        self.setting = setting
        self.spaceAfter = 3.5

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.measured(self.heading, width) + 1.5
        return self.width, self.height

    def inside(self, width: float) -> list[tuple[Any, float]]:
        return [(self.heading, width)]

    def draw(self) -> None:
        self.heading.drawOn(self.canv, 0, 1.5)
        self.canv.saveState()
        self.canv.setStrokeColor(self.setting.colour("deep"))
        self.canv.setLineWidth(1)
        self.canv.line(0, 0, self.width + PAD, 0)
        self.canv.setFillColor(self.setting.colour("deep"))
        self.canv.circle(1.8, 0, 1.8, 0, 1)
        self.canv.restoreState()


class Inside(Stack):
    """What stands on a wallet card; `code` is the side of the square in its corner, in points."""

    code = CODE


def card_content(card: d.Card, inner: Sequence[Any], setting: Setting) -> Inside:
    """The inside of a wallet card; its height tells whether it fits `INNER_H`."""
    style = setting.styles.headings[0].clone("card heading", spaceBefore=0, spaceAfter=0)
    head = [Lettering(words(card.heading, style, setting), setting)] if card.heading else []
    return Inside([*head, *inner], full=setting.grid.full)


def beside_code(last: Any, room: float, setting: Setting) -> Stack:
    """The last words of a card, kept clear of the code in its corner and at least `room` points high."""
    look, full = Look(right=CODE + CODE_GAP), setting.grid.full
    tall = Stack([last], look, full=full).wrap(INNER_W, 0)[1]
    return Stack([last], replace(look, top=max(0.0, room - tall)), full=full)


class CardRow(Piece):
    """Up to two wallet cards side by side, in the middle of the page, with lines to cut along."""

    def __init__(
        self, cards: Sequence[Inside], codes: Sequence[str], setting: Setting, *, first: bool, last: bool
    ) -> None:
        super().__init__()
        self.cards = list(cards)
        self.codes = list(codes)
        self.setting = setting
        self.is_first = first
        self.is_last = last

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        for card in self.cards:
            self.measured(card, INNER_W)
        self.width, self.height = width, WALLET_H
        return self.width, self.height

    def inside(self, _width: float) -> list[tuple[Any, float]]:
        return [(card, INNER_W) for card in self.cards]

    def draw(self) -> None:
        canvas = self.canv
        left = (self.setting.grid.page_w - ACROSS * WALLET_W) / 2 - canvas.absolutePosition(0, 0)[0]
        width = len(self.cards) * WALLET_W
        canvas.saveState()
        canvas.setFillColor(self.setting.colour("white"))
        canvas.rect(left, 0, width, WALLET_H, 0, 1)
        canvas.setStrokeColor(self.setting.colour("ink"))
        canvas.setLineWidth(0.6)
        canvas.setDash(3, 2.5)
        # Neighbouring rows draw their common line twice, dash on dash, so that it is there on
        # whichever page the row stands.
        for y in (0, WALLET_H):
            canvas.line(left, y, left + width, y)
        for index in range(len(self.cards) + 1):
            canvas.line(left + index * WALLET_W, 0, left + index * WALLET_W, WALLET_H)
        canvas.setDash()
        self._ticks(left, width)
        canvas.restoreState()
        for index, card in enumerate(self.cards):
            drawn = card if card.height <= INNER_H else Shrunk(card, INNER_H)
            drawn.wrapOn(canvas, INNER_W, INNER_H)
            drawn.drawOn(canvas, left + index * WALLET_W + PAD, WALLET_H - PAD - drawn.height)
            if self.codes[index]:
                side = card.code
                x = left + (index + 1) * WALLET_W - PAD - side
                where = area(canvas, x, PAD - 1, x + side, PAD - 1 + side)
                tags = tags_of(canvas)
                with (
                    tags.opened("Figure", None, f"QR: {self.codes[index]}", where) as code,
                    tags.marked(code),
                ):
                    draw_code(canvas, self.codes[index], x, PAD - 1, side, self.setting.colour("ink"))

    def _ticks(self, left: float, width: float) -> None:
        """Short lines outside the cards, to lay a ruler or a guillotine on."""
        canvas, near, far = self.canv, TICK_GAP, TICK_GAP + TICK
        for y in (0, WALLET_H):
            canvas.line(left - far, y, left - near, y)
            canvas.line(left + width + near, y, left + width + far, y)
        for index in range(len(self.cards) + 1):
            x = left + index * WALLET_W
            if self.is_first:
                canvas.line(x, WALLET_H + near, x, WALLET_H + far)
            if self.is_last:
                canvas.line(x, -far, x, -near)


def wallet_sheet(cards: Sequence[Inside], codes: Sequence[str], setting: Setting) -> list[Any]:
    """`codes` are the addresses that the cards show as QR codes; empty for a card without."""
    starts = range(0, len(cards), ACROSS)
    made: list[Any] = [
        CardRow(
            cards[at : at + ACROSS],
            codes[at : at + ACROSS],
            setting,
            first=at == 0,
            last=at + ACROSS >= len(cards),
        )
        for at in starts
    ]
    return [Stack(made, full=setting.grid.full, before=5 * mm, after=6 * mm)] if made else []


def strip(card: d.Card, inner: Sequence[Any], setting: Setting) -> Stack:
    """One card as wide as the column; strips touch, so that one cut parts two."""
    look = Look(STRIP_PAD, 8, STRIP_PAD, 9, line=setting.colour("ink"), line_width=0.6, dashed=True)
    head = [words(card.heading, setting.styles.prompt, setting)] if card.heading else []
    return Stack(
        [*head, *inner],
        look,
        full=setting.grid.full,
        keep=1 if head and inner else 0,
        whole_under=0.6,
    )


STRIP_PAD, AFTER_LAST = 12.0, 10.0
