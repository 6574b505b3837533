"""What parents and carers may ask to see: the slides with what is said, what pupils get, who helps.

Where a true story comes from stays with staff, as do the pages on what is still to be checked.
"""

from collections.abc import Iterator
from dataclasses import replace

from builder.document import (
    Block,
    Callout,
    DefinitionList,
    Document,
    Figure,
    Paragraph,
    Quote,
    Section,
    SlideReference,
    Table,
    rich,
)
from builder.plan import notes, slides
from builder.plan.brief import Brief
from builder.plan.handout import CUT_OUT, handout
from builder.plan.school import lead_by_name, masthead
from builder.plan.teacher_notes import timed_plan


def parents_copy(brief: Brief) -> Document:
    lesson, words = brief.lesson, brief.labels.parents_copy
    return Document(
        name="parents-copy",
        medium="pages",
        edition="parent",
        title=lesson.title,
        subtitle=f"{words.title} · {brief.ages()} · {brief.minutes(lesson.minutes)}",
        language=brief.language,
        date=brief.date,
        furniture=brief.furniture(),
        sections=(
            *masthead(brief),
            _about(brief),
            timed_plan(brief),
            *_learning(brief),
            *_slide_by_slide(brief),
            *_given_to_pupils(brief),
        ),
        keywords=(words.title, brief.ages()),
    )


def _about(brief: Brief) -> Section:
    lesson, words = brief.lesson, brief.labels.parents_copy
    facts = (
        (words.for_whom, rich(f"{brief.ages()}, {brief.checked.help.model.name}")),
        (words.whats_here, rich(words.whats_here_text)),
        (words.not_here, rich(words.not_here_text)),
        (words.ask, rich(words.ask_text.replace("{lead}", lead_by_name(brief)))),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(rich(lesson.summary), "lead"),
        DefinitionList(facts),
        Callout("key", words.learn, (notes.listed(lesson.objectives),)),
    )
    return Section("about", words.about, blocks, brief.mark("summary"))


def _learning(brief: Brief) -> Iterator[Section]:
    lesson, words = brief.lesson, brief.labels.parents_copy
    taken = (notes.listed(lesson.key_messages),)
    yield Section("take-away", words.take_away, taken, brief.mark("key_messages"))
    rows = tuple((rich(one.pupils_may_think), rich(one.say_instead)) for one in lesson.misconceptions)
    table = Table((words.may_think, words.we_say), rows, (2, 3))
    yield Section("misconceptions", words.misconceptions, (table,), brief.mark("misconceptions"))
    asked = (Quote(rich(lesson.exit_question)),)
    yield Section("exit-question", brief.labels.parts.exit_question, asked, brief.mark("exit_question"))


def _slide_by_slide(brief: Brief) -> Iterator[Section]:
    words = brief.labels.parents_copy
    intro = (Paragraph(rich(words.slides_text), "lead"),)
    yield Section("slides", words.slides, intro, brief.mark("activities"), new_page=True)
    for section, said in notes.told_once(brief, slides.teach(brief).sections):
        numbers = brief.numbers.get(section.id, ())
        # The small slide beside the words shows its drawing already; an author's own picture may be read.
        shown = tuple(
            block
            for block in section.blocks
            if not (isinstance(block, Figure) and isinstance(block.source, str))
        )
        picture = SlideReference(numbers, brief.slide_label(numbers))
        blocks = (picture, *shown, *said)
        yield Section(f"slides.{section.id}", section.heading, blocks, section.mark, level=2)


def _given_to_pupils(brief: Brief) -> Iterator[Section]:
    words = brief.labels.parents_copy
    given = handout(brief)
    intro = (Paragraph(rich(words.given_text), "lead"),)
    yield Section("given", words.given, intro, brief.mark("what_to_do"), new_page=True)
    for section in given.sections:
        if section.id not in (*CUT_OUT, "school"):
            yield replace(section, id=f"given.{section.id}", level=2, new_page=False)
