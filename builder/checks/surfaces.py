"""What each document prints of a lesson, sentence by sentence, so that what is required can be looked for.

It says in words what `plan` says in blocks; a test holds the two together.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from builder.checks.context import Context, services_of
from builder.checks.rules import DocumentName
from builder.content.activities import AnyActivity, CaseSlide, CaseStudyActivity, SheetPart
from builder.content.faces import CountryPart, LessonPart
from builder.content.help import Service
from builder.content.signposted import halves
from builder.content.signposted import one_of_each as first_of_each
from builder.content.text import Passage, Voice, passages
from builder.diagnostics import Address


@dataclass(frozen=True, slots=True)
class Printed:
    """A text that is printed; its address starts with the file's kind (lesson, case, help, labels …)."""

    address: Address
    text: str


def surface(context: Context, document: DocumentName) -> list[Printed]:
    """Everything that `document` prints, in order."""
    return list(SURFACES[document](context))


def _slides(context: Context) -> Iterator[Printed]:
    lesson = context.lesson.model
    yield from _fields(context, "title", "subtitle")
    for number, activity in enumerate(lesson.activities):
        yield from _activity(context, activity, ("activities", number))
    yield from _fields(context, "exit_question")
    yield Printed(("lesson", "signposting", "title"), lesson.signposting.title)
    yield Printed(("lesson", "signposting", "message"), lesson.signposting.message)
    yield _trouble(context)
    yield from _good_to_know(context)
    yield from _services(context, one_of_each=True)
    yield from _people(context)


def _handout(context: Context) -> Iterator[Printed]:
    yield from _fields(
        context, "title", "subtitle", "key_messages", "what_to_do", "vocabulary", "exit_question"
    )
    yield _trouble(context)
    yield from _good_to_know(context)
    words = context.shared.labels.pupils
    yield Printed(("labels", "pupils", "late_is_fine"), words.late_is_fine)
    for number, activity in enumerate(context.lesson.model.activities):
        yield from _sheets(context, activity, ("activities", number))
    yield Printed(("labels", "pupils", "any_adult_what"), words.any_adult_what)
    yield from _services(context, one_of_each=False)
    yield from _people(context)


def _teacher_notes(context: Context) -> Iterator[Printed]:
    yield from _all("lesson", context.passages)
    for case in context.cases.values():
        yield from _all("case", passages(case.model))
    yield from _all("safe_teaching", passages(context.shared.safe_teaching.model))
    yield from _all("help", passages(context.shared.help.model))


# What a person must verify is said in other words; a trail and a waiver's reason are said nowhere.
NOT_PRINTED = {"waivers", "verify", "trail"}
# The other kinds' slides have titles of their own.
ON_CASE_SLIDE: dict[CaseSlide, tuple[str, ...]] = {
    "opener": ("title", "content_note"),
    "story": ("story",),
    "talk": ("questions",),
    "helped": ("what_the_adults_did", "what_helped"),
    "outcome": ("outcome", "key_message"),
}
TITLE_ON_SLIDE = ("discuss", "sort", "quiz", "write", "calm_ending")
ON_SHEET = {"sort": ("trays", "cards"), "quiz": ("questions",), "write": ("prompt",)}
SURFACES: dict[DocumentName, Callable[[Context], Iterator[Printed]]] = {
    "slides": _slides,
    "handout": _handout,
    "teacher-notes": _teacher_notes,
}


def _fields(context: Context, *names: str) -> Iterator[Printed]:
    for passage in context.passages:
        if passage.address[0] in names and passage.voice is Voice.PUPIL and passage.address[-1] != "alt":
            yield Printed(("lesson", *passage.address), passage.text)


def _activity(context: Context, activity: AnyActivity, at: Address) -> Iterator[Printed]:
    for passage in _own(context, at):
        where = passage.address[2:]
        heads_a_slide = activity.kind in TITLE_ON_SLIDE
        if not {"handout", "alt"} & set(where) and (heads_a_slide or where != ("title",)):
            yield Printed(("lesson", *passage.address), passage.text)
    for face in getattr(activity, "slides", ()):
        if isinstance(face, LessonPart):
            yield from _fields(context, face.shows)
        if isinstance(face, LessonPart) and face.shows == "ground_rules":
            yield from _fields(context, "content_note")
        if isinstance(face, CountryPart):
            yield from _country(context, face)
    if isinstance(activity, CaseStudyActivity):
        yield from _case(context, activity)


