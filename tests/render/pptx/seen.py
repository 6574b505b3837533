"""What a slide looks like once LibreOffice has drawn it: every word and where it stands."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from builder.layout.grid import DRAFT, FOOTER, NUMBER, Area
from builder.layout.placed import Box, PlacedSlide

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
SLACK = 4.0
"""Points that a word's ink may reach over its box: side bearings, and a face with a deeper foot."""
INKLESS = 0.2
"""The share of a word's frame above and below its letters."""
OVERLAP = 0.15
"""The share of the smaller word that two words may share."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a slide, in points from its upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def converted(soffice: str, data: bytes, folder: Path, width: float = 960.0) -> list[list[Word]]:
    """The words of every slide as LibreOffice sets them; the house fonts need not be there."""
    (folder / "deck.pptx").write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "deck.pptx"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=240,
    )
    subprocess.run(["pdftotext", "-bbox", "deck.pdf", "deck.html"], cwd=folder, check=True)
    pages = PAGE.findall((folder / "deck.html").read_text("utf-8"))
    return [
        [
            Word(text, *(float(value) * width / float(page_width) for value in place))
            for *place, text in WORD.findall(inside)
        ]
        for page_width, _, inside in pages
    ]


def outside(slide: PlacedSlide, words: list[Word]) -> list[str]:
    """The words that stand in no box of the slide: text that ran over."""
    boxes = [Area(s.x, s.y, s.w, s.h) for s in slide.shapes if isinstance(s, Box) and s.text]
    boxes += [FOOTER, DRAFT, NUMBER]
    return [word.text for word in words if not any(_within(word, box) for box in boxes)]


def colliding(words: list[Word]) -> list[tuple[str, str]]:
    """Pairs of words that stand on one another."""
    return [
        (one.text, other.text)
        for number, one in enumerate(words)
        for other in words[number + 1 :]
        if _shared(one, other) > OVERLAP
    ]


def _within(word: Word, box: Area) -> bool:
    return (
        box.x - SLACK <= word.left
        and word.right <= box.right + SLACK
        and box.y - SLACK <= word.top
        and word.bottom <= box.bottom + SLACK
    )


def _shared(one: Word, other: Word) -> float:
    wide = min(one.right, other.right) - max(one.left, other.left)
    (top, bottom), (other_top, other_bottom) = _inked(one), _inked(other)
    high = min(bottom, other_bottom) - max(top, other_top)
    if wide <= 0 or high <= 0:
        return 0.0
    smaller = min((w.right - w.left) * (_inked(w)[1] - _inked(w)[0]) for w in (one, other))
    return wide * high / smaller if smaller else 0.0


def _inked(word: Word) -> tuple[float, float]:
    """A word's frame is as high as its line; its letters stand in the middle of it."""
    margin = INKLESS * (word.bottom - word.top)
    return word.top + margin, word.bottom - margin
