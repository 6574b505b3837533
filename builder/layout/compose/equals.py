"""Slides of equal things side by side: two columns, the options of a question, cards to sort."""

from collections.abc import Sequence

from builder import document as d
from builder.layout.compose.job import Job, Part, said, together
from builder.layout.compose.parts import BESIDE, CARD_SIZES, RADIUS, arch_with, card_row, intro, show, tiles
from builder.layout.compose.single import stack
from builder.layout.grid import BODY_BOTTOM, PATH_Y, Area, column, rows, shares, span
from builder.layout.placed import Line
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, flow, words

QUESTION_SIZES = (48.0, 44.0, 40.0, 36.0, 32.0, 28.0)
HANDS = "hands"


def columns(job: Job) -> list[Sheet]:
    """Cards of equal weight; too full for one slide, each card gets its own."""
    cards = job.take_all(d.Callout)
    before, after = said(job.take_paragraphs("lead")), job.rest()

    def draw(sheet: Sheet, chunk: Sequence[d.Callout], part: Part) -> None:
        y = sheet.head(job.title(part), job.section.label)
        y = intro(sheet, y, together(before if part.first else None, after if part.last else None))
        if not chunk:
            return
        texts = [_titled(c) for c in chunk]
        cells = shares(Area(column(0), y, span(12), BODY_BOTTOM - y), len(chunk))
        size = sheet.size_for(CARD_SIZES, [(text, cells[0].w - 48, cells[0].h - 48) for text in texts])
        high = max(sheet.height(text, size, cells[0].w - 48) for text in texts) + 48
        height = min(cells[0].h, max(high + 24, 200))
        fills = ("sand", "sky", "mint", "lilac")
        for number, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            sheet.text(
                f"Card {number + 1}",
                Area(cell.x, cell.y, cell.w, height),
                text,
                (size,),
                fill=fills[number % len(fills)],
                radius_pt=RADIUS,
                insets=(24, 24, 24, 24),
            )

    return job.split(cards, "paper", draw, 4)


def _titled(callout: d.Callout) -> Words:
    head = words(callout.title, "deep", face="title") if callout.title else None
    body = flow(callout.blocks) if callout.blocks else None
    return together(head, body) or words("")


def question(job: Job) -> list[Sheet]:
    """The question large, with room for hands to go up, or its options as cards."""
    asked = job.take(d.Question)
    content = asked.question if asked else d.rich(job.heading)
    options = (*asked.options, *asked.answer) if asked else ()
    figure = job.take(d.Figure) if not options else None
    below = together(said(job.take_paragraphs("lead")), job.rest())
    same = d.plain(content) == job.heading

    big = words(content, "deep", face="title", lit=True)
    if not options:
        sheet = job.sheet("sand")
        _hands_up(job, sheet, big, below, figure, same)
        return [sheet]

    def at(asked_pt: float) -> list[Sheet]:
        def draw(sheet: Sheet, chunk: Sequence[d.Rich], part: Part) -> None:
            if same:
                y = sheet.head(job.title(part), job.section.label, span(12), (asked_pt, asked_pt - 4))
            else:
                y = sheet.head(job.title(part), job.section.label, span(12), (24, 22, 20))
                y = intro(sheet, y - 6, big, span(11), 0.3, "Question", (asked_pt,), 24)
            y = intro(sheet, y, below if part.first else None)
            card_row(
                sheet,
                "Option",
                [words(option, strong="deep") for option in chunk],
                Area(column(0), y, span(12), BODY_BOTTOM - y),
                CARD_SIZES[:-1],
            )

        return job.split(options, "sand", draw, 6)

    # What is to be compared stays on one slide: the question becomes smaller before its options part.
    sheets: list[Sheet] = []
    for size in QUESTION_SIZES[1:]:
        sheets = at(size)
        if len(sheets) == 1 and not sheets[0].misfits:
            break
    return sheets


def _hands_up(
    job: Job, sheet: Sheet, big: Words, below: Words | None, figure: d.Figure | None, same: bool
) -> None:
    if figure:
        arch_with(sheet, figure, "paper")
        width = BESIDE
    else:
        show(sheet, d.Figure(HANDS, ""), Area(column(8), 250, span(4), PATH_Y - 250))
        width = span(8)
    sheet.title = job.heading
    y = 60.0 if same else sheet.head(job.heading, job.section.label, width, (24, 22, 20))
    stack(
        sheet,
        big,
        below,
        Area(column(0), y, width, BODY_BOTTOM - 14 - y),
        QUESTION_SIZES,
        big_role="title" if same else "body",
        sink=0.3,
    )


def sort(job: Job) -> list[Sheet]:
    """Cards at the left, labelled trays at the right; the trays stand on every slide of a split."""
    trays = job.take_all(d.Callout)
    found = job.take(d.BulletList)
    before = together(said(job.take_paragraphs("lead")), job.rest())

    def draw(sheet: Sheet, chunk: Sequence[d.Rich], part: Part) -> None:
        y = intro(sheet, sheet.head(job.title(part), job.section.label), before)
        area = Area(column(0), y, span(8) - 8, BODY_BOTTOM - y)
        texts = [words(item) for item in chunk]
        if texts:
            cells = tiles(area, len(texts), 2, 12)
            inner = (cells[0].w - 32, cells[0].h - 24)
            size = sheet.size_for(CARD_SIZES[1:], [(text, *inner) for text in texts])
            high = max(sheet.height(text, size, inner[0]) for text in texts) + 24
            lines = -(-len(texts) // 2)
            height = min(cells[0].h, max(high + 12, 64))
            area = Area(area.x, area.y, area.w, lines * height + (lines - 1) * 12)
            for number, (cell, text) in enumerate(zip(tiles(area, len(texts), 2, 12), texts, strict=True), 1):
                sheet.text(
                    f"Card {number}",
                    cell,
                    text,
                    (size,),
                    fill="white",
                    line=Line("mist", 1.5),
                    radius_pt=10,
                    insets=(16, 12, 16, 12),
                    anchor="middle",
                )
        _trays(sheet, trays, Area(column(8) + 8, y, span(4) - 8, BODY_BOTTOM - y))

    return job.split(found.items if found else (), "paper", draw, 10)


def _trays(sheet: Sheet, trays: Sequence[d.Callout], area: Area) -> None:
    if not trays:
        return
    fills = ("mint", "blush") if len(trays) == 2 else ("mint", "sand", "blush", "sky")
    cells = rows(area, len(trays), 12)
    texts = [_titled(tray) for tray in trays]
    size = sheet.size_for(CARD_SIZES, [(text, area.w - 48, cells[0].h - 40) for text in texts])
    for number, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        sheet.text(
            f"Tray {number + 1}",
            cell,
            text,
            (size,),
            fill=fills[number % len(fills)],
            radius_pt=RADIUS,
            line=Line("deep", 1.5, dash=True),
            insets=(24, 20, 24, 20),
        )
