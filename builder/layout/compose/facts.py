"""Facts with their sources: the figure large, what it says beside it, who counted it small below."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder import document as d
from builder.layout.compose.job import Job, Part
from builder.layout.compose.parts import intro, tick
from builder.layout.grid import BODY_BOTTOM, Area, column, span
from builder.layout.placed import Line, Para, Run, Stroke
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, words

_SOURCE = re.compile(r"^(.*\S)\s+(\([^()]*(?:\([^()]*\)[^()]*)*\))$", re.DOTALL)
_LIMIT = r"(?:nearly|almost|about|around|over|under|up to|at least|at most|(?:more|less|fewer) than)"
_FIGURE = re.compile(
    rf"(?:\b({_LIMIT})\s+)?"
    r"((?<![\w.])\d+ (?:in|out of) \d+\b|[£€$]?(?<![\w.,])\d[\d,]*(?:\.\d+)?(?:\s?%| per cent\b|\b))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")

HERO_SIZES, SIZES = (60.0, 54.0, 48.0, 44.0, 40.0, 36.0), (28.0, 26.0, 24.0, 22.0, 20.0)
HERO_W, ROUND, ROW_GAP = span(3) + 24, 60.0, 30.0
LIMIT_PT, SOURCE_PT, OVER_SOURCE = 20.0, 16.0, 5.0
MOST_FACTS = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """What was counted, by whom, and the figure to show large with the word that limits it, if any."""

    statement: d.Rich
    source: str
    limit: str
    figure: str


def fact_of(item: d.Rich) -> Fact | None:
    """The item as a fact, where it ends with its source in brackets."""
    found = _SOURCE.match(d.plain(item))
    if not found:
        return None
    statement, source = found.groups()
    return Fact(_up_to(item, len(statement)), source, *_figure(statement))


def _up_to(item: d.Rich, length: int) -> d.Rich:
    """The inlines of an item that stand within its first letters; only plain words are cut."""
    kept: list[d.Inline] = []
    for inline in item:
        text = d.plain((inline,))
        if length > 0:
            kept.append(d.Text(text[:length]) if isinstance(inline, d.Text) else inline)
        length -= len(text)
    return tuple(kept)


def _figure(statement: str) -> tuple[str, str]:
    """A share before a number, and of numbers the largest, but never a year."""
    found = [m for m in _FIGURE.finditer(statement) if not _YEAR.fullmatch(m.group(2))]
    if not found:
        return "", ""
    best = max(found, key=lambda m: (not m.group(2)[-1].isdigit() or " " in m.group(2), _number(m.group(2))))
    return (best.group(1) or "", best.group(2))


def _number(figure: str) -> float:
    return float(re.sub(r"[^\d.]", "", figure.split(" ")[0]) or 0)


def figures(job: Job, facts: Sequence[Fact], around: Callable[[Part], Words | None]) -> list[Sheet]:
    """A row for each fact; one that has no figure is ticked."""

    def draw(sheet: Sheet, chunk: Sequence[Fact], part: Part) -> None:
        y = intro(sheet, sheet.head(job.title(part), job.section.label), around(part))
        width = span(12) - HERO_W
        room = BODY_BOTTOM - y - ROW_GAP * (len(chunk) - 1)
        heroes = [_hero(fact) for fact in chunk]
        hero = sheet.first_size(
            HERO_SIZES,
            heroes,
            HERO_W - 20,
            lambda s: all(sheet.measure.height(h(s), HERO_W - 20) <= 2.4 * s for h in heroes),
        )
        texts = [words(fact.statement, strong="deep") for fact in chunk]
        sources = [OVER_SOURCE + sheet.height(words(fact.source), SOURCE_PT, width) for fact in chunk]

        def asked(size: float) -> list[float]:
            return [
                max(sheet.height(text, size, width) + below, sheet.height(h, hero, HERO_W - 20), ROUND)
                for text, below, h in zip(texts, sources, heroes, strict=True)
            ]

        size = sheet.first_size(SIZES, texts, width, lambda s: sum(asked(s)) <= room)
        high = asked(size)
        if max(high) * len(chunk) <= room:
            high = [max(high)] * len(chunk)
        spare = max(0.0, room - sum(high)) / len(chunk)
        gap = ROW_GAP + min(spare, 24.0)
        for number, (fact, text, below, height) in enumerate(
            zip(chunk, texts, sources, high, strict=True), 1
        ):
            low = max(0.0, min(height, BODY_BOTTOM - y))
            if number > 1:
                sheet.add(
                    Stroke(
                        f"Line above {number}",
                        column(0),
                        y - gap / 2,
                        column(0) + span(12),
                        y - gap / 2,
                        Line("mist", 1.5),
                    )
                )
            if fact.figure:
                area = Area(column(0), y, HERO_W - 20, low)
                sheet.text(f"Figure {number}", area, _hero(fact), (hero,), anchor="middle")
            else:
                tick(sheet, str(number), column(0) + 4, y + (height - ROUND) / 2, ROUND)
            told = min(sheet.height(text, size, width), max(0.0, low - below))
            beside = Area(column(0) + HERO_W, y + max(0.0, low - told - below) / 2, width, told)
            sheet.text(f"Fact {number}", beside, text, (size,))
            source = Area(beside.x, beside.bottom + OVER_SOURCE, width, below - OVER_SOURCE)
            sheet.text(f"Source {number}", source, words(fact.source), (SOURCE_PT,))
            y += height + gap

    return job.split(facts, "paper", draw, MOST_FACTS)


def _hero(fact: Fact) -> Words:
    limit = (Run(fact.limit[:1].upper() + fact.limit[1:], True, "deep"),)
    return lambda size: (
        *((Para(limit, LIMIT_PT),) if fact.limit else ()),
        Para((Run(fact.figure, False, "deep"),), size, "title"),
    )
