"""A message thread: bubbles left and right with names, the narrator's pause between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder import document as d
from builder.layout.compose.job import Job, Part, said, together
from builder.layout.compose.parts import show
from builder.layout.grid import BODY_BOTTOM, Area, column, span
from builder.layout.placed import Box
from builder.layout.sheet import Sheet
from builder.layout.wording import words

SIZES = (28.0, 26.0, 24.0, 22.0, 20.0)
PANEL = Area(column(6), 28, span(6), BODY_BOTTOM - 28)
PAD = 14.0
SPACES = (10.0, 8.0, 6.0)
"""Between bubbles, and above and below the words in one: closer together before smaller or split."""
TALK, LEAST_PICTURE = "speech", 150.0
WIDEST = 0.84
"""The share of the column a bubble may fill, so that left and right can be told apart."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its place in the whole thread; `named` where the sender changes."""

    number: int
    said: d.Message | d.Pause
    named: bool


def thread(job: Job) -> list[Sheet]:
    """The thread in a column at the right; the title and a thing to think about at its left."""
    found = job.take(d.MessageThread)
    figure = job.take(d.Figure) or d.Figure(TALK, "")
    beside = together(said(job.take_paragraphs("lead")), job.rest())
    entries = _entries(found.entries if found else ())

    def draw(sheet: Sheet, chunk: Sequence[Entry], part: Part) -> None:
        width = span(5) + 16
        y = sheet.head(job.title(part), job.section.label, width)
        low = _column(sheet, chunk) if chunk else BODY_BOTTOM
        if beside:
            high = BODY_BOTTOM - y
            size = sheet.size_for((32, 30, 28, *sheet.ladder), [(beside, width, high)])
            used = min(high, sheet.height(beside, size, width))
            # The question ends level with the thread: read down it, then think.
            low = max(y, low - used)
            sheet.text("To think about", Area(column(0), low, width, used), beside, (size,), role="body")
        if low - y > LEAST_PICTURE:
            show(sheet, figure, Area(column(0), y, span(3), min(160.0, low - y - 32)))

    return job.split(entries, "paper", draw)


def _entries(entries: Sequence[d.Message | d.Pause]) -> list[Entry]:
    made: list[Entry] = []
    sender = ""
    for number, entry in enumerate(entries, 1):
        now = entry.sender if isinstance(entry, d.Message) else ""
        made.append(Entry(number, entry, bool(now) and now != sender))
        sender = now
    return made


def _column(sheet: Sheet, chunk: Sequence[Entry]) -> float:
    """Set the entries on their panel; gives back its lower edge."""
    room = PANEL.h - 2 * PAD
    chunk = [
        Entry(e.number, e.said, isinstance(e.said, d.Message) and (e.named or i == 0))
        for i, e in enumerate(chunk)
    ]
    looks = [(size, space) for size in SIZES for space in SPACES]
    size, space = next((look for look in looks if _height(sheet, chunk, *look) <= room), looks[-1])
    needed = _height(sheet, chunk, size, space)
    height = min(PANEL.h, max(needed + 2 * PAD, 0.86 * PANEL.h))
    sheet.add(Box("Thread", PANEL.x, PANEL.y, PANEL.w, height, "round", 24, fill="sand"))
    y = PANEL.y + PAD + max(0.0, (height - 2 * PAD - needed) / 2)
    for entry in chunk:
        y += _entry(sheet, entry, y, size, space) + space
    return PANEL.y + height


def _height(sheet: Sheet, chunk: Sequence[Entry], size: float, space: float) -> float:
    return sum(sum(_parts(sheet, entry, size, space)) for entry in chunk) + space * (len(chunk) - 1)


def _parts(sheet: Sheet, entry: Entry, size: float, space: float) -> tuple[float, float]:
    """The heights of the name above an entry, and of the entry."""
    column_width = PANEL.w - 2 * PAD
    width = column_width if isinstance(entry.said, d.Pause) else column_width * WIDEST
    return (21.0 if entry.named else 0.0), sheet.height(words(entry.said.text), size, width - 32) + 2 * space


def _entry(sheet: Sheet, entry: Entry, y: float, size: float, space: float) -> float:
    left, full = PANEL.x + PAD, PANEL.w - 2 * PAD
    name, height = _parts(sheet, entry, size, space)
    low = max(2 * space, min(height, PANEL.bottom - PAD - y - name))
    if isinstance(entry.said, d.Pause):
        text = words(entry.said.text, "deep")
        sheet.text(
            f"Pause {entry.number}",
            Area(left, y, full, low),
            text,
            (size,),
            fill="paper",
            radius_pt=4,
            insets=(16, space, 16, space),
            anchor="middle",
        )
        return height
    message = entry.said
    right = message.side == "right"
    plain = words(message.text, "white" if right else "ink")
    widest = full * WIDEST
    para = plain(size)[0]
    lines = sheet.measure.lines(para, widest - 32)
    narrow = (
        sheet.measure.width(message.text, size)
        if len(lines) == 1
        else sheet.measure.balanced(para, widest - 32)
    )
    width = min(widest, narrow + 33)
    x = left + full - width if right else left
    if entry.named:
        sheet.text(
            f"Name {entry.number}",
            Area(left, y, full, 20),
            words(message.sender, "ink", bold=True, align="right" if right else "left"),
            (sheet.theme.slides.label_pt,),
        )
    sheet.text(
        f"Message {entry.number}",
        Area(x, y + name, width, low),
        plain,
        (size,),
        fill="deep" if right else "white",
        radius_pt=14,
        insets=(16, space, 16, space),
        anchor="middle",
    )
    return name + height
