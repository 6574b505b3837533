"""Papers beside the handout: a lesson's own, and those that every lesson of an age is packed with."""

from collections.abc import Iterator
from typing import assert_never

from builder.content.papers import (
    GridPart,
    HelpPart,
    LinesPart,
    Paper,
    PaperPart,
    PointsPart,
    SpeechPart,
    StepsPart,
    TicksPart,
    WordsPart,
)
from builder.content.signposted import ages_of, covers
from builder.diagnostics import Mark
from builder.document import (
    AnswerLines,
    Block,
    BulletList,
    Callout,
    CutOutCards,
    Document,
    Furniture,
    NumberedList,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
    TickList,
    rich,
)
from builder.document import Card as CutCard
from builder.plan.brief import Brief
from builder.plan.gaps import with_gaps
from builder.plan.people import own_people, panel

FRIEND_CARDS = 4


def papers(brief: Brief) -> tuple[Document, ...]:
    """Each a document of its own, so that one sheet can be printed or sent alone."""
    own = [(paper, brief.mark("papers", n)) for n, paper in enumerate(brief.lesson.papers)]
    return tuple(_document(brief, paper, mark) for paper, mark in (*own, *_shared(brief)))


def _shared(brief: Brief) -> Iterator[tuple[Paper, Mark]]:
    sheets = brief.checked.sheets
    if brief.lesson.audience != "pupils":
        return
    for number, sheet in enumerate(sheets.model.sheets):
        if covers(sheet.ages, *ages_of(brief.lesson.age_band)):
            yield sheet.paper, sheets.mark("sheets", number)


def _document(brief: Brief, paper: Paper, mark: Mark) -> Document:
    letter = paper.kind == "letter"
    sections: list[Section] = []
    for number, part in enumerate(paper.parts):
        helps = isinstance(part, HelpPart)
        sections += own_people(brief, f"{paper.id}.people", mark) if helps else ()
        new_page = bool(number) and helps and not letter
        blocks = tuple(_blocks(brief, part))
        sections.append(Section(f"{paper.id}.{number}", part.heading or "", blocks, mark, new_page=new_page))
    if paper.cards:
        card = CutCard(paper.cards.heading, (BulletList(tuple(rich(one) for one in paper.cards.points)),))
        sections.append(
            Section(f"{paper.id}.cards", "", (CutOutCards((card,) * FRIEND_CARDS, "strip"),), mark)
        )
    furniture = brief.furniture()
    return Document(
        name=paper.id,
        medium="pages",
        edition=brief.edition(),
        title=paper.title,
        subtitle=paper.intro or "",
        language=brief.language,
        date=brief.date,
        furniture=Furniture(paper.title if letter else furniture.running, furniture.page, furniture.draft),
        sections=tuple(sections),
        keywords=(brief.ages(),),
    )


def _blocks(brief: Brief, part: PaperPart) -> Iterator[Block]:
    match part:
        case WordsPart():
            for text in part.text:
                yield Paragraph(with_gaps(text))
        case PointsPart():
            yield BulletList(tuple(rich(point) for point in part.points))
        case StepsPart():
            yield NumberedList(
                tuple((Strong(s.do), *((Text(f" {s.detail}"),) if s.detail else ())) for s in part.steps)
            )
        case TicksPart():
            yield TickList(tuple(rich(item) for item in part.items))
        case SpeechPart():
            yield Callout("say", brief.labels.notes.say, tuple(Quote(rich(line)) for line in part.say))
            if part.never:
                lines = BulletList(tuple(rich(line) for line in part.never))
                yield Callout("never", brief.labels.notes.never, (lines,))
        case GridPart():
            rows = tuple(tuple(rich(cell) if cell else () for cell in row) for row in part.rows)
            room = any(not cell for row in part.rows for cell in row)
            yield Table(part.columns, rows, (1,) * len(part.columns), room_to_write=room)
        case LinesPart():
            yield AnswerLines(rich(part.prompt), part.lines)
        case HelpPart():
            yield panel(brief)
        case _:
            assert_never(part)
