"""What a run looks like in the end: from itself, its shape, its layout, its master, or the whole deck."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tests.render.pptx.checker.opened import FEET, TITLES, Deck, Shape, Slide
from tests.render.pptx.checker.scheme import colour_in

LINK_COLOUR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
"""The extension by which a link keeps the colour of its run."""


class Run(NamedTuple):
    """A stretch of words: how large, in which colours, and whether `own` (set on the slide itself)."""

    text: str
    size_pt: float
    bold: bool
    colour: str
    highlight: str
    own: bool


def runs(deck: Deck, slide: Slide, shape: Shape) -> Iterator[Run]:
    """The words of a shape, blank ones left out."""
    for para in shape.element.findall("{*}txBody/{*}p"):
        properties = para.find("{*}pPr")
        level = 1 + int(properties.get("lvl", "0")) if properties is not None else 1
        for run in para:
            text = run.findtext("{*}t") or ""
            if text.strip():
                yield _run(text, list(_chain(deck, slide, shape, run, level)), slide)


def _chain(
    deck: Deck, slide: Slide, shape: Shape, run: etree._Element, level: int
) -> Iterator[etree._Element | None]:
    """Where a property may be said, nearest first; the first two are the slide's own."""
    default = f"{{*}}lvl{level}pPr/{{*}}defRPr"
    yield run.find("{*}rPr")
    for holder in (shape.element, *shape.bones):
        yield holder.find(f"{{*}}txBody/{{*}}lstStyle/{default}")
    if shape.place:
        style = "titleStyle" if shape.place in TITLES else "bodyStyle"
        style = "otherStyle" if shape.place in FEET else style
        yield slide.master.find(f"{{*}}txStyles/{{*}}{style}/{default}")
    yield deck.root.find(f"{{*}}defaultTextStyle/{default}")


def _run(text: str, chain: list[etree._Element | None], slide: Slide) -> Run:
    said = [(place, properties) for place, properties in enumerate(chain) if properties is not None]
    size = next((p.get("sz", "") for _, p in said if p.get("sz")), "1800")
    bold = next((p.get("b", "") for _, p in said if p.get("b")), "0")
    filled = ((place, fill) for place, p in said for fill in p if _fills(fill))
    place, fill = next(filled, (len(chain), None))
    colour = slide.colours.get("tx1", "") if fill is None else ""
    if fill is not None and fill.tag.endswith("}solidFill"):
        colour = colour_in(fill, slide.colours)
    own = chain[0]
    if own is not None and own.find("{*}hlinkClick") is not None and not _keeps_its_colour(own):
        colour, place = slide.colours["hlink"], 0
    light = own.find("{*}highlight") if own is not None else None
    marked = colour_in(light, slide.colours) if light is not None else ""
    return Run(text, int(size) / 100, bold in ("1", "true"), colour, marked, place < 2)


def _fills(element: etree._Element) -> bool:
    return etree.QName(element).localname in (
        "solidFill",
        "gradFill",
        "noFill",
        "pattFill",
        "blipFill",
        "grpFill",
    )


def _keeps_its_colour(properties: etree._Element) -> bool:
    found = properties.find(f"{{*}}hlinkClick/{{*}}extLst/{{*}}ext[@uri='{LINK_COLOUR}']/{{*}}hlinkClr")
    return found is not None and found.get("val") == "tx"
