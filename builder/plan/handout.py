"""The pupils' handout: what to do, the worksheets of the lesson, who can help, cards to cut out."""

from collections.abc import Iterator
from typing import assert_never

from builder.content.activities import (
    AnyActivity,
    CaseStudyActivity,
    GapsPart,
    HandoutPart,
    Quiz,
    SheetPart,
    Sort,
    TickPart,
    Write,
    WritePart,
)
from builder.document import (
    AnswerLines,
    Beat,
    Block,
    Callout,
    Card,
    CutOutCards,
    DefinitionList,
    Document,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    TickList,
    Timeline,
    rich,
)
from builder.plan.brief import Brief
from builder.plan.faces import ask, bullets, good_to_know, in_trouble, steps
from builder.plan.gaps import with_gaps
from builder.plan.people import help_cards, own_people, panel
from builder.plan.school import masthead

SLIPS_TO_A_SHEET = 4
CUT_OUT = ("exit-slips", "help-cards")
"""Sections that are cut up, and repeat what stands elsewhere."""


def handout(brief: Brief) -> Document:
    lesson, words = brief.lesson, brief.labels
    sections = (
        *masthead(brief),
        _what_to_do(brief),
        *_worksheets(brief),
        *_words(brief),
        *own_people(brief, "people", brief.mark("signposting")),
        _who_can_help(brief),
        _slips(brief),
        _cards(brief),
    )
    return Document(
        name="handout",
        medium="pages",
        edition="pupil",
        title=lesson.title,
        subtitle=lesson.subtitle or "",
        language=brief.language,
        date=brief.date,
        furniture=brief.furniture(),
        sections=sections,
        keywords=(words.documents.handout, brief.ages()),
    )


def _what_to_do(brief: Brief) -> Section:
    words = brief.labels
    reassuring = (in_trouble(brief), *good_to_know(brief), words.pupils.late_is_fine)
    blocks = (
        bullets(brief.lesson.key_messages),
        steps(brief),
        Callout("key", "", (Paragraph(rich(" ".join(reassuring))),)),
    )
    return Section("what-to-do", words.parts.what_to_do, blocks, brief.mark("what_to_do"))


def _words(brief: Brief) -> Iterator[Section]:
    if brief.lesson.vocabulary:
        terms = DefinitionList(tuple((word.term, rich(word.meaning)) for word in brief.lesson.vocabulary))
        yield Section("words", brief.labels.parts.vocabulary, (terms,), brief.mark("vocabulary"))


def _slips(brief: Brief) -> Section:
    """Exit slips, four to a page: they ask for no story of one's own, and say who reads them."""
    words = brief.labels
    card = Card(
        words.parts.exit_question,
        (AnswerLines(rich(brief.lesson.exit_question), 2), Paragraph(rich(words.pupils.slip_read), "small")),
    )
    return Section(
        CUT_OUT[0],
        words.pupils.slips,
        (CutOutCards((card,) * SLIPS_TO_A_SHEET, "strip"),),
        brief.mark("exit_question"),
        new_page=True,
    )


def _who_can_help(brief: Brief) -> Section:
    words = brief.labels.pupils
    person = Paragraph((Strong(words.any_adult), Text(f" {words.any_adult_what}")), "lead")
    return Section(
        "who-can-help", words.who_can_help, (person, panel(brief)), brief.mark("signposting"), new_page=True
    )


def _cards(brief: Brief) -> Section:
    words = brief.labels.pupils
    return Section(
        CUT_OUT[1],
        words.help_card,
        (Paragraph(rich(words.keep_card), "small"), help_cards(brief)),
        brief.mark("signposting"),
        new_page=True,
    )


def _worksheets(brief: Brief) -> Iterator[Section]:
    for index, activity in enumerate(brief.lesson.activities):
        if not activity.handout:
            continue
        blocks = tuple(block for part in activity.handout for block in _part(brief, activity, part))
        yield Section(
            f"{activity.id}.handout",
            activity.title,
            blocks,
            brief.mark("activities", index, "handout"),
            new_page=any(isinstance(part, SheetPart) for part in activity.handout),
        )


def _part(brief: Brief, activity: AnyActivity, part: HandoutPart) -> Iterator[Block]:
    match part:
        case WritePart():
            yield AnswerLines(rich(part.prompt), part.lines)
        case TickPart():
            yield Paragraph(rich(part.prompt), "lead")
            yield TickList(tuple(rich(item) for item in part.items))
        case GapsPart():
            yield Paragraph(rich(part.prompt), "lead")
            for sentence in part.sentences:
                yield Paragraph(with_gaps(sentence))
        case SheetPart():
            yield Paragraph(rich(part.instruction), "lead")
            yield from _sheet(brief, activity)
        case _:
            assert_never(part)


def _sheet(brief: Brief, activity: AnyActivity) -> Iterator[Block]:
    """The activity's own material with room to write; other kinds have none and print nothing."""
    words = brief.labels.pupils
    match activity:
        case Sort():
            # A column a tray, to tick: ten cards fit one page, with room for a reason beside each.
            trays = tuple(tray.label for tray in activity.trays)
            rows = tuple((rich(card.text), *((),) * (len(trays) + 1)) for card in activity.cards)
            shares = (6, *(2,) * len(trays), 5)
            yield Table((words.sort_card, *trays, words.sort_why), rows, shares, room_to_write=True)
        case Quiz():
            for question in activity.questions:
                yield ask(question.ask, question.options)
        case CaseStudyActivity():
            case = brief.checked.cases[activity.case].model
            yield Paragraph(rich(getattr(brief.labels.provenance, case.provenance.kind)), "label")
            yield Timeline(tuple(Beat(beat.when, beat.text) for beat in case.story))
            # How it turned out is told in class: on the sheet, pupils would read it first.
            for asked in case.asked(activity.questions):
                yield AnswerLines(rich(asked.ask), 3)
        case Write():
            yield AnswerLines(rich(activity.prompt), 6)
        case _:
            return
