"""An activity becomes steps: what each of its slides shows, and what its notes start from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from builder.content.activities import (
    AnyActivity,
    CalmEnding,
    CaseStudyActivity,
    Discuss,
    Explain,
    Plenary,
    Prompt,
    Quiz,
    Sort,
    Starter,
    Write,
)
from builder.content.case_study import CaseQuestion, CaseStudy
from builder.content.faces import AnyFace, QuestionFace
from builder.diagnostics import Mark
from builder.document import Beat, Block, BulletList, Callout, Paragraph, Timeline, rich
from builder.plan import notes
from builder.plan.brief import Brief
from builder.plan.faces import Shown, ask, bullets, show


@dataclass(frozen=True, slots=True)
class Step:
    """One slide of an activity; `default_…` are said where the lesson gives no words of its own."""

    id: str
    shown: Shown
    mark: Mark
    default_say: str
    default_do: str
    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    answers: tuple[Block, ...] = ()


def steps_of(brief: Brief, activity: AnyActivity, index: int) -> Iterator[Step]:
    at = ("activities", index)
    words = brief.labels.notes
    match activity:
        case Starter() | Explain():
            yield from _faces(brief, activity.slides, *at)
        case Discuss():
            yield from _faces(brief, activity.slides, *at)
            for number, prompt in enumerate(activity.prompts, start=1):
                title = _numbered(brief, activity.title, number)
                yield _prompt(brief, title, prompt, number, brief.mark(*at, "prompts", number - 1))
        case CaseStudyActivity():
            yield from _case(brief, activity)
        case Sort():
            yield _sort(brief, activity, brief.mark(*at))
        case Quiz():
            for number, question in enumerate(activity.questions, start=1):
                right = question.options[question.answer - 1]
                title = _numbered(brief, activity.title, number)
                yield Step(
                    f"question-{number}",
                    Shown("question", title, (ask(question.ask, question.options),)),
                    brief.mark(*at, "questions", number - 1),
                    words.default_say_question,
                    words.default_question,
                    answers=notes.aside("answer", words.answers, (right, question.why)),
                )
        case Write():
            yield Step(
                "write",
                Shown("question", activity.title, (ask(activity.prompt),)),
                brief.mark(*at),
                words.default_say_write,
                words.default_show,
                answers=notes.aside("answer", words.suggested, activity.suggested_answers),
            )
        case Plenary():
            yield from _faces(brief, activity.slides, *at)
            yield Step(
                "exit",
                Shown("question", brief.labels.parts.exit_question, (ask(brief.lesson.exit_question),)),
                brief.mark("exit_question"),
                words.default_say_exit,
                words.default_exit,
            )
        case CalmEnding():
            blocks: tuple[Block, ...] = (
                Paragraph(rich(activity.sentence), "lead"),
                *brief.figure(activity.picture),
            )
            yield Step(
                "calm",
                Shown("calm_ending", activity.title, blocks),
                brief.mark(*at),
                activity.sentence,
                words.default_show,
            )
        case _:
            assert_never(activity)


def _faces(brief: Brief, faces: tuple[AnyFace, ...], *at: str | int) -> Iterator[Step]:
    words = brief.labels.notes
    for number, face in enumerate(faces):
        asked = isinstance(face, QuestionFace)
        listen_for = face.listen_for if isinstance(face, QuestionFace) else ()
        yield Step(
            face.id or f"slide-{number + 1}",
            show(face, brief),
            brief.mark(*at, "slides", number),
            words.default_say_question if asked else words.default_say_show,
            words.default_question if asked else words.default_show,
            face.say,
            face.do,
            notes.aside("answer", words.listen_for, listen_for),
        )


def _prompt(brief: Brief, title: str, prompt: Prompt, number: int, mark: Mark) -> Step:
    words = brief.labels.notes
    return Step(
        f"prompt-{number}",
        Shown("question", title, (ask(prompt.ask),)),
        mark,
        words.default_say_question,
        words.default_question,
        answers=notes.aside("answer", words.suggested, prompt.suggested_answers),
    )


def _sort(brief: Brief, activity: Sort, mark: Mark) -> Step:
    words = brief.labels.notes
    labels = {tray.id: tray.label for tray in activity.trays}
    trays = tuple(Callout("card", tray.label, ()) for tray in activity.trays)
    cards = BulletList(tuple(rich(card.text) for card in activity.cards))
    answers = tuple(f"{card.text}: {labels[card.tray]}. {card.why}" for card in activity.cards)
    return Step(
        "sort",
        Shown("sort", activity.title, (Paragraph(rich(activity.instruction), "lead"), *trays, cards)),
        mark,
        activity.instruction,
        words.default_talk,
        answers=notes.aside("answer", words.answers, answers),
    )


def _case(brief: Brief, activity: CaseStudyActivity) -> Iterator[Step]:
    """Where it comes from, the story, the talk, what helped; the outcome last, and hopeful."""
    loaded = brief.checked.cases[activity.case]
    case, words, parts = loaded.model, brief.labels.notes, brief.labels.parts
    origin = getattr(brief.labels.provenance, case.provenance.kind)
    real = case.provenance.kind == "public_record"
    name = case.short_title or case.title
    yield Step(
        "opener",
        Shown(
            "case_study",
            case.title,
            (
                Paragraph(rich(origin), "label"),
                Paragraph(rich(case.content_note), "lead"),
                *brief.figure(case.picture),
            ),
        ),
        loaded.mark("title"),
        words.default_say_opener if real else words.default_say_composed,
        words.default_opener,
    )
    beats = Timeline(tuple(Beat(beat.when, beat.text) for beat in case.story))
    yield Step(
        "story",
        Shown("beats", f"{name}: {_lower(parts.story_so_far)}", (beats,)),
        loaded.mark("story"),
        words.default_say_story,
        words.default_story,
    )
    asked = questions_of(case, activity)
    yield Step(
        "talk",
        Shown("list", f"{name}: {_lower(parts.talk_about_it)}", (bullets(tuple(q.ask for q in asked)),)),
        loaded.mark("questions"),
        words.default_say_talk,
        words.default_talk,
        answers=tuple(
            Callout("answer", question.ask, (notes.listed(question.suggested_answers),)) for question in asked
        ),
    )
    yield Step(
        "helped",
        Shown(
            "columns",
            f"{name}: {_lower(parts.what_helped)}",
            (
                Callout("card", parts.what_adults_did, (bullets(case.what_the_adults_did),)),
                Callout("card", parts.what_helped, (bullets(case.what_helped),)),
            ),
        ),
        loaded.mark("what_helped"),
        words.default_say_helped,
        words.default_helped,
    )
    yield Step(
        "outcome",
        Shown(
            "beats",
            f"{name}: {_lower(parts.how_it_turned_out)}",
            (Paragraph(rich(case.outcome)), Callout("key", "", (Paragraph(rich(case.key_message), "lead"),))),
        ),
        loaded.mark("outcome"),
        words.default_say_outcome,
        words.default_outcome,
    )


def questions_of(case: CaseStudy, activity: CaseStudyActivity) -> tuple[CaseQuestion, ...]:
    """The case's questions that this activity asks: those it names by number, or all."""
    if not activity.questions:
        return case.questions
    return tuple(case.questions[number - 1] for number in activity.questions)


def _numbered(brief: Brief, title: str, number: int) -> str:
    """“Ellis’s evening: question 2”: a screen reader lists slides by their titles, so each has its own."""
    return f"{title}: {_lower(brief.labels.parts.question)}".replace("{n}", str(number))


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
