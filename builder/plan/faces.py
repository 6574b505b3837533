"""One face of a lesson becomes the heading, layout and blocks of one slide."""

from dataclasses import dataclass
from typing import assert_never

from builder.content.faces import (
    AnyFace,
    Columns,
    CountryPart,
    FactsFace,
    LessonPart,
    PictureFace,
    Points,
    QuestionFace,
    Statement,
    Thread,
    TimelineFace,
)
from builder.document import (
    Beat,
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Message,
    MessageThread,
    NumberedList,
    Paragraph,
    Pause,
    Question,
    Rich,
    SlideLayout,
    Strong,
    Text,
    TickList,
    Timeline,
    rich,
)
from builder.plan.brief import Brief
from builder.plan.people import services_of


@dataclass(frozen=True, slots=True)
class Shown:
    """What a slide shows, before it is given an id, a label and notes."""

    layout: SlideLayout
    heading: str
    blocks: tuple[Block, ...]


def show(face: AnyFace, brief: Brief) -> Shown:
    match face:
        case Statement():
            sentence = Paragraph(lit(face.statement, face.lit), "lead")
            return Shown(
                "statement", face.title, (sentence, *paragraph(face.detail), *brief.figure(face.picture))
            )
        case Points():
            return Shown(
                "list", face.title, (*lead(face.intro), bullets(face.points), *brief.figure(face.picture))
            )
        case Columns():
            cards = (
                Callout("card", side.heading, (bullets(side.points),)) for side in (face.left, face.right)
            )
            return Shown("columns", face.title, tuple(cards))
        case Thread():
            entries = tuple(
                Message(entry.name, entry.text, "right" if entry.mine else "left")
                if entry.name
                else Pause(entry.text)
                for entry in face.messages
            )
            return Shown("thread", face.title, (*lead(face.question), MessageThread(entries)))
        case TimelineFace():
            beats = tuple(Beat(beat.when, beat.text) for beat in face.beats)
            return Shown("timeline", face.title, (Timeline(beats),))
        case QuestionFace():
            return Shown("question", face.title, (ask(face.question, face.options),))
        case PictureFace():
            return Shown("picture", face.title, (*brief.figure(face.picture), *paragraph(face.caption)))
        case FactsFace():
            counted = tuple((Strong(fact.text), Text(f" ({fact.who}, {fact.years})")) for fact in face.facts)
            return Shown("list", face.title, (BulletList(counted),))
        case LessonPart():
            return lesson_part(face, brief)
        case CountryPart():
            return country_part(face, brief)
        case _:
            assert_never(face)


def lesson_part(face: LessonPart, brief: Brief) -> Shown:
    lesson, titles = brief.lesson, brief.labels.parts
    match face.shows:
        case "objectives":
            return Shown("list", face.title or titles.objectives, (bullets(lesson.objectives),))
        case "ground_rules":
            rules = TickList(tuple(rich(rule) for rule in lesson.ground_rules))
            return Shown("list", face.title or titles.ground_rules, (*lead(lesson.content_note), rules))
        case "key_messages":
            messages = (*lesson.key_messages, *for_pupils(brief))
            return Shown("list", face.title or titles.key_messages, (bullets(messages),))
        case "vocabulary":
            words = DefinitionList(tuple((word.term, rich(word.meaning)) for word in lesson.vocabulary))
            return Shown("list", face.title or titles.vocabulary, (words,))
        case "what_to_do":
            return Shown("steps", face.title or titles.what_to_do, (steps(brief),))
        case _:
            assert_never(face.shows)


def country_part(face: CountryPart, brief: Brief) -> Shown:
    if face.shows == "law":
        lines = tuple(line.say for line in brief.checked.help.model.law)
        if len(lines) == 1:
            # One line alone is what the slide says, not a list of one.
            return Shown("statement", face.title, (Paragraph(rich(lines[0]), "lead"),))
        return Shown("list", face.title, (bullets(lines),))
    # Not knowing what comes next stops people from getting in touch.
    then = tuple((one.name, rich(one.next)) for one in services_of(brief) if one.role != "emergency")
    return Shown("list", face.title, (DefinitionList(then),))


def in_trouble(brief: Brief) -> str:
    """What may truthfully be said in this country; where nothing is known, what is true everywhere."""
    own = brief.checked.help.model.in_trouble
    return own.say if own else brief.labels.pupils.asking_is_right


def for_pupils(brief: Brief) -> tuple[str, ...]:
    """The line on getting into trouble; a session for adults prints it as what children are told."""
    said = in_trouble(brief)
    if brief.lesson.audience == "pupils":
        return (said,)
    return (brief.labels.adults.children_hear.replace("{say}", said),)


def good_to_know(brief: Brief) -> tuple[str, ...]:
    """What else is true for young people of this country."""
    return tuple(line.say for line in brief.checked.help.model.good_to_know)


def steps(brief: Brief) -> NumberedList:
    return NumberedList(tuple((Strong(step.do), Text(f" {step.detail}")) for step in brief.lesson.what_to_do))


def lit(sentence: str, words: str | None) -> Rich:
    """The sentence with `words` strong, where they stand in it."""
    before, found, after = sentence.partition(words) if words else (sentence, "", "")
    parts = (Text(before), Strong(found), Text(after))
    return tuple(part for part in parts if part.text)


def bullets(points: tuple[str, ...]) -> BulletList:
    return BulletList(tuple(rich(point) for point in points))


def ask(question: str, options: tuple[str, ...] = ()) -> Question:
    return Question(rich(question), tuple(rich(option) for option in options))


def lead(text: str | None) -> tuple[Paragraph, ...]:
    return (Paragraph(rich(text), "lead"),) if text else ()


def paragraph(text: str | None) -> tuple[Paragraph, ...]:
    return (Paragraph(rich(text)),) if text else ()


def lower_first(title: str) -> str:
    return title[:1].lower() + title[1:]
