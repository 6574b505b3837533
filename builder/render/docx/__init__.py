"""DOCX: documents of medium “pages” as Word files whose look is in their styles, every word editable."""

from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.theme import Theme

# python-docx takes a quarter of a second to import: only who draws pays for it.


def draw(document: Document, theme: Theme, deck: PlacedDeck) -> bytes:
    """The document as a .docx, naming the slides of `deck` where it refers to them.

    The same document, theme and deck always give the same bytes. Raises ValueError for slides.
    """
    if document.medium != "pages":
        raise ValueError(f"{document.name} holds {document.medium}, which a Word file can't show")
    from builder.render.docx.book import render_pages

    return render_pages(document, theme, deck)
