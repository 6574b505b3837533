"""What a page is made of: headings, landmarks, names, ids, and nothing that comes from elsewhere."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from builder import document as d
from builder.layout.grid import ON
from builder.render.html import draw
from builder.render.html.faces import woff
from builder.theme import Theme, font_file, load_theme, themes, variants
from builder.theme.contrast import contrast
from tests.render.html.conftest import Drawn
from tests.render.html.every import EVERY, deck_of, document, section
from tests.render.html.seen import CSP, parsed, style_of, text_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NEVER = {"script", "link", "iframe", "object", "embed", "form", "base", "video", "audio", "source", "picture"}


@pytest.fixture(scope="module")
def trees(drawn: dict[str, Drawn], theme: Theme) -> dict[str, Any]:
    """Every document of the lesson, and one with every kind of block."""
    made = document(section("a", "One", *EVERY, notes=EVERY), section("b", "Two", *EVERY, level=2))
    pages = {name: one.data for name, one in drawn.items()}
    pages["every block"] = draw(made, theme, deck_of(made, theme))
    return {name: parsed(data) for name, data in pages.items()}


def test_headings_leave_no_level_out(trees: dict[str, Any]) -> None:
    for name, tree in trees.items():
        levels = [int(node.tag[1]) for node in tree.iter() if node.tag in HEADINGS]

        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_landmarks(trees: dict[str, Any]) -> None:
    for tree in trees.values():
        for name in ("main", "footer"):
            assert len(list(tree.iter(name))) == 1
        skip = next(tree.body.iter("a"))

        assert skip.get("href") == "#content"
        assert tree.get_element_by_id("content").tag == "main"
        assert all(node.get("aria-label") for node in tree.iter("nav"))


def test_ids_stand_once_and_every_reference_finds_one(trees: dict[str, Any]) -> None:
    for tree in trees.values():
        ids = [node.get("id") for node in tree.iter() if node.get("id")]
        named = [node.get(key) for node in tree.iter() for key in ("aria-labelledby", "for") if node.get(key)]
        goals = [node.get("href")[1:] for node in tree.iter("a") if node.get("href").startswith("#")]

        assert len(ids) == len(set(ids))
        assert set(named) | set(goals) <= set(ids)


def test_every_field_has_a_name_of_its_own(trees: dict[str, Any]) -> None:
    for tree in trees.values():
        labels = {node.get("for"): node.text_content().strip() for node in tree.iter("label")}
        fields = list(tree.iter("input", "textarea"))
        names = [node.get("aria-label") or labels.get(node.get("id"), "") for node in fields]

        assert all(name.strip() for name in names)
        assert all(node.get("autocomplete") == "off" for node in fields)


def test_every_picture_is_described_or_hidden(trees: dict[str, Any]) -> None:
    for tree in trees.values():
        assert all(node.get("alt") is not None for node in tree.iter("img"))
        for node in tree.iter("svg"):
            described = node.get("role") == "img" and node.get("aria-label")
            assert bool(described) != (node.get("aria-hidden") == "true")


def test_nothing_comes_from_elsewhere_and_nothing_runs(trees: dict[str, Any]) -> None:
    for tree in trees.values():
        sources = [node.get("src") for node in tree.iter() if node.get("src")]
        urls = re.findall(r"url\(([^)]{0,12})", style_of(tree))

        assert not NEVER & {str(node.tag) for node in tree.iter()}
        assert all(source.startswith("data:image/png;base64,") for source in sources)
        assert {url[:11] for url in urls} == {"data:font/w"}
        assert "@import" not in style_of(tree)
        assert not [
            k for node in tree.iter() for k in node.attrib if k.startswith("on") or k in ("srcset", "action")
        ]
        policy = [node.get("content") for node in tree.iter("meta") if node.get("http-equiv")]
        assert len(policy) == 1
        assert policy[0].startswith(CSP)


def test_links_say_where_they_go(trees: dict[str, Any]) -> None:
    for tree in trees.values():
        goals = [(node.text_content().strip(), node.get("href")) for node in tree.iter("a")]

        assert all(text for text, _ in goals)
        assert all(re.match(r"(https?|tel|mailto):|#", goal) for _, goal in goals)


def test_the_alt_texts_of_the_document(theme: Theme) -> None:
    made = document(section("a", "One", *EVERY))
    tree = parsed(draw(made, theme, deck_of(made, theme)))

    assert [node.get("alt") for node in tree.iter("img")] == ["A photograph of a door.", ""]
    drawings = [node.get("aria-label") for node in tree.find_class("drawing")]
    assert drawings == ["A lamp on a table.", None]


def test_fields_are_named_by_what_is_asked(theme: Theme) -> None:
    made = document(section("a", "One", *EVERY))
    tree = parsed(draw(made, theme, deck_of(made, theme)))
    boxes = [node.get("aria-label") for node in tree.iter("input") if node.get("type") == "checkbox"]
    written = [node.get("aria-label") for node in tree.iter("textarea")]
    gaps = [node.get("aria-label") for node in tree.find_class("gap")]

    assert {"Tell an adult: Helps", "Stop replying: Waits"} <= set(boxes)
    assert {"Tell an adult: Why is that", "Stop replying: Why is that"} <= set(written)
    assert gaps == ["I can tell …", "I can tell … or perhaps …"]


def test_a_document_of_many_sections_has_contents(drawn: dict[str, Drawn], theme: Theme) -> None:
    notes = parsed(drawn["teacher-notes"].data)
    linked = [node.text_content() for node in notes.find(".//nav").iter("a")]
    few = document(*(section(f"s{n}", f"Part {n}") for n in range(6)))

    assert {"At a glance", "If somebody tells you"} <= set(linked)
    assert not list(parsed(drawn["if-it-happens"].data).iter("nav"))
    assert not list(parsed(draw(few, theme, deck_of(few, theme))).iter("nav"))


def test_slides_stand_on_their_grounds_with_their_numbers(drawn: dict[str, Drawn]) -> None:
    made, deck, data = drawn["slides"]
    faces = parsed(data).find_class("face")
    parts = [[slide for slide in deck.slides if slide.section == one.id] for one in made.sections]

    assert len(faces) == len(made.sections)
    for face, slides, one in zip(faces, parts, made.sections, strict=True):
        assert f"on-{slides[0].ground}" in face.get("class")
        if one.layout not in ("title", "calm_ending"):
            numbers = str(slides[0].number) if len(slides) == 1 else f"{slides[0].number}–{slides[-1].number}"
            assert face.find_class("foot")[0].text_content().strip() == numbers


def test_a_slide_is_named_by_its_heading_and_its_notes_by_their_cues(drawn: dict[str, Drawn]) -> None:
    tree = parsed(drawn["slides"].data)
    named = tree.get_element_by_id("s6").get("aria-labelledby")
    summaries = [
        node.text_content() for node in tree.iter("summary") if node.getparent().get("class") == "notes"
    ]

    assert tree.get_element_by_id(named).text_content() == "How to spot it"
    assert "Say · Do · Support · Stretch: How to spot it" in summaries
    assert len(set(summaries)) == len(summaries)


def test_notes_without_cues_stand_open(theme: Theme) -> None:
    made = document(section("a", "One", notes=(d.Paragraph(d.rich("A plain note.")),)), medium="slides")
    notes = parsed(draw(made, theme, deck_of(made, theme))).find_class("notes")

    assert [node.tag for node in notes] == ["div"]
    assert notes[0].get("aria-label") == "One"


@pytest.mark.parametrize("name", ["slides-to-share", "handout", "if-it-happens", "friend-cards", "poster"])
def test_pupils_see_no_notes_and_no_answers(drawn: dict[str, Drawn], name: str) -> None:
    teacher, pupil = drawn["slides"], drawn[name]
    tree = parsed(pupil.data)
    shown = text_of(tree)
    quotes = {
        d.plain(block.content)
        for one in teacher.document.sections
        for block in d.walk(one.notes)
        if isinstance(block, d.Quote)
    }

    assert pupil.document.edition == "pupil"
    assert len(quotes) > 50
    assert not [quote for quote in quotes if quote in shown]
    assert not tree.find_class("notes")
    assert not [
        node
        for kind in ("say", "do", "answer", "never")
        for node in tree.find_class(kind)
        if node.tag == "div"
    ]


def test_equal_cards_are_marked_for_paper_alone(drawn: dict[str, Drawn]) -> None:
    cards = parsed(drawn["handout"].data).find_class("cards")

    assert [len(list(sheet)) for sheet in cards] == [4, 8]
    assert [len(sheet.find_class("again")) for sheet in cards] == [3, 7]


@pytest.mark.parametrize("name", ["Lexend-SemiBold", "AtkinsonHyperlegible-Regular"])
def test_faces_are_packed_whole(name: str) -> None:
    plain = font_file(name).read_bytes()
    packed = woff(plain)
    before, after = TTFont(BytesIO(plain)), TTFont(BytesIO(packed))

    assert len(packed) < 0.6 * len(plain)
    assert after.flavor == "woff"
    assert sorted(before.keys()) == sorted(after.keys())
    tags = before.reader.keys()
    assert [before.getTableData(tag) for tag in tags] == [after.getTableData(tag) for tag in tags]


@pytest.mark.parametrize("name", [*themes(), *variants()])
def test_what_axe_cannot_see_through_can_be_read(name: str) -> None:
    """Words over a landscape, beside a drawn mark, or in a field with lines: axe leaves those to us."""
    theme = load_theme(name) if name in themes() else load_theme("house", name)
    colours = theme.colours
    pairs = [
        *((inks.title, ground) for ground, inks in ON.items()),
        *((inks.text, ground) for ground, inks in ON.items()),
        *((inks.label, ground) for ground, inks in ON.items()),
        *((inks.panel_ink, inks.panel) for inks in ON.values()),
        *(("ink", ground) for ground in ("paper", "white", "sky", "sand", "mint", "blush", "sun", "lilac")),
        *(("deep", ground) for ground in ("paper", "white", "sky", "sand")),
        ("coral", "blush"),
        ("coral", "white"),
        ("leaf", "mint"),
        ("plum", "white"),
        ("white", "deep"),
    ]

    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []
