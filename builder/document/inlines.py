"""Words within a block: plain, strong, a link, a gap to fill in."""

import re
from dataclasses import dataclass

_WITHIN_NUMBER = re.compile(r"(?<=\d\d) (?=\d\d)")
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress without italics, which some readers find hard: themes choose how it looks."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap for a pupil to fill in, about `letters` letters wide."""

    letters: int


Inline = Text | Strong | Emphasis | Link | Gap
Rich = tuple[Inline, ...]


def rich(text: str) -> Rich:
    return (Text(unbroken(text)),)


def unbroken(text: str) -> str:
    """The text with its telephone numbers whole: one that is torn at the end of a line is read wrong."""
    return _WITHIN_NUMBER.sub(NO_BREAK, text)


def plain(content: Rich) -> str:
    """The words of `content`; a gap reads as underscores."""
    return "".join("_" * i.letters if isinstance(i, Gap) else i.text for i in content)
