"""A second person's signature under a text: who, in which role, when, and under exactly which words."""

from typing import Annotated

from pydantic import Field

from builder.content.help import IsoDate
from builder.content.text import Model, StaffText
from builder.source import Data
from builder.source.tree import fingerprint

BESIDE = frozenset({"review", "author"})
"""What is said of a text, and is no part of what is signed."""


class Review(Model):
    """`of` is the fingerprint of the text that was signed; `lessonpack sign` writes all four."""

    name: StaffText
    role: StaffText
    date: IsoDate
    of: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


def to_sign(data: Data) -> str:
    """The fingerprint of what somebody signs: every word of a lesson or case study as it is used."""
    if not isinstance(data, dict):
        return fingerprint(data)
    return fingerprint({name: part for name, part in data.items() if name not in BESIDE})


def same_person(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
