"""Lines no longer than a reader's window: words stay whole, and so do addresses."""

import re
import textwrap
from collections.abc import Callable

WIDTH = 72
LEAST = 20
LINE = "_" * 40
"""A line to write on."""
ENDS = ".!?:;…"
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n]+")

Wrap = Callable[..., list[str]]
"""`wrapped` for some width."""


def cleaned(text: str) -> str:
    """On one line and without control characters; a space that may not break stays one."""
    return _SPACES.sub(" ", _DROPPED.sub("", text)).strip(" ")


def wrapped(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> list[str]:
    """The text as lines of at most `width` letters, unless a word is longer.

    `first` stands before the first line, `rest` or as many spaces before the others.
    """
    text = cleaned(text)
    if not text:
        return []
    return textwrap.wrap(
        text,
        max(width, len(first) + LEAST),
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def underlined(text: str, sign: str) -> list[str]:
    lines = wrapped(text)
    return [*lines, sign * max(map(len, lines))] if lines else []


def named(name: str, text: str) -> str:
    """“Name: text”; a name that ends with a sign of its own needs no other."""
    name = cleaned(name)
    return f"{name}{'' if name[-1] in ENDS else ':'} {text}" if name else text
