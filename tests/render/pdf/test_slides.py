"""A deck as PDF: a page a slide, words that read back, the same bytes, links, and small pictures."""

from io import BytesIO
from typing import Any

import PIL.Image
import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from builder.document import Document, Emphasis, Figure, Gap, Image, NumberedList, Paragraph, Text, rich
from builder.layout import place
from builder.layout.placed import Box, PlacedSlide
from builder.render.pdf.canvas import draw_slide, render_slides
from builder.theme import Theme
from tests.layout.sample_deck import LINKED, SAMPLE, deck_of, items, section


def dots() -> bytes:
    """A picture of two dots, one beside the other."""
    out = BytesIO()
    PIL.Image.new("RGB", (2, 1), "#0B4F55").save(out, "PNG")
    return out.getvalue()


def drawn(document: Document, theme: Theme) -> bytes:
    deck, faults = place(document, theme)
    assert faults == []
    return render_slides(deck, theme)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def sample() -> bytes:
    from builder.theme import load_theme

    return drawn(SAMPLE, load_theme("house"))


@pytest.fixture(scope="module")
def pages(sample: bytes) -> PdfReader:
    return PdfReader(BytesIO(sample))


def test_a_page_a_slide_of_the_slides_size(pages: PdfReader) -> None:
    assert len(pages.pages) == len(SAMPLE.sections)
    assert {(page.mediabox.width, page.mediabox.height) for page in pages.pages} == {(960, 540)}


def test_every_word_reads_back_with_its_spaces(pages: PdfReader, theme: Theme) -> None:
    deck, _ = place(SAMPLE, theme)
    for page, slide in zip(pages.pages, deck.slides, strict=True):
        found = words(page.extract_text())
        for shape in slide.shapes:
            for para in shape.text.paras if isinstance(shape, Box) and shape.text else ():
                assert words(para.text) in found


def test_the_foot_tells_lesson_number_and_draft(pages: PdfReader) -> None:
    for number, page in enumerate(pages.pages, 1):
        text = words(page.extract_text())
        assert SAMPLE.furniture.running in text
        assert SAMPLE.furniture.draft in text
        assert str(number) in text.split()


def test_properties_say_what_it_is_and_nothing_of_who_built_it(pages: PdfReader) -> None:
    about = pages.metadata
    catalogue: Any = pages.trailer["/Root"]

    assert about is not None
    assert about.title == SAMPLE.title
    assert about.author == "Lesson Pack Builder"
    assert about.subject == SAMPLE.subtitle
    assert str(about["/Keywords"]) == "online safety"
    assert str(about["/CreationDate"]).startswith("D:20260115000000")
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]


def test_bookmarks_name_every_slide(pages: PdfReader, theme: Theme) -> None:
    deck, _ = place(SAMPLE, theme)

    marks: list[Any] = list(pages.outline)

    assert [mark["/Title"] for mark in marks] == [slide.title for slide in deck.slides]


def test_fonts_are_embedded(pages: PdfReader) -> None:
    for page in pages.pages:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]  # a dictionary
        used = [fonts[name] for name in fonts if "Helvetica" not in str(fonts[name]["/BaseFont"])]
        assert used
        assert all("/FontFile2" in font["/FontDescriptor"] for font in used)


def test_the_same_deck_gives_the_same_bytes(sample: bytes, theme: Theme) -> None:
    assert drawn(SAMPLE, theme) == sample


def test_marks_of_other_languages_are_printed_as_typed(theme: Theme) -> None:
    text = "<b>bold</b> &amp; <img src=x> 100 % {n}"
    found = PdfReader(BytesIO(drawn(deck_of(section("list", "Typed", Paragraph(rich(text)))), theme)))

    assert text in words(found.pages[0].extract_text())


def test_links_can_be_clicked_on_a_page_but_not_in_a_small_picture(theme: Theme) -> None:
    deck, _ = place(deck_of(section("list", "Links", LINKED)), theme)
    page = PdfReader(BytesIO(render_slides(deck, theme))).pages[0]
    small = PdfReader(BytesIO(thumbnail(deck.slides[0], deck, theme))).pages[0]

    assert [a.get_object()["/A"]["/URI"] for a in page["/Annots"]] == ["https://www.childline.org.uk"]  # type: ignore[attr-defined]  # an array
    assert "/Annots" not in small


def thumbnail(slide: PlacedSlide, deck: Any, theme: Theme) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, (300, 300), invariant=1)
    draw_slide(canvas, slide, deck, theme, 40, 60, 192, links=False)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_small_picture_keeps_its_words_and_its_place(theme: Theme) -> None:
    deck, _ = place(SAMPLE, theme)
    page = PdfReader(BytesIO(thumbnail(deck.slides[3], deck, theme))).pages[0]
    places: list[tuple[float, float]] = []

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            places.append((cm[4] + tm[4] * cm[0], cm[5] + tm[5] * cm[3]))

    found = words(page.extract_text(visitor_text=note))

    assert "Making someone do something by threatening them." in found
    assert all(40 <= x <= 232 and 60 <= y <= 60 + 108 for x, y in places)


def test_numbers_gaps_stress_and_pictures_are_drawn(theme: Theme) -> None:
    listed = section(
        "picture",
        "Many kinds",
        NumberedList(items("First", "Then")),
        Paragraph((Text("Fill in "), Gap(5), Emphasis(" carefully"))),
        Figure(Image(dots(), 2, 1), "Two dots"),
    )
    page = PdfReader(BytesIO(drawn(deck_of(listed), theme))).pages[0]
    found = words(page.extract_text())

    assert "1. First" in found
    assert "2. Then" in found
    assert "_____ carefully" in found
    assert len(page.images) == 1
