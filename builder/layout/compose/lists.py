"""List slides: beside a doorway, as cards, as words with their meanings, or as things to tick."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder import document as d
from builder.layout.compose.facts import fact_of, figures
from builder.layout.compose.job import Job, Part, said, together
from builder.layout.compose.parts import (
    BESIDE,
    CARD_GAP,
    CARD_SIZES,
    arch_with,
    card_row,
    fitted_rows,
    intro,
    tick,
)
from builder.layout.compose.question import asks, questions
from builder.layout.grid import BODY_BOTTOM, Area, column, shares, span
from builder.layout.placed import Line, Stroke
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, flow, words

MOST_CARDS, MOST_ROWS, MOST_POINTS = 6, 6, 8
BESIDE_TICK = 60.0


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the items of a list: a picture at the side, words before and after."""

    job: Job
    figure: d.Figure | None
    before: Words | None
    after: Words | None

    @property
    def width(self) -> float:
        return BESIDE if self.figure else span(12)

    def head(self, sheet: Sheet, part: Part) -> float:
        """Draw the doorway and the title; gives back where the body may begin."""
        if self.figure:
            arch_with(sheet, self.figure, "sky")
        return sheet.head(self.job.title(part), self.job.section.label, self.width)

    def words_of(self, part: Part) -> Words | None:
        return together(self.before if part.first else None, self.after if part.last else None)

    def intro(self, sheet: Sheet, part: Part) -> float:
        return intro(sheet, self.head(sheet, part), self.words_of(part), min(self.width, span(10)))


def list_(job: Job) -> list[Sheet]:
    """A list in the form that suits what it holds."""
    figure = job.take(d.Figure)
    before = said(job.take_paragraphs("lead"))
    meanings = job.take(d.DefinitionList)
    ticks = None if meanings else job.take(d.TickList)
    points = None if meanings or ticks else job.take(d.BulletList)
    around = Around(job, figure, before, job.rest())
    if meanings:
        return _meanings(around, meanings.items)
    if ticks:
        return _ticks(around, ticks.items)
    if points and not figure and len(points.items) >= 2:
        if all(asks(item) for item in points.items):
            return questions(job, points.items, around.words_of)
        facts = [fact for fact in map(fact_of, points.items) if fact]
        if len(facts) == len(points.items):
            return figures(job, facts, around.words_of)
        return _cards(around, points.items)
    return _points(around, points.items if points else ())


def _points(around: Around, items: tuple[d.Rich, ...]) -> list[Sheet]:
    """Real bullets, in the slide's own text placeholder."""

    def draw(sheet: Sheet, chunk: Sequence[d.Rich], part: Part) -> None:
        y = around.head(sheet, part)
        listed = flow((d.BulletList(tuple(chunk)),)) if chunk else None
        text = together(
            around.before if part.first else None, listed, around.after if part.last else None, gap_em=0.7
        )
        if text:
            area = Area(column(0), y, min(around.width, span(10)), BODY_BOTTOM - y)
            sheet.text("Text", area, text, (32, 30, 28, *sheet.ladder), role="body")

    return around.job.split(items, "paper", draw, MOST_POINTS)


def _cards(around: Around, items: tuple[d.Rich, ...]) -> list[Sheet]:
    def draw(sheet: Sheet, chunk: Sequence[d.Rich], part: Part) -> None:
        y = around.intro(sheet, part)
        card_row(
            sheet,
            "Card",
            [words(item, strong="deep") for item in chunk],
            Area(column(0), y, span(12), BODY_BOTTOM - y),
            CARD_SIZES,
        )

    return around.job.split(items, "paper", draw, MOST_CARDS)


def _meanings(around: Around, items: tuple[tuple[str, d.Rich], ...]) -> list[Sheet]:
    """A word at the left, what it means at the right, a fine line between the rows."""

    def draw(sheet: Sheet, chunk: Sequence[tuple[str, d.Rich]], part: Part) -> None:
        y = around.intro(sheet, part)
        term_width = span(3) if not around.figure else 170.0
        left, right = column(0), column(0) + term_width + 24
        width = min(around.width - term_width - 24, span(8.5))
        room = (BODY_BOTTOM - y - 28 * (len(chunk) - 1)) / len(chunk)

        def heights(size: float) -> list[float]:
            return [
                max(
                    sheet.height(words(term, face="title"), size, term_width),
                    sheet.height(words(meaning), size, width),
                )
                for term, meaning in chunk
            ]

        sizes = sheet.ladder
        size = next(
            (
                s
                for s in sizes
                if sum(heights(s)) <= room * len(chunk)
                and not any(sheet.measure.too_long(words(t, face="title")(s), term_width) for t, _ in chunk)
            ),
            sizes[-1],
        )
        high = heights(size)
        if max(high) * len(chunk) <= room * len(chunk):
            high = [max(high)] * len(chunk)  # an even rhythm where there is room for it
        gap = min(52.0, 28 + max(0.0, room * len(chunk) - sum(high)) / len(chunk))
        for number, ((term, meaning), height) in enumerate(zip(chunk, high, strict=True), 1):
            if number > 1:
                sheet.add(
                    Stroke(
                        f"Line above {number}",
                        left,
                        y - gap / 2,
                        left + around.width,
                        y - gap / 2,
                        Line("mist", 1.5),
                    )
                )
            low = max(0.0, min(height, BODY_BOTTOM - y))
            sheet.text(
                f"Word {number}",
                Area(left, y, term_width, low),
                words(term, sheet.inks.title, face="title"),
                (size,),
            )
            sheet.text(
                f"Meaning {number}", Area(right, y, width, low), words(meaning, strong="deep"), (size,)
            )
            y += height + gap

    return around.job.split(items, "paper", draw, MOST_ROWS)


def _ticks(around: Around, items: tuple[d.Rich, ...]) -> list[Sheet]:
    def draw(sheet: Sheet, chunk: Sequence[d.Rich], part: Part) -> None:
        y = around.intro(sheet, part)
        columns = 1 if around.figure or len(chunk) < 4 else 2
        area = Area(
            column(0), y, around.width if columns == 2 else min(around.width, span(10)), BODY_BOTTOM - y
        )
        texts = [words(item, strong="deep") for item in chunk]
        width = shares(area, columns, 20)[0].w - BESIDE_TICK
        size, heights = fitted_rows(sheet, texts, columns, width, 8, area.h, CARD_SIZES[2:])
        y = area.y
        for row, height in enumerate(heights):
            cells = shares(Area(area.x, y, area.w, height), columns, 20)
            for place, (cell, text) in enumerate(
                zip(cells, texts[row * columns : (row + 1) * columns], strict=False), 1
            ):
                number = row * columns + place
                tick(sheet, str(number), cell.x, cell.y)
                box = Area(cell.x + BESIDE_TICK, cell.y + 6, width, max(0.0, height - 6))
                sheet.text(f"Item {number}", box, text, (size,))
            y += height + CARD_GAP

    return around.job.split(items, "paper", draw, MOST_POINTS)
