"""A document of pages: one headed stretch after another, beside the path."""

from dataclasses import replace

from builder.document import Document, Section, heading_levels
from builder.layout.placed import PlacedDeck
from builder.render.html.blocks import blocks
from builder.render.html.markup import NOTHING, Html, element, esc, joined
from builder.render.html.notes import notes
from builder.render.html.page import Entry, page
from builder.render.html.setting import DEEPEST, Setting
from builder.theme import Theme

FIRST = 2
"""The level of a chapter's heading: the document's title is the first."""
LISTED = 2
MANY = 6
"""A document of more sections has a list of contents, of sections down to this level."""


def pages(document: Document, theme: Theme, deck: PlacedDeck) -> Html:
    levels = [level and min(level + 1, DEEPEST) for level in heading_levels(document.sections)]
    setting = Setting(theme, document, deck)
    made, entries, inner = [], [], FIRST
    for number, (section, level) in enumerate(zip(document.sections, levels, strict=True), 1):
        own = replace(setting, key=f"s{number}", level=level or inner, label=section.label)
        made.append(_section(section, own, headed=level > 0))
        if level and section.level <= LISTED:
            entries.append(Entry(section.heading, f"s{number}", level))
        inner = min(level + 1, DEEPEST) if level else inner
    subtitle = document.subtitle.strip()
    head = joined(
        (
            element("h1", esc(document.title)),
            element("p", esc(subtitle), class_="subtitle") if subtitle else NOTHING,
        )
    )
    listed = entries if len(document.sections) > MANY else []
    return page(document, theme, head, listed, joined(made))


def _section(section: Section, setting: Setting, *, headed: bool) -> Html:
    heading = NOTHING
    inside = setting
    if headed:
        name = f"{setting.key}-h"
        heading = element(f"h{setting.level}", esc(section.heading), id=name)
        inside = setting.under(section.heading, name)
    if section.label.strip():
        label = element("p", esc(section.label), class_="kicker")
        heading = element("hgroup", label, heading) if headed else label
    look = f"rank-{min(max(section.level, 1), 3)}" if headed else ""
    return element(
        "section",
        heading,
        blocks(section.blocks, inside),
        notes(section, inside),
        id=setting.key,
        class_=f"{look} {'new-page' if section.new_page else ''}".strip(),
    )
