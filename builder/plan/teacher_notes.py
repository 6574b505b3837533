"""Teacher notes: orient in ten seconds, teach safely, then the lesson slide by slide, and the answers."""

from collections.abc import Iterator
from dataclasses import replace

from builder.content.activities import AnyActivity, GapsPart, Quiz, Sort
from builder.document import (
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Document,
    Minutes,
    Paragraph,
    Quote,
    Section,
    SlideReference,
    Table,
    TickList,
    rich,
)
from builder.plan import notes, slides
from builder.plan.appendix import appendix
from builder.plan.brief import Brief
from builder.plan.faces import steps
from builder.plan.gaps import without_gaps
from builder.plan.school import masthead, tell_first

HELP = ("signposting", "signposting-over")


def teacher_notes(brief: Brief) -> Document:
    lesson, words = brief.lesson, brief.labels
    pupils = lesson.audience == "pupils"
    kind = words.documents.teacher_notes if pupils else words.adults.presenter_notes
    sections = (
        *masthead(brief),
        _glance(brief),
        timed_plan(brief),
        *_safe_teaching(brief),
        *_preparing(brief),
        *_slide_by_slide(brief),
        *_on_a_page_of_their_own((*_answers(brief), *appendix(brief))),
    )
    return Document(
        name="teacher-notes" if pupils else "presenter-notes",
        medium="pages",
        edition="teacher",
        title=lesson.title,
        subtitle=f"{kind} · {brief.ages()} · {brief.minutes(lesson.minutes)}",
        language=brief.language,
        date=brief.date,
        furniture=brief.furniture(),
        sections=sections,
        keywords=(kind, brief.ages()),
    )


def _glance(brief: Brief) -> Section:
    lesson, words = brief.lesson, brief.labels.teacher_notes
    directory = brief.checked.help.model
    pupils = lesson.audience == "pupils"
    learn = words.pupils_learn if pupils else brief.labels.adults.learn
    facts = DefinitionList(
        (
            (words.for_whom, rich(f"{brief.ages()}, {directory.name}")),
            (words.time, rich(brief.minutes(lesson.minutes))),
            *((term, rich(text)) for term, text in tell_first(brief)),
        )
    )
    waiting = sum(finding.severity == "needs-person" for finding in brief.checked.findings)
    draft = Callout(
        "stop", words.waiting, (Paragraph(rich(words.waiting_text.replace("{n}", str(waiting)))),)
    )
    blocks: tuple[Block, ...] = (
        Paragraph(rich(lesson.summary), "lead"),
        facts,
        *((draft,) if waiting else ()),
        Callout("key", learn, (notes.listed(lesson.objectives),)),
    )
    return Section("at-a-glance", words.at_a_glance, blocks, brief.mark("summary"))


def _bring(brief: Brief) -> tuple[Block, ...]:
    words, resources = brief.labels.teacher_notes, brief.lesson.resources
    if not resources:
        return ()
    return (Callout("do", words.bring, (TickList(tuple(rich(item) for item in resources)),)),)


def timed_plan(brief: Brief) -> Section:
    """What happens when, with the slides and sheets that each part uses."""
    lesson, words = brief.lesson, brief.labels.teacher_notes
    rows = []
    for activity in lesson.activities:
        if activity.kind == "calm_ending":
            part = lesson.signposting
            rows.append(
                (
                    str(part.minutes),
                    f"{brief.labels.kinds.signposting}: {part.title}",
                    _spread(tuple(n for name in HELP for n in brief.numbers.get(name, ()))),
                    "",
                )
            )
        kind = getattr(brief.labels.kinds, activity.kind)
        sheet = brief.labels.pupils.worksheet if activity.handout else ""
        rows.append(
            (str(activity.minutes), f"{kind}: {activity.title}", _spread(_numbers(brief, activity.id)), sheet)
        )
    total = (str(lesson.minutes), words.plan_total, "", "")
    header = (words.plan_minutes, words.plan_what, words.plan_slides, words.plan_handout)
    # Where nothing is handed out, a column for it would stand empty.
    columns = 4 if any(row[-1] for row in rows) else 3
    cells = tuple(tuple(rich(cell) for cell in row[:columns]) for row in (*rows, total))
    table = Table(header[:columns], cells, (2, 8, 2, 3)[:columns])
    return Section("plan", words.plan, (table,), brief.mark("activities"))


def _numbers(brief: Brief, prefix: str) -> tuple[int, ...]:
    return tuple(
        sorted(
            number
            for section, numbers in brief.numbers.items()
            if section.startswith(f"{prefix}.")
            for number in numbers
        )
    )


