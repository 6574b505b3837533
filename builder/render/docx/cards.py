"""Cards to cut out: wallet cards two to a row, and strips as wide as the page, with dashed lines between."""

from collections.abc import Callable

from builder.document import Block, Card, CutOutCards, Link
from builder.render.docx.inlines import is_paragraph, paragraph, runs, words
from builder.render.docx.pages import WALLET_H, WALLET_W
from builder.render.docx.setting import Setting
from builder.render.docx.small_styles import CARD_W
from builder.render.docx.table_styles import STRIPS, WALLET
from builder.render.docx.tables import row, table_start
from builder.render.docx.xml import Element, w

Flow = Callable[[tuple[Block, ...], Setting], list[Element]]
"""What draws the blocks on a card."""
ACROSS = 2
CENTRE_AT = 2
"""Where among a table's properties Word wants its alignment: after its style and its width."""


def cut_out(block: CutOutCards, setting: Setting, flow: Flow) -> list[Element]:
    if not block.cards:
        return []
    return [_wallet(block, setting, flow) if block.size == "wallet" else _strips(block, setting, flow)]


def _wallet(block: CutOutCards, setting: Setting, flow: Flow) -> Element:
    inside = setting.on("card", CARD_W)
    made = table_start(WALLET.style, [WALLET_W] * ACROSS, header=False)
    made[0].insert(CENTRE_AT, w("jc", val="center"))
    for at in range(0, len(block.cards), ACROSS):
        cells = [_holds(card, "CardHeading", inside, flow) for card in block.cards[at : at + ACROSS]]
        # A row has all of its cells, and a cell at least one paragraph.
        cells += [[paragraph("CardText")]] * (ACROSS - len(cells))
        made.append(row(cells, [WALLET_W] * ACROSS, least=WALLET_H))
    return made


def _strips(block: CutOutCards, setting: Setting, flow: Flow) -> Element:
    inside = setting.on("strip", setting.width - STRIPS.left - STRIPS.right)
    made = table_start(STRIPS.style, [setting.width], header=False)
    for card in block.cards:
        made.append(row([_holds(card, "StripHeading", inside, flow)], [setting.width]))
    return made


def _holds(card: Card, style: str, setting: Setting, flow: Flow) -> list[Element]:
    heading = [paragraph(style, *runs(card.heading))] if card.heading else []
    made = [*heading, *flow(card.blocks, setting)]
    shown = card.code.partition("://")[2] or card.code
    if shown and not any(shown in one.text for one in made if is_paragraph(one)):
        made.append(paragraph(setting.style("words"), *words((Link(shown, card.code),), setting.book)))
    if not made:
        made.append(paragraph(setting.style("words")))
    for one in made:
        # A row is whole as it is; what stays with the next would tie it to the next row.
        if is_paragraph(one):
            one.get_or_add_pPr().keepNext_val = False
    return made
