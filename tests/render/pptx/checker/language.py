"""The language of words: on every run, on every empty line, and on what new words would take after."""

from collections.abc import Iterator

from lxml import etree

from tests.render.pptx.checker.opened import DRAWING, Deck, words_of

WORDS = ("r", "fld", "br")
DEFAULTS = ("defaultTextStyle", "titleStyle", "bodyStyle", "otherStyle", "notesStyle")
Found = Iterator[tuple[str, str]]


def language(deck: Deck) -> Found:
    """Each fault with the place where it is: a slide, its notes, a master or a layout."""
    if not deck.language:
        yield "core properties", "name no language"
    for slide in deck.slides:
        yield from _words(f"slide {slide.number}", slide.root, deck.language)
        if slide.notes is not None:
            yield from _words(f"notes of slide {slide.number}", slide.notes, deck.language)
    for name, root in deck.bones:
        yield from _words(name, root, deck.language)
        for style in root.iter(*(f"{{*}}{tag}" for tag in DEFAULTS)):
            for properties in style.iter("{*}defRPr"):
                if properties.get("lang") != deck.language:
                    level = etree.QName(properties.getparent()).localname
                    yield name, f"{etree.QName(style).localname}, {level}: {properties.get('lang')}"


def _words(place: str, root: etree._Element, wanted: str) -> Found:
    for para in root.iter(DRAWING + "p"):
        runs = [part for part in para if etree.QName(part).localname in WORDS]
        end = para.find("{*}endParaRPr")
        about = [run.find("{*}rPr") for run in runs] + ([end] if end is not None or not runs else [])
        for properties in about:
            said = None if properties is None else properties.get("lang")
            if said != wanted:
                yield place, f"“{words_of(para)[:30]}” is in {said}"
