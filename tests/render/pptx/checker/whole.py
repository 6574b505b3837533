"""Rules about the whole file: titles, sections, size, properties, and that everybody may open it."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.render.pptx.checker.opened import TITLES, Deck, Slide

DEFAULT_SECTION = re.compile(r"|(?:(?:default|untitled|summary) )?section(?: \d+)?", re.IGNORECASE)
DEFAULT_TITLE = re.compile(r"|(?:powerpoint )?presentation ?\d*|slide ?1|.*\.pptx?", re.IGNORECASE)
MOVING = ("timing", "transition")
Found = Iterator[tuple[str, str]]


def titles(deck: Deck) -> Found:
    shown = {slide.number: title_of(slide) for slide in deck.slides}
    seen = Counter(title.casefold() for title in shown.values())
    for number, title in shown.items():
        if not title:
            yield f"slide {number}", "has no title"
        elif seen[title.casefold()] > 1:
            yield f"slide {number}", f"has the title of another slide: “{title}”"


def title_of(slide: Slide) -> str:
    return next((shape.text for shape in slide.shapes if shape.place in TITLES), "")


def sections(deck: Deck) -> Found:
    """PowerPoint's sections: named, each differently, and every slide in one."""
    listed = list(deck.root.iter("{*}section"))
    named = [section.get("name", "").strip() for section in listed]
    seen = Counter(name.casefold() for name in named)
    if not listed:
        yield "presentation", "has no sections"
    for name in named:
        if DEFAULT_SECTION.fullmatch(name):
            yield "presentation", f"has a section without a name of its own: “{name}”"
        elif seen[name.casefold()] > 1:
            yield "presentation", f"has two sections with one name: “{name}”"
    slides = [slide.get("id") for slide in deck.root.findall("{*}sldIdLst/{*}sldId")]
    held = [slide.get("id") for section in listed for slide in section.iter("{*}sldId")]
    if listed and slides != held:
        yield "presentation", "has slides in no section, in two, or out of order"


def properties(deck: Deck) -> Found:
    size = deck.root.find("{*}sldSz")
    if size is None or not int(size.get("cx", "0")) or not int(size.get("cy", "0")):
        yield "presentation", "has no size of slides"
    if DEFAULT_TITLE.fullmatch(deck.title.strip()):
        yield "core properties", "have no title of their own"
    if deck.root.find("{*}modifyVerifier") is not None:
        yield "presentation", "is locked against changes"


def notes(deck: Deck) -> Found:
    for slide in deck.slides:
        if slide.notes is None:
            yield f"slide {slide.number}", "has no notes"


def moving(deck: Deck) -> Found:
    roots = [(f"slide {slide.number}", slide.root) for slide in deck.slides]
    for place, root in (*roots, *deck.bones):
        for found in root.iter(*(f"{{*}}{tag}" for tag in MOVING)):
            yield place, f"moves by itself: {found.tag.rpartition('}')[2]}"
