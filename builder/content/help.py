"""The help directory of one country: who helps, whom, how, and what happens next."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from builder.content.sources import Confidence, Sources, WebAddress
from builder.content.text import Model, PupilText, Slug, StaffText

Role = Literal["emergency", "helpline", "report", "removal", "police", "crisis", "adults", "staff"]


def _written_as_date(text: object) -> object:
    # pydantic would take "0" for the first of January 1970.
    if isinstance(text, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError("A date is written as year, month and day, such as 2026-09-01.")
    return text


IsoDate = Annotated[datetime.date, BeforeValidator(_written_as_date)]


class Ages(Model):
    """In years, both ends included; an end left out is open."""

    youngest: Annotated[int, Field(alias="from", ge=0, le=120)] = 0
    oldest: Annotated[int, Field(alias="to", ge=0, le=120)] = 120


class Confirmable(Model):
    """Something a person must confirm before it reaches pupils; nobody else may fill these in."""

    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    confidence: Confidence
    verify: tuple[StaffText, ...] = Field((), description="what a person must confirm, in words")
    checked_on: IsoDate | None = None
    checked_by: StaffText | None = None


class Service(Confirmable):
    """`hours`, `cost` and `text` keep off pupils' pages until a person has confirmed them."""

    id: Slug
    role: Role
    name: PupilText
    for_whom: PupilText
    ages: Ages = Ages()
    for_pupils: bool
    what: PupilText
    next: PupilText
    limits: PupilText | None = None
    phone: PupilText | None = None
    text: PupilText | None = None
    chat: PupilText | None = None
    address: PupilText | None = None
    link: WebAddress | None = None
    hours: PupilText | None = None
    cost: PupilText | None = None


class InTrouble(Confirmable):
    """What pupils of this country may truthfully be told about getting into trouble."""

    say: PupilText
    if_asked: StaffText | None = Field(None, description="what a teacher may answer to a question on the law")


class CountryLine(Confirmable):
    """One thing that is true in this country, told to pupils; the law, or how children there are treated."""

    say: PupilText


class HelpDirectory(Model):
    """One country's help, and what differs there.

    `paper` is the size that its schools print on, `lead` what the school's safeguarding lead is called;
    `words` replaces words of lessons by the country's (“mum” by “mom”); `law` are the lines that a slide with
    “shows: law” prints; `good_to_know` stands on pupils' sheets, beside the line on getting into trouble.
    """

    country: str
    name: str
    language: str
    lead: PupilText
    paper: Literal["A4", "Letter"] = "A4"
    in_trouble: InTrouble | None = None
    words: dict[str, str] = Field(default_factory=dict, description="a lesson's word and this country's")
    law: tuple[CountryLine, ...] = ()
    good_to_know: tuple[CountryLine, ...] = ()
    services: Annotated[tuple[Service, ...], Field(min_length=1)]
    school_route: StaffText
    school_route_sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    sources: Sources
