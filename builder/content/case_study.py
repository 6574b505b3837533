"""The case study: a story in beats that ends with help, and where it comes from."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from builder.content.faces import Picture
from builder.content.review import Review
from builder.content.sources import Reference
from builder.content.text import Model, Slug, StaffText, TierText


class PublicRecord(Model):
    """A real case. All of this is printed in staff documents only."""

    kind: Literal["public_record"]
    where: StaffText
    when: StaffText
    sources: Annotated[tuple[Reference, ...], Field(min_length=1)]
    verify: tuple[StaffText, ...] = Field((), description="what a person must still confirm before print")
    trail: tuple[StaffText, ...] = Field((), description="further words that would lead to the people in it")


class Composite(Model):
    """Put together from several reports; no one person's story."""

    kind: Literal["composite"]
    drawn_from: tuple[StaffText, ...] = ()


class Invented(Model):
    kind: Literal["invented"]


Provenance = Annotated[PublicRecord | Composite | Invented, Field(discriminator="kind")]


class StoryBeat(Model):
    """`when` is a moment in the story (“That night”), never a date."""

    id: Slug | None = None
    when: TierText
    text: TierText


class CaseQuestion(Model):
    id: Slug | None = None
    ask: TierText
    suggested_answers: Annotated[tuple[StaffText, ...], Field(min_length=1)]


class CaseStudy(Model):
    """Its id is the file's name, a neutral word. Who may read it is `tier`."""

    title: TierText
    short_title: TierText | None = Field(None, description="as slides name it, such as “Robin’s story”")
    tier: Literal["pupil", "parent", "staff"]
    someone_died: bool
    provenance: Provenance
    content_note: TierText
    picture: Picture | None = None
    story: Annotated[tuple[StoryBeat, ...], Field(min_length=3, max_length=8)]
    what_the_adults_did: Annotated[tuple[TierText, ...], Field(min_length=1)]
    what_helped: Annotated[tuple[TierText, ...], Field(min_length=1)]
    outcome: TierText
    key_message: TierText
    questions: Annotated[tuple[CaseQuestion, ...], Field(min_length=1)]
    staff_note: tuple[StaffText, ...] = ()
    author: StaffText | None = Field(None, description="who wrote it; somebody else signs it")
    review: Review | None = None

    def asked(self, names: Sequence[str]) -> tuple[CaseQuestion, ...]:
        """The questions of these names, in their order; all if none is named. Raises KeyError."""
        known = {question.id: question for question in self.questions}
        return tuple(known[name] for name in names) if names else self.questions
