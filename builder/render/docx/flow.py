"""Blocks become paragraphs and tables here and nowhere else: every new kind of block begins here."""

from collections.abc import Mapping
from itertools import pairwise
from typing import assert_never

from docx.shared import Pt

from builder import document as d
from builder.render.docx import boxes, cards, helpers, lists, pictures, slides, tables, writing
from builder.render.docx.inlines import is_paragraph, paragraph
from builder.render.docx.look import Style
from builder.render.docx.setting import Setting
from builder.render.docx.xml import Element

INTRODUCED = (d.BulletList, d.NumberedList, d.TickList, d.Table, d.DefinitionList, d.AnswerLines)
APART, AFTER_TABLE = 8.0, 10.0
"""The least room between a box and what follows, in points; a table has none of its own besides."""


def flow(blocks: tuple[d.Block, ...], setting: Setting) -> list[Element]:
    """The blocks in order; a paragraph that leads up to the next block stays with it."""
    made: list[Element] = []
    for index, block in enumerate(blocks):
        drawn = of_block(block, setting)
        if drawn and _leads_in(block, blocks[index + 1 : index + 2]):
            drawn[-1].get_or_add_pPr().keepNext_val = True
        made += drawn
    return made


def _flow_apart(blocks: tuple[d.Block, ...], setting: Setting) -> list[Element]:
    return spaced(flow(blocks, setting), setting.styles)


def _leads_in(block: d.Block, after: tuple[d.Block, ...]) -> bool:
    if not isinstance(block, d.Paragraph) or not after:
        return False
    return block.role in ("lead", "label") or isinstance(after[0], INTRODUCED)


def of_block(block: d.Block, setting: Setting) -> list[Element]:
    match block:
        case d.Paragraph():
            return boxes.prose(block, setting)
        case d.BulletList():
            return lists.bullets(block, setting)
        case d.NumberedList():
            return lists.steps(block, setting)
        case d.DefinitionList():
            return lists.definitions(block, setting)
        case d.Table():
            return tables.table(block, setting)
        case d.Quote():
            return boxes.quote(block, setting)
        case d.MessageThread():
            return boxes.thread(block)
        case d.Timeline():
            return lists.timeline(block, setting)
        case d.Callout(kind, _, inner):
            return boxes.callout(block, flow(inner, setting.inside(kind)), setting)
        case d.Question():
            return boxes.question(block, setting)
        case d.AnswerLines():
            return writing.answer_lines(block, setting)
        case d.TickList():
            return lists.ticks(block, setting)
        case d.CutOutCards():
            return cards.cut_out(block, setting, _flow_apart)
        case d.Figure():
            return pictures.picture(block, setting)
        case d.HelpPanel():
            return helpers.panel(block, setting)
        case d.Minutes():
            return slides.minutes(block)
        case d.SlideReference():
            return slides.reference(block, setting)
        case _:
            assert_never(block)


def spaced(made: list[Element], styles: Mapping[str, Style]) -> list[Element]:
    """The same with room round boxes and tables, which Word gives them none of.

    Two tables that touch would be one, and Word adds an empty paragraph to a table at the end: both
    get one that is hardly to be seen.
    """
    apart: list[Element] = made[:1]
    for before, after in pairwise(made):
        if is_paragraph(after):
            least = _room_between(before, after, styles)
            if _room_above(after, styles) < least:
                after.get_or_add_pPr().spacing_before = Pt(least)
        elif not is_paragraph(before):
            apart.append(paragraph("BetweenTables"))
        apart.append(after)
    if apart and not is_paragraph(apart[-1]):
        apart.append(paragraph("BetweenTables"))
    return apart


def _room_between(before: Element, after: Element, styles: Mapping[str, Style]) -> float:
    """The least room above `after` where a table ends, or a box ends or begins that no words lead up to."""
    if not is_paragraph(before):
        return AFTER_TABLE
    above = styles[before.style]
    ends = above.box != styles[after.style].box and (above.box or not above.keep_next)
    return APART if ends else 0.0


def _room_above(element: Element, styles: Mapping[str, Style]) -> float:
    """The space in points that a paragraph's style keeps above it, or a style that it goes back to."""
    style = styles[element.style]
    while style.before is None and style.like:
        style = styles[style.like]
    return style.before or 0.0
