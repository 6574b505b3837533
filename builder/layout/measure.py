"""How wide words are and where lines break, by the fonts' own advance widths.

A line is as wide as the widest face that a school machine may set it in, so that a machine without
the house fonts never needs more lines than were reckoned with.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from builder.layout.placed import Face, Para, Run, TextBody
from builder.theme import DATA, FontFace, Fonts, Theme

K = TypeVar("K")
V = TypeVar("V")

SAFETY = 1.03
SUBSTITUTE_SAFETY = 1.01
"""Less than for the house font: the widest substitute is hardly ever the one that is shown."""
UNKNOWN_LETTER = 1000
REMEMBERED = 1 << 14
"""Of how many words the widths are remembered: a pack has four thousand, and each school brings some more."""
BULLET_EM = {"": 0.0, "disc": 1.0, "number": 1.5}
"""How far a paragraph's text is set in behind its bullet, in its own size."""

Advances = dict[str, int]
Widths = tuple[float, ...]
"""At 1 pt: in the house font, then in each substitute with its margin. Words add up face by face."""
_SPACES = re.compile(r"([ \t\r\n]+)")


@lru_cache(maxsize=1)
def advances() -> dict[str, Advances]:
    """Advance widths in thousandths of the size, by font file and letter."""
    tables: dict[str, Advances] = json.loads((DATA / "fonts" / "advances.json").read_text("utf-8"))
    return tables


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one style."""

    text: str
    run: Run


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """Letters without a space between them, perhaps in several styles, and the space before them."""

    pieces: tuple[Piece, ...]
    space: Piece | None
    widths: Widths
    space_widths: Widths


Tables = dict[tuple[Face, bool], tuple[Advances, tuple[Advances, ...]]]
Known = dict[tuple[str, Face, bool], Widths]
Broken = dict[tuple[tuple[Run, ...], Face], list[_Word]]


@lru_cache(maxsize=8)
def _tables(fonts: Fonts) -> Tables:
    """The house font and its substitutes, for each face in regular and bold."""
    tables = advances()
    found: Tables = {}
    faces: tuple[tuple[Face, FontFace], ...] = (("title", fonts.title), ("body", fonts.body))
    for face, font in faces:
        for bold, name in ((False, font.regular), (True, font.bold)):
            # A semi-bold title falls back to the substitute's bold where the house font is missing.
            weight = "-Bold" if bold or face == "title" else ""
            found[face, bold] = (tables[name], tuple(tables[other + weight] for other in fonts.substitutes))
    return found


@lru_cache(maxsize=8)
def _remembered(_fonts: Fonts) -> tuple[Known, Broken]:
    """What is known of words in these fonts: a pack asks for the same ones many times."""
    return {}, {}


def _keep(known: dict[K, V], key: K, value: V) -> None:
    if len(known) >= REMEMBERED:
        known.clear()
    known[key] = value


class Measure:
    """Measures text in one theme's fonts; the widths of words are remembered, font by font."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._tables = _tables(theme.fonts)
        self._known, self._broken = _remembered(theme.fonts)
        self._nothing: Widths = (0.0,) * (1 + len(theme.fonts.substitutes))

    def widths(self, text: str, face: Face, bold: bool) -> Widths:
        key = (text, face, bold)
        found = self._known.get(key)
        if found is None:
            house, others = self._tables[face, bold]
            own = [house.get(letter, UNKNOWN_LETTER) for letter in text]
            theirs = (sum(map(other.get, text, own)) for other in others)
            found = (sum(own) / 1000, *(total / 1000 * SUBSTITUTE_SAFETY for total in theirs))
            _keep(self._known, key, found)
        return found

    def width(self, text: str, size_pt: float, face: Face = "body", bold: bool = False) -> float:
        """The room one line of `text` asks for, margin included."""
        return _room(self.widths(text, face, bold)) * size_pt

    def indent(self, para: Para) -> float:
        return BULLET_EM[para.bullet] * para.size_pt

    def lines(self, para: Para, width: float, house_only: bool = False) -> list[Line]:
        """The lines `para` breaks into; a word wider than the line stands alone on it.

        `house_only` breaks by the house font without margin, as a renderer that embeds it may: that
        never gives more lines.
        """
        words = self._words(para)
        starts = self._starts(para, width, house_only)
        return [
            _joined(_pieces(words[start:end]))
            for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
        ]

    def count(self, para: Para, width: float, house_only: bool = False) -> int:
        """How many lines there are: most are tried at several sizes before they are set."""
        return len(self._starts(para, width, house_only))

    def _starts(self, para: Para, width: float, house_only: bool) -> list[int]:
        """The numbers of the words that begin a line."""
        room = (width - self.indent(para)) / para.size_pt + 1e-6
        starts = [0]
        used = self._nothing
        for number, word in enumerate(self._words(para)):
            if not number:
                used = word.widths
                continue
            # This runs a hundred thousand times for a pack.
            used = tuple([a + b + c for a, b, c in zip(used, word.space_widths, word.widths, strict=True)])
            if (used[0] if house_only else _room(used)) > room:
                starts.append(number)
                used = word.widths
        return starts

    def height(self, paras: Sequence[Para], width: float) -> float:
        """The height of `paras` set in `width`, without the space after the last."""
        total = 0.0
        for i, para in enumerate(paras):
            total += self.count(para, width) * self.theme.leading * para.size_pt
            if i < len(paras) - 1:
                total += para.space_after_pt
        return total

    def body_height(self, body: TextBody, width: float) -> float:
        left, top, right, bottom = body.insets_pt
        return self.height(body.paras, width - left - right) + top + bottom

    def too_long(self, paras: Sequence[Para], width: float) -> str:
        """The first word that is wider than its line, or nothing."""
        for para in paras:
            room = (width - self.indent(para)) / para.size_pt + 1e-6
            for word in self._words(para):
                if _room(word.widths) > room:
                    return "".join(piece.text for piece in word.pieces)
        return ""

    def fits(self, paras: Sequence[Para], width: float, height: float) -> bool:
        return not self.too_long(paras, width) and self.height(paras, width) <= height + 1e-6

    def steady(self, paras: Sequence[Para], width: float) -> bool:
        """Whether running text takes as many lines in the house font as in the widest."""
        return all(
            self.count(para, width) == self.count(para, width, house_only=True)
            for para in paras
            if para.face == "body"
        )

    def balanced(self, para: Para, width: float) -> float:
        """The narrowest width that needs no more lines than `width` does, so no word is left alone."""
        count = self.count(para, width)
        if count == 1:
            return width
        low, high = width * 0.5, width
        while high - low > 4:
            middle = (low + high) / 2
            if self.count(para, middle) > count or self.too_long([para], middle):
                low = middle
            else:
                high = middle
        return high

    def _words(self, para: Para) -> list[_Word]:
        # The same words are tried at many sizes and widths.
        key = (para.runs, para.face)
        found = self._broken.get(key)
        if found is None:
            found = self._split(para)
            _keep(self._broken, key, found)
        return found

    def _split(self, para: Para) -> list[_Word]:
        words: list[_Word] = []
        pieces: list[Piece] = []
        space: Piece | None = None

        def close() -> None:
            nonlocal pieces, space
            if pieces:
                words.append(self._word(tuple(pieces), space, para.face))
                pieces, space = [], None

        for run in para.runs:
            for part in _SPACES.split(run.text):
                if not part:
                    continue
                if part.isspace() and "\u00a0" not in part:
                    close()
                    space = Piece(" ", run)
                else:
                    pieces.append(Piece(part, run))
        close()
        return words

    def _word(self, pieces: tuple[Piece, ...], space: Piece | None, face: Face) -> _Word:
        every = [self.widths(p.text, face, p.run.bold) for p in pieces]
        gap = self.widths(" ", face, space.run.bold) if space else self._nothing
        return _Word(pieces, space, _sum(*every), gap)


def _sum(*several: Widths) -> Widths:
    return tuple(map(sum, zip(*several, strict=True)))


def _room(widths: Widths) -> float:
    return max(widths[0] * SAFETY, *widths[1:])


def _pieces(words: Sequence[_Word]) -> list[Piece]:
    """What stands on a line; the space before its first word is the line's end."""
    found: list[Piece] = []
    for word in words:
        if found and word.space:
            found.append(word.space)
        found += word.pieces
    return found


def _joined(pieces: Sequence[Piece]) -> Line:
    """The pieces with neighbours of one style made one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].run is piece.run:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.run)
        else:
            joined.append(piece)
    return tuple(joined)


def first_that(sizes: Sequence[float], fits: Callable[[float], bool]) -> float | None:
    """The first size of a ladder that fits."""
    return next((size for size in sizes if fits(size)), None)
