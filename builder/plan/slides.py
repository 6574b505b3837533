"""The deck: which slides a lesson shows, in what order, with what in the notes."""

from collections.abc import Iterator
from dataclasses import replace

from builder.content.activities import AnyActivity
from builder.content.signposted import halves
from builder.document import Block, Document, Edition, Paragraph, Section, rich
from builder.plan import notes
from builder.plan.activities import steps_of
from builder.plan.brief import Brief
from builder.plan.faces import good_to_know, in_trouble, lower_first
from builder.plan.people import on_slide
from builder.plan.school import logo, photo, school_of
from builder.plan.step import Step


def teach(brief: Brief) -> Document:
    """The teacher's deck, with speaker notes on every slide."""
    return _deck(brief, "slides", "teacher")


def share(brief: Brief) -> Document:
    """The same slides for posting: without notes or answers."""
    return _deck(brief, "slides-to-share", brief.edition())


def _deck(brief: Brief, name: str, edition: Edition) -> Document:
    sections = _titled_apart(tuple(_sections(brief)))
    if name != "slides":
        sections = tuple(_without_notes(section) for section in sections)
    lesson = brief.lesson
    return Document(
        name=name,
        medium="slides",
        edition=edition,
        title=lesson.title,
        subtitle=lesson.subtitle or "",
        language=brief.language,
        date=brief.date,
        furniture=brief.furniture(),
        sections=sections,
        keywords=(
            brief.labels.documents.slides_to_share if name != "slides" else brief.labels.documents.slides,
            brief.ages(),
        ),
    )


def _titled_apart(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """No two slides of one title: people who hear the list of slides must be able to choose."""
    seen: dict[str, int] = {}
    apart = []
    for section in sections:
        seen[section.heading] = count = seen.get(section.heading, 0) + 1
        apart.append(section if count == 1 else replace(section, heading=f"{section.heading} ({count})"))
    return tuple(apart)


def _without_notes(section: Section) -> Section:
    return replace(section, notes=())


def _sections(brief: Brief) -> Iterator[Section]:
    lesson = brief.lesson
    yield _title(brief)
    for index, activity in enumerate(lesson.activities):
        # Help comes last but one, so that nobody leaves on the hard part, and the calm ending closes.
        if activity.kind == "calm_ending":
            yield from _signposting(brief)
        yield from _activity(brief, activity, index)


def _title(brief: Brief) -> Section:
    lesson, words = brief.lesson, brief.labels.notes
    facts = f"{brief.ages()} · {brief.minutes(lesson.minutes)}"
    subtitle = (Paragraph(rich(lesson.subtitle)),) if lesson.subtitle else ()
    note: tuple[Block, ...] = (
        notes.say(brief, (), words.default_say_title),
        notes.do(brief, (), words.default_title),
        *notes.aside("note", brief.labels.teacher_notes.about, (lesson.summary,)),
    )
    blocks = (*subtitle, Paragraph(rich(facts), "lead"), *brief.figure(lesson.picture), *logo(brief))
    school = school_of(brief)
    whose = school.name if school else ""
    return Section("title", lesson.title, blocks, brief.mark("title"), "title", whose, notes=note)


def _activity(brief: Brief, activity: AnyActivity, index: int) -> Iterator[Section]:
    kind = getattr(brief.labels.kinds, activity.kind)
    steps = tuple(steps_of(brief, activity, index))
    label = f"{kind} · {brief.minutes(activity.minutes)}"
    for part, step in enumerate(steps, start=1):
        yield Section(
            id=f"{activity.id}.{step.id}",
            heading=step.shown.heading,
            blocks=step.shown.blocks,
            mark=step.mark,
            layout=step.shown.layout,
            label=label,
            notes=_notes(brief, activity, step, kind, part, len(steps)),
        )


def _notes(
    brief: Brief, activity: AnyActivity, step: Step, kind: str, part: int, parts: int
) -> tuple[Block, ...]:
    """An activity's own words open its first slide; each slide adds its own."""
    first = part == 1
    said = (*(activity.say if first else ()), *step.say)
    done = (*(activity.do if first else ()), *step.do)
    words = brief.labels.notes
    # Support and stretch stand with the last slide of the activity, where the teacher looks round.
    last = part == parts
    return (
        notes.cue(brief, activity.minutes, kind, activity.title, part, parts),
        notes.say(brief, said, step.default_say),
        notes.do(brief, done, step.default_do),
        *step.answers,
        *(notes.aside("support", words.support, activity.support) if last else ()),
        *(notes.aside("stretch", words.stretch, activity.stretch) if last else ()),
    )


def _signposting(brief: Brief) -> Iterator[Section]:
    """The help slides; where some have come of age, one for each side of eighteen."""
    part, words = brief.lesson.signposting, brief.labels
    kind = words.kinds.signposting
    pupils = brief.lesson.audience == "pupils"
    said = (part.message, in_trouble(brief), *good_to_know(brief)) if pupils else (part.message,)
    message: tuple[Block, ...] = (Paragraph(rich(" ".join(said))), *photo(brief))
    note = (
        notes.cue(brief, part.minutes, kind, part.title, 1, 1),
        notes.say(brief, part.say, part.message),
        notes.do(brief, part.do, words.notes.default_show),
        *_if_asked(brief),
    )
    ages = {"under": words.pupils.under_18, "over": words.pupils.over_18}
    for half in halves(brief.lesson) or (None,):
        again = half == "over"
        yield Section(
            "signposting-over" if again else "signposting",
            f"{part.title}: {lower_first(ages[half])}" if half else part.title,
            (*(() if again else message), *on_slide(brief, half)),
            brief.mark("signposting"),
            "help",
            f"{kind} · {brief.minutes(part.minutes)}",
            notes=note,
        )


def _if_asked(brief: Brief) -> tuple[Block, ...]:
    """What a teacher may answer to “Isn’t it against the law?”; silence would sound like yes."""
    law = brief.checked.help.model.in_trouble
    lines = (law.if_asked,) if law and law.if_asked else ()
    return notes.aside("answer", brief.labels.notes.if_asked, lines)
