"""A second person's signature under a text: who, in which role, when, and under exactly which words."""

import re
import unicodedata
from typing import Annotated

from pydantic import Field

from builder.content.help import IsoDate
from builder.content.text import Model, StaffText
from builder.source import Data
from builder.source.tree import fingerprint

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev"})
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
    """Whether two names are one person's: order, accents, titles and signs aside."""
    return bool(_names(one)) and _names(one) == _names(other)


def wrote(author: str, name: str) -> bool:
    """Whether somebody is among the authors, who are told as “Jo Bell and Kim Lee”."""
    return any(same_person(one, name) for one in author.split(" and "))


def _names(name: str) -> frozenset[str]:
    apart = unicodedata.normalize("NFKD", name)
    letters = "".join(sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Cf"))
    return frozenset(re.findall(r"\w+", letters.casefold())) - TITLES
