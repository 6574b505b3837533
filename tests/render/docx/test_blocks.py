"""Every kind of block comes through letter for letter, in order, wherever it stands."""

import re
from dataclasses import replace

import pytest

from builder.document import Block, Callout, Card, CutOutCards, Gap, Paragraph, SlideReference, Text, rich
from builder.render.docx import draw
from builder.theme import Theme
from tests.render.docx.reading import Opened, R, W, style_of, text_of
from tests.render.docx.samples import EVERY_KIND, ODD, deck_of, document, of_blocks, section


def drawn(theme: Theme, *blocks: Block, titles: tuple[str, ...] = ()) -> Opened:
    return Opened(draw(of_blocks(*blocks), theme, deck_of(theme, *titles)))


def numbers_in(text: str) -> list[int]:
    """The numbers of the odd words that are there letter for letter, each time they are."""
    return [int(number) for number in re.findall(f"(?:{re.escape(ODD)}|Kim) (\\d+)", text)]


def wanted(block: Block) -> list[int]:
    return sorted({int(n) for n in re.findall(f"(?:{re.escape(ODD)}|Kim) (\\d+)", repr(block))})


def test_every_kind_stands_in_the_samples() -> None:
    assert {type(block) for block in EVERY_KIND} == set(Block.__args__)


@pytest.mark.parametrize("block", EVERY_KIND, ids=lambda b: type(b).__name__)
def test_words_come_through_in_order(block: Block, theme: Theme) -> None:
    found = numbers_in(drawn(theme, block).text)

    assert list(dict.fromkeys(found)) == wanted(block)


@pytest.mark.parametrize("block", EVERY_KIND, ids=lambda b: type(b).__name__)
def test_words_come_through_in_a_box_and_on_a_strip(block: Block, theme: Theme) -> None:
    box = drawn(theme, Callout("note", "", (block,)))
    strip = drawn(theme, CutOutCards((Card("", (block,)),), "strip"))

    assert list(dict.fromkeys(numbers_in(box.text))) == wanted(block)
    assert list(dict.fromkeys(numbers_in(strip.text))) == wanted(block)


def test_titles_sections_and_labels_are_there(theme: Theme) -> None:
    made = document(section("One", Paragraph(rich("x")), label="Starter"), section("Two"))
    text = Opened(draw(made, theme, deck_of(theme))).text

    assert text.split("\n") == ["A title", "A subtitle", "Starter", "One", "x", "Two"]


def test_slides_are_no_document_for_word(theme: Theme) -> None:
    with pytest.raises(ValueError, match="slides"):
        draw(replace(document(), medium="slides"), theme, deck_of(theme))


def test_slides_are_named_by_their_titles(theme: Theme) -> None:
    titles = ("First (1 of 2)", "First (2 of 2)", "Third")
    text = drawn(theme, SlideReference((1, 3), "Slides 1 and 3"), titles=titles).text

    assert "Slides 1 and 3: First (1 of 2) · Third" in text


def test_a_slide_called_as_its_section_is_not_named_twice(theme: Theme) -> None:
    made = document(section("First", SlideReference((1, 2, 3), "Slides 1 to 3")))
    deck = deck_of(theme, "First (1 of 2)", "First (2 of 2)", "Firsts")
    text = Opened(draw(made, theme, deck)).text

    assert "Slides 1 to 3: Firsts" in text


def test_printed_slides_have_lines_to_write_on(theme: Theme) -> None:
    lined = drawn(theme, SlideReference((1,), "Slide 1", "with_lines"), titles=("First",))
    styles = [style_of(paragraph) for paragraph in lined.paragraphs]

    assert "Slide 1: First" in lined.text
    assert styles.count("WritingLine") == 6


def test_a_line_end_and_signs_that_xml_lacks(theme: Theme) -> None:
    made = drawn(theme, Paragraph(rich("one\ntwo\x00\x0b\x1f\ud800 three")))

    assert "one\ntwo three" in made.text


def test_a_gap_has_room_to_write_in(theme: Theme) -> None:
    made = drawn(theme, Paragraph((Text("Tell "), Gap(9), Text(" today."))))

    assert "Tell _________ today." in made.text


def test_an_address_on_a_card_is_printed_once(theme: Theme) -> None:
    said = Card("", (Paragraph(rich("Write at example.org/help")),), "https://example.org/help")
    unsaid = Card("", (Paragraph(rich("Write to them")),), "https://example.org/help")

    assert drawn(theme, CutOutCards((said,), "wallet")).text.count("example.org/help") == 1
    opened = drawn(theme, CutOutCards((unsaid,), "wallet"))
    assert opened.text.count("example.org/help") == 1
    assert "https://example.org/help" in opened.links.values()


def test_links_lead_out_of_the_file(theme: Theme) -> None:
    opened = drawn(theme, EVERY_KIND[4])
    link = next(opened.body.iter(f"{W}hyperlink"))

    assert opened.links[link.get(f"{R}id")] == "https://a.uk/?b=1&c=2"
    assert text_of(link) == f"{ODD} 4"
