"""Slides of equal things side by side: cards in columns, and cards to sort into trays."""

from collections.abc import Sequence

from builder import document as d
from builder.layout.compose.job import Job, Part, said, together
from builder.layout.compose.parts import CARD_SIZES, RADIUS, intro, tiles
from builder.layout.grid import BODY_BOTTOM, GUTTER, Area, column, rows, shares, span
from builder.layout.placed import Line
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, flow, words

PAD, SMALL, WORTH = 20.0, 24.0, 2.0
"""A card's padding; under which size equal columns are given up, and for how much larger words."""
LOPSIDED = 1.4
"""How much higher one text must be than the other: what is compared keeps equal columns."""
TOWARDS = ((7, 5), (5, 7), (8, 4), (4, 8))
ROOMY = 90.0
"""With more room than this left under the cards they end early; with less they stand down to the foot."""
MOST_TO_SORT, SORT_GAP, TRAYS_W = 12, 10.0, 252.0


def columns(job: Job) -> list[Sheet]:
    """Cards side by side; too full for one slide, each card gets its own."""
    cards = job.take_all(d.Callout)
    before, after = said(job.take_paragraphs("lead")), job.rest()

    def draw(sheet: Sheet, chunk: Sequence[d.Callout], part: Part) -> None:
        y = sheet.head(job.title(part), job.section.label)
        y = intro(sheet, y, together(before if part.first else None, after if part.last else None))
        if not chunk:
            return
        texts = [_titled(c) for c in chunk]
        cells, size = _cells(sheet, texts, Area(column(0), y, span(12), BODY_BOTTOM - y))
        high = 2 * PAD + max(
            sheet.height(text, size, cell.w - 2 * PAD) for cell, text in zip(cells, texts, strict=True)
        )
        room = cells[0].h
        height = room if room - high < ROOMY else high + 24
        fills = ("sand", "sky", "mint", "lilac")
        for number, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            sheet.text(
                f"Card {number + 1}",
                Area(cell.x, cell.y, cell.w, height),
                text,
                (size,),
                fill=fills[number % len(fills)],
                radius_pt=RADIUS,
                insets=(PAD, PAD, PAD, PAD),
            )

    return job.split(cards, "paper", draw, 4)


def _cells(sheet: Sheet, texts: Sequence[Words], area: Area) -> tuple[list[Area], float]:
    """Equal columns, unless one of two has so much more to say that both could be set larger."""

    def sized(cells: list[Area]) -> float:
        asks = [(t, c.w - 2 * PAD, c.h - 2 * PAD) for c, t in zip(cells, texts, strict=True)]
        fitting = all(sheet.measure.fits(text(CARD_SIZES[-1]), w, h) for text, w, h in asks)
        return sheet.size_for(CARD_SIZES, asks) if fitting else 0.0

    best = shares(area, len(texts))
    size = sized(best)
    high = [sheet.height(text, CARD_SIZES[-1], best[0].w - 2 * PAD) for text in texts]
    uneven = len(texts) == 2 and max(high) > LOPSIDED * min(high)
    for left, right in TOWARDS if uneven and size < SMALL else ():
        cells = [
            Area(area.x, area.y, span(left), area.h),
            Area(area.x + span(left) + GUTTER, area.y, span(right), area.h),
        ]
        if sized(cells) >= size + WORTH:
            best, size = cells, sized(cells)
    return best, size or CARD_SIZES[-1]


def _titled(callout: d.Callout) -> Words:
    head = words(callout.title, "deep", face="title") if callout.title else None
    body = flow(callout.blocks) if callout.blocks else None
    return together(head, body) or words("")


def sort(job: Job) -> list[Sheet]:
    """What to do and labelled trays at the left, on every slide of a split; cards at the right."""
    trays = job.take_all(d.Callout)
    found = job.take(d.BulletList)
    before = together(said(job.take_paragraphs("lead")), job.rest())

    def draw(sheet: Sheet, chunk: Sequence[d.Rich], part: Part) -> None:
        y = sheet.head(job.title(part), job.section.label)
        side = Area(column(0), y, TRAYS_W, BODY_BOTTOM - y)
        if not trays:
            y = intro(sheet, y, before)
        if trays and before:
            size = sheet.size_for(sheet.ladder[1:], [(before, side.w, side.h * 0.4)])
            high = min(sheet.height(before, size, side.w), side.h * 0.55)
            sheet.text("Text", Area(side.x, side.y, side.w, high), before, (size,), role="body")
            side = Area(side.x, side.y + high + 18, side.w, side.h - high - 18)
        _trays(sheet, trays, side)
        left = side.right + 24 if trays else column(0)
        _to_sort(sheet, chunk, Area(left, y, column(0) + span(12) - left, BODY_BOTTOM - y))

    return job.split(found.items if found else (), "paper", draw, MOST_TO_SORT)


def _to_sort(sheet: Sheet, cards: Sequence[d.Rich], area: Area) -> None:
    if not cards:
        return
    texts = [words(card) for card in cards]
    cells = tiles(area, len(texts), 2, SORT_GAP)
    inner = (cells[0].w - 28, cells[0].h - 10)
    size = sheet.size_for(CARD_SIZES[1:], [(text, *inner) for text in texts])
    lines = -(-len(texts) // 2)
    high = max(sheet.height(text, size, inner[0]) for text in texts)
    height = min(cells[0].h, max(high + 40, 64))
    area = Area(area.x, area.y, area.w, lines * height + (lines - 1) * SORT_GAP)
    for number, (cell, text) in enumerate(zip(tiles(area, len(texts), 2, SORT_GAP), texts, strict=True), 1):
        sheet.text(
            f"Card {number}",
            cell,
            text,
            (size,),
            fill="white",
            line=Line("mist", 1.5),
            radius_pt=10,
            insets=(14, 5, 14, 5),
            anchor="middle",
        )


def _trays(sheet: Sheet, trays: Sequence[d.Callout], area: Area) -> None:
    if not trays:
        return
    # No colour that says yes or no: in some lessons every tray is right.
    fills = ("mint", "sand", "sky", "blush")
    cells = rows(area, len(trays), 12)
    texts = [_titled(tray) for tray in trays]
    size = sheet.size_for(CARD_SIZES, [(text, area.w - 40, cells[0].h - 16) for text in texts])
    for number, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        sheet.text(
            f"Tray {number + 1}",
            cell,
            text,
            (size,),
            fill=fills[number % len(fills)],
            radius_pt=RADIUS,
            line=Line("deep", 1.5, dash=True),
            insets=(20, 8, 20, 8),
            anchor="middle",
        )