def _country(context: Context, face: CountryPart) -> Iterator[Printed]:
    if face.shows == "law":
        for number, line in enumerate(context.shared.help.model.law):
            yield Printed(("help", "law", number, "say"), line.say)
        return
    for number, service in services_of(context):
        if service.role != "emergency":
            yield Printed(("help", "services", number, "next"), service.next)


def _own(context: Context, at: Address) -> Iterator[Passage]:
    """What pupils read of the part of the lesson at `at`."""
    for passage in context.passages:
        if passage.address[: len(at)] == at and passage.voice is Voice.PUPIL:
            yield passage


def _case(context: Context, activity: CaseStudyActivity, on_sheet: bool = False) -> Iterator[Printed]:
    """The whole case on slides; on a sheet its story and questions."""
    if activity.case not in context.cases:
        return
    case = context.cases[activity.case].model
    shown = {part for slide in activity.shows for part in ON_CASE_SLIDE[slide]}
    for passage in passages(case):
        part = passage.address[0]
        if part == "questions" and activity.questions:
            number = passage.address[1]
            left_out = isinstance(number, int) and case.questions[number].id not in activity.questions
        else:
            left_out = False
        left_out = left_out or passage.address[-1] == "alt"
        left_out = left_out or part not in (("story", "questions") if on_sheet else shown)
        if passage.voice is Voice.TIER and not left_out:
            yield Printed(("case", activity.case, *passage.address), passage.text)


def _sheets(context: Context, activity: AnyActivity, at: Address) -> Iterator[Printed]:
    """What an activity puts on the handout: its title, its parts, and its own material for a worksheet."""
    if not activity.handout:
        return
    yield Printed(("lesson", *at, "title"), activity.title)
    for passage in _own(context, (*at, "handout")):
        yield Printed(("lesson", *passage.address), passage.text)
    if not any(isinstance(part, SheetPart) for part in activity.handout):
        return
    if isinstance(activity, CaseStudyActivity):
        yield from _case(context, activity, on_sheet=True)
    for passage in _own(context, at):
        if passage.address[2] in ON_SHEET.get(activity.kind, ()):
            yield Printed(("lesson", *passage.address), passage.text)


def _trouble(context: Context) -> Printed:
    """What is true in this country; where nothing is known, what is true everywhere."""
    own = context.shared.help.model.in_trouble
    if own is not None:
        return Printed(("help", "in_trouble", "say"), own.say)
    return Printed(("labels", "pupils", "asking_is_right"), context.shared.labels.pupils.asking_is_right)


def _good_to_know(context: Context) -> Iterator[Printed]:
    for number, line in enumerate(context.shared.help.model.good_to_know):
        yield Printed(("help", "good_to_know", number, "say"), line.say)


def _services(context: Context, one_of_each: bool) -> Iterator[Printed]:
    lesson = context.lesson.model
    every = list(services_of(context))
    ours = [service for _, service in every]
    in_short = [s.id for half in halves(lesson) or (None,) for s in first_of_each(ours, lesson, half)]
    for number, service in every:
        if one_of_each and service.id not in in_short:
            continue
        for name in printed_fields(service, in_short=one_of_each):
            yield Printed(("help", "services", number, name), getattr(service, name))


def printed_fields(service: Service, in_short: bool = False) -> list[str]:
    """What pupils see of a service: hours, cost and text words only once a person has confirmed them."""
    names = ["name", "phone", "chat", "address"]
    names += ["next"] if not in_short or service.role != "emergency" else []
    names += [] if in_short else ["for_whom", "what", "limits"]
    names += ["text", "hours", "cost"] if service.checked_on else []
    return [name for name in names if getattr(service, name)]


def _people(context: Context) -> Iterator[Printed]:
    words = context.shared.labels.pupils
    for name in ("safe_adult_home", "safe_adult_school", "lead"):
        yield Printed(("labels", "pupils", name), getattr(words, name))


def _all(kind: str, found: Iterable[Passage]) -> Iterator[Printed]:
    for passage in found:
        if not NOT_PRINTED & set(passage.address):
            yield Printed((kind, *passage.address), passage.text)
