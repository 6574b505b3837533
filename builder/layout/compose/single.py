"""Slides with one thing on them: title, statement, case study, picture, calm ending."""

from builder import document as d
from builder.layout.compose.job import Job, said, together
from builder.layout.compose.parts import BESIDE, arch_with, show
from builder.layout.drawings import drawing, drawing_names
from builder.layout.grid import BODY_BOTTOM, HEIGHT, WIDTH, Area, column, span
from builder.layout.path import RUNS, hill
from builder.layout.placed import Box, Role
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, words

SKY_BOTTOM = 322.0
WHOSE_PT = (22.0, 20.0, 18.0, 16.0)
WIDE = 2.0
"""A drawing so many times as wide as high is a landscape and fills the slide from edge to edge."""


def stack(
    sheet: Sheet,
    big: Words,
    below: Words | None,
    area: Area,
    ladder: tuple[float, ...],
    *,
    big_role: Role = "body",
    gap: float = 24.0,
    sink: float = 0.42,
) -> None:
    """A large text with a smaller one under it, standing a little above the middle of the area."""
    small_width = min(area.w, span(8.5))
    size = sheet.size_for(ladder, [(big, area.w, area.h * (1 if below is None else 0.66))])
    height = sheet.height(big, size, area.w)
    under, small = 0.0, sheet.ladder[-1]
    if below:
        small = sheet.size_for(sheet.ladder, [(below, small_width, area.h - height - gap)])
        under = gap + sheet.height(below, small, small_width)
    top = area.y + max(0.0, (area.h - height - under) * sink)
    height = min(height, area.h)
    narrow = sheet.measure.balanced(big(size)[0], area.w)
    name = "Title" if big_role == "title" else "Large"
    sheet.text(name, Area(area.x, top, narrow, height), big, (size,), role=big_role)
    if below:
        room = max(0.0, area.bottom - top - height - gap)
        sheet.text(
            "Text",
            Area(area.x, top + height + gap, small_width, min(under - gap, room)),
            below,
            (small,),
            role="body2" if big_role == "body" else "body",
        )


def title(job: Job) -> list[Sheet]:
    """The opening: the lesson's name over a landscape in which the path begins."""
    sheet = job.sheet("paper")
    sheet.run_of_path, sheet.title = "opening", job.heading
    logos = job.take_logos()
    figure = job.take(d.Figure)
    sheet.add(
        Box("Sun", 618, 96, 270, 270, "ellipse", fill="sun"),
        hill("Far hill", ((0, 420), (260, 384), (540, 404), (780, 352), (WIDTH, 376)), "mint"),
    )
    if figure:
        show(sheet, figure, Area(column(7), 120, span(5), 336))
    sheet.add(hill("Near hill", RUNS["opening"], "sky"))
    width = span(7) - 20 if figure else span(10)
    facts = said(job.take_paragraphs("lead"))
    below = together(job.rest(), facts)
    big = words(job.heading, sheet.inks.title, face="title")
    for logo in logos:
        show(sheet, logo, Area(column(10), 26, span(2), 62))
    if job.section.label:
        whose = words(job.section.label, sheet.inks.label, bold=True)
        area = Area(column(0), 26, span(10 if logos else 12) - 16, 46)
        sheet.text("Label", area, whose, WHOSE_PT, anchor="middle")
    stack(
        sheet,
        big,
        below,
        Area(column(0), 76, width, 300),
        sheet.theme.slides.statement_pt,
        big_role="title",
        gap=16,
        sink=0.5,
    )
    return [sheet]


def statement(job: Job) -> list[Sheet]:
    """One sentence, large, one word lit by sun."""
    sheet = job.sheet("deep")
    sheet.title = job.heading
    figure = job.take(d.Figure)
    lead = next(iter(job.take_paragraphs("lead")), None) or job.take(d.Paragraph)
    content = lead.content if lead else d.rich(job.heading)
    width = BESIDE if figure else span(11)
    if figure:
        arch_with(sheet, figure, "sky")
    same = d.plain(content) == job.heading
    y = 60.0 if same else sheet.head(job.heading, job.section.label, width, (24, 22, 20))
    big = words(content, sheet.inks.text, face="title", lit=True)
    stack(
        sheet,
        big,
        job.rest(sheet.inks.text, "sun"),
        Area(column(0), y, width, BODY_BOTTOM - 14 - y),
        sheet.theme.slides.statement_pt,
        big_role="title" if same else "body",
    )
    return [sheet]


