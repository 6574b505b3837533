"""Letters that the house fonts lack: printed, they would be an empty box."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache, partial

from builder.diagnostics import NOWHERE, Diagnostic, Mark, error
from builder.document import Document, Image, Section
from builder.layout.measure import advances
from builder.memory import FORGETFUL, Memory
from builder.theme import Theme


def missing_letters(document: Document, theme: Theme, memory: Memory = FORGETFUL) -> list[Diagnostic]:
    """One fault for each letter and section: the letter, its code, and the section's mark."""
    found: dict[tuple[Mark, str], str] = {}
    for section in document.sections:
        bare = replace(section, mark=NOWHERE)
        for letter, text in memory.once(section.id, (bare, theme), partial(_lacking, bare, theme)):
            found.setdefault((section.mark, letter), text)
    if document.sections:
        mark = document.sections[0].mark
        for text in (document.title, document.subtitle, *printed(document.furniture)):
            for letter in lacking(text, theme):
                found.setdefault((mark, letter), text)
    return [lacks(mark, text, letter) for (mark, letter), text in found.items()]


def _lacking(section: Section, theme: Theme) -> list[tuple[str, str]]:
    return [(letter, text) for text in printed(section) for letter in lacking(text, theme)]


def lacking(text: str, theme: Theme) -> list[str]:
    """The letters of `text` that can't be printed, each once."""
    have = _letters(theme)
    if have.issuperset(text):
        return []
    return [letter for letter in dict.fromkeys(text) if letter not in have]


def _is_loose_accent(letter: str) -> bool:
    # The fonts have such marks, and reportlab would set them beside their letter.
    return unicodedata.category(letter) == "Mn"


def _unseen(letter: str) -> bool:
    return not letter.isprintable() or _is_loose_accent(letter)


def lacks(mark: Mark, text: str, letter: str) -> Diagnostic:
    seen = not _unseen(letter)
    what = f"The letter “{letter}”" if seen else "A sign that can’t be seen"
    return error(
        mark,
        "render/missing-glyph",
        f"{what} (U+{ord(letter):04X}) is not in the house fonts: {_near(text, letter)}",
        why="It would be printed as an empty box, or beside its place.",
        hint="Write it in another way, with letters of the Latin alphabet and plain punctuation."
        if seen
        else "Delete the text around it and type it again: pasting brings such signs along.",
    )


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
    drawn = frozenset.intersection(*(frozenset(tables[name]) for name in names))
    return frozenset("\t\r\n").union(letter for letter in drawn if not _is_loose_accent(letter))


def _letters(theme: Theme) -> frozenset[str]:
    faces = (theme.fonts.title, theme.fonts.body)
    return _letters_of(tuple(name for face in faces for name in (face.regular, face.bold)))


def _near(text: str, letter: str, around: int = 24) -> str:
    at = text.index(letter)
    start, end = max(0, at - around), at + around + 1
    near = "".join("�" if _unseen(sign) else sign for sign in text[start:end]).strip()
    return f"“{'…' if start else ''}{near}{'…' if end < len(text) else ''}”"
