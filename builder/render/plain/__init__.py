"""A document as plain text for people: for a screen reader, a small phone, or a message to somebody."""

from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.render.plain.pages import lines_of
from builder.theme import Theme


def draw(document: Document, theme: Theme, deck: PlacedDeck) -> bytes:  # noqa: ARG001  # all are called alike
    """UTF-8 with a mark at its beginning and carriage returns, wrapped at 72 letters."""
    # Notepad on older Windows shows a text without carriage returns as one line.
    return ("\r\n".join(lines_of(document, deck)) + "\r\n").encode("utf-8-sig")
