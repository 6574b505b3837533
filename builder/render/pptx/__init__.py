"""PPTX: a placed deck as native shapes and text on the house template, every word of it editable."""

from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.theme import Theme


def render(deck: PlacedDeck, theme: Theme) -> bytes:
    """A finished .pptx; the same deck and theme always give the same bytes."""
    # python-pptx takes a quarter of a second to import, which a pack without slides need not pay.
    from builder.render.pptx.deck_file import DeckFile

    return DeckFile(deck, theme).finished()


def draw(document: Document, theme: Theme, deck: PlacedDeck) -> bytes:
    """What the table of formats calls: for slides, the deck is `document` itself, placed."""
    if deck.document != document:
        raise ValueError(f"this deck shows {deck.document.name}, not {document.name}")
    return render(deck, theme)
