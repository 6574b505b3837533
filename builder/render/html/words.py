"""The few words that only a screen needs, by language. A document brings all the others."""

from typing import NamedTuple


class Words(NamedTuple):
    skip: str
    contents: str


WORDS = {
    "en": Words("Skip to content", "Contents"),
    "cy": Words("Neidio i’r cynnwys", "Cynnwys"),
}


def words_in(language: str) -> Words:
    """`language` is a BCP 47 tag; English where there are none in it."""
    return WORDS.get(language.split("-")[0].lower(), WORDS["en"])
