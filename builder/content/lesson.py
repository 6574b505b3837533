"""The lesson, in the words that teachers use."""

from typing import Annotated, Literal

from pydantic import Field

from builder.content.activities import AnyActivity, Minutes
from builder.content.faces import Picture
from builder.content.help import Role
from builder.content.papers import Paper
from builder.content.review import Review
from builder.content.sources import Sources
from builder.content.text import Model, PupilText, QuotedText, Slug, SpokenText, StaffText

AgeBand = Literal["9-11", "11-14", "14-16", "16-18", "9-18"]
LessonAudience = Literal["pupils", "parents", "staff"]
Some = Field(min_length=1)


class Word(Model):
    term: PupilText
    meaning: PupilText


class Misconception(Model):
    """`pupils_may_think` may quote a harmful sentence, so it stands in staff documents only."""

    pupils_may_think: QuotedText
    say_instead: SpokenText


class CurriculumLink(Model):
    """`status` is `read` once a person has read the wording in the document in force."""

    country: str
    framework: StaffText
    topic: StaffText
    status: Literal["read", "seen-in-summary", "recalled"]
    source: Slug


class Step(Model):
    """One thing to do: a short order with the verb first, then a sentence more."""

    id: Slug | None = None
    do: PupilText
    detail: PupilText


class Understanding(Model):
    ask: SpokenText
    listen_for: StaffText


class Signposting(Model):
    """The help slide, shown just before the calm ending; `roles` name the kinds of help on it."""

    title: PupilText
    minutes: Minutes
    message: PupilText
    roles: Annotated[tuple[Role, ...], Some]
    say: tuple[SpokenText, ...] = ()
    do: tuple[StaffText, ...] = ()


class Waiver(Model):
    """A rule set aside at one place (`activities.2.say.0`), with the reason."""

    rule: str
    at: str
    reason: Annotated[StaffText, Field(min_length=15)]


class Lesson(Model):
    """One lesson; its id is the name of its folder.

    With `audience` parents or staff it is a session for adults about children of `age_band`: what is
    called a pupil's text here is read by those adults, and checked as theirs.
    """

    title: PupilText
    subtitle: PupilText | None = None
    audience: LessonAudience = "pupils"
    age_band: AgeBand
    minutes: Minutes
    summary: StaffText = Field(description="what the lesson is and does, for a teacher, in two sentences")
    picture: Picture | None = None
    objectives: Annotated[tuple[PupilText, ...], Some]
    key_messages: Annotated[tuple[PupilText, ...], Some]
    vocabulary: tuple[Word, ...] = ()
    prior_knowledge: Annotated[tuple[StaffText, ...], Some]
    misconceptions: Annotated[tuple[Misconception, ...], Some]
    curriculum_links: tuple[CurriculumLink, ...] = ()
    ground_rules: Annotated[tuple[PupilText, ...], Some]
    content_note: PupilText = Field(description="what pupils are told before it starts")
    staff_note: tuple[StaffText, ...] = Field((), description="anything to know before teaching this lesson")
    resources: tuple[StaffText, ...] = Field((), description="what to print and bring")
    activities: Annotated[tuple[AnyActivity, ...], Some]
    what_to_do: Annotated[tuple[Step, ...], Field(min_length=3, max_length=8)]
    check_for_understanding: Annotated[tuple[Understanding, ...], Some]
    exit_question: PupilText
    signposting: Signposting
    papers: tuple[Paper, ...] = Field((), description="further sheets and letters, each a file of its own")
    sources: Sources
    waivers: tuple[Waiver, ...] = ()
    author: StaffText | None = Field(None, description="who wrote it; somebody else signs it")
    review: Review | None = None
