"""Where a fact comes from: printed in staff documents, never on a pupil's page."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from builder.content.text import Model, Slug, StaffText

Confidence = Literal["sourced", "general-knowledge"]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+(/\S*)?$")]


class Reference(Model):
    """One publication. `address` only if it is official or the publisher's own."""

    publisher: StaffText
    title: StaffText
    date: StaffText = Field(description="as the publisher gives it, or “undated”")
    address: WebAddress | None = None
    confidence: Confidence
    verify: tuple[StaffText, ...] = Field((), description="what a person must still confirm")


Sources = dict[Slug, Reference]
