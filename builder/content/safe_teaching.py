"""How to teach this subject safely: the front matter of every lesson's teacher notes."""

from typing import Annotated

from pydantic import Field

from builder.content.sources import Sources
from builder.content.text import Model, Slug, SpokenText, StaffText


class Advice(Model):
    """One stretch of advice: `say` are words to say aloud to a pupil, `never` what not to do."""

    id: Slug
    title: StaffText
    intro: StaffText | None = None
    points: tuple[StaffText, ...] = ()
    say: tuple[SpokenText, ...] = ()
    never: tuple[StaffText, ...] = ()
    sources: tuple[Slug, ...] = ()
    with_adults: Annotated[bool, Field(description="printed for a session with parents or staff too")] = False


class SafeTeaching(Model):
    """In the order in which a teacher needs it: before, during, if somebody tells you, after."""

    title: StaffText
    intro: StaffText
    advice: Annotated[tuple[Advice, ...], Field(min_length=1)]
    sources: Sources
