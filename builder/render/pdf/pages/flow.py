"""Blocks become flowables here and nowhere else: tagging and every new kind of block begin here."""

from typing import Any, assert_never

from builder import document as d
from builder.render.pdf.pages import boxes, cards, helpers, pictures, side, tables, writing
from builder.render.pdf.pages.inlines import words
from builder.render.pdf.pages.stack import Look, Stack
from builder.render.pdf.pages.styles import Setting

PROSE = (d.Paragraph, d.BulletList, d.NumberedList, d.TickList, d.Timeline, d.Question)
"""What is read line by line, and so is no wider than an eye can follow."""

HEADING_ROOM, CLOSE = 60.0, 0.95
"""What a heading takes of the page that strips to cut out stand on, in points; how close they may be set."""
CARD_SCALES = (1.2, 1.1, 1.0)
INTRODUCED = (d.BulletList, d.NumberedList, d.TickList, d.Table, d.DefinitionList, d.AnswerLines)


def flowables(blocks: tuple[d.Block, ...], setting: Setting) -> list[Any]:
    """The blocks in order; prose straight on the page keeps to the measure."""
    made: list[Any] = []
    gap = setting.styles.body.leading * (0.1 if setting.on_card else 0.55)
    for index, block in enumerate(blocks):
        if made and not made[-1].getKeepWithNext():
            made[-1].spaceAfter = max(gap, made[-1].getSpaceAfter())
        spare = setting.width - setting.grid.measure
        if setting.top and spare > 1 and isinstance(block, PROSE):
            for item in of_block(block, setting):
                inset = Stack(
                    [item],
                    Look(right=spare),
                    full=setting.grid.full,
                    before=item.getSpaceBefore(),
                    after=item.getSpaceAfter(),
                )
                inset.keepWithNext = item.getKeepWithNext()
                made.append(inset)
        else:
            made.extend(of_block(block, setting))
        if made and _leads_in(block, blocks[index + 1 : index + 2]):
            made[-1].keepWithNext = 1
    return made


def _leads_in(block: d.Block, after: tuple[d.Block, ...]) -> bool:
    """Whether a paragraph says what the next block is, and so stays with it."""
    if not isinstance(block, d.Paragraph) or not after:
        return False
    return block.role in ("lead", "label") or isinstance(after[0], INTRODUCED)


def of_block(block: d.Block, setting: Setting) -> list[Any]:
    styles = setting.styles
    match block:
        case d.Paragraph(content, role):
            return [words(content, getattr(styles, role), setting)]
        case d.BulletList(rows):
            return boxes.items(rows, "disc", styles.body, setting)
        case d.NumberedList():
            return boxes.numbered(block, setting)
        case d.DefinitionList():
            return tables.definitions(block, setting)
        case d.Table():
            return tables.table(block, setting)
        case d.Quote():
            return boxes.quote(block, setting)
        case d.MessageThread():
            return boxes.thread(block, setting)
        case d.Timeline():
            return boxes.timeline(block, setting)
        case d.Callout(kind, _, inner):
            return boxes.callout(block, flowables(inner, boxes.inside(kind, setting)), setting)
        case d.Question():
            return boxes.question(block, setting)
        case d.AnswerLines():
            return writing.answer_lines(block, setting)
        case d.TickList():
            return boxes.items(block.items, "box", styles.body, setting)
        case d.CutOutCards():
            return cut_out(block, setting)
        case d.Figure():
            return pictures.picture(block, setting)
        case d.HelpPanel():
            return helpers.panel(block, setting)
        case d.SlideReference(size="page" | "with_lines"):
            return pictures.printed(block, setting)
        case d.Minutes() | d.SlideReference():
            cue = Stack(
                side.side_flowables(block, setting, beside=False),
                full=setting.grid.full,
                after=styles.body.leading * 0.3,
                whole_under=1.0,
            )
            # A slide and its minutes belong to what is said at it.
            cue.keepWithNext = 1
            return [cue]
        case _:
            assert_never(block)


def cut_out(block: d.CutOutCards, setting: Setting) -> list[Any]:
    if block.size == "wallet":
        # A sheet holds eight of one card: how large its words may be is found once.
        sizes = {card: card_size(card, setting) for card in dict.fromkeys(block.cards)}
        made = [_wallet_card(card, *sizes[card], setting)[0] for card in block.cards]
        return cards.wallet_sheet(made, [card.code for card in block.cards], setting)
    inner = setting.within(2 * cards.STRIP_PAD)
    strips = [cards.strip(card, flowables(card.blocks, inner), setting) for card in block.cards]
    if strips and all(card == block.cards[0] for card in block.cards):
        # Of copies, as many as a page holds: one alone on a second page would waste the sheet.
        tall = strips[0].wrap(setting.width, 0)[1]
        strips = strips[: max(1, int((setting.grid.full - HEADING_ROOM) / (CLOSE * tall)))]
    if strips:
        strips[-1].spaceAfter = cards.AFTER_LAST
    return strips


def wallet_card(card: d.Card, setting: Setting) -> cards.Inside:
    """The inside of a wallet card, in the largest of a few sizes that fits, else in the smallest."""
    return _wallet_card(card, *card_size(card, setting), setting)[0]


def card_size(card: d.Card, setting: Setting) -> tuple[float, float]:
    """The size in which a card's words fit, and the room that a name at its foot keeps clear of the code."""
    # Where a name at the foot has to stand close to the line above it, both keep clear of the code.
    sizes = (*((scale, cards.CODE) for scale in CARD_SCALES), (CARD_SCALES[-1], 0.0))
    return next((size for size in sizes if _wallet_card(card, *size, setting)[1] >= 0), sizes[-1])


def _wallet_card(card: d.Card, scale: float, room: float, setting: Setting) -> tuple[cards.Inside, float]:
    """The inside of a card in a size, and what height it leaves; less than nothing where it is too tall."""
    small = setting.card(cards.INNER_W, scale)
    inner = flowables(card.blocks, small)
    if card.code:
        for line in inner:
            if isinstance(line, writing.LabelledLine):
                line.beside = cards.CODE + cards.CODE_GAP
        if inner and isinstance(card.blocks[-1], d.Paragraph):
            inner[-1] = cards.beside_code(inner[-1], room, small)
    made = cards.card_content(card, inner, small)
    spare = cards.INNER_H - made.wrap(cards.INNER_W, 0)[1]
    lines = [item for item in made.content if isinstance(item, writing.LabelledLine)]
    if lines and spare > 0:
        # Handwriting takes what room the print leaves.
        for line in lines:
            line.height += min(spare / len(lines), 9.0)
        made.known_at = -1.0
    under = sum(line.height for line in lines[1:])
    if card.blocks and isinstance(card.blocks[-1], d.Paragraph):
        under += made.content[-1].wrap(cards.INNER_W, 0)[1]
    if card.code and lines and under >= cards.LEAST_CODE - 2:
        # The code stands beside the lower lines alone: the first name may run on over it.
        lines[0].beside = 0.0
        made.code = min(cards.CODE, under + 2)
    return made, spare
