"""A school: who keeps its pupils safe, where to find them, and what help there is nearby."""

from typing import Annotated, Any, Literal

from pydantic import Field

from builder.content.confirmations import HOLDS_MONTHS
from builder.content.help import Ages, IsoDate, Role
from builder.content.sources import WebAddress
from builder.content.text import Model, PupilText, Slug, StaffText

FILE = "school.yaml"
SIDE_PX = 1000
"""The longest side of a school's picture: it stands small, and in every pack."""


class Contact(Model):
    """Somebody whom pupils can go to. `role` is what the country calls it where nothing else is said."""

    name: PupilText
    role: PupilText | None = None
    room: PupilText | None = Field(
        None, description="where pupils find them, such as “Room 12, by the library”"
    )
    phone: PupilText | None = None
    email: PupilText | None = None
    photo: str | None = Field(None, description="a PNG or JPEG in the school's folder")


class LocalService(Model):
    """Help nearby, printed behind the country's services of its role, or right behind the one it names."""

    id: Slug
    role: Role
    name: PupilText
    for_whom: PupilText
    what: PupilText
    next: PupilText = Field(description="what happens when somebody gets in touch")
    limits: PupilText | None = None
    ages: Ages = Ages()
    for_pupils: bool = True
    phone: PupilText | None = None
    text: PupilText | None = None
    chat: PupilText | None = None
    address: PupilText | None = None
    link: WebAddress | None = None
    hours: PupilText | None = None
    cost: PupilText | None = None
    after: Slug | None = Field(None, description="the service that it follows; see lessonpack help-lines")
    checked_on: IsoDate | None = None
    checked_by: StaffText | None = None


class School(Model):
    """`school.yaml`; its `theme` is read by the theme itself.

    `confirm_every_months` is how long it counts that somebody has checked a line of help.
    """

    name: PupilText
    country: str
    paper: Literal["A4", "Letter"] | None = None
    language: str | None = None
    logo: str | None = Field(None, description="a PNG or JPEG in the school's folder")
    lead: Contact
    deputies: tuple[Contact, ...] = ()
    safe_adults: tuple[PupilText, ...] = Field(
        (), description="whom else pupils can go to, such as “your form tutor”"
    )
    local_help: tuple[LocalService, ...] = ()
    confirm_every_months: Annotated[int, Field(ge=1, le=24)] = HOLDS_MONTHS
    theme: dict[str, Any] = Field(default_factory=dict)