def _spread(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else f"{min(numbers)}–{max(numbers)}"


def _safe_teaching(brief: Brief) -> Iterator[Section]:
    loaded, words = brief.checked.safe_teaching, brief.labels
    text = loaded.model
    yield Section(
        "safe-teaching",
        text.title,
        (Paragraph(rich(text.intro), "lead"),),
        loaded.mark("title"),
        new_page=True,
    )
    for index, advice in enumerate(text.advice):
        if brief.lesson.audience != "pupils" and not advice.with_adults:
            continue
        said = tuple(Quote(rich(line)) for line in advice.say)
        blocks: tuple[Block, ...] = (
            *((Paragraph(rich(advice.intro)),) if advice.intro else ()),
            *((BulletList(tuple(rich(point) for point in advice.points)),) if advice.points else ()),
            *((Callout("say", words.notes.say, said),) if said else ()),
            *notes.aside("never", words.notes.never, advice.never),
        )
        yield Section(
            f"safe-teaching.{advice.id}", advice.title, blocks, loaded.mark("advice", index), level=2
        )


def _preparing(brief: Brief) -> Iterator[Section]:
    lesson, words, adults = brief.lesson, brief.labels.teacher_notes, brief.labels.adults
    pupils = lesson.audience == "pupils"
    mind = (
        *_bring(brief),
        Callout("key", words.take_away if pupils else adults.take_away, (notes.listed(lesson.key_messages),)),
        *notes.aside("note", words.keep_in_mind, lesson.staff_note),
        *notes.aside("do", words.rules_and_note, _unshown(brief)),
    )
    yield Section("prepare", words.before_you_teach, mind, brief.mark("prior_knowledge"), new_page=True)
    to_do = brief.labels.parts.what_to_do if pupils else adults.what_to_do
    yield Section("what-to-do", to_do, (steps(brief),), brief.mark("what_to_do"), level=2)
    yield Section(
        "prior-knowledge",
        words.prior_knowledge if pupils else adults.prior_knowledge,
        (notes.listed(lesson.prior_knowledge),),
        brief.mark("prior_knowledge"),
        level=2,
    )
    if lesson.vocabulary:
        terms = DefinitionList(tuple((word.term, rich(word.meaning)) for word in lesson.vocabulary))
        yield Section("vocabulary", words.vocabulary, (terms,), brief.mark("vocabulary"), level=2)
    rows = tuple((rich(m.pupils_may_think), rich(m.say_instead)) for m in lesson.misconceptions)
    yield Section(
        "misconceptions",
        words.misconceptions if pupils else adults.misconceptions,
        (Table((words.may_think if pupils else adults.may_think, words.say_instead), rows, (2, 3)),),
        brief.mark("misconceptions"),
        level=2,
    )
    asked = tuple((rich(u.ask), rich(u.listen_for)) for u in lesson.check_for_understanding)
    table = Table((brief.labels.notes.ask, brief.labels.notes.listen_for), asked, (2, 3))
    yield Section(
        "understanding", words.understanding, (table,), brief.mark("check_for_understanding"), level=2
    )
    yield Section(
        "exit-question",
        words.exit_question,
        (Quote(rich(lesson.exit_question)),),
        brief.mark("exit_question"),
        level=2,
    )


def _unshown(brief: Brief) -> tuple[str, ...]:
    """The ground rules and the note on content, where no slide shows them: whoever leads says them."""
    lesson = brief.lesson
    shown = {face.shows for activity in lesson.activities for face in getattr(activity, "slides", ())}
    return () if "ground_rules" in shown else (lesson.content_note, *lesson.ground_rules)


def _slide_by_slide(brief: Brief) -> Iterator[Section]:
    """The notes of the deck once more, each beside a small picture of its slide."""
    yield Section(
        "slide-by-slide",
        brief.labels.teacher_notes.slide_by_slide,
        (),
        brief.mark("activities"),
        new_page=True,
    )
    for section, said in notes.told_once(brief, slides.teach(brief).sections):
        numbers = brief.numbers.get(section.id, ())
        reference = SlideReference(numbers, brief.slide_label(numbers))
        cues = tuple(block for block in said if isinstance(block, Minutes))
        rest = tuple(block for block in said if not isinstance(block, Minutes))
        yield Section(
            f"notes.{section.id}", section.heading, (reference, *cues, *rest), section.mark, level=3
        )


def _on_a_page_of_their_own(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Answers apart from the rest, so that the page can be kept on the desk."""
    first, *others = sections
    return (replace(first, new_page=True), *others)


def _answers(brief: Brief) -> Iterator[Section]:
    found = [
        (index, activity, _answers_of(brief, activity))
        for index, activity in enumerate(brief.lesson.activities)
    ]
    found = [(index, activity, blocks) for index, activity, blocks in found if blocks]
    if not found:
        return
    words = brief.labels.teacher_notes
    yield Section("answers", words.answers, (), brief.mark("activities"))
    for index, activity, blocks in found:
        yield Section(
            f"answers.{activity.id}", activity.title, blocks, brief.mark("activities", index), level=2
        )


def _answers_of(brief: Brief, activity: AnyActivity) -> tuple[Block, ...]:
    blocks: list[Block] = []
    words = brief.labels
    if isinstance(activity, Sort):
        labels = {tray.id: tray.label for tray in activity.trays}
        rows = tuple((rich(c.text), rich(labels[c.tray]), rich(c.why)) for c in activity.cards)
        header = (words.pupils.sort_card, words.pupils.sort_tray, words.notes.why)
        blocks.append(Table(header, rows, (4, 3, 6)))
    if isinstance(activity, Quiz):
        rows = tuple((rich(q.ask), rich(q.options[q.answer - 1]), rich(q.why)) for q in activity.questions)
        blocks.append(Table((words.notes.ask, words.teacher_notes.answers, words.notes.why), rows, (4, 3, 6)))
    for part in activity.handout:
        if isinstance(part, GapsPart):
            whole = tuple(without_gaps(sentence) for sentence in part.sentences)
            blocks.append(Callout("answer", part.prompt, (notes.listed(whole),)))
    return tuple(blocks)
