"""Papers: what is handed out beside the handout. A sheet to take home, a letter, a checklist."""

from typing import Annotated, Literal

from pydantic import Field

from builder.content.text import Model, PupilCell, PupilText, QuotedText, Slug

Lines = Annotated[tuple[PupilText, ...], Field(min_length=1)]


class Heading(Model):
    heading: PupilText | None = None


class WordsPart(Heading):
    """Paragraphs; in a letter also its greeting and its end. `[[…]]` is a gap to fill in by hand."""

    part: Literal["words"]
    text: Lines


class PointsPart(Heading):
    part: Literal["points"]
    points: Lines


class PaperStep(Model):
    do: PupilText
    detail: PupilText | None = None


class StepsPart(Heading):
    """In order, numbered; an order of few words, then a sentence."""

    part: Literal["steps"]
    steps: Annotated[tuple[PaperStep, ...], Field(min_length=2)]


class TicksPart(Heading):
    part: Literal["ticks"]
    items: Lines


class SpeechPart(Heading):
    """Words to say aloud, `say`, and words that hurt, `never`."""

    part: Literal["speech"]
    say: Lines
    never: tuple[QuotedText, ...] = ()


class GridPart(Heading):
    """A table; an empty cell is room to write."""

    part: Literal["grid"]
    columns: Annotated[tuple[PupilText, ...], Field(min_length=2, max_length=5)]
    rows: Annotated[tuple[tuple[PupilCell, ...], ...], Field(min_length=1)]


class LinesPart(Heading):
    part: Literal["lines"]
    prompt: PupilText
    lines: Annotated[int, Field(ge=1, le=15)]


class HelpPart(Heading):
    """The services that the lesson signposts, as its country has them."""

    part: Literal["help"]


PaperPart = Annotated[
    WordsPart | PointsPart | StepsPart | TicksPart | SpeechPart | GridPart | LinesPart | HelpPart,
    Field(discriminator="part"),
]


class CutCards(Model):
    """A card for cutting out, several to a page."""

    heading: PupilText
    points: Lines


class Paper(Model):
    """One further file of the pack, named by its `id`."""

    id: Slug
    kind: Literal["sheet", "letter", "checklist"]
    title: PupilText
    intro: PupilText | None = None
    parts: tuple[PaperPart, ...] = ()
    cards: CutCards | None = None
