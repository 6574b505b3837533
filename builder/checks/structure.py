"""How a lesson is put together: its minutes, its ending, and parts that go with one another."""

import re
from collections.abc import Iterator

from builder.checks.context import Context
from builder.content.activities import AnyActivity, CaseStudyActivity, GapsPart, Quiz, SheetPart, Sort
from builder.content.faces import LessonPart, Statement
from builder.content.papers import GridPart, SpeechPart
from builder.diagnostics import Address, Diagnostic, did_you_mean, error

# A gap holds a word; a bracket inside or beside it was meant otherwise.
GAP = re.compile(r"\[\[[^\[\]]*[^\s\[\]][^\[\]]*\]\]")
STRAY = re.compile(r"\[\[|\]\]|\[\0|\0\]")
WITH_WORKSHEET = ("sort", "quiz", "case_study", "write")


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    yield from _minutes(context)
    yield from _ending(context)
    yield from _papers(context)
    for number, activity in enumerate(context.lesson.model.activities):
        at: Address = ("activities", number)
        yield from _faces(context, activity, at)
        yield from _sheets(context, activity, at)
        match activity:
            case Sort():
                yield from _trays(context, activity, at)
            case Quiz():
                yield from _answers(context, activity, at)
            case CaseStudyActivity():
                yield from _questions(context, activity, at)
            case _:
                pass


def _minutes(context: Context) -> Iterator[Diagnostic]:
    lesson = context.lesson.model
    parts = [(activity.id, activity.minutes) for activity in lesson.activities]
    parts.append(("signposting", lesson.signposting.minutes))
    total = sum(minutes for _, minutes in parts)
    if total == lesson.minutes:
        return
    sums = " + ".join(f"{minutes} ({name})" for name, minutes in parts)
    apart = abs(total - lesson.minutes)
    by = (
        f"{apart} {'minute' if apart == 1 else 'minutes'} {'longer' if total > lesson.minutes else 'shorter'}"
    )
    yield error(
        context.lesson.mark("minutes"),
        "structure/minutes",
        f"The parts take {total} minutes and the lesson {lesson.minutes}: {sums} = {total}.",
        "A lesson that runs over loses its end, and the end is where the help is.",
        f"The parts are {by} than the lesson: change one of them, or the lesson's minutes.",
        ("minutes",),
    )


def _ending(context: Context) -> Iterator[Diagnostic]:
    kinds = [activity.kind for activity in context.lesson.model.activities]
    why = "Nobody should leave on the hard part: a lesson gathers up, shows the help and ends calmly."
    plenary = kinds.count("plenary")
    if kinds[-1] != "calm_ending":
        yield _at(
            context,
            ("activities", len(kinds) - 1),
            "structure/ending",
            "The lesson's last activity is not a calm ending.",
            why,
            "End with an activity of “kind: calm_ending”.",
        )
    for number, kind in enumerate(kinds[:-1]):
        if kind == "calm_ending":
            yield _at(
                context,
                ("activities", number),
                "structure/ending",
                "A calm ending stands before the end of the lesson.",
                why,
                "Keep one calm ending, and make it the last activity.",
            )
    if plenary != 1:
        found = "There is no plenary." if plenary == 0 else f"There are {plenary} plenaries."
        yield _at(
            context,
            ("activities",),
            "structure/ending",
            found,
            "The plenary gathers what was learned and asks the exit question, once.",
            "Put one activity of “kind: plenary” before the calm ending.",
        )


def _papers(context: Context) -> Iterator[Diagnostic]:
    lesson = context.lesson.model
    for number, paper in enumerate(lesson.papers):
        if not paper.parts and paper.cards is None:
            yield _at(
                context,
                ("papers", number),
                "structure/empty-part",
                f"The paper “{paper.title}” has neither parts nor cards.",
                "",
                "Give it “parts”.",
            )
        for index, part in enumerate(paper.parts):
            if isinstance(part, GridPart) and any(len(row) != len(part.columns) for row in part.rows):
                yield _at(
                    context,
                    ("papers", number, "parts", index, "rows"),
                    "structure/grid",
                    f"A row of this table has not {len(part.columns)} cells, as the table has columns.",
                    "",
                    'Give every row a cell for every column; an empty one is "".',
                )
            if isinstance(part, SpeechPart) and part.never and lesson.audience == "pupils":
                yield _at(
                    context,
                    ("papers", number, "parts", index, "never"),
                    "structure/never",
                    "A pupils' paper shows words that are never to be said.",
                    "A pupil's page is better off without the harmful sentence.",
                    "Keep it in the notes, and show pupils what helps.",
                )


