"""What one slide shows: faces, told apart by `shows`."""

from typing import Annotated, Literal

from pydantic import Field

from builder.content.text import Model, PupilText, Slug, SpokenText, StaffText


class Picture(Model):
    """A drawing of the house set, or a PNG or JPEG in the lesson's folder; `alt` says what it shows."""

    drawing: Slug | None = None
    file: str | None = None
    alt: PupilText | None = None
    decorative: bool = False


class Face(Model):
    """`say` and `do` belong to this slide alone; `id` is a stable name for adapting it."""

    id: Slug | None = None
    say: tuple[SpokenText, ...] = ()
    do: tuple[StaffText, ...] = ()


class Statement(Face):
    """One sentence, large. `lit` is a word or phrase in it that is set in light."""

    shows: Literal["statement"]
    title: PupilText
    statement: PupilText
    lit: PupilText | None = None
    detail: PupilText | None = None
    picture: Picture | None = None


class Points(Face):
    shows: Literal["list"]
    title: PupilText
    intro: PupilText | None = None
    points: Annotated[tuple[PupilText, ...], Field(min_length=1)]
    picture: Picture | None = None


class Column(Model):
    heading: PupilText
    points: Annotated[tuple[PupilText, ...], Field(min_length=1)]


class Columns(Face):
    shows: Literal["columns"]
    title: PupilText
    left: Column
    right: Column


class ThreadEntry(Model):
    """A message; `mine` puts it on the right. Without a name it is the narrator's card in between."""

    name: PupilText | None = None
    text: PupilText
    mine: bool = False


class Thread(Face):
    """A message thread for talking about: short neutral lines with gaps, never a script."""

    shows: Literal["thread"]
    title: PupilText
    question: PupilText | None = None
    messages: Annotated[tuple[ThreadEntry, ...], Field(min_length=2)]


class Moment(Model):
    when: PupilText
    text: PupilText


class TimelineFace(Face):
    shows: Literal["timeline"]
    title: PupilText
    beats: Annotated[tuple[Moment, ...], Field(min_length=2)]


class QuestionFace(Face):
    """A question for hands, pairs or votes; `listen_for` is for the teacher."""

    shows: Literal["question"]
    title: PupilText
    question: PupilText
    options: Annotated[tuple[PupilText, ...], Field(max_length=4)] = ()
    listen_for: tuple[StaffText, ...] = ()


class PictureFace(Face):
    shows: Literal["picture"]
    title: PupilText
    picture: Picture
    caption: PupilText | None = None


class Fact(Model):
    """A figure with who counted and when, printed with it."""

    text: PupilText
    who: PupilText
    years: PupilText
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]


class FactsFace(Face):
    shows: Literal["facts"]
    title: PupilText
    facts: Annotated[tuple[Fact, ...], Field(min_length=1, max_length=3)]


class LessonPart(Face):
    """A list that the lesson keeps in one place, shown here."""

    shows: Literal["objectives", "ground_rules", "key_messages", "vocabulary", "what_to_do"]
    title: PupilText | None = None


class CountryPart(Face):
    """What the country's help file keeps: the law there, or what happens after somebody reports."""

    shows: Literal["law", "after_report"]
    title: PupilText


AnyFace = Annotated[
    Statement
    | Points
    | Columns
    | Thread
    | TimelineFace
    | QuestionFace
    | PictureFace
    | FactsFace
    | LessonPart
    | CountryPart,
    Field(discriminator="shows"),
]
