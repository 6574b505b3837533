"""Slides by number and name, and the minutes they take: a Word file shows no small pictures of them."""

from builder.document import Minutes, SlideReference
from builder.render.docx.inlines import kept_together, paragraph, runs
from builder.render.docx.setting import Setting
from builder.render.docx.writing import lines
from builder.render.docx.xml import Element

LINES = {"page": 4, "with_lines": 6}
"""How many lines to write on stand under a slide's name."""


def reference(block: SlideReference, setting: Setting) -> list[Element]:
    """The label and the titles; nothing twice that the section's own label and heading have just said."""
    beside = block.size == "beside"
    label = block.label if beside or block.label != setting.label else ""
    said = ": ".join(part for part in (label, " · ".join(_titles(block, setting))) if part)
    named = [paragraph("SlideLabel" if beside else "SlideTitle", *runs(said))] if said else []
    return named if beside else kept_together([*named, *lines(LINES[block.size])])


def _titles(block: SlideReference, setting: Setting) -> list[str]:
    """The slides' titles, each once, without those that are the heading's own words."""
    known = {slide.number: slide.title for slide in setting.deck.slides}
    titles = dict.fromkeys(known[number] for number in block.numbers if number in known)
    heading = setting.heading.strip()
    return [title for title in titles if not heading or not _says(heading, title)]


def _says(heading: str, title: str) -> bool:
    """Whether the title is the heading, or a part of it that layout has numbered: “Title (1 of 2)”."""
    return title == heading or (title.startswith(f"{heading} (") and title.endswith(")"))


def minutes(block: Minutes) -> list[Element]:
    # "min" is the same in every language that the labels may be in.
    time = runs(f"{block.minutes} min", "Strong")
    return [paragraph("Minutes", *time, *(runs(f" · {block.label}") if block.label else ()))]
