"""A pack's files as pieces that can be matched: slides with their notes, and sections of pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.audit.passage import Passage, UnreadableError
from builder.audit.reading import read_bytes
from builder.compare.changes import Sort

SLIDES = "slides.pptx"
PAGES, ENDING = "word/", ".docx"
MARGINS = "Above and below each page"


class CompareError(Exception):
    """What can't be compared; the message is for the user."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack by their names in it, the manifest among them."""

    name: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, its blanks evened out."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A slide or a section, with its number from 1; only slides have notes."""

    number: int
    title: str
    lines: tuple[Line, ...]
    notes: tuple[Line, ...] = ()


@dataclass
class _Slide:
    titles: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    margin: list[Line] = field(default_factory=list)


def deck(pack: PackFiles) -> tuple[Piece, ...]:
    """The slides of a pack, what stands in their margins last; none if it has none. Raises CompareError."""
    if SLIDES not in pack.files:
        return ()
    found: list[_Slide] = []
    for passage in _passages(pack, SLIDES):
        while len(found) < passage.place.number:
            found.append(_Slide())
        slide, line = found[-1], _line(passage)
        if passage.role == "number" or (passage.for_staff and passage.role == "margin"):
            continue
        if passage.for_staff:
            slide.notes.append(line)
        elif passage.role == "title":
            slide.titles.append(line.text)
        elif passage.role == "margin":
            slide.margin.append(line)
        else:
            slide.lines.append(line)
    return tuple(
        Piece(number, " ".join(slide.titles), (*slide.lines, *slide.margin), tuple(slide.notes))
        for number, slide in enumerate(found, 1)
    )


def documents(pack: PackFiles) -> dict[str, str]:
    """The Word files of a pack by the names of their documents."""
    return {
        name.removeprefix(PAGES).removesuffix(ENDING): name
        for name in sorted(pack.files)
        if name.startswith(PAGES) and name.endswith(ENDING)
    }


def sections(pack: PackFiles, name: str) -> tuple[Piece, ...]:
    """A Word file's sections: those within others are called by all headings. Raises CompareError."""
    found: list[tuple[str, list[Line]]] = [("", [])]
    above: list[str] = []
    margins: list[Line] = []
    for passage in _passages(pack, name):
        line = _line(passage)
        if passage.place.address[0] in ("header", "footer"):
            margins.append(line)
        elif passage.role == "title" and not above and not found[-1][0]:
            found[-1] = (line.text, found[-1][1])
        elif passage.role == "heading":
            above = [*above[: passage.level - 1], line.text]
            found.append((" › ".join(above), []))
        else:
            found[-1][1].append(line)
    if margins:
        found.append((MARGINS, list(dict.fromkeys(margins))))
    kept = [(title, lines) for title, lines in found if title or lines]
    return tuple(Piece(number, title, tuple(lines)) for number, (title, lines) in enumerate(kept, 1))


def _passages(pack: PackFiles, name: str) -> tuple[Passage, ...]:
    try:
        return read_bytes(name[name.rindex(".") :], pack.files[name]).passages
    except UnreadableError as fault:
        raise CompareError(f"{name} in {pack.name} can't be read. {fault.message} {fault.hint}") from fault


def _line(passage: Passage) -> Line:
    text = " ".join(passage.text.split())
    if passage.role == "picture":
        return Line("picture", text)
    asked = passage.role == "question" or (passage.role == "text" and text.endswith("?"))
    return Line("question" if asked else "text", text)
