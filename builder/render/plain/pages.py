"""Title, headings and sections as lines of plain text."""

from collections.abc import Iterator

from builder.document import Document, Section
from builder.layout.placed import PlacedDeck
from builder.render.plain.blocks import Texts
from builder.render.plain.wrapping import underlined, wrapped

SIGNS = ("-", "~", ".")
"""What a heading is underlined with, by its level."""
NOTES = "    "
"""How far a teacher's notes to a slide are set in."""


def lines_of(document: Document, deck: PlacedDeck) -> Iterator[str]:
    yield from underlined(document.title, "=")
    yield from wrapped(document.subtitle)
    if document.furniture.draft.strip():
        yield ""
        yield from wrapped(document.furniture.draft, "*** ")
    texts = Texts({slide.number: slide.title for slide in deck.slides})
    for number, section in enumerate(document.sections):
        repeated = number == 0 and section.heading.strip() == document.title.strip()
        yield from _section(section, texts, headed=not repeated)
    running = document.furniture.running.strip()
    if running and running != document.title.strip():
        yield ""
        yield from wrapped(running)


def _section(section: Section, texts: Texts, *, headed: bool) -> Iterator[str]:
    head = [
        *wrapped(section.label),
        *(underlined(section.heading, SIGNS[min(max(section.level, 1), 3) - 1]) if headed else []),
    ]
    yield from ["", *([""] if section.level == 1 and headed else []), *head] if head else []
    for part in texts.blocks(section.blocks):
        yield from ("", *part)
    for part in texts.within(NOTES).blocks(section.notes):
        yield from ("", *(NOTES + line if line else line for line in part))
