"""What a teacher says to a slide: folded away below it, under the titles of what is in there."""

from dataclasses import replace

from builder.document import Callout, Section
from builder.render.html.blocks import blocks
from builder.render.html.markup import NOTHING, Html, element, esc
from builder.render.html.setting import Setting

LONGEST = 28
"""How many letters the title of a cue has at most; a longer one is a question or an answer."""


def notes(section: Section, setting: Setting) -> Html:
    """Without titles of their own, notes stand open: there is no word to fold them under."""
    if not section.notes:
        return NOTHING
    inner = element("div", blocks(section.notes, replace(setting.at("notes"), on_slide=False)))
    titles = [block.title.strip() for block in section.notes if isinstance(block, Callout)]
    titles = [title for title in dict.fromkeys(titles) if title]
    said = " · ".join([title for title in titles if len(title) <= LONGEST] or titles[:1])
    if not said:
        return element("div", inner, class_="notes", role="note", aria_label=setting.named(""))
    # Every slide's notes are called alike; who hears them one after another is told the slide too.
    whose = element("span", esc(f": {setting.named('')}"), class_="unseen")
    return element("details", element("summary", esc(said), whose), inner, class_="notes")
