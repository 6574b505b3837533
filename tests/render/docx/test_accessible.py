"""Word files for those who can't see them: no finding in any, and every planted fault is found."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from builder.build import plan, theme_for
from builder.checks import Rules, check
from builder.content.library import Library
from builder.document import Figure, NumberedList, Table, TickList, rich
from builder.render.docx import draw
from builder.theme import Theme, load_theme, variants
from tests.conftest import DATE, LESSONS
from tests.render.docx.gate import DC, DECORATIVE, WP, element, faults
from tests.render.docx.reading import W, style_of
from tests.render.docx.samples import EVERY_KIND, PICTURE, deck_of, document, section

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@pytest.fixture(scope="module")
def whole(theme: Theme) -> bytes:
    """Every kind of block under headings of three levels, pictures with words and without among them."""
    more = (
        Figure(PICTURE, "A dot"),
        Figure("hands", ""),
        Table(("One", "Two"), ((rich("a"), rich("b")),), (1, 1)),
        TickList((rich("Tick this"),)),
        NumberedList((rich("First"),)),
    )
    parts = (section("One", *EVERY_KIND), section("Two", *more, level=2), section("Three", *more, level=3))
    return draw(document(*parts), theme, deck_of(theme, "First", "Second"))


def spoiled(data: bytes, part: str, spoil: Callable[[Any], object]) -> bytes:
    """The file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            if name == part:
                tree = etree.fromstring(held)
                spoil(tree)
                held = etree.tostring(tree)
            new.writestr(name, held)
    return out.getvalue()


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_finding_in_any_lesson(lesson: str, library: Library, rules: Rules) -> None:
    checked, said = check(library, lesson, rules)
    assert checked is not None, said
    theme = theme_for(checked.lesson.model)
    planned, decks, _ = plan(checked, theme, DATE)
    pages = [document for _, document in planned if document.medium == "pages"]

    assert len(pages) > 2
    found = {document.name: faults(draw(document, theme, decks["slides"])) for document in pages}
    assert {name: told for name, told in found.items() if told} == {}


def test_no_finding_in_any_kind_of_block(whole: bytes) -> None:
    assert faults(whole) == []


@pytest.mark.parametrize("name", [*variants(), "young"])
def test_no_finding_in_any_look(name: str) -> None:
    theme = load_theme("young") if name == "young" else load_theme("house", name)
    made = draw(document(section("One", *EVERY_KIND)), theme, deck_of(theme, "First", "Second"))

    assert faults(made) == []


def first(tree: Any, name: str) -> Any:
    return next(tree.iter(name))


def removed(tree: Any, name: str) -> None:
    for found in list(tree.iter(name)):
        found.getparent().remove(found)


def headed(tree: Any, style: str) -> Any:
    """What names the style of the first paragraph of `style`."""
    return next(p.find(f"{W}pPr/{W}pStyle") for p in tree.iter(f"{W}p") if style_of(p) == style)


def said(tree: Any, name: str, attribute: str, words: str) -> None:
    for found in tree.iter(name):
        found.set(attribute, words)


def silenced(tree: Any, style: str) -> None:
    """Take the words from the first paragraph of `style`."""
    removed(headed(tree, style).getparent().getparent(), f"{W}r")


def floating(tree: Any) -> None:
    first(tree, f"{WP}inline").tag = f"{WP}anchor"


def merged(tree: Any) -> None:
    first(tree, f"{W}tcPr").append(element("gridSpan", val="2"))


def pale(tree: Any) -> None:
    style = next(one for one in tree.iter(f"{W}style") if one.find(f"{W}rPr/{W}color") is not None)
    style.find(f"{W}rPr/{W}color").set(f"{W}val", "C8C8C8")


def link_says(tree: Any, words: str) -> None:
    for text in first(tree, f"{W}hyperlink").iter(f"{W}t"):
        text.text = words


FAULTS: dict[str, tuple[str, str, Callable[[Any], object]]] = {
    "no title": ("title", "docProps/core.xml", lambda t: removed(t, f"{DC}title")),
    "no language": ("language", STYLES, lambda t: removed(t, f"{W}lang")),
    "locked": ("protection", "word/settings.xml", lambda t: t.append(element("documentProtection"))),
    "a title that is none": ("headings", DOCUMENT, lambda t: headed(t, "Title").set(f"{W}val", "Subtitle")),
    "a level left out": ("headings", DOCUMENT, lambda t: headed(t, "Heading2").set(f"{W}val", "Heading3")),
    "a picture without words": ("description", DOCUMENT, lambda t: said(t, f"{WP}docPr", "descr", "")),
    "neither words nor decoration": ("description", DOCUMENT, lambda t: removed(t, DECORATIVE)),
    "a floating picture": (
        "floating",
        DOCUMENT,
        floating,
    ),
    "a table without a header": ("table", DOCUMENT, lambda t: removed(t, f"{W}tblHeader")),
    "merged cells": ("table", DOCUMENT, merged),
    "a cell too few": ("table", DOCUMENT, lambda t: first(t, f"{W}tr").remove(first(t, f"{W}tc"))),
    "a link that says nothing": ("link", DOCUMENT, lambda t: link_says(t, "click here")),
    "an empty link": ("link", DOCUMENT, lambda t: link_says(t, "")),
    "a text box": ("box", DOCUMENT, lambda t: first(t, f"{W}p").append(element("txbxContent"))),
    "a control without a name": ("control", DOCUMENT, lambda t: removed(t, f"{W}alias")),
    "a style that isn't there": ("style", DOCUMENT, lambda t: headed(t, "Heading1").set(f"{W}val", "Loud")),
    "space by empty lines": ("empty", DOCUMENT, lambda t: silenced(t, "ListBullet")),
    "pale words": ("contrast", STYLES, pale),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(whole: bytes, fault: str) -> None:
    rule, part, spoil = FAULTS[fault]

    found = faults(spoiled(whole, part, spoil))

    assert any(one.startswith(f"{rule}:") for one in found)
