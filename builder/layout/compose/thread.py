"""A message thread: bubbles left and right with names, the narrator's pause between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder import document as d
from builder.layout.compose.job import Job, Part, together
from builder.layout.compose.parts import show
from builder.layout.grid import BODY_BOTTOM, PATH_Y, Area, column, span
from builder.layout.placed import Box, Line, Stroke
from builder.layout.sheet import Sheet
from builder.layout.wording import words

SIZES = (28.0, 26.0, 24.0, 22.0, 20.0)
PANEL = Area(column(6) - 42, 28, span(6) + 42, BODY_BOTTOM - 22)
PAD = 14.0
SPACES = (10.0, 8.0, 6.0)
"""Between bubbles, and above and below the words in one: closer together before smaller or split."""
ASKED = (44.0, 40.0, 36.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
DRAWINGS, LEAST_PICTURE = ("speech", "phone-from-back"), 120.0
DOT, BESIDE_DOT, TOLD_PAD = 14.0, 32.0, 3.0
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
    figure = job.take(d.Figure) or job.longest_unseen(DRAWINGS)
    asked = together(*(words(p.content, "deep", face="title", lit=True) for p in job.take_paragraphs("lead")))
    beside = job.rest()
    entries = _entries(found.entries if found else ())

    def draw(sheet: Sheet, chunk: Sequence[Entry], part: Part) -> None:
        width = PANEL.x - column(0) - 24
        small = (24, 22, 20) if asked else ()
        y = sheet.head(job.title(part), job.section.label, width, small)
        # What to think about while reading is asked first and large; the rest is smaller.
        for name, text, ladder in (("To think about", asked, ASKED), ("Text", beside, sheet.ladder)):
            if text:
                room = max(0.0, BODY_BOTTOM - y)
                share = 0.6 if text is asked and beside else 1.0
                size = sheet.size_for(ladder, [(text, width, room * share)])
                used = min(room, sheet.height(text, size, width))
                area = Area(column(0), y, width, used)
                sheet.text(name, area, text, (size,), role="body" if text is (asked or beside) else "body2")
                y += used + 20
        if PATH_Y - y > LEAST_PICTURE:
            show(sheet, figure, Area(column(0), y, span(4), min(190.0, PATH_Y - y)))
        if chunk:
            _column(sheet, chunk)

    return job.split(entries, "paper", draw)


def _entries(entries: Sequence[d.Message | d.Pause]) -> list[Entry]:
    made: list[Entry] = []
    sender = ""
    for number, entry in enumerate(entries, 1):
        now = entry.sender if isinstance(entry, d.Message) else ""
        made.append(Entry(number, entry, bool(now) and now != sender))
        sender = now
    return made


def _column(sheet: Sheet, chunk: Sequence[Entry]) -> None:
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


def _height(sheet: Sheet, chunk: Sequence[Entry], size: float, space: float) -> float:
    return sum(sum(_parts(sheet, entry, size, space)) for entry in chunk) + space * (len(chunk) - 1)


def _parts(sheet: Sheet, entry: Entry, size: float, space: float) -> tuple[float, float]:
    """The heights of the name above an entry, and of the entry."""
    column_width = PANEL.w - 2 * PAD
    if isinstance(entry.said, d.Pause):
        told = words(entry.said.text)
        return 0.0, sheet.height(told, size, column_width - BESIDE_DOT - 4) + 2 * TOLD_PAD
    width = column_width * WIDEST
    return (21.0 if entry.named else 0.0), sheet.height(words(entry.said.text), size, width - 32) + 2 * space


def _entry(sheet: Sheet, entry: Entry, y: float, size: float, space: float) -> float:
    left, full = PANEL.x + PAD, PANEL.w - 2 * PAD
    name, height = _parts(sheet, entry, size, space)
    least = 2 * (TOLD_PAD if isinstance(entry.said, d.Pause) else space)
    low = max(least, min(height, PANEL.bottom - PAD - y - name))
    if isinstance(entry.said, d.Pause):
        # The narrator speaks from the path: across the column, without a bubble, beside its dot and line.
        sheet.text(
            f"Pause {entry.number}",
            Area(left, y, full, low),
            words(entry.said.text, "deep"),
            (size,),
            insets=(BESIDE_DOT, TOLD_PAD, 4, TOLD_PAD),
            anchor="middle",
        )
        x = left + DOT / 2 + 2
        sheet.add(
            Stroke(f"Told {entry.number}", x, y - space / 2, x, y + low + space / 2, Line("deep", 3)),
            Box(
                f"Told dot {entry.number}",
                x - DOT / 2,
                y + low / 2 - DOT / 2,
                DOT,
                DOT,
                "ellipse",
                fill="sun",
                line=Line("deep", 3),
            ),
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
