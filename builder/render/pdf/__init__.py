"""PDF by reportlab: decks a page a slide, other documents as designed A4 pages."""

from builder.diagnostics import Diagnostic
from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.memory import FORGETFUL, Memory
from builder.theme import Theme

# reportlab takes a fifth of a second to import: only who draws pays for it.


def draw(document: Document, theme: Theme, deck: PlacedDeck) -> bytes:
    """The document as a PDF; pages show the slides of `deck` in small."""
    if document.medium == "slides":
        from builder.render.pdf.canvas import render_slides

        return render_slides(deck, theme)
    from builder.render.pdf.pages.book import render_pages

    return render_pages(document, theme, deck)


def draw_within(document: Document, theme: Theme, pages: int) -> bytes | None:
    """A document of medium “pages” as a PDF, or None where it takes more than so many."""
    from builder.render.pdf.pages.book import rendered

    data, taken = rendered(document, theme)
    return data if taken <= pages else None


def fit_faults(document: Document, theme: Theme, memory: Memory = FORGETFUL) -> list[Diagnostic]:
    """What does not fit its place on a document's pages."""
    from builder.render.pdf.pages.fit import fit_faults as found

    return found(document, theme, memory)
