"""Every kind of block as HTML, here and nowhere else: a new kind begins here."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from builder import document as d
from builder.render.html import boxes, cards, fields, lists, services, talk
from builder.render.html.figures import figure
from builder.render.html.inlines import rich
from builder.render.html.markup import NOTHING, Html, element, joined
from builder.render.html.setting import Setting
from builder.render.html.tables import definitions, table


def blocks(content: Iterable[d.Block], setting: Setting) -> Html:
    return joined(block(one, setting.at(number)) for number, one in enumerate(content, 1))


def block(one: d.Block, setting: Setting) -> Html:
    match one:
        case d.Paragraph(content, role):
            return paragraph(content, role, setting)
        case d.BulletList():
            return lists.bullets(one, setting)
        case d.NumberedList():
            return lists.steps(one, setting)
        case d.DefinitionList():
            return definitions(one, setting)
        case d.Table():
            return table(one, setting)
        case d.Quote(content):
            return element("blockquote", element("p", rich(content, setting)))
        case d.MessageThread():
            return talk.thread(one)
        case d.Timeline():
            return talk.timeline(one)
        case d.Callout():
            title, inside = boxes.opened(one, setting)
            return boxes.callout(one, title, blocks(one.blocks, inside), setting)
        case d.Question():
            answer = block(_answer(one, setting), setting.at("answer")) if one.answer else NOTHING
            return boxes.question(one, answer, setting)
        case d.AnswerLines():
            return fields.answer_lines(one, setting)
        case d.TickList():
            return lists.ticked(one, setting) if setting.on_slide else fields.ticks(one, setting)
        case d.CutOutCards():
            return cut_out(one, setting)
        case d.Figure():
            return figure(one, setting)
        case d.HelpPanel():
            return services.panel(one, setting)
        case d.Minutes():
            return boxes.minutes(one)
        case d.SlideReference():
            return boxes.slide_reference(one, setting)
        case _:
            assert_never(one)


def paragraph(content: d.Rich, role: str, setting: Setting) -> Html:
    """Nothing where there are no words: an empty paragraph would only be a gap."""
    if not content or (not d.plain(content).strip()):
        return NOTHING
    return element("p", rich(content, setting), class_="" if role == "body" else role)


def _answer(question: d.Question, setting: Setting) -> d.Callout:
    lines = tuple(d.Paragraph(line) for line in question.answer)
    return d.Callout("answer", d.answer_word(setting.document.language), lines)


def cut_out(block: d.CutOutCards, setting: Setting) -> Html:
    """Each kind of card once on screen; on paper as many as there are, for a class to cut out."""
    made = []
    for number, card in enumerate(block.cards):
        place = replace(setting.at(number + 1), on_slide=False)
        head, inside = cards.opened(card, place)
        again = card in block.cards[:number]
        made.append(cards.card(card, head, blocks(card.blocks, inside), again=again))
    return cards.sheet(made, block.size)
