"""Documents as plain text for people: every word, in order, in lines that fit."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder import document as d
from builder.build import plan
from builder.checks import Rules, check
from builder.content.library import Library
from builder.layout.grid import ON
from builder.render.plain import draw
from builder.render.plain.wrapping import LINE, WIDTH, named, wrapped
from builder.theme import Theme
from tests.conftest import DATE
from tests.render.html.every import EVERY, deck_of, document, poisoned, said, section, t
from tests.render.html.seen import in_order, squeezed
from tests.render.pdf.test_pages_odd import SECTIONS

JARGON = ("page]", "[say]", "lead:", "body:", "cut out (", "new page", "figure:", "wallet", "<", "&amp;")


def text_of(made: d.Document, theme: Theme) -> str:
    return draw(made, theme, deck_of(made, theme)).decode("utf-8-sig")


def lines(theme: Theme, *blocks: d.Block) -> list[str]:
    """The lines of the blocks alone."""
    made = document(section("a", "", *blocks), furniture=d.Furniture("", ""), subtitle="")
    return text_of(made, theme).split("\r\n")[3:-1]


def read(made: d.Document) -> Iterator[str]:
    """What is read of a document, without repeated cards and with stops taken off."""
    for one in made.sections:
        yield from (one.label, one.heading)
        for block in (*one.blocks, *one.notes):
            if isinstance(block, d.CutOutCards):
                block = replace(block, cards=tuple(dict.fromkeys(block.cards)))
            if not isinstance(block, d.Table | d.HelpPanel | d.Minutes | d.CutOutCards):
                yield from said(block, {}, section("none", ""))


def test_it_opens_everywhere(theme: Theme) -> None:
    data = draw(document(section("a", "One", *EVERY)), theme, deck_of(document(), theme))

    assert data.startswith(b"\xef\xbb\xbfA title of ours\r\n===============\r\nA subtitle of ours\r\n")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_every_word_in_order(theme: Theme) -> None:
    made = document(section("a", "A heading", *EVERY, label="A kicker", notes=EVERY))
    text = squeezed(text_of(made, theme).replace(">", " "))
    text = re.sub(r" \(https?://\S+\)", "", text)

    assert {type(block) for block in EVERY} == set(get_args(d.Block))
    assert in_order(text, list(read(made))) == ""


def test_every_word_of_what_is_set_otherwise(theme: Theme) -> None:
    told = " ".join(lines(theme, *EVERY))
    other = [b for b in EVERY if isinstance(b, d.Table | d.HelpPanel | d.Minutes | d.CutOutCards)]
    parts = [part for block in other for part in said(block, {}, section("none", "")) if part]

    assert len(parts) > 50
    assert [part for part in parts if part not in told] == []


@pytest.mark.parametrize("name", ["house", "young"])
def test_no_line_is_too_long_and_no_word_is_ours(theme: Theme, name: str) -> None:
    made = document(section("a", "One", *EVERY, notes=EVERY), section("b", "Two", *EVERY, level=2))
    text = text_of(made, theme)

    assert max(len(line) for line in text.split("\r\n")) <= WIDTH
    assert not [word for word in JARGON if word in text]


def test_headings_are_underlined_by_level(theme: Theme) -> None:
    made = document(section("a", "One"), section("b", "Two", level=2), section("c", "Three", level=3))

    assert "One\r\n---\r\n" in text_of(made, theme)
    assert "Two\r\n~~~\r\n" in text_of(made, theme)
    assert "Three\r\n.....\r\n" in text_of(made, theme)


def test_lists_and_steps(theme: Theme) -> None:
    steps = d.NumberedList(
        (t(d.Strong("Tell someone"), " Today is good."), t(d.Strong("Wait"), " for help."), t("Breathe."))
    )

    assert lines(theme, d.BulletList((t("One"), t("Two")))) == ["- One", "- Two"]
    assert lines(theme, steps) == ["1. Tell someone. Today is good.", "2. Wait for help.", "3. Breathe."]
    assert lines(theme, d.TickList((t("This"),))) == ["[ ] This"]


def test_tables_name_their_columns(theme: Theme) -> None:
    rows = ((t("Tell an adult"), t("Now"), ()), (t("Wait"), (), ()))
    plain = d.Table(("Card", "When?", "Why"), rows, (), "Caption")

    assert lines(theme, plain) == ["Caption", "", "Card: Tell an adult", "  When? Now", "", "Card: Wait"]
    assert lines(theme, replace(plain, caption="", room_to_write=True))[:3] == [
        "Card: Tell an adult",
        "  When? Now",
        f"  Why: {LINE}",
    ]
    assert lines(theme, d.Table(("Card", "Why"), (), ())) == ["Card · Why"]


def test_lines_to_write_on(theme: Theme) -> None:
    assert lines(theme, d.AnswerLines(t("My adult"), 1)) == [f"My adult: {LINE}"]
    assert lines(theme, d.AnswerLines(t("Why?"), 3)) == ["Why?", LINE, LINE, LINE]
    assert lines(theme, d.AnswerLines(t("No line"), 0)) == ["No line"]
    assert lines(theme, d.Paragraph(t("I tell ", d.Gap(9), "."))) == [f"I tell {'_' * 9}."]


def test_links_tell_their_address_once(theme: Theme) -> None:
    said = d.Paragraph(
        (
            d.Link("the guide", "https://a.example.org/x"),
            d.Text(", "),
            d.Link("b.example.org", "b.example.org"),
        )
    )

    assert lines(theme, said) == ["the guide (https://a.example.org/x), b.example.org"]


def test_equal_cards_are_counted(theme: Theme) -> None:
    card = d.Card("If a friend tells you", (d.BulletList((t("Listen."),)),))
    other = d.Card("", (d.Paragraph(t("Alone.")),), "https://x.example.org")

    assert lines(theme, d.CutOutCards((card, card, other), "strip")) == [
        "2 × If a friend tells you",
        "  - Listen.",
        "",
        "  Alone.",
        "  https://x.example.org",
    ]


def test_slides_are_named(theme: Theme) -> None:
    assert lines(theme, d.SlideReference((1, 2), "Slides 1 to 2")) == [
        "Slides 1 to 2: Title of slide 1 · Title of slide 2"
    ]
    assert lines(theme, d.SlideReference((9,), "Slide 9")) == ["Slide 9"]


def test_the_draft_line_stands_above_all(theme: Theme) -> None:
    made = document(section("a", "One"))

    assert "*** DRAFT: staff to check\r\n" in text_of(made, theme)
    assert "***" not in text_of(replace(made, furniture=d.Furniture("Running", "")), theme)


def test_what_cannot_stand_in_a_text_is_left_out(theme: Theme) -> None:
    made = poisoned(document(section("a", "One", *EVERY)), "odd \x00\x1b[31m\x7f words\r\nand more")
    text = text_of(made, theme)

    assert not [sign for sign in text if ord(sign) < 32 and sign not in "\r\n"]
    assert "odd [31m words" in text
    assert "\r\r" not in text


def test_words_stay_whole() -> None:
    address = "https://www.example.org/" + "long/" * 20

    assert address in wrapped(f"Look at {address} or ask")
    assert wrapped("a\N{NO-BREAK SPACE}b " * 40)[0].endswith("a\N{NO-BREAK SPACE}b")
    assert wrapped("  ") == []
    assert named("Why?", "so") == "Why? so"
    assert named("", "so") == "so"


def test_the_lesson(library: Library, rules: Rules, theme: Theme) -> None:
    checked, _ = check(library, "online-blackmail", rules)
    assert checked is not None
    documents, decks, _ = plan(checked, theme, DATE)
    for _, one in documents:
        deck = decks.get(one.name, decks["slides"])
        data = draw(one, theme, deck)
        text = data.decode("utf-8-sig")
        long = [line for line in text.split("\r\n") if len(line) > WIDTH]

        assert draw(one, theme, deck) == data
        assert one.title in text.replace("\r\n", " ")
        assert not [line for line in long if " " in line.strip(" -").removeprefix("https")], one.name


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    derandomize=True,
)
@given(sections=st.lists(SECTIONS, max_size=4).map(tuple), medium=st.sampled_from(("pages", "slides")))
def test_any_document_becomes_text(theme: Theme, sections: tuple[d.Section, ...], medium: str) -> None:
    made = document(*sections, medium=medium)

    data = draw(made, theme, deck_of(made, theme, tuple(ON)))

    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
