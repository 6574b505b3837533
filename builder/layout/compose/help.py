"""The help slides: people first, then services with the number large and the way without speaking."""

from collections.abc import Sequence
from typing import NamedTuple

from builder import document as d
from builder.layout.compose.job import Job, Part, evenly, said, together
from builder.layout.compose.parts import BESIDE, RADIUS, arch_with, intro, show
from builder.layout.grid import BODY_BOTTOM, PATH_Y, Area, column, shares, span
from builder.layout.placed import Box, Para, Run
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, words

SMALL_PT = 16.0
SIZES: tuple[tuple[float, float], ...] = ((24, 24), (22, 22), (20, 20), (20, 18), (20, 16))
"""The size of what happens next, and of what the service does, which may become a small text."""
LARGE_PHONES, LARGE_ENOUGH = (54.0, 48.0), 40.0
PAD, PEOPLE_HIGH = 16.0, 88.0
PEOPLE, TALK = "group", "telling"
MOST_CARDS = 3


class Rung(NamedTuple):
    """One step of the ladder: the sizes of the number, of what happens next and of what is done."""

    phone: float
    next: float
    what: float


class Panel(NamedTuple):
    """Everything a help slide tells, taken apart."""

    before: Words | None
    people: tuple[str, ...]
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
    people = 1 if panel.people or panel.before else 0
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
        *(words(line, "deep", bold=True) for line in panel.people),
        *(_strip(entry) for entry in panel.urgent),
        gap_em=0.2,
    )
    if lines:
        height = min(sheet.height(lines, 20, span(9)), 0.5 * (PATH_Y - y))
        edge = min(edge, PATH_Y - 14 - height)
        sheet.text(
            "My people",
            Area(column(0), edge, span(9), PATH_Y - 14 - edge),
            lines,
            (24, 22, 20),
            anchor="middle",
        )
    if panel.cards:
        _cards(sheet, panel.cards, Area(column(0), y, span(12), edge - 12 - y))


def _people(job: Job, panel: Panel, part: Part) -> Sheet:
    """What a pupil should hear first, and the people nearest to them."""
    for size in (28, 26, 24, 22, 20):
        sheet = job.sheet("paper")
        sheet.run_of_path = "arrival"
        y = sheet.head(job.title(part), job.section.label)
        y = intro(sheet, y, panel.before, span(10), 0.24, ladder=(size,), gap=18)
        top, width = max(y, 230.0), span(7) - 8
        show(sheet, panel.figure, Area(column(7), top, span(5), PATH_Y - 4 - top))
        bottom = _urgent(sheet, [_strip(entry) for entry in panel.urgent], width)
        lines = together(*(words(line, "deep", bold=True) for line in panel.people), gap_em=0.4)
        if lines:
            area = Area(column(0), y, width, max(0.0, bottom - y))
            sheet.text("My people", area, lines, (28, *sheet.ladder))
        if not sheet.misfits:
            break
    return sheet


def _services(job: Job, panel: Panel, chunk: Sequence[d.HelpEntry], part: Part) -> Sheet:
    """A service alone has somebody to talk to beside it, where its words leave room for that."""
    for beside in (True, False) if len(chunk) == 1 else (False,):
        sheet = job.sheet("paper")
        sheet.run_of_path = "arrival"
        if beside:
            arch_with(sheet, d.Figure(TALK, ""), "mint")
        width = BESIDE if beside else span(12)
        y = sheet.head(job.title(part), job.section.label, width)
        # The number for an emergency stands on every slide with numbers; what it does, on the first.
        strip = [_strip(entry) if part.first else _number(entry) for entry in panel.urgent]
        bottom = _urgent(sheet, strip, width)
        _cards(sheet, chunk, Area(column(0), y, width, bottom - y))
        if not sheet.misfits:
            break
    return sheet


def _urgent(sheet: Sheet, strips: Sequence[Words], width: float) -> float:
    """The number for an emergency at the foot; gives back where the rest must end."""
    urgent = together(*strips, gap_em=0.2)
    if urgent is None:
        return BODY_BOTTOM
    height = min(sheet.height(urgent, 20, width), 120.0)
    sheet.text("In danger", Area(column(0), BODY_BOTTOM - height, width, height), urgent, (20,))
    return BODY_BOTTOM - height - 12


def _number(entry: d.HelpEntry) -> Words:
    ways = " · ".join(way for way in (entry.phone, entry.text, entry.chat, entry.address) if way)
    named = (Run(f"{entry.name} ", True, "coral"), Run(f"{ways} ", True), Run(entry.for_whom))
    return lambda size: (Para(named, size),)


