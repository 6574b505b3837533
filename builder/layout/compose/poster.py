"""A poster in one sheet: one sentence, three or four orders, and the numbers along the foot."""

from dataclasses import replace

from builder import document as d
from builder.layout.compose.job import Job, said
from builder.layout.compose.parts import RADIUS, show
from builder.layout.grid import Area, column, rows, shares, span
from builder.layout.placed import Box, Para, Run, TextBody
from builder.layout.sheet import Sheet
from builder.layout.wording import words

TITLE_PT, MESSAGE_PT, STEP_PT = (66.0, 58.0, 50.0), (34.0, 30.0, 26.0), (36.0, 32.0, 28.0)
NUMBERS_Y, NUMBERS_H, PERSON_H, STONE = 366.0, 104.0, 112.0, 40.0


def poster(job: Job) -> list[Sheet]:
    """Read in passing, so everything is large, and nothing stands alone in the dark."""
    sheet = job.sheet("paper")
    sheet.run_of_path, sheet.title = "arrival", job.heading
    figure = job.take(d.Figure)
    message = said(job.take_paragraphs("lead", "body"))
    steps = job.take(d.NumberedList)
    panels = job.take_all(d.HelpPanel)
    wide = span(8)
    title = words(job.heading, "deep", face="title")
    size = sheet.size_for(TITLE_PT, [(title, wide, 90.0)])
    high = sheet.height(title, size, wide)
    sheet.text("Title", Area(column(0), 34, wide, high), title, (size,), role="title")
    y = 34 + high + 8
    if message:
        size = sheet.size_for(MESSAGE_PT, [(message, wide, 90.0)])
        high = sheet.height(message, size, wide)
        sheet.text("Message", Area(column(0), y, wide, high), message, (size,), role="body")
        y += high + 14
    if steps:
        _steps(sheet, steps, Area(column(0), y, wide, NUMBERS_Y - 14 - y))
    known = [person for panel in panels for person in panel.known]
    beside = Area(column(8) + 10, 96, span(4) - 10, NUMBERS_Y - 120)
    for role, who in known:
        beside = replace(beside, h=beside.h - PERSON_H - 12)
        _person(sheet, role, who, Area(beside.x, beside.bottom + 12, beside.w, PERSON_H))
    if figure:
        show(sheet, figure, beside)
    entries = [entry for panel in panels for entry in panel.entries]
    area = Area(column(0), NUMBERS_Y, span(12), NUMBERS_H)
    for entry, cell in zip(entries, shares(area, max(1, len(entries))), strict=True):
        _number(sheet, entry, cell)
    return [sheet]


def _steps(sheet: Sheet, steps: d.NumberedList, area: Area) -> None:
    cells = rows(area, len(steps.items), 6.0)
    texts = [words(item, "ink", bold=True) for item in steps.items]
    size = sheet.size_for(STEP_PT, [(text, area.w - 64, cells[0].h) for text in texts])
    for number, (text, cell) in enumerate(zip(texts, cells, strict=True), 1):
        top = cell.y + (cell.h - STONE) / 2
        figure = TextBody((Para((Run(str(number), True, "white"),), 22, "body", "centre"),), "middle")
        sheet.add(Box(f"Stone {number}", cell.x, top, STONE, STONE, "ellipse", fill="leaf", text=figure))
        sheet.text(
            f"Step {number}", Area(cell.x + 60, cell.y, area.w - 60, cell.h), text, (size,), anchor="middle"
        )


def _person(sheet: Sheet, role: str, who: str, cell: Area) -> None:
    """Somebody in the house, who is nearer than any number."""
    sheet.add(Box(f"Card {role}", cell.x, cell.y, cell.w, cell.h, "round", RADIUS, "mint"))
    inner = cell.inset(12, 4)
    name, _, where = who.partition(" · ")

    def lines(size: float) -> tuple[Para, ...]:
        return (
            Para((Run(role, True, "leaf"),), min(size, 18)),
            Para((Run(name, True, "ink"),), size),
            *((Para((Run(where, False, "ink"),), min(size, 20)),) if where else ()),
        )

    sheet.text(f"Help {role}", inner, lines, (24, 22, 20, 18, 16, 14), anchor="middle")


def _number(sheet: Sheet, entry: d.HelpEntry, cell: Area) -> None:
    urgent = entry.role == "emergency"
    fill, ink = ("blush", "coral") if urgent else ("sky", "deep")
    sheet.add(Box(f"Card {entry.name}", cell.x, cell.y, cell.w, cell.h, "round", RADIUS, fill))
    small = " · ".join(way for way in (entry.chat or entry.address, entry.text) if way)
    lines = [
        Para(
            (Run(f"{entry.for_whom or entry.name}  ", True, ink), Run(entry.name if entry.for_whom else "")),
            18,
        ),
        Para((Run(entry.phone, True, "ink"),), 36, "title"),
        *((Para((Run(small),), 16),) if small else ()),
    ]
    sheet.set(f"Help {entry.name}", cell.inset(16, 4), tuple(lines), "middle")
