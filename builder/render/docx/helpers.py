"""Who can help: a group of lines a service on a page, a line or two on a card."""

from builder.document import AnswerLines, DefinitionList, HelpEntry, HelpPanel, rich
from builder.render.docx.inlines import kept_together, paragraph, runs, tab
from builder.render.docx.lists import definitions
from builder.render.docx.setting import Setting
from builder.render.docx.writing import answer_lines
from builder.render.docx.xml import Element

GAP = 14.0
"""The least room between a name and what stands on the same line, in points."""


def panel(block: HelpPanel, setting: Setting) -> list[Element]:
    known = tuple((role, rich(who)) for role, who in block.known)
    made = definitions(DefinitionList(known), setting) if known else []
    for entry in block.entries:
        made += kept_together(_on_card(entry, setting) if setting.place == "card" else _group(entry, setting))
    for person in block.people:
        made += answer_lines(AnswerLines(rich(person), 1), setting)
    return made


def _group(entry: HelpEntry, setting: Setting) -> list[Element]:
    """The name and how to reach them on one line; then who it is for, what it does and what comes next."""
    ways = [("HelpPhone", entry.phone)]
    ways += [("HelpReach", way) for way in (entry.text, entry.chat, entry.address)]
    ways = [(letters, way) for letters, way in ways if way]
    beside = ways[:1] if ways and _fits(entry.name, ways[0][1], setting) else []
    name = runs(entry.name)
    for letters, way in beside:
        name += [tab(), *runs(way, letters)]
    reach = [paragraph("HelpWay", *runs(way, letters)) for letters, way in ways[len(beside) :]]
    terms = " · ".join(one for one in (entry.hours, entry.cost) if one)
    lines = (
        ("HelpTerms", terms),
        ("HelpFor", entry.for_whom),
        ("HelpWords", entry.what),
        ("HelpNext", entry.next),
    )
    return [
        paragraph("HelpName", *name),
        *reach,
        *(paragraph(style, *runs(text)) for style, text in lines if text),
    ]


def _fits(name: str, way: str, setting: Setting) -> bool:
    """Whether both stand on one line; on a strip, the place at its right edge is another."""
    room = setting.width - GAP if setting.width >= setting.page.text_w else 0.0
    return setting.length(name, "HelpName") + setting.length(way, "HelpPhone") <= room


def _on_card(entry: HelpEntry, setting: Setting) -> list[Element]:
    """The name and the number on one line, and the way without ringing after or under it."""
    ways = " · ".join(way for way in (entry.text, entry.chat, entry.address) if way)
    name = runs(entry.name)
    if entry.phone:
        made = [paragraph("CardHelp", *name, tab(), *runs(entry.phone, "CardNumber"))]
        return [*made, paragraph("CardText", *runs(ways))] if ways else made
    if ways and setting.length(f"{entry.name}  {ways}", "CardText", bold=True) <= setting.width:
        return [paragraph("CardText", *runs(f"{entry.name}  ", "Strong"), *runs(ways))]
    return [paragraph("CardHelp", *name), *([paragraph("CardText", *runs(ways))] if ways else [])]
