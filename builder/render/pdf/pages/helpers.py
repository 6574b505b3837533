"""Who can help: a row a service on a page, a few lines on a card the size of a bank card."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from builder import document as d
from builder.render.pdf.pages.inlines import fitted, words
from builder.render.pdf.pages.marks import Marked
from builder.render.pdf.pages.row import Row
from builder.render.pdf.pages.stack import Look, Stack
from builder.render.pdf.pages.styles import Setting
from builder.render.pdf.pages.tables import definitions
from builder.render.pdf.pages.writing import answer_lines

REACH_SHARE = 0.4
GAP = 14.0
LEAST_PT = 8.0
"""The smallest an address may be set so that it stays on one line."""


def panel(block: d.HelpPanel, setting: Setting) -> list[Any]:
    people = [
        line for person in block.people for line in answer_lines(d.AnswerLines(d.rich(person), 1), setting)
    ]
    if setting.on_card:
        return [*(line for entry in block.entries for line in _on_card(entry, setting)), *people]
    rows = [_row(entry, setting) for entry in block.entries]
    after = setting.styles.body.leading * 0.7
    made = definitions(d.DefinitionList(tuple((r, d.rich(who)) for r, who in block.known)), setting)
    if rows:
        made.append(Stack(rows, full=setting.grid.full, tag="L", after=after))
    if people:
        made.append(Stack(people, full=setting.grid.full, whole_under=0.5, after=after))
    return made


def _row(entry: d.HelpEntry, setting: Setting) -> Row:
    """How to reach them on the left, large; who it is for, what it does and what comes next beside it.

    In large print the one stands under the other.
    """
    styles, full = setting.styles, setting.grid.full
    name = ParagraphStyle("service", parent=styles.prompt, spaceBefore=0, textColor=setting.colour("deep"))
    strong = ParagraphStyle("reach", parent=styles.cell, fontName=styles.prompt.fontName, spaceAfter=1)
    fine = ParagraphStyle("fine", parent=styles.small, spaceAfter=0)
    reach = [words(entry.name, name, setting)]
    if entry.phone:
        reach.append(words(entry.phone, styles.number, setting))
    room = setting.width if setting.large else setting.width * REACH_SHARE - GAP
    reach += [
        words(way, fitted(way, strong, room, LEAST_PT), setting, room=room)
        for way in (entry.text, entry.chat, entry.address)
        if way
    ]
    reach += [words(line, fine, setting) for line in (entry.hours, entry.cost) if line]
    about: list[Any] = []
    if entry.for_whom:
        about.append(words(entry.for_whom, strong, setting))
    if entry.what:
        about.append(words(entry.what, styles.cell, setting))
    if entry.next:
        about.append(Marked([words(entry.next, styles.cell, setting)], "arrow", styles.cell, setting))
    if setting.large:
        both = Stack([*reach, *about], Look(top=7, bottom=8), full=full, whole_under=0.5)
        return Row([both], [setting.width], full=full, line=setting.colour("deep"), lines="under", tag="LI")
    look = Look(top=7, right=GAP, bottom=8)
    widths = [setting.width * REACH_SHARE, setting.width * (1 - REACH_SHARE)]
    return Row(
        [Stack(reach, look, full=full), Stack(about, Look(top=8, bottom=8), full=full)],
        widths,
        full=full,
        line=setting.colour("deep"),
        lines="under",
        tag="LI",
    )


def _on_card(entry: d.HelpEntry, setting: Setting) -> list[Any]:
    """The name and the number on one line, and the way without ringing under it."""
    styles, full = setting.styles, setting.grid.full
    name = ParagraphStyle("service", parent=styles.prompt, spaceBefore=0, spaceAfter=0, keepWithNext=0)
    fine = ParagraphStyle("fine", parent=styles.small, spaceAfter=0)
    ways = " · ".join(way for way in (entry.text, entry.chat, entry.address) if way)
    made: list[Any] = []
    if entry.phone:
        number = ParagraphStyle("number", parent=styles.number, alignment=2)
        number_w = stringWidth(entry.phone, number.fontName, number.fontSize) + 3
        name_w = setting.width - number_w
        if name_w > 40:
            # The two sizes stand on one baseline.
            drop = number.fontSize - name.fontSize
            made.append(
                Row(
                    [
                        Stack([words(entry.name, name, setting)], Look(top=drop, right=4), full=full),
                        Stack([words(entry.phone, number, setting)], full=full),
                    ],
                    [name_w, number_w],
                    full=full,
                    tag="",
                )
            )
        else:
            made += [words(entry.name, name, setting), words(entry.phone, styles.number, setting)]
        if ways:
            made.append(words(ways, fine, setting))
    elif ways and stringWidth(f"{entry.name}  {ways}", name.fontName, name.fontSize) < setting.width:
        made.append(words((d.Strong(entry.name), d.Text(f"  {ways}")), name_regular(name, fine), setting))
    else:
        made += [words(entry.name, name, setting), *([words(ways, fine, setting)] if ways else [])]
    return [Stack(made, full=full, after=2.2)]


def name_regular(name: ParagraphStyle, regular: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("service", parent=name, fontName=regular.fontName)
