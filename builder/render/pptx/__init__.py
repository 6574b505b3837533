"""PPTX: a placed deck as native shapes and text on the house or a school's template, every word editable."""

from pathlib import Path

from builder.diagnostics import Diagnostic, Mark, error, warning
from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.theme import Theme

RULE = "theme/template"


def render(deck: PlacedDeck, theme: Theme) -> bytes:
    """A finished .pptx; the same deck and theme always give the same bytes."""
    if theme.template is not None:
        from builder.render.pptx.school_deck import SchoolDeck

        return SchoolDeck(deck, theme, theme.template.read_bytes()).finished()
    # python-pptx takes a quarter of a second to import, which a pack without slides need not pay.
    from builder.render.pptx.deck_file import DeckFile

    return DeckFile(deck, theme).finished()


def draw(document: Document, theme: Theme, deck: PlacedDeck) -> bytes:
    """What the table of formats calls: for slides, the deck is `document` itself, placed."""
    if deck.document != document:
        raise ValueError(f"this deck shows {deck.document.name}, not {document.name}")
    return render(deck, theme)


def template_said(template: Path, mark: Mark) -> list[Diagnostic]:
    """What a school's template lacks, and what is used instead; `mark` is where it is named."""
    from builder.render.pptx.school import School, TemplateError

    where, at = f"“{template.name}”", ("template",)
    try:
        school = School(template.read_bytes())
    except TemplateError as fault:
        return [error(mark, RULE, f"{where}: {fault.message}", hint=fault.hint, address=at)]
    except OSError as fault:
        return [error(mark, RULE, f"{where} can't be read: {fault.strerror}.", address=at)]
    return [warning(mark, RULE, f"{where}: {said}", hint=hint, address=at) for said, hint in school.said]
