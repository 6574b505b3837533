"""Documents become bytes. FORMATS is the table of who draws what; renderers don't know each other."""

from collections.abc import Callable
from dataclasses import dataclass

from builder.document import Document, Medium
from builder.layout.placed import PlacedDeck
from builder.render import docx, html, pdf, plain, pptx
from builder.theme import Theme

__all__ = ["FORMATS", "Artefact", "Format"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A finished file: its name in the pack, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Format:
    """`draw` takes a document of one of the `media`, the theme and a placed deck.

    For slides the deck is the document itself, placed; for pages it is the deck they show in small. What is
    drawn stands in the pack's `folder` of that name, if it has one.
    """

    ending: str
    draw: Callable[[Document, Theme, PlacedDeck], bytes]
    media: tuple[Medium, ...]
    folder: str = ""

    def name(self, document: Document) -> str:
        """The name in a pack of the file that holds `document`."""
        file = f"{document.name}.{self.ending}"
        return f"{self.folder}/{file}" if self.folder else file


FORMATS = {
    "pptx": Format("pptx", pptx.draw, ("slides",)),
    "pdf": Format("pdf", pdf.draw, ("slides", "pages")),
    "word": Format("docx", docx.draw, ("pages",), "word"),
    "web": Format("html", html.draw, ("slides", "pages"), "web"),
    "text": Format("txt", plain.draw, ("slides", "pages"), "text"),
}
