"""Letters that the house fonts lack: printed, they would be an empty box."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache

from builder.diagnostics import Diagnostic, Mark, error
from builder.document import Document, Image
from builder.layout.measure import advances
from builder.theme import Theme


def missing_letters(document: Document, theme: Theme) -> list[Diagnostic]:
    """One fault for each letter and section: the letter, its code, and the section's mark."""
    have = _letters(theme)
    found: dict[tuple[Mark, str], str] = {}
    for section in document.sections:
        for text in printed(section):
            for letter in text:
                if letter not in have and letter not in "\t\r\n":
                    found.setdefault((section.mark, letter), text)
    if document.sections:
        mark = document.sections[0].mark
        for text in (document.title, document.subtitle, *printed(document.furniture)):
            for letter in text:
                if letter not in have:
                    found.setdefault((mark, letter), text)
    return [
        error(
            mark,
            "render/missing-glyph",
            f"The letter “{letter}” (U+{ord(letter):04X}) is not in the house fonts: {_near(text, letter)}",
            why="It would be printed as an empty box.",
            hint="Write it in another way, with letters of the Latin alphabet and plain punctuation.",
        )
        for (mark, letter), text in found.items()
    ]


def printed(thing: object) -> Iterator[str]:
    """Every text in a section or block; names that code gave are plain letters and do no harm here."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from printed(part)
    elif is_dataclass(thing) and not isinstance(thing, Image | Mark):
        for field in fields(thing):
            yield from printed(getattr(thing, field.name))


@lru_cache(maxsize=8)
def _letters_of(names: tuple[str, ...]) -> frozenset[str]:
    tables = advances()
    return frozenset.intersection(*(frozenset(tables[name]) for name in names))


def _letters(theme: Theme) -> frozenset[str]:
    faces = (theme.fonts.title, theme.fonts.body)
    return _letters_of(tuple(name for face in faces for name in (face.regular, face.bold)))


def _near(text: str, letter: str, around: int = 24) -> str:
    at = text.index(letter)
    start, end = max(0, at - around), at + around + 1
    return f"“{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}”"
