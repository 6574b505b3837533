"""Every word comes through, in order, and is a word: nothing that an author writes is markup."""

import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from builder import document as d
from builder.layout.grid import ON
from builder.render.html import draw
from builder.theme import Theme
from tests.render.html.conftest import Drawn
from tests.render.html.every import EVERY, deck_of, document, for_pupils, poisoned, section, told
from tests.render.html.seen import in_order, parsed, squeezed, style_of, text_of

EVIL = "</style><script>alert(1)</script><img src=x onerror=\"alert('1')\"> & \x00\x1b\u202e ' \" ]]> {n} \\"
KEPT = "</style><script>alert(1)</script><img src=x onerror=\"alert('1')\"> & \u202e ' \" ]]> {n} \\"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "hgroup"}


def pages(edition: str = "teacher") -> d.Document:
    blocks = for_pupils() if edition == "pupil" else EVERY
    notes = () if edition == "pupil" else EVERY
    return document(
        section("a", "A heading of ours", *blocks, label="A kicker", notes=notes), edition=edition
    )


def deck() -> d.Document:
    layouts = (*get_args(d.SlideLayout), "page")
    sections = (
        section(f"s{n}", f"Heading {n}", *EVERY, layout=layout, notes=EVERY)
        for n, layout in enumerate(layouts)
    )
    return document(*sections, medium="slides")


def test_the_sample_holds_every_kind_of_block() -> None:
    assert {type(block) for block in EVERY} == set(get_args(d.Block))


def test_every_word_of_a_page_in_order(theme: Theme) -> None:
    made = pages()
    shown = deck_of(made, theme)

    assert in_order(text_of(parsed(draw(made, theme, shown))), list(told(made, shown))) == ""


def test_every_word_of_every_kind_of_slide_in_order(theme: Theme) -> None:
    made = deck()
    shown = deck_of(made, theme, tuple(ON))

    assert in_order(text_of(parsed(draw(made, theme, shown))), list(told(made, shown))) == ""


def test_every_word_of_the_lesson_in_order(drawn: dict[str, Drawn]) -> None:
    lost = {
        name: in_order(text_of(parsed(data)), list(told(made, shown)))
        for name, (made, shown, data) in drawn.items()
    }

    assert {name: part for name, part in lost.items() if part} == {}


def test_order_is_what_is_tested() -> None:
    assert in_order("one two three", ["one", "three"]) == ""
    assert in_order("one two three", ["three", "one"]) == "one"
    assert in_order("one two three", ["four"]) == "four"


def test_what_is_told_of_the_document_itself(theme: Theme) -> None:
    made = pages()
    tree = parsed(draw(made, theme, deck_of(made, theme)))
    named = {node.get("name"): node.get("content") for node in tree.iter("meta")}

    assert tree.get("lang") == "en-GB"
    assert tree.findtext(".//title") == "A title of ours · Sample · Ages 11 to 14"
    assert named["description"] == "A subtitle of ours"
    assert named["dcterms.date"] == "2026-09-01"
    assert "DRAFT: staff to check" in text_of(tree)
    assert "Running words" in text_of(tree)


def test_a_final_document_has_no_banner(theme: Theme) -> None:
    made = replace(pages(), furniture=d.Furniture("Running words", "", ""))

    assert not parsed(draw(made, theme, deck_of(made, theme))).find_class("draft")


@pytest.mark.parametrize("made", [pages(), pages("pupil"), deck()], ids=["pages", "pupil", "slides"])
def test_hostile_words_stay_words(theme: Theme, made: d.Document) -> None:
    evil = poisoned(made, EVIL)
    shown = deck_of(evil, theme)
    shown = replace(shown, slides=tuple(replace(slide, title=EVIL) for slide in shown.slides))
    data = draw(evil, theme, shown)
    tree = parsed(data)

    assert tags_of(tree) <= tags_of(parsed(draw(made, theme, deck_of(made, theme)))) | HEADINGS
    assert len(list(tree.iter("style"))) == 1
    assert "<" not in style_of(tree)
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert in_order(text_of(tree), [KEPT] * 20) == ""
    assert tree.findtext(".//title") == squeezed(KEPT)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)


def tags_of(tree: Any) -> set[str]:
    return {str(node.tag) for node in tree.iter()}


@pytest.mark.parametrize(
    ("address", "goal"),
    [
        ("javascript:alert(1)", "https://javascript:alert(1)"),
        ("data:text/html,x", "https://data:text/html,x"),
        ("//elsewhere.example.org", "https:////elsewhere.example.org"),
        ("example.org/a b", "https://example.org/a%20b"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_goes_to_the_web_or_nowhere(theme: Theme, address: str, goal: str) -> None:
    made = document(section("a", "A", d.Paragraph((d.Link("some words", address),))))
    tree = parsed(draw(made, theme, deck_of(made, theme)))

    assert [node.get("href") for node in tree.iter("a") if node.text == "some words"] == [goal]


def test_a_link_to_nowhere_is_only_words(theme: Theme) -> None:
    made = document(section("a", "A", d.Paragraph((d.Link("words alone", " "), d.Link("", "example.org/x")))))
    tree = parsed(draw(made, theme, deck_of(made, theme)))
    links = {node.text: node.get("href") for node in tree.iter("a")}

    assert "words alone" not in links
    assert "words alone" in text_of(tree)
    assert links["example.org/x"] == "https://example.org/x"


def test_numbers_ring_and_addresses_open(theme: Theme) -> None:
    made = pages()
    tree = parsed(draw(made, theme, deck_of(made, theme)))
    links = {node.text: node.get("href") for node in tree.iter("a")}

    assert links["999"] == "tel:999"
    assert links["0800 1111"] == "tel:08001111"
    assert links["quietline.example.org"] == "https://quietline.example.org"
    assert links["quietline.example.org/help"] == "https://quietline.example.org/help"
    assert "(ask in the office)" in text_of(tree)
    assert "(ask in the office)" not in links


def test_the_same_bytes_twice(theme: Theme) -> None:
    from builder.render.html import faces

    made = deck()
    once = draw(made, theme, deck_of(made, theme))
    faces._data.cache_clear()

    assert draw(made, theme, deck_of(made, theme)) == once
