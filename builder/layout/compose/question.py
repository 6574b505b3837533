"""Questions: one large with room for hands to go up, its options as cards, or several to talk about."""

from collections.abc import Callable, Sequence

from builder import document as d
from builder.layout.compose.job import Job, Part, said, together
from builder.layout.compose.parts import BESIDE, CARD_SIZES, RADIUS, arch_with, card_row, intro, show
from builder.layout.compose.single import stack
from builder.layout.grid import BODY_BOTTOM, PATH_Y, Area, column, rows, span
from builder.layout.placed import Box, Para, Run, TextBody
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, words

QUESTION_SIZES = (48.0, 44.0, 40.0, 36.0, 32.0, 28.0)
SEVERAL_SIZES = (38.0, 36.0, 34.0, *CARD_SIZES)
DRAWINGS = ("hands", "kettle-and-mugs", "umbrella", "speech")
"""What stands beside an open question, in turn."""
STONE, BESIDE_STONE, ROW_GAP, MOST_ROW = 52.0, 92.0, 14.0, 164.0
MOST_QUESTIONS = 4
LEAST_OPTION = (26.0, 24.0, 22.0, 20.0)
"""Options are made smaller only after their question has been."""


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
        _open(job, sheet, big, below, figure, same)
        return [sheet]

    def at(asked_pt: float, sizes: Sequence[float]) -> list[Sheet]:
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
                sizes,
            )

        return job.split(options, "sand", draw, 6)

    # What is to be compared stays on one slide: the question becomes smaller before its options part.
    sheets: list[Sheet] = []
    for least in LEAST_OPTION:
        for size in QUESTION_SIZES[1:]:
            sheets = at(size, [s for s in CARD_SIZES if s >= least])
            if len(sheets) == 1 and not sheets[0].misfits:
                return sheets
    return sheets


def _open(
    job: Job, sheet: Sheet, big: Words, below: Words | None, figure: d.Figure | None, same: bool
) -> None:
    if figure:
        arch_with(sheet, figure, "paper")
        width = BESIDE
    else:
        show(sheet, job.longest_unseen(DRAWINGS), Area(column(8), 250, span(4), PATH_Y - 250))
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


def asks(item: d.Rich) -> bool:
    """Whether an item of a list is a question."""
    return d.plain(item).rstrip(" ”’\"'").endswith("?")


def questions(job: Job, items: tuple[d.Rich, ...], around: Callable[[Part], Words | None]) -> list[Sheet]:
    """Several questions to talk about, in numbered rows: a group can be given one by its number."""
    numbered = list(enumerate((words(item, strong="deep") for item in items), 1))

    def draw(sheet: Sheet, chunk: Sequence[tuple[int, Words]], part: Part) -> None:
        y = intro(sheet, sheet.head(job.title(part), job.section.label), around(part))
        area = Area(column(0), y, span(12), BODY_BOTTOM - y)
        area = Area(area.x, area.y, area.w, min(area.h, (MOST_ROW + ROW_GAP) * len(chunk) - ROW_GAP))
        cells = rows(area, len(chunk), ROW_GAP)
        inner = area.w - BESIDE_STONE - 24
        size = sheet.size_for(SEVERAL_SIZES, [(text, inner, cells[0].h - 16) for _, text in chunk])
        for (number, text), cell in zip(chunk, cells, strict=True):
            mark = Para((Run(str(number), False, "white"),), 26, "title", "centre")
            x, y = cell.x + (BESIDE_STONE - STONE) / 2, cell.y + (cell.h - STONE) / 2
            stone = TextBody((mark,), "middle")
            sheet.add(
                Box(f"Row {number}", cell.x, cell.y, cell.w, cell.h, "round", RADIUS, "white"),
                Box(f"Number {number}", x, y, STONE, STONE, "ellipse", fill="deep", text=stone),
            )
            words_at = Area(cell.x + BESIDE_STONE, cell.y + 8, inner, cell.h - 16)
            sheet.text(f"Question {number}", words_at, text, (size,), anchor="middle")

    return job.split(numbered, "sand", draw, MOST_QUESTIONS)
