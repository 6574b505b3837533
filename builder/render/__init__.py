"""Documents become bytes. FORMATS is the table of who draws what; renderers don't know each other."""

from collections.abc import Callable
from dataclasses import dataclass

from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.render import pdf, pptx
from builder.theme import Theme

__all__ = ["FORMATS", "Artefact", "Format"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A finished file: its name in the pack, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Format:
    """`draw` takes a document, the theme and a placed deck.

    For slides the deck is the document itself, placed; for pages it is the deck they show in small.
    """

    ending: str
    draw: Callable[[Document, Theme, PlacedDeck], bytes]


FORMATS = {
    "pptx": Format("pptx", pptx.draw),
    "pdf": Format("pdf", pdf.draw),
}
