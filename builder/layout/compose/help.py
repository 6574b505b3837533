"""The help slides: people first, then services with the number large and the way without speaking."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from builder import document as d
from builder.layout.compose.job import Job, Part, evenly, said, together
from builder.layout.compose.parts import BESIDE, RADIUS, arch_with, intro, show
from builder.layout.compose.services import SMALL_PT, service_cards
from builder.layout.grid import BODY_BOTTOM, PATH_Y, Area, column, rows, span
from builder.layout.placed import Box, Para, Run
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, words

PEOPLE_HIGH, PERSON, PERSON_GAP, NUMBER_PT = 88.0, 56.0, 8.0, 36.0
BAND_PAD, BAND_GAP = 18.0, 12.0
LONG_PT = 16.0
PEOPLE, TALK = "group", "telling"
MOST_CARDS = 3
CARDS_BOTTOM = PATH_Y - 12
"""Cards of services need every line: they stand down to just above the path."""


class Panel(NamedTuple):
    """Everything a help slide tells, taken apart."""

    before: Words | None
    people: tuple[str, ...]
    known: tuple[tuple[str, str], ...]
    cards: tuple[d.HelpEntry, ...]
    urgent: tuple[d.HelpEntry, ...]
    figure: d.Figure


def help_(job: Job) -> list[Sheet]:
    """All on one slide where it fits; else a slide for a pupil's own people, then the services."""
    panel = _panel(job)
    whole = job.sheet("paper")
    if len(panel.cards) <= MOST_CARDS:
        _all_in_one(job, whole, panel)
        if not whole.misfits or not panel.cards:
            return [whole]
    people = 1 if panel.people or panel.known or panel.before else 0
    sheets: list[Sheet] = []
    for count in range(-(-len(panel.cards) // MOST_CARDS), len(panel.cards) + 1):
        of = people + count
        sheets = [
            _services(job, panel, chunk, Part(people + i, of))
            for i, chunk in enumerate(evenly(panel.cards, count) if count else (), 1)
        ]
        if people:
            sheets.insert(0, _people(job, panel, Part(1, of)))
        if not any(sheet.misfits for sheet in sheets[people:]):
            break
    return sheets


def _panel(job: Job) -> Panel:
    panels = job.take_all(d.HelpPanel)
    entries = [entry for panel in panels for entry in panel.entries]
    figure = job.take(d.Figure) or d.Figure(PEOPLE, "")
    return Panel(
        together(said(job.take_paragraphs("lead", "body")), job.rest()),
        tuple(line for panel in panels for line in panel.people),
        tuple(person for panel in panels for person in panel.known),
        tuple(entry for entry in entries if entry.role != "emergency"),
        tuple(entry for entry in entries if entry.role == "emergency"),
        figure,
    )


def _all_in_one(job: Job, sheet: Sheet, panel: Panel) -> None:
    sheet.run_of_path = "arrival"
    y = sheet.head(job.heading, job.section.label)
    y = intro(sheet, y - 6, panel.before, gap=16, share=0.15)
    edge = PATH_Y - 4 - PEOPLE_HIGH
    show(sheet, panel.figure, Area(column(9), edge, span(3), PEOPLE_HIGH))
    lines = together(
        *_people_in_words(panel),
        *(_strip(entry) for entry in panel.urgent),
        gap_em=0.2,
    )
    if lines:
        height = min(sheet.height(lines, 20, span(9)), 0.5 * (PATH_Y - y))
        edge = min(edge, PATH_Y - 14 - height)
    if panel.cards:
        service_cards(sheet, panel.cards, Area(column(0), y, span(12), edge - 12 - y))
    if lines:
        room = Area(column(0), edge, span(9), PATH_Y - 14 - edge)
        sheet.text("My people", room, lines, (24, 22, 20), anchor="middle")


def _people(job: Job, panel: Panel, part: Part) -> Sheet:
    """What a pupil should hear first, the people nearest to them, and the number for an emergency."""
    for size in (26, 24, 22, 20):
        sheet = job.sheet("paper")
        sheet.run_of_path = "arrival"
        y = sheet.head(job.title(part), job.section.label)
        y = intro(sheet, y, panel.before, span(11), 0.24, ladder=(size,), gap=18)
        top, width = max(y, 230.0), span(7) - 8
        show(sheet, panel.figure, Area(column(7) + 8, top, span(5) - 8, PATH_Y - 4 - top))
        bands = [_band(sheet, entry, width) for entry in panel.urgent]
        bottom = BODY_BOTTOM - sum(band.high + BAND_GAP for band in bands)
        if panel.people or panel.known:
            _named(sheet, _people_in_words(panel), Area(column(0), y, width, max(0.0, bottom - y)))
        _urgent_bands(sheet, bands, bottom + BAND_GAP, width)
        if not sheet.misfits:
            break
    return sheet


def _people_in_words(panel: Panel) -> list[Words]:
    """Who is known by name first; then those whom each pupil thinks of for themselves."""
    known = [words((d.Strong(f"{role}: "), d.Text(who)), "ink", strong="deep") for role, who in panel.known]
    return [*known, *(words(line, "deep", bold=True) for line in panel.people)]


def _named(sheet: Sheet, texts: Sequence[Words], area: Area) -> None:
    """A row for each person a pupil may think of, with a light before it."""
    most = (PERSON + PERSON_GAP) * len(texts) - PERSON_GAP
    cells = rows(Area(area.x, area.y, area.w, min(area.h, most)), len(texts), PERSON_GAP)
    size = sheet.size_for(sheet.ladder, [(text, area.w - 60, cells[0].h - 8) for text in texts])
    if any(sheet.height(text, size, area.w - 60) > cells[0].h - 8 for text in texts):
        size, cells = _as_tall_as_asked(sheet, texts, area)
    for number, (text, cell) in enumerate(zip(texts, cells, strict=True), 1):
        insets = (44, 4, 16, 4)
        sheet.text(
            f"My people {number}",
            cell,
            text,
            (size,),
            fill="mint",
            radius_pt=RADIUS,
            insets=insets,
            anchor="middle",
        )
        y = cell.y + cell.h / 2 - 7
        sheet.add(Box(f"Light {number}", cell.x + 18, y, 14, 14, "ellipse", fill="sun"))


def _as_tall_as_asked(sheet: Sheet, texts: Sequence[Words], area: Area) -> tuple[float, list[Area]]:
    """Rows of different heights, where a name with all that leads to it takes several lines."""
    gaps = PERSON_GAP * (len(texts) - 1)
    for size in (*sheet.ladder, LONG_PT):
        highs = [sheet.height(text, size, area.w - 60) + 8 for text in texts]
        if sum(highs) + gaps <= area.h:
            break
    spare = max(0.0, min(area.h - gaps - sum(highs), 16.0 * len(texts))) / len(texts)
    cells, y = [], area.y
    for high in highs:
        cells.append(Area(area.x, y, area.w, min(high + spare, max(0.0, area.bottom - y))))
        y += high + spare + PERSON_GAP
    return size, cells


def _services(job: Job, panel: Panel, chunk: Sequence[d.HelpEntry], part: Part) -> Sheet:
    """A service alone has somebody to talk to beside it, where its words leave room for that."""
    for beside in (True, False) if len(chunk) == 1 else (False,):
        sheet = job.sheet("paper")
        sheet.run_of_path = "arrival"
        if beside:
            arch_with(sheet, d.Figure(TALK, ""), "mint")
        width = BESIDE if beside else span(12)
        y = sheet.head(job.title(part), job.section.label, width) - 4
        # The number for an emergency has its band on the slide before; a deck without that slide has it here.
        urgent = together(*map(_strip, panel.urgent), gap_em=0.2) if part.first else None
        if urgent:
            high = min(sheet.height(urgent, 20, width), 120.0)
            sheet.text("In danger", Area(column(0), y, width, high), urgent, (20,))
            y += high + BAND_GAP
        bottom = BODY_BOTTOM if part.first else CARDS_BOTTOM
        service_cards(sheet, chunk, Area(column(0), y, width, bottom - y))
        if not sheet.misfits:
            break
    return sheet


class Band(NamedTuple):
    """A band with the number for an emergency, its width, and what is told beside it."""

    phone: tuple[Para, ...]
    phone_w: float
    told: tuple[Para, ...]
    high: float


def _band(sheet: Sheet, entry: d.HelpEntry, width: float) -> Band:
    phone = (Para((Run(entry.phone, False, "ink"),), NUMBER_PT, "title"),) if entry.phone else ()
    left = sheet.measure.width(entry.phone, NUMBER_PT, "title") + 20 if phone else 0.0
    told = _told(entry)
    high = min(max(sheet.measure.height(told, width - left - 2 * BAND_PAD), PERSON - 12), 160.0)
    return Band(phone, left, told, high + BAND_GAP)


def _urgent_bands(sheet: Sheet, bands: Sequence[Band], y: float, width: float) -> None:
    """The numbers for an emergency, large, each in a band of its own."""
    for number, band in enumerate(bands, 1):
        sheet.add(Box(f"Danger {number}", column(0), y, width, band.high, "round", RADIUS, "blush"))
        inner = Area(column(0), y, width, band.high).inset(BAND_PAD, BAND_GAP / 2)
        phone = replace(inner, w=band.phone_w)
        if band.phone:
            sheet.set(f"In danger number {number}", phone, band.phone, "middle")
        beside = replace(inner, x=phone.right, w=inner.w - phone.w)
        sheet.set(f"In danger {number}", beside, band.told, "middle")
        y += band.high + BAND_GAP


def _told(entry: d.HelpEntry) -> tuple[Para, ...]:
    ways = (way for way in (entry.text, entry.chat, entry.address) if way)
    about = " ".join(t for t in (entry.what, entry.next, entry.hours, entry.cost) if t)
    first = entry.for_whom or entry.name
    lines = [Para((Run(first, True, "ink"),), 20), *(Para((Run(way),), 20) for way in ways)]
    if entry.for_whom:
        lines.insert(1, Para((Run(entry.name),), 20))
    return (*lines, *((Para((Run(about),), SMALL_PT),) if about else ()))


def _number(entry: d.HelpEntry) -> Words:
    ways = " · ".join(way for way in (entry.phone, entry.text, entry.chat, entry.address) if way)
    named = (Run(f"{entry.name} ", True, "coral"), Run(f"{ways} ", True), Run(entry.for_whom))
    return lambda size: (Para(named, size),)


def _strip(entry: d.HelpEntry) -> Words:
    about = " ".join(t for t in (entry.what, entry.next, entry.hours, entry.cost) if t)
    number = _number(entry)
    return lambda size: (*number(size), *((Para((Run(about),), SMALL_PT),) if about else ()))
