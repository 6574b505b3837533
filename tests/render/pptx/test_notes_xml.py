"""Speaker notes: every block's words, lists that are lists, headings that stand out."""

import dataclasses
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from lxml import etree
from pptx.presentation import Presentation

from builder import document as d
from builder.layout.placed import PlacedDeck

NS = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


NOT_WORDS = {
    (d.Paragraph, "role"), (d.Callout, "kind"), (d.CutOutCards, "size"), (d.Message, "side"),
    (d.Figure, "source"), (d.Figure, "use"), (d.Link, "address"), (d.SlideReference, "size"),
}  # fmt: skip


def texts(value: object) -> Iterator[str]:
    """Every string that an author wrote, found without knowing the kinds of block."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if (type(value), field.name) not in NOT_WORDS:
                yield from texts(getattr(value, field.name))


@pytest.fixture
def paras(rendered: bytes) -> dict[str, etree._Element]:
    """The paragraphs of the notes of slide 1, by their words."""
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        notes = etree.fromstring(archive.read("ppt/notesSlides/notesSlide1.xml"))
    found = notes.findall(".//a:p", NS)
    return {"".join(t.text or "" for t in para.findall(".//a:t", NS)): para for para in found}


def test_every_slide_has_notes_and_no_word_is_lost(opened: Presentation, deck: PlacedDeck) -> None:
    for slide, placed in zip(opened.slides, deck.slides, strict=True):
        assert slide.has_notes_slide
        frame = slide.notes_slide.notes_text_frame
        assert frame is not None
        missing = [text for text in texts(placed.notes) if text not in frame.text]
        assert missing == []


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("first bullet", "buChar"),
        ("deep bullet", "buChar"),
        ("Second step", "buAutoNum"),
        ("tick me", "buChar"),
        ("Option two", "buAutoNum"),
        ("small words", "buNone"),
        ("You did the right thing.", "buNone"),
    ],
)
def test_lists_are_lists_and_plain_words_are_plain(
    paras: dict[str, etree._Element], words: str, mark: str
) -> None:
    properties = paras[words].find("a:pPr", NS)
    assert properties is not None
    assert [etree.QName(c).localname for c in properties if "bu" in etree.QName(c).localname][-1] == mark
    assert (properties.get("indent") == "0") == (mark == "buNone")


@pytest.mark.parametrize(
    "words", ["Say this", "Card heading", "What would help?", "Starter: <two> truths · 5 min"]
)
def test_headings_are_bold(paras: dict[str, etree._Element], words: str) -> None:
    assert [run.get("b") for run in paras[words].findall(".//a:rPr", NS)] == ["1"]


def test_a_row_of_a_table_is_read_with_its_columns_names(paras: dict[str, etree._Element]) -> None:
    assert "Minutes: 0–5; What: Starter words" in paras
    assert "Minutes: 5–9; What: " in paras


def test_links_lead_where_they_say_and_only_they_do(rendered: bytes) -> None:
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        outside = {
            name: [
                rel.get("Target")
                for rel in etree.fromstring(archive.read(name))
                if rel.get("TargetMode") == "External"
            ]
            for name in archive.namelist()
            if name.endswith(".rels")
        }
    assert {name: targets for name, targets in outside.items() if targets} == {
        "ppt/notesSlides/_rels/notesSlide1.xml.rels": ["https://example.org/a?b=1&c=%C3%A9%20d"],
        "ppt/slides/_rels/slide1.xml.rels": ["https://example.org/report?a=1&b=2"],
    }


def test_every_run_says_its_language(paras: dict[str, etree._Element]) -> None:
    for para in paras.values():
        assert {run.get("lang") for run in para.findall(".//a:rPr", NS)} == {"en-GB"}


def test_notes_hold_a_picture_of_their_slide(opened: Presentation) -> None:
    for slide in opened.slides:
        assert [str(s.placeholder_format.type).split()[0] for s in slide.notes_slide.placeholders] == [
            "SLIDE_IMAGE",
            "BODY",
            "SLIDE_NUMBER",
        ]
