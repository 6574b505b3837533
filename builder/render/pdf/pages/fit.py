"""What does not fit its place on a page, said before anything is drawn.

Text flows from page to page and always fits; a card to cut out and a column are as large as they are.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import ceil
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from builder.diagnostics import NOWHERE, Diagnostic, Mark, error
from builder.document import Block, Card, CutOutCards, Document, Section, walk
from builder.memory import FORGETFUL, Memory
from builder.render.pdf.pages import cards
from builder.render.pdf.pages.book import chapters_of, needs_side
from builder.render.pdf.pages.flow import flowables, wallet_card
from builder.render.pdf.pages.headings import Heading
from builder.render.pdf.pages.inlines import Words, is_address, words
from builder.render.pdf.pages.piece import Piece
from builder.render.pdf.pages.styles import Setting, setting_for, wide
from builder.theme import Theme

RULE = "fit/overflow"
SLACK_PT = 0.5


def fit_faults(document: Document, theme: Theme, memory: Memory = FORGETFUL) -> list[Diagnostic]:
    """Cards too tall for 85 x 54 mm, and words too wide for a line, a column or a card."""
    setting = setting_for(theme, document.edition, language=document.language)
    found: list[Diagnostic] = []
    if document.sections:
        title = words(document.title, setting.styles.title, setting)
        found += _words_in(title, setting.width, document.sections[0].mark, "the title")
    for chapter in chapters_of(document):
        here = setting if needs_side(chapter, setting) else wide(setting)
        for _, section in chapter:
            bare = replace(section, mark=NOWHERE, notes=())
            known = (bare, here is setting, theme, document.edition, document.language)
            inside = memory.once(section.id, known, partial(_listed, bare, here))
            found += [replace(fault, mark=section.mark) for fault in inside]
    return list(dict.fromkeys(found))


def _listed(section: Section, setting: Setting) -> list[Diagnostic]:
    return list(_in_section(section, setting))


def _in_section(section: Section, setting: Setting) -> Iterator[Diagnostic]:
    heading = Heading(section.heading, section.label, section.level, "", 0, setting)
    place = f"“{section.heading}”" if section.heading else "this section"
    blocks = tuple(_each_card_once(block) for block in section.blocks)
    for item in (heading, *flowables(blocks, setting)):
        yield from _words_in(item, setting.width, section.mark, place)
    for block in walk(blocks):
        if isinstance(block, CutOutCards) and block.size == "wallet":
            for card in block.cards:
                yield from _too_tall(card, setting, section.mark)


def _each_card_once(block: Block) -> Block:
    """A sheet holds eight of one card, and what is too large in one is so in all."""
    if isinstance(block, CutOutCards):
        return replace(block, cards=tuple(dict.fromkeys(block.cards)))
    return block


def _words_in(item: Any, width: float, mark: Mark, place: str, on_card: bool = False) -> Iterator[Diagnostic]:
    if isinstance(item, Words):
        word, over = _widest(item, width, on_card)
        if over > SLACK_PT:
            shown = word if len(word) <= 40 else f"{word[:37]}…"
            where = f"a card in {place}" if on_card else place
            yield error(
                mark,
                RULE,
                f"“{shown}” in {where} is about {ceil(over / mm)} mm too wide for its place.",
                why="A word is never cut in two or printed over what stands beside it.",
                hint="Use a shorter word, or write it as two.",
            )
    elif isinstance(item, Piece):
        for inner, inner_width in item.inside(width):
            yield from _words_in(inner, inner_width, mark, place, on_card or isinstance(item, cards.CardRow))


def _widest(item: Words, width: float, on_card: bool) -> tuple[str, float]:
    """The widest word that may not be broken, and by how much it is too wide (points)."""
    # The library's own measure is exact and quick; it does not say which word it was.
    if item.minWidth() <= width:
        return "", 0.0
    candidates = [
        word for word in item.getPlainText().split() if word.strip("_") and (on_card or not is_address(word))
    ]
    style = item.style
    word = max(candidates, key=lambda w: stringWidth(w, style.fontName, style.fontSize), default="")
    return word, float(stringWidth(word, style.fontName, style.fontSize)) - width


def _too_tall(card: Card, setting: Setting, mark: Mark) -> Iterator[Diagnostic]:
    inside = wallet_card(card, setting)
    over = inside.wrap(cards.INNER_W, 0)[1] - cards.INNER_H
    if over > SLACK_PT:
        name = f"The card “{card.heading}”" if card.heading else "A card"
        yield error(
            mark,
            RULE,
            f"{name} is about {ceil(over / mm)} mm too tall: a card is 85 x 54 mm.",
            why="What does not fit would have to be printed too small to read.",
            hint=f"Take out about {_lines(over, setting)} of text: a shorter name, or one thing less.",
        )


def _lines(over: float, setting: Setting) -> str:
    count = ceil(over / setting.card(cards.INNER_W).styles.body.leading)
    return "one line" if count == 1 else f"{count} lines"
