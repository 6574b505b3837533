"""What every reader gives: passages of text, each with a place that a person can find again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from builder.diagnostics import Address


@dataclass(frozen=True, slots=True)
class Place:
    """A place in words, as the number that reports print, and as an address for programs."""

    words: str
    number: int
    address: Address


Role = Literal["text", "title", "heading", "question", "picture", "margin", "number"]
"""What a paragraph is in its file, where the file says so. A picture's is its alt text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it is read. `for_staff` stands for what pupils don't see, such as a slide's notes.

    A heading's `level` counts from 1.
    """

    text: str
    place: Place
    for_staff: bool = False
    role: Role = "text"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A file's passages; it has `count` slides, pages, paragraphs or lines, as `unit` says.

    `wordless` are the numbers of slides or pages with pictures and no word that can be read.
    """

    passages: tuple[Passage, ...]
    unit: str
    count: int
    wordless: tuple[int, ...] = ()


Reader = Callable[[bytes], Read]


class UnreadableError(Exception):
    """A file that can't be read: the rule that says so, what is wrong, and what to try."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint


def numbered(unit: str, number: int) -> Place:
    """“Slide 3”, “Page 4”, “Paragraph 7” or “Line 12”."""
    return Place(f"{unit.capitalize()} {number}", number, (unit, number))


def notes_of(slide: int) -> Place:
    return Place(f"Notes of slide {slide}", slide, ("slide", slide, "notes"))


def apart(name: str) -> Place:
    """A stretch of a file that has no number, such as its footnotes."""
    return Place(name, 1, (name.lower(),))
