"""Slides on which the path itself carries the words: steps, a timeline, the beats of a story."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder import document as d
from builder.layout.compose.job import Job, Part, said, together
from builder.layout.compose.parts import RADIUS, intro, show
from builder.layout.grid import BODY_BOTTOM, PATH_Y, WIDTH, Area, column, shares, span
from builder.layout.path import stretch
from builder.layout.placed import Box, Line, Para, Run, Stroke, TextBody
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, flow, runs, words

STONE = 44.0
STEP_SIZES = (26.0, 24.0, 22.0, 20.0)
LARGE = (32.0, 30.0, 28.0)
TOGETHER = ("telling", "umbrella", "kettle-and-mugs")
"""What stands under an outcome, in turn: people who are not alone with it."""
LEAST_PICTURE = 110.0
FEW = 2
MOST_STEPS, MOST_IN_ROW, MOST_ON_LINE = 8, 4, 6


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered thing to do: the verb and what belongs to it, then the detail."""

    number: int
    text: Words


def steps(job: Job) -> list[Sheet]:
    """Numbered stones on the path; above four, the path comes round a second time."""
    found = job.take(d.NumberedList)
    items = [Step(i, _step(item)) for i, item in enumerate(found.items if found else (), 1)]
    before, after = said(job.take_paragraphs("lead")), job.rest()

    def draw(sheet: Sheet, chunk: Sequence[Step], part: Part) -> None:
        y = sheet.head(job.title(part), job.section.label)
        y = intro(sheet, y, together(before if part.first else None, after if part.last else None))
        if not chunk:
            return
        # Two short rows read as one walk; a fifth stone in a row would leave no room for words.
        in_row = len(chunk) if len(chunk) <= MOST_IN_ROW else -(-len(chunk) // 2)
        lines = [chunk[i : i + in_row] for i in range(0, len(chunk), in_row)]
        cells = shares(Area(column(0), y, span(12), 10), in_row, 28)
        height = (BODY_BOTTOM - y - 16 * (len(lines) - 1)) / len(lines)
        room = height - STONE - 12
        size = sheet.size_for(
            (32, 30, 28, *STEP_SIZES) if len(lines) == 1 else STEP_SIZES,
            [(step.text, cells[0].w, room) for step in chunk],
        )
        tallest = max(sheet.height(step.text, size, cells[0].w) for step in chunk)
        slack = max(0.0, room - tallest) / (1.6 if len(lines) == 1 else 3)
        for index, line in enumerate(lines):
            down = min(slack, 30 if len(lines) == 1 else 14)
            _stones(sheet, line, cells, y + index * (height + 16) + down, size, room - down)

    return job.split(items, "paper", draw, MOST_STEPS)


def _stones(
    sheet: Sheet, line: Sequence[Step], cells: Sequence[Area], top: float, size: float, room: float
) -> None:
    middle = top + STONE / 2
    points = [(0.0, middle + 4)]
    for i, cell in enumerate(cells):
        points.append((cell.x + STONE / 2, middle + (3 if i % 2 else -3)))
    points.append((WIDTH, middle - 4))
    sheet.add(stretch(f"Path from step {line[0].number}", points, "mist", 5))
    for i, (step, cell) in enumerate(zip(line, cells, strict=False)):
        number = Para((Run(str(step.number), False, "white"),), 22, "title", "centre")
        sheet.add(
            Box(
                f"Stone {step.number}",
                cell.x,
                top + (3 if i % 2 else -3),
                STONE,
                STONE,
                "ellipse",
                fill="deep",
                text=TextBody((number,), "middle"),
            )
        )
        sheet.text(f"Step {step.number}", Area(cell.x, top + STONE + 12, cell.w, room), step.text, (size,))


def _step(item: d.Rich) -> Words:
    """The strong beginning on a line of its own, then the rest."""
    if len(item) > 1 and isinstance(item[0], d.Strong):
        first, rest = item[:1], item[1:]
        lead = rest[0]
        if isinstance(lead, d.Text):
            begun = lead.text.lstrip(" .:–-")
            if begun[:1].islower():  # the same sentence goes on
                return words(item, strong="deep")
            rest = (d.Text(begun), *rest[1:])
        return lambda size: (
            Para(runs(first, "deep"), size, space_after_pt=4),
            Para(runs(rest, "ink"), size),
        )
    return words(item, strong="deep")


def timeline(job: Job) -> list[Sheet]:
    """The path across the middle, with beats above and below it."""
    found = job.take(d.Timeline)
    before, after = said(job.take_paragraphs("lead")), job.rest()

    def draw(sheet: Sheet, chunk: Sequence[d.Beat], part: Part) -> None:
        y = sheet.head(job.title(part), job.section.label)
        y = intro(sheet, y, together(before if part.first else None, after if part.last else None))
        if chunk:
            _beats_on_line(sheet, chunk, y)

    return job.split(found.beats if found else (), "paper", draw, MOST_ON_LINE)


def _beat(beat: d.Beat, accent: str) -> Words:
    return lambda size: (
        *((Para((Run(beat.label, True, accent),), size, space_after_pt=2),) if beat.label else ()),
        *((Para((Run(beat.text),), size),) if beat.text else ()),
    )


def _beats_on_line(sheet: Sheet, beats: Sequence[d.Beat], y: float) -> None:
    above = -(-len(beats) // 2)
    step = span(12) / (above + (0.5 if len(beats) > above * 2 - 1 and above > 1 else 0.0))
    width = min(step - 36, 400.0)
    texts = [_beat(beat, "deep") for beat in beats]
    room = (BODY_BOTTOM - y - 44) / 2
    size = sheet.size_for(sheet.ladder, [(text, width, room) for text in texts])
    heights = [sheet.height(text, size, width) for text in texts]
    # The line stands where the words above it need it to, near the middle.
    middle = min(max(y + max(heights[0::2]) + 30, y + room * 0.8), y + room + 22)
    points = [(0.0, middle)]
    dots: list[tuple[float, float]] = []
    for i in range(len(beats)):
        x = column(0) + step * (i // 2) + (step / 2 if i % 2 else 0)
        dots.append((x + 8, middle + (5 if i % 2 else -5)))
    points += [*dots, (WIDTH, middle)]
    sheet.add(stretch("Path of beats", points, "deep", 4))
    for i, ((x, dot_y), text, height) in enumerate(zip(dots, texts, heights, strict=True), 1):
        up = i % 2 == 1
        low = min(height, room)
        top = middle - 26 - low if up else middle + 26
        sheet.add(
            Stroke(f"Stem {i}", x, dot_y, x, top + 2 if up else top + low - 2, Line("mist", 2)),
            Box(f"Beat dot {i}", x - 8, dot_y - 8, 16, 16, "ellipse", fill="sun", line=Line("deep", 3)),
        )
        sheet.text(f"Beat {i}", Area(x + 14, top, width, low), text, (size,))


def beats(job: Job) -> list[Sheet]:
    """A true or composed story down a plum path, with how it came out beside it."""
    outcome = next((b for b in job.left if isinstance(b, d.Callout) and b.kind == "key"), None)
    if outcome:
        job.left.remove(outcome)
    before = said(job.take_paragraphs("lead"))
    items = _story(job)
    after = job.rest()
    figure = job.longest_unseen(TOGETHER)

    def draw(sheet: Sheet, chunk: Sequence[Words], part: Part) -> None:
        y = sheet.head(job.title(part), job.section.label)
        y = intro(sheet, y, together(before if part.first else None, after if part.last else None))
        beside = outcome if part.last else None
        # A story told in a beat or two leaves its outcome more room.
        share = 7 if len(chunk) <= FEW else 8
        width = span(share) - 40 if beside else span(10)
        low = _down_the_path(sheet, chunk, Area(column(0), y, width, BODY_BOTTOM - y))
        if beside:
            if PATH_Y - low > LEAST_PICTURE + 24:
                show(sheet, figure, Area(column(1), low + 24, width - span(1), min(200.0, PATH_Y - low - 24)))
            _outcome(sheet, beside, Area(column(share), y, span(12 - share), BODY_BOTTOM - y))

    return job.split(items, "lilac", draw, MOST_ON_LINE)


def _story(job: Job) -> list[Words]:
    """The beats, in whichever blocks they come."""
    items: list[Words] = []
    for line in job.take_all(d.Timeline):
        items += [_beat(beat, "plum") for beat in line.beats]
    for listed in job.take_all(d.NumberedList):
        items += [words(item, strong="plum") for item in listed.items]
    for bullets in job.take_all(d.BulletList):
        items += [words(item, strong="plum") for item in bullets.items]
    items += [words(p.content, strong="plum") for p in job.take_paragraphs("body")]
    return items


def _down_the_path(sheet: Sheet, texts: Sequence[Words], area: Area) -> float:
    """Set the beats; gives back where the last one ends."""
    if not texts:
        return area.bottom
    width = area.w - 44
    least = 16.0
    ladder = LARGE[0 if len(texts) <= FEW else -2 :] + sheet.ladder
    fitting = [
        s
        for s in ladder
        if sum(sheet.height(t, s, width) for t in texts) + least * (len(texts) - 1) <= area.h
    ]
    size = sheet.size_for(fitting or ladder[-1:], [(text, width, area.h) for text in texts], steps=2)
    heights = [sheet.height(text, size, width) for text in texts]
    gap = min(34.0, max(least, (area.h - sum(heights)) / len(texts)))
    tops: list[float] = []
    y = area.y
    for height in heights:
        tops.append(y)
        y += height + gap
    first = tops[0] + size * 0.6
    sheet.add(Stroke("Path of the story", area.x + 9, first, area.x + 9, PATH_Y - 1, Line("plum", 3)))
    for i, (text, top, height) in enumerate(zip(texts, tops, heights, strict=True), 1):
        low = max(0.0, min(height, area.bottom - top))
        sheet.add(
            Box(
                f"Beat dot {i}",
                area.x,
                top + size * 0.6 - 9,
                18,
                18,
                "ellipse",
                fill="sun",
                line=Line("plum", 3),
            )
        )
        sheet.text(f"Beat {i}", Area(area.x + 44, top, width, low), text, (size,))
    return tops[-1] + heights[-1]


def _outcome(sheet: Sheet, outcome: d.Callout, area: Area) -> None:
    title = words(outcome.title, "plum", face="title") if outcome.title else None
    text = together(title, flow(outcome.blocks, accent="plum") if outcome.blocks else None) or words("")
    size = sheet.size_for(LARGE[1:] + sheet.ladder, [(text, area.w - 48, area.h - 72)])
    height = min(area.h, sheet.height(text, size, area.w - 48) + 80)
    sheet.text(
        "How it came out",
        Area(area.x, area.y, area.w, height),
        text,
        (size,),
        fill="white",
        radius_pt=RADIUS,
        insets=(24, 48, 24, 24),
    )
    sheet.add(Box("Light", area.x + 24, area.y + 22, 16, 16, "ellipse", fill="sun"))