def case_study(job: Job) -> list[Sheet]:
    """The opener of a case study: plum, what sort of story it is, and what it holds."""
    sheet = job.sheet("plum")
    sheet.title = job.heading
    figure = job.take(d.Figure)
    width = BESIDE if figure else span(10)
    kind = " · ".join(d.plain(p.content) for p in job.take_paragraphs("label"))
    if figure:
        arch_with(sheet, figure, "lilac")
    if job.section.label:
        sheet.label(job.section.label, Area(column(0), 48, width, 20))
    y = 84.0
    if kind:
        tag = words(kind, "ink", bold=True, align="centre")
        size = sheet.theme.slides.label_pt
        wide = min(width, sheet.measure.width(kind, size, bold=True) + 32)
        sheet.text(
            "Kind of story",
            Area(column(0), y, wide, 34),
            tag,
            (size,),
            fill="sun",
            radius_pt=17,
            insets=(16, 7, 16, 6),
        )
        y += 34 + 20
    below = together(said(job.take_paragraphs("lead"), "white"), job.rest("white", "sun"))
    stack(
        sheet,
        words(job.heading, "white", face="title"),
        below,
        Area(column(0), y, width, BODY_BOTTOM - y),
        sheet.theme.slides.statement_pt,
        big_role="title",
        sink=0.3,
    )
    return [sheet]


def picture(job: Job) -> list[Sheet]:
    """A large picture and a few words beside it."""
    sheet = job.sheet("paper")
    figure = job.take(d.Figure)
    text = job.rest()
    panel = Area(column(5), 36, span(7), BODY_BOTTOM - 36)
    width = span(5) - 24 if figure else span(10)
    if figure:
        sheet.add(Box("Panel", panel.x, panel.y, panel.w, panel.h, "round", 24, fill="sky"))
        show(sheet, figure, panel.inset(24, 24), middle=True)
    y = sheet.head(job.heading, job.section.label, width)
    if text:
        sheet.text(
            "Text", Area(column(0), y, width, BODY_BOTTOM - y), text, (32, 30, 28, *sheet.ladder), role="body"
        )
    return [sheet]


def calm_ending(job: Job) -> list[Sheet]:
    """Sky, one quiet picture, one sentence; the path goes on over the hills."""
    sheet = job.sheet("sky")
    sheet.run_of_path, sheet.title = "calm", job.heading
    figure = job.take(d.Figure)
    wide = (
        figure is not None
        and isinstance(figure.source, str)
        and figure.source in drawing_names()
        and (drawing(figure.source).width / drawing(figure.source).height > WIDE)
    )
    if figure and wide:
        show(sheet, figure, Area(0, 0, WIDTH, HEIGHT))
    else:
        sheet.add(
            Box("Sun", 652, 120, 216, 216, "ellipse", fill="sun"),
            hill("Far hill", ((0, 402), (260, 424), (540, 350), (800, 292), (WIDTH, 316)), "mint"),
        )
        if figure:
            show(sheet, figure, Area(column(8), 160, span(4), 260))
        sheet.add(hill("Near hill", tuple((x, y) for x, y in RUNS["calm"]), "paper"))
    width = span(7) if figure and not wide else span(8) - 16
    y = sheet.head(job.heading, job.section.label, width, (24, 22, 20))
    lead = next(iter(job.take_paragraphs("lead")), None)
    below = job.rest()
    big = words(lead.content, sheet.inks.title, face="title", lit=True) if lead else below
    if big:
        stack(
            sheet,
            big,
            below if lead else None,
            Area(column(0), y, width, SKY_BOTTOM - y),
            (44, 40, 36, 32, 28),
            sink=0.25,
        )
    return [sheet]
