"""One web page a document: it needs nothing else, runs nothing, and is made for everybody to read."""

from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.render.html.pages import pages
from builder.render.html.slides import slides
from builder.render.html.tidy import tidied
from builder.theme import Theme


def draw(document: Document, theme: Theme, deck: PlacedDeck) -> bytes:
    """The document as UTF-8 HTML; slides take their grounds and pictures from `deck`, pages their titles."""
    drawn = slides if document.medium == "slides" else pages
    return drawn(tidied(document), theme, deck).encode("utf-8")