def _strip(entry: d.HelpEntry) -> Words:
    about = " ".join(t for t in (entry.what, entry.next, entry.hours, entry.cost) if t)
    number = _number(entry)
    return lambda size: (*number(size), *((Para((Run(about),), SMALL_PT),) if about else ()))


def _cards(sheet: Sheet, entries: Sequence[d.HelpEntry], area: Area) -> None:
    cells = shares(area, len(entries))
    width, room = cells[0].w - 2 * PAD, area.h - 2 * PAD
    phones = (*(LARGE_PHONES if len(entries) < MOST_CARDS else ()), *sheet.theme.slides.phone_pt)
    # Words become small before the number does, but only once it is as small as a number may well be.
    rungs = [Rung(phone, *sizes) for sizes in SIZES for phone in phones if phone >= LARGE_ENOUGH]
    rungs += [Rung(phone, *sizes) for phone in phones if phone < LARGE_ENOUGH for sizes in SIZES]
    rung = next((r for r in rungs if _fits(sheet, entries, width, room, r)), rungs[-1])
    # Every card has the same three bands, so that numbers stand beside numbers.
    heads = [_head(e, rung) for e in entries]
    ways = [_ways(sheet, e, width, rung) for e in entries]
    about = [_about(e, rung) for e in entries]
    head, way, least = (max(sheet.measure.height(p, width) for p in band) for band in (heads, ways, about))
    spare = max(0.0, room - head - way - least)
    way += min(spare * 0.7, 60.0)
    height = min(area.h, head + way + least + min(spare * 0.3, 24.0) + 2 * PAD)
    for number, (entry, cell) in enumerate(zip(entries, cells, strict=True)):
        x, y = cell.x + PAD, cell.y + PAD
        sheet.add(
            Box(
                f"Card {number + 1}",
                cell.x,
                cell.y,
                cell.w,
                height,
                "round",
                RADIUS,
                "mint" if entry.role == "person" else "sky",
            )
        )
        sheet.set(f"Who {number + 1}", Area(x, y, width, head), heads[number])
        if ways[number]:
            sheet.set(f"Ways {number + 1}", Area(x, y + head, width, way), ways[number], anchor="middle")
        elif way > 50:
            show(sheet, d.Figure(TALK, ""), Area(x, y + head + 4, width, way - 12))
        low = max(0.0, height - 2 * PAD - head - way)
        if about[number]:
            sheet.set(f"What happens {number + 1}", Area(x, y + head + way, width, low), about[number])


def _fits(sheet: Sheet, entries: Sequence[d.HelpEntry], width: float, room: float, rung: Rung) -> bool:
    bands = (
        [_head(e, rung) for e in entries],
        [_ways(sheet, e, width, rung) for e in entries],
        [_about(e, rung) for e in entries],
    )
    if any(sheet.measure.too_long(paras, width) for band in bands for paras in band):
        return False
    return sum(max(sheet.measure.height(paras, width) for paras in band) for band in bands) <= room


def _head(entry: d.HelpEntry, rung: Rung) -> tuple[Para, ...]:
    small = " · ".join(t for t in (entry.for_whom, entry.hours, entry.cost) if t)
    name = Para((Run(entry.name, False, "leaf"),), rung.next, "title", space_after_pt=2)
    return (name, Para((Run(small),), SMALL_PT)) if small else (name,)


def _ways(sheet: Sheet, entry: d.HelpEntry, width: float, rung: Rung) -> tuple[Para, ...]:
    """The number large, and right under it the ways without speaking."""
    paras = [Para((Run(entry.phone, False, "deep"),), rung.phone, "title")] if entry.phone else []
    for way in (entry.text, entry.chat, entry.address):
        if way:
            # A web address is one long word: it alone may become a little smaller.
            size = next(
                (
                    s
                    for s in (rung.next, 20, 18, SMALL_PT)
                    if s <= rung.next and not sheet.measure.too_long((Para((Run(way, True),), s),), width)
                ),
                SMALL_PT,
            )
            paras.append(Para((Run(way, True, "deep"),), size, space_after_pt=2))
    return tuple(paras)


def _about(entry: d.HelpEntry, rung: Rung) -> tuple[Para, ...]:
    """What the service does, and what happens next."""
    what = (Para((Run(entry.what),), rung.what, space_after_pt=6),) if entry.what else ()
    return (*what, *((Para((Run(entry.next),), rung.next),) if entry.next else ()))
