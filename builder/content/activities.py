"""Activities, told apart by `kind`, in the words of a lesson plan."""

from typing import Annotated, Literal

from pydantic import Field

from builder.content.faces import AnyFace, Picture
from builder.content.text import Model, PupilText, Slug, SpokenText, StaffText

Minutes = Annotated[int, Field(ge=1, le=240)]


class WritePart(Model):
    part: Literal["write"]
    prompt: PupilText
    lines: Annotated[int, Field(ge=1, le=15)]


class TickPart(Model):
    part: Literal["tick"]
    prompt: PupilText
    items: Annotated[tuple[PupilText, ...], Field(min_length=2)]


class GapsPart(Model):
    """Sentences with words to fill in: each [[word]] prints as a gap, and in the teacher's answers."""

    part: Literal["gaps"]
    prompt: PupilText
    sentences: Annotated[tuple[PupilText, ...], Field(min_length=1)]


class SheetPart(Model):
    """The activity's own material as a worksheet: its cards, questions or case study."""

    part: Literal["worksheet"]
    instruction: PupilText


HandoutPart = Annotated[WritePart | TickPart | GapsPart | SheetPart, Field(discriminator="part")]


class Activity(Model):
    """What every activity has. `say` is heard by pupils; `do`, `support` and `stretch` are for staff."""

    id: Slug
    title: PupilText
    minutes: Minutes
    say: tuple[SpokenText, ...] = ()
    do: tuple[StaffText, ...] = ()
    support: tuple[StaffText, ...] = ()
    stretch: tuple[StaffText, ...] = ()
    handout: tuple[HandoutPart, ...] = ()
    sources: tuple[Slug, ...] = ()


Faces = Annotated[tuple[AnyFace, ...], Field(min_length=1)]


class Starter(Activity):
    kind: Literal["starter"]
    slides: Faces


class Explain(Activity):
    kind: Literal["explain"]
    slides: Faces


class SlideWords(Model):
    """What to say and do at one slide that the tool makes."""

    say: tuple[SpokenText, ...] = ()
    do: tuple[StaffText, ...] = ()


class Prompt(SlideWords):
    """A question to talk about, with answers that a nervous teacher can use."""

    id: Slug | None = None
    ask: PupilText
    suggested_answers: Annotated[tuple[StaffText, ...], Field(min_length=1)]


class Discuss(Activity):
    kind: Literal["discuss"]
    slides: tuple[AnyFace, ...] = ()
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]


CaseSlide = Literal["opener", "story", "talk", "helped", "outcome"]


class CaseStudyActivity(Activity):
    """Works through a case study.

    `questions` picks some of its questions by name, all if empty; `shows` picks its slides, which keep
    their order. What to say at each slide stands under the slide's name.
    """

    kind: Literal["case_study"]
    case: Slug
    questions: tuple[Slug, ...] = ()
    shows: Annotated[tuple[CaseSlide, ...], Field(min_length=2)] = (
        "opener",
        "story",
        "talk",
        "helped",
        "outcome",
    )
    opener: SlideWords = SlideWords()
    story: SlideWords = SlideWords()
    talk: SlideWords = SlideWords()
    helped: SlideWords = SlideWords()
    outcome: SlideWords = SlideWords()


class SortCard(Model):
    id: Slug | None = None
    text: PupilText
    tray: Slug
    why: StaffText


class Tray(Model):
    """`helps: false` for a tray of what doesn't help, or can wait: its cards may name an unsafe step."""

    id: Slug
    label: PupilText
    helps: bool = True


class Sort(Activity):
    kind: Literal["sort"]
    instruction: PupilText
    trays: Annotated[tuple[Tray, ...], Field(min_length=2, max_length=3)]
    cards: Annotated[tuple[SortCard, ...], Field(min_length=3)]


class QuizQuestion(Model):
    """`answer` is the number of the right option, counted from 1."""

    id: Slug | None = None
    ask: PupilText
    options: Annotated[tuple[PupilText, ...], Field(min_length=2, max_length=4)]
    answer: Annotated[int, Field(ge=1, le=4)]
    why: StaffText


class Quiz(Activity):
    kind: Literal["quiz"]
    questions: Annotated[tuple[QuizQuestion, ...], Field(min_length=1)]


class Write(Activity):
    kind: Literal["write"]
    prompt: PupilText
    suggested_answers: Annotated[tuple[StaffText, ...], Field(min_length=1)]


class Plenary(Activity):
    """Gathers what was learned and asks the exit question."""

    kind: Literal["plenary"]
    slides: tuple[AnyFace, ...] = ()
    exit: SlideWords = SlideWords()


class CalmEnding(Activity):
    kind: Literal["calm_ending"]
    sentence: PupilText
    picture: Picture | None = None


AnyActivity = Annotated[
    Starter | Explain | Discuss | CaseStudyActivity | Sort | Quiz | Write | Plenary | CalmEnding,
    Field(discriminator="kind"),
]