def _faces(context: Context, activity: AnyActivity, at: Address) -> Iterator[Diagnostic]:
    for number, face in enumerate(getattr(activity, "slides", ())):
        here: Address = (*at, "slides", number)
        if isinstance(face, LessonPart) and not getattr(context.lesson.model, face.shows):
            yield _at(
                context,
                (*here, "shows"),
                "structure/empty-part",
                f"This slide shows “{face.shows}”, and the lesson has none.",
                "",
                f"Add “{face.shows}” to the lesson, or leave the slide out.",
            )
        if isinstance(face, Statement) and face.lit and face.lit not in face.statement:
            yield _at(
                context,
                (*here, "lit"),
                "structure/lit",
                f"“{face.lit}” doesn't stand in the statement, so nothing can be lit.",
                "",
                "Write it exactly as in the statement, capitals included.",
            )


def _sheets(context: Context, activity: AnyActivity, at: Address) -> Iterator[Diagnostic]:
    for number, part in enumerate(activity.handout):
        here: Address = (*at, "handout", number)
        if isinstance(part, SheetPart) and activity.kind not in WITH_WORKSHEET:
            yield _at(
                context,
                (*here, "part"),
                "structure/worksheet",
                f"An activity of kind “{activity.kind}” has nothing to print as a worksheet.",
                "",
                "Use “part: write”, “tick” or “gaps” here.",
            )
        if isinstance(part, GapsPart):
            for i, sentence in enumerate(part.sentences):
                rest = GAP.sub("\0", sentence)
                stray = STRAY.search(rest) is not None
                if stray or "\0" not in rest:
                    yield _at(
                        context,
                        (*here, "sentences", i),
                        "structure/gap",
                        "The square brackets in this sentence don't go in pairs round a word."
                        if stray
                        else "This sentence has no gap to fill in.",
                        "",
                        "Put double square brackets round a word: “Stop [[replying]].”",
                    )


def _trays(context: Context, activity: Sort, at: Address) -> Iterator[Diagnostic]:
    trays = list(dict.fromkeys(tray.id for tray in activity.trays))
    for number, card in enumerate(activity.cards):
        if card.tray not in trays:
            yield _at(
                context,
                (*at, "cards", number, "tray"),
                "structure/tray",
                f"There is no tray “{card.tray}” in this activity.",
                "",
                did_you_mean(card.tray, trays),
            )


def _answers(context: Context, activity: Quiz, at: Address) -> Iterator[Diagnostic]:
    for number, question in enumerate(activity.questions):
        if question.answer > len(question.options):
            yield _at(
                context,
                (*at, "questions", number, "answer"),
                "structure/answer",
                f"The answer is option {question.answer}, and there are {len(question.options)}.",
                "",
                "Count the options from 1.",
            )


def _questions(context: Context, activity: CaseStudyActivity, at: Address) -> Iterator[Diagnostic]:
    if activity.case not in context.cases:
        return
    there = [question.id for question in context.cases[activity.case].model.questions if question.id]
    for number, wanted in enumerate(activity.questions):
        if wanted not in there:
            yield _at(
                context,
                (*at, "questions", number),
                "structure/question",
                f"“{activity.case}” has no question called “{wanted}”.",
                "",
                did_you_mean(wanted, there) or "Give its questions an “id”, and name them here by it.",
            )


def _at(context: Context, address: Address, rule: str, message: str, why: str, hint: str) -> Diagnostic:
    return error(context.lesson.mark(*address), rule, message, why, hint, address)
