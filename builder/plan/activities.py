"""An activity becomes steps: what each of its slides shows, and what its notes start from."""

from collections.abc import Iterator
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
from builder.content.faces import AnyFace, QuestionFace
from builder.diagnostics import Mark
from builder.document import Block, BulletList, Callout, Paragraph, rich
from builder.plan import notes
from builder.plan.brief import Brief
from builder.plan.cases import case_steps
from builder.plan.faces import Shown, ask, lower_first, show
from builder.plan.step import Step


def steps_of(brief: Brief, activity: AnyActivity, index: int) -> Iterator[Step]:
    at = ("activities", index)
    words = brief.labels.notes
    match activity:
        case Starter() | Explain():
            yield from _faces(brief, activity.slides, *at)
        case Discuss():
            yield from _faces(brief, activity.slides, *at)
            for number, prompt in enumerate(activity.prompts, start=1):
                title = _titled(brief, activity.title, number, len(activity.prompts))
                yield _prompt(brief, title, prompt, number, brief.mark(*at, "prompts", number - 1))
        case CaseStudyActivity():
            yield from case_steps(brief, activity)
        case Sort():
            yield _sort(brief, activity, brief.mark(*at))
        case Quiz():
            for number, question in enumerate(activity.questions, start=1):
                right = question.options[question.answer - 1]
                title = _titled(brief, activity.title, number, len(activity.questions))
                yield Step(
                    f"question-{number}",
                    Shown("question", title, (ask(question.ask, question.options),)),
                    brief.mark(*at, "questions", number - 1),
                    words.default_say_question,
                    words.default_question if number == 1 else words.default_next_question,
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
                activity.exit.say,
                activity.exit.do,
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
        prompt.say,
        prompt.do,
        notes.aside("answer", words.suggested, prompt.suggested_answers),
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


def _titled(brief: Brief, title: str, number: int, total: int) -> str:
    """“Ellis’s evening: question 2”: a screen reader lists slides by their titles, so each has its own."""
    parts = brief.labels.parts
    said = parts.talk_about_it if total == 1 else parts.question.replace("{n}", str(number))
    return f"{title}{'' if title.endswith('?') else ':'} {lower_first(said)}"
