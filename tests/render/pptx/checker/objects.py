"""Rules about the things on a slide: title, descriptions, tables, names, links, placeholders, media."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.render.pptx.checker.opened import TITLES, Shape, Slide, words_of

LONGEST_ALT = 250
FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|svg|webp|emf|wmf|tiff?|ya?ml)\b", re.IGNORECASE)
DEFAULT = re.compile(
    r"(?:title|subtitle|(?:(?:content|text|picture|slide number|footer|date|notes) )?placeholder|"
    r"rectangle|rounded rectangle|rectangle: rounded corners|oval|ellipse|circle|rect|round|path|stroke|"
    r"free ?form(?:: shape)?|text ?box|picture|image|graphic|group|shape|object|table|chart|diagram|"
    r"(?:straight |elbow |curved )?(?:arrow )?connector|line|arrow|google shape;.*)\s*\d+"
    r"|picture|image|shape|group|rectangle|text ?box|object",
    re.IGNORECASE,
)
EMPTY_LINKS = re.compile(
    r"(?:(?:click|press|tap|see|read|learn) )?(?:here|more|this|link|this link|this page)?"
    r"|(?:https?:|www\.).*",
    re.IGNORECASE,
)
FITS = ("noAutofit", "normAutofit", "spAutoFit")
MEDIA = ("videoFile", "audioFile", "media", "wavAudioFile", "quickTimeFile", "audioCd")
Found = Iterator[tuple[Shape, str]]


def descriptions(slide: Slide) -> Found:
    """What a screen reader says of a thing without words, or the flag that there is nothing to say."""
    for shape in slide.shapes:
        alt, spoken = shape.alt.strip(), bool(shape.text)
        if shape.decorative and alt:
            yield shape, "is marked as decorative and described too"
        if shape.decorative and words_of(shape.element):
            yield shape, "is marked as decorative although it holds words"
        silent = not (alt or spoken or shape.decorative or shape.place)
        if silent and not _covered(slide, shape):
            yield shape, "has no words, no description and no mark as decorative"
        if FILE.search(alt):
            yield shape, f"is described by a file's name: {alt}"
        if alt and alt.casefold() == shape.name.strip().casefold():
            yield shape, "is described by its own name"
        if len(alt) > LONGEST_ALT:
            yield shape, f"has a description of {len(alt)} signs"


def _covered(slide: Slide, shape: Shape) -> bool:
    """Whether a group that is described holds it: a screen reader stops at the group."""
    return any(
        group.kind == "grpSp" and group.alt and group.element in shape.element.iterancestors()
        for group in slide.shapes
        if shape.inside
    )


def tables(slide: Slide) -> Found:
    for shape in slide.shapes:
        for table in shape.element.iter("{*}tbl") if shape.kind == "graphicFrame" else ():
            properties = table.find("{*}tblPr")
            if properties is None or properties.get("firstRow") not in ("1", "true"):
                yield shape, "has no header row"
            for cell in table.iter("{*}tc"):
                if any(int(cell.get(name, "1")) > 1 for name in ("gridSpan", "rowSpan")) or any(
                    cell.get(name) in ("1", "true") for name in ("hMerge", "vMerge")
                ):
                    yield shape, "has merged or split cells"


def names(slide: Slide) -> Found:
    seen = Counter(shape.name for shape in slide.shapes)
    for shape in slide.shapes:
        if not shape.name.strip() or DEFAULT.fullmatch(shape.name.strip()):
            yield shape, "has a name that says nothing"
        if seen[shape.name] > 1:
            yield shape, "has the name of another shape"


def links(slide: Slide) -> Found:
    for shape in slide.shapes:
        own = shape.about.find("{*}hlinkClick")
        if own is not None and not (shape.alt or shape.text):
            yield shape, "links somewhere and doesn't say where"
        for properties in shape.element.findall("{*}txBody/{*}p/{*}r/{*}rPr"):
            link = properties.find("{*}hlinkClick")
            if link is None:
                continue
            words = properties.getparent().findtext("{*}t", "")  # type: ignore[union-attr]
            if EMPTY_LINKS.fullmatch(words.strip(" .…")):
                yield shape, f"has a link that doesn't say where it leads: “{words}”"
            if not any(slide.links.get(str(value)) for value in link.attrib.values()):
                yield shape, f"has a link that leads nowhere: “{words}”"


def placeholders(slide: Slide) -> Found:
    for shape in slide.shapes:
        if shape.kind == "sp" and shape.place and shape.place not in TITLES and not shape.text:
            yield shape, "is an empty placeholder"


def fitting(slide: Slide) -> Found:
    """Words that Office would shrink, or a box that it would let grow, as it draws them."""
    for shape in slide.shapes:
        said = [(element, _fit(element)) for element in (shape.element, *shape.bones) if _fit(element)]
        if shape.text and said and said[0][1] != "noAutofit":
            element, fit = said[0]
            yield shape, f"counts on {fit}" + " (from the layout)" * (element is not shape.element)


def _fit(element: etree._Element) -> str:
    names = (etree.QName(part).localname for part in element.findall("{*}txBody/{*}bodyPr/*"))
    return next((name for name in names if name in FITS), "")


def media(slide: Slide) -> Found:
    """Sound and films need captions."""
    for shape in slide.shapes:
        moving = any(True for _ in shape.element.iter(*(f"{{*}}{name}" for name in MEDIA)))
        captions = any(True for _ in shape.element.iter("{*}tracksInfo", "{*}trackLst"))
        if shape.kind == "pic" and moving and not captions:
            yield shape, "has sound or film without captions"
