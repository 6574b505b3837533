"""A deck to scroll through: a card a slide, on the ground and with the pictures that it has on the wall."""

from collections.abc import Sequence
from typing import TypeGuard

from builder.document import Block, Document, Figure, Section
from builder.layout.drawings import drawing_names
from builder.layout.placed import Box, Group, Outline, Picture, PlacedDeck, PlacedSlide, Shape
from builder.render.html.blocks import blocks
from builder.render.html.figures import figure
from builder.render.html.markup import NOTHING, Html, element, esc, joined
from builder.render.html.notes import notes
from builder.render.html.page import Entry, page
from builder.render.html.setting import Setting
from builder.render.html.svg import house_drawing, picture
from builder.theme import Theme

MANY = 6
PATH = ("Path to come", "Path so far", "Where we are")
FOOT = (470.0, 36.0)
"""From where down, and how high, a strip of the slide holds the path; points on a slide."""
LANDSCAPES = ("title", "calm_ending")


def slides(document: Document, theme: Theme, deck: PlacedDeck) -> Html:
    made, entries = [], []
    for number, section in enumerate(document.sections, 1):
        first = number == 1 and section.heading.strip() == document.title.strip()
        setting = Setting(theme, document, deck, key=f"s{number}", level=1 if first else 2, on_slide=True)
        parts = [slide for slide in deck.slides if slide.section == section.id]
        made.append(_slide(section, parts, setting))
        entries.append(Entry(section.heading.strip() or setting.named(""), f"s{number}", 2, _numbers(parts)))
    titled = document.sections and document.sections[0].heading.strip() == document.title.strip()
    head = NOTHING if titled else element("h1", esc(document.title))
    return page(document, theme, head, entries if len(entries) > MANY else [], joined(made))


def _numbers(parts: Sequence[PlacedSlide]) -> str:
    """“4”, or “10–11” for a section that takes more than one slide on the wall."""
    numbers = [str(part.number) for part in parts]
    return "–".join(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else ""


def _slide(section: Section, parts: Sequence[PlacedSlide], setting: Setting) -> Html:
    heading, inside = _heading(section, setting)
    scene = _scene(section, parts, setting) if section.layout in LANDSCAPES else NOTHING
    shown = tuple(b for b in section.blocks if not _is_its_own(b)) if scene else section.blocks
    body = scene and joined((element("div", blocks(shown, inside), class_="body"), scene))
    ground = parts[0].ground if parts else "paper"
    face = element(
        "div",
        heading,
        body or _across(shown, parts, inside),
        NOTHING if scene else _foot(section, parts, setting),
        class_=f"face on-{ground} layout-{section.layout}{' has-scene' if scene else ''}",
    )
    named = section.heading.strip()
    return element(
        "section",
        face,
        notes(section, inside),
        class_="slide",
        id=setting.key,
        aria_labelledby=f"{setting.key}-h" if named else "",
        aria_label="" if named else setting.named(""),
    )


def _heading(section: Section, setting: Setting) -> tuple[Html, Setting]:
    label = element("p", esc(section.label), class_="kicker") if section.label.strip() else NOTHING
    if not section.heading.strip():
        return label, setting
    name = f"{setting.key}-h"
    heading = element(f"h{setting.level}", esc(section.heading), id=name)
    return element("hgroup", label, heading) if label else heading, setting.under(section.heading, name)


def _across(shown: Sequence[Block], parts: Sequence[PlacedSlide], setting: Setting) -> Html:
    """The words, and a picture beside them: the slide's own, or the one that the wall shows there."""
    own = next((block for block in shown if _is_its_own(block)), None)
    first = bool(shown) and shown[0] is own
    if own is None:
        beside, door = _decoration(parts, setting)
    else:
        beside, door = figure(own, setting.at("figure")), _doorway(parts)
    words = blocks((block for block in shown if block is not own), setting)
    standing = NOTHING
    if beside:
        look = "standing arch" if door else "standing"
        standing = element("div", beside, class_=look, style=f"--arch:var(--{door})" if door else "")
    body = element("div", words, class_="body")
    return element("div", *((standing, body) if first else (body, standing)), class_="across")


def _is_its_own(block: Block) -> TypeGuard[Figure]:
    """Whether it is the slide's picture; a logo stands among the words."""
    return isinstance(block, Figure) and block.use != "logo"


def _decoration(parts: Sequence[PlacedSlide], setting: Setting) -> tuple[Html, str]:
    """The first drawing that the wall shows for its own sake, and its doorway's colour role."""
    for part in parts:
        for shape in part.shapes:
            if isinstance(shape, Group) and not shape.alt and shape.name in drawing_names():
                return house_drawing(shape.name, setting.theme), _doorway([part])
    return NOTHING, ""


def _doorway(parts: Sequence[PlacedSlide]) -> str:
    """The colour role of the doorway that a picture stands in; empty if there is none."""
    shapes = (shape for part in parts for shape in part.shapes)
    return next((s.fill for s in shapes if isinstance(s, Outline) and s.name == "Doorway"), "")


def _scene(section: Section, parts: Sequence[PlacedSlide], setting: Setting) -> Html:
    """The landscape that an opening or an ending stands in, as on the wall; empty if there is none."""
    own = [block for block in section.blocks if _is_its_own(block)]
    if len(parts) != 1 or any(not isinstance(block.source, str) for block in own):
        return NOTHING
    # What is left of pictures is a logo, and that stands among the words.
    shapes = [
        shape
        for shape in parts[0].shapes
        if not (isinstance(shape, Box) and shape.text) and not isinstance(shape, Picture)
    ]
    deck = setting.deck
    alt = " ".join(block.alt.strip() for block in own).strip()
    drawn = picture(shapes, (0, 0, deck.width_pt, deck.height_pt), setting.theme, alt)
    return element("div", drawn, class_="scene")


def _foot(section: Section, parts: Sequence[PlacedSlide], setting: Setting) -> Html:
    """The path and how far along it this slide is; a poster is one of one and has no number."""
    shapes: list[Shape] = [shape for part in parts[:1] for shape in part.shapes if shape.name in PATH]
    line = picture(shapes, (0, FOOT[0], setting.deck.width_pt, FOOT[1]), setting.theme) if shapes else NOTHING
    number = NOTHING if section.layout == "poster" else esc(_numbers(parts))
    return element("div", line, element("p", number) if number else NOTHING, class_="foot")
