"""The file itself: the same bytes, nobody's traces, a page, a language and the lines on every page."""

import getpass
import re
import socket
import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.audit.docx import read
from builder.document import Figure, Furniture, Link, Message, MessageThread, Paragraph, Text, TickList, rich
from builder.render.docx import draw
from builder.theme import Theme, load_theme
from tests.conftest import ROOT
from tests.render.docx.reading import Opened, R, W, style_of, text_of, value
from tests.render.docx.samples import EVERY_KIND, PICTURE, deck_of, document, of_blocks, section

DOCUMENT = of_blocks(*EVERY_KIND, Figure(PICTURE, "A dot"))


@pytest.fixture(scope="module")
def data(theme: Theme) -> bytes:
    return draw(DOCUMENT, theme, deck_of(theme))


def test_the_same_document_gives_the_same_bytes(data: bytes, theme: Theme) -> None:
    assert draw(DOCUMENT, theme, deck_of(theme)) == data


def test_the_zip_holds_no_clock_and_no_strangers_parts(data: bytes) -> None:
    entries = zipfile.ZipFile(BytesIO(data)).infolist()
    names = [entry.filename for entry in entries]

    assert names == sorted(names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {name.partition("/")[0] for name in names} == {"[Content_Types].xml", "_rels", "docProps", "word"}
    assert {name for name in names if name.startswith("docProps")} == {
        "docProps/core.xml",
        "docProps/app.xml",
    }


def test_the_file_says_what_it_is(data: bytes) -> None:
    said = docx.Document(BytesIO(data)).core_properties

    assert (said.title, said.subject, said.keywords) == ("A title", "A subtitle", "Key, Words")
    assert {said.author, said.last_modified_by} == {"Lesson Pack Builder"}
    assert said.language == "en-GB"
    assert {str(moment)[:19] for moment in (said.created, said.modified)} == {"2026-09-01 00:00:00"}


def test_nothing_tells_where_it_was_made(data: bytes) -> None:
    archive = zipfile.ZipFile(BytesIO(data))
    traces = [socket.gethostname(), str(ROOT), "/home/", "python-docx", "Microsoft Office Word"]
    if (user := getpass.getuser()) != "root":
        traces.append(user)

    for name in archive.namelist():
        text = archive.read(name).decode("utf-8", "replace")
        assert not [trace for trace in traces if trace and trace in text], name


def test_the_language_is_that_of_the_document(theme: Theme) -> None:
    made = Opened(draw(replace(DOCUMENT, language="cy"), theme, deck_of(theme)))
    styles, about = made.part("word/styles.xml"), made.part("word/settings.xml")

    assert value(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")) == "cy"
    assert value(about.find(f"{W}themeFontLang")) == "cy"
    assert "Ateb" in made.text, "the one word that is the renderer's own"


@pytest.mark.parametrize(("paper", "size"), [("A4", ("11906", "16838")), ("Letter", ("12240", "15840"))])
def test_pages_are_as_large_as_the_paper(paper: str, size: tuple[str, str]) -> None:
    theme = load_theme("house", paper=paper)  # type: ignore[arg-type]  # one of the two that there are
    about = Opened(draw(DOCUMENT, theme, deck_of(theme))).body[-1]
    page, margins = about.find(f"{W}pgSz"), about.find(f"{W}pgMar")

    assert (value(page, "w"), value(page, "h")) == size
    assert value(margins, "right") == str(round(18 / 25.4 * 1440))


def test_every_page_has_its_number_and_the_draft_line(theme: Theme) -> None:
    furniture = Furniture("Running words", "Page {n} of {total}", "DRAFT: <check>")
    made = Opened(draw(replace(DOCUMENT, furniture=furniture), theme, deck_of(theme)))
    footer, header = made.part("word/footer1.xml"), made.part("word/header1.xml")

    fields = [value(field, "instr").strip() for field in footer.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert text_of(footer) == "DRAFT: <check>\tPage 1 of 1"
    assert text_of(header) == "Running words"
    kinds = {value(one, "type"): one.get(f"{R}id") for one in made.body[-1].iter(f"{W}footerReference")}
    assert {made.links[rid] for rid in kinds.values()} == {"footer1.xml"}


def test_a_final_document_has_no_draft_line(data: bytes) -> None:
    assert text_of(Opened(data).part("word/footer1.xml")) == "\tPage 1 of 1"


def test_the_title_is_not_said_twice_on_the_first_page(theme: Theme) -> None:
    furniture = Furniture("A title", "Page {n} of {total}")
    made = Opened(draw(replace(DOCUMENT, furniture=furniture), theme, deck_of(theme)))
    kinds = {value(one, "type"): one.get(f"{R}id") for one in made.body[-1].iter(f"{W}headerReference")}
    headers = {kind: text_of(made.part(f"word/{made.links[rid]}")) for kind, rid in kinds.items()}

    assert headers == {"default": "A title", "first": ""}
    assert made.body[-1].find(f"{W}titlePg") is not None
    assert text_of(made.part("word/footer2.xml")).endswith("Page 1 of 1")


def test_a_section_begins_its_page(theme: Theme) -> None:
    cards = EVERY_KIND[-8]
    made = document(
        section("One", new_page=True),
        section("Two", label="Label", new_page=True),
        section("", cards, new_page=True),
    )
    opened = Opened(draw(made, theme, deck_of(theme)))
    broken = [text_of(p) for p in opened.paragraphs if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]

    assert [style_of(opened.paragraphs[3])] == ["HeadingLabel"]
    assert broken[0] == "Label"
    assert len(broken) == 2, "the first section stands under the title, the third begins with its table"


def test_other_readers_find_the_words(data: bytes) -> None:
    found = " ".join(passage.text for passage in read(data).passages)

    assert "A heading" in found
    assert "A dot" in found
    assert "Page 1 of 1" in found


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=40))
def test_whatever_stands_in_it_becomes_a_file(text: str) -> None:
    theme = load_theme("house")
    link = Paragraph((Link(text, text), Text(text)))
    talk = MessageThread((Message(text, text, "left"),))
    made = of_blocks(link, talk, TickList((rich(text),)), Figure("lamp", text))
    opened = Opened(draw(replace(made, title=text, subtitle=text, keywords=(text,)), theme, deck_of(theme)))

    # A line end is an element of its own, and what XML can't hold is dropped.
    kept = re.sub("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "", text).replace("\t", " ")
    assert text_of(opened.paragraphs[0]) == kept
    assert opened.part("docProps/core.xml").findtext("{*}title") in (kept, None) or "\t" in text
