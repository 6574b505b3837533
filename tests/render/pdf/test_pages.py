"""Documents as pages: every word comes through, and the file says what it is."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from builder.diagnostics import Mark
from builder.document import (
    AnswerLines,
    Beat,
    Block,
    BulletList,
    Callout,
    Card,
    CutOutCards,
    DefinitionList,
    Document,
    Edition,
    Emphasis,
    Figure,
    Furniture,
    Gap,
    HelpEntry,
    HelpPanel,
    Link,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Pause,
    Question,
    Quote,
    Rich,
    Section,
    SlideReference,
    Strong,
    Table,
    Text,
    TickList,
    Timeline,
    rich,
)
from builder.layout import place
from builder.render.pdf.pages.book import render_pages
from builder.theme import Theme

MARK = Mark("lesson.yaml", 3, 1)
ODD = "<b>bold</b> & &amp; <beta> “quoted” 1 < 2 > 0"
"""What a reader of markup would drop or change."""


def pages_of(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def words_of(data: bytes) -> str:
    return " ".join(pages_of(data))


def document(*blocks: Block, edition: Edition = "teacher") -> Document:
    return Document(
        "x",
        "pages",
        edition,
        "A title",
        "A subtitle",
        "en-GB",
        "2026-09-01",
        Furniture("Running words", "Page {n} of {total}"),
        (Section("s", "A heading", blocks, MARK),),
    )


def o(number: int) -> Rich:
    return rich(f"{ODD} {number}")


EVERY_KIND: tuple[Block, ...] = (
    Paragraph(o(1)),
    Paragraph(o(1), "lead"),
    Paragraph(o(1), "label"),
    Paragraph(o(1), "small"),
    Paragraph(
        (
            Strong(f"{ODD} 1"),
            Text(" and "),
            Emphasis(f"{ODD} 2"),
            Text(" "),
            Link(f"{ODD} 3", "a.uk/?b=1&c=2"),
        )
    ),
    BulletList((o(1), o(2))),
    NumberedList((o(1), (Strong(f"{ODD} 2"), Text(f" {ODD} 3")))),
    DefinitionList(((f"{ODD} 1", o(2)),)),
    Table((f"{ODD} 1", "Why"), ((o(2), o(3)), (o(4), ())), (1, 1), f"{ODD} 5"),
    Table((f"{ODD} 1", "Why"), ((o(2), ()),), (1, 1), room_to_write=True),
    Quote(o(1)),
    MessageThread(
        (Message(f"{ODD} 1", f"{ODD} 2", "left"), Pause(f"{ODD} 3"), Message("Kim", f"{ODD} 4", "right"))
    ),
    Timeline((Beat(f"{ODD} 1", f"{ODD} 2"),)),
    Callout("say", f"{ODD} 1", (Paragraph(o(2)), Callout("never", f"{ODD} 3", (Quote(o(4)),)))),
    Question(o(1), (o(2), o(3)), (o(4),)),
    AnswerLines(o(1), 4),
    TickList((o(1),)),
    CutOutCards((Card(ODD, (Paragraph(o(2)), AnswerLines(rich("Kim & co <x>"), 1))),), "wallet"),
    CutOutCards((Card(f"{ODD} 1", (Paragraph(o(2)),)), Card("Two", ())), "strip"),
    HelpPanel(
        (
            HelpEntry(
                "helpline",
                f"{ODD} 1",
                f"{ODD} 2",
                f"{ODD} 3",
                f"{ODD} 4",
                "0800 1111",
                f"{ODD} 5",
                f"{ODD} 6",
                f"{ODD} 7",
                f"{ODD} 8",
                f"{ODD} 9",
            ),
        ),
        (f"{ODD} 10",),
    ),
    Minutes(5, f"{ODD} 1"),
    SlideReference((1, 2), f"{ODD} 1"),
)


@pytest.mark.parametrize("block", EVERY_KIND, ids=lambda b: type(b).__name__)
def test_what_an_author_typed_is_printed_letter_for_letter(block: Block, theme: Theme) -> None:
    text = words_of(render_pages(document(block), theme))

    numbers = {int(n) for n in re.findall(re.escape(ODD) + r" (\d+)", repr(block))}
    for number in numbers:
        assert f"{ODD} {number}" in text


def test_every_kind_stands_in_the_list_above() -> None:
    kinds = {type(block) for block in EVERY_KIND} | {Figure}

    assert kinds == set(Block.__args__)


@pytest.mark.parametrize("name", ["teacher_notes", "handout"])
def test_headings_titles_and_furniture_are_printed(
    name: str, request: pytest.FixtureRequest, theme: Theme
) -> None:
    made: Document = request.getfixturevalue(name)
    pages = pages_of(render_pages(made, theme))
    whole = " ".join(pages)

    assert pages[0].count(made.title) == 1, "the running words are not printed right above the title"
    assert made.subtitle in pages[0]
    for section in made.sections:
        assert section.heading in whole
        assert section.label in whole
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert made.furniture.running in page
        assert (made.furniture.draft or "Page") in page


def test_a_gap_has_room_to_write_in(theme: Theme) -> None:
    made = document(Paragraph((Text("Tell "), Gap(9), Text(" today."))), edition="pupil")

    assert "Tell _________ today." in words_of(render_pages(made, theme))


def test_a_word_longer_than_its_line_goes_over_two(theme: Theme) -> None:
    word = "abcdefghij" * 12
    made = document(Paragraph(rich(word)), Table(("", ""), ((rich(word), rich("x")),), (1, 9)))

    assert words_of(render_pages(made, theme)).replace(" ", "").count(word) == 2


def test_an_address_in_a_column_breaks_at_its_own_signs(theme: Theme) -> None:
    cell = (Link("www.example.org.uk/a-long-way/to/somewhere", "https://example.org.uk"),)
    made = document(Table(("", ""), ((cell, rich("x")),), (1, 4)))
    lines = PdfReader(BytesIO(render_pages(made, theme))).pages[0].extract_text().splitlines()

    broken = [line for line in lines if line.startswith("www.")]
    assert broken
    assert all(line.endswith((".", "/", "-")) for line in broken)


def test_links_lead_out_of_the_file(teacher_notes: Document, theme: Theme) -> None:
    reader = PdfReader(BytesIO(render_pages(teacher_notes, theme)))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    targets = [note["/A"]["/URI"] for note in notes if note["/Subtype"] == "/Link"]

    assert "https://www.gov.uk/sharing-nudes?a=1&b=2" in targets


def test_the_file_says_what_it_is(teacher_notes: Document, theme: Theme) -> None:
    reader = PdfReader(BytesIO(render_pages(teacher_notes, theme)))
    info, preferences = reader.metadata, reader.viewer_preferences

    assert info is not None
    assert info.title == teacher_notes.title
    assert info.author == "Lesson Pack Builder"
    assert info.subject == teacher_notes.subtitle
    assert str(info["/Keywords"]) == "Teacher notes, Ages 11 to 14"
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert preferences is not None
    assert str(preferences["/DisplayDocTitle"]) == "True"
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_bookmarks_follow_the_headings(teacher_notes: Document, theme: Theme) -> None:
    reader = PdfReader(BytesIO(render_pages(teacher_notes, theme)))

    def titles(entries: object) -> list[str]:
        assert isinstance(entries, list)
        return [t for e in entries for t in (titles(e) if isinstance(e, list) else [str(e.title)])]

    assert titles(reader.outline) == [s.heading for s in teacher_notes.sections]
    top = [e for e in reader.outline if isinstance(e, Destination)]
    assert [e.title for e in top] == [s.heading for s in teacher_notes.sections if s.level == 1]
    plan = next(e for e in top if e.title == "Teaching this safely")
    assert reader.get_destination_page_number(plan) == 1


@pytest.mark.parametrize("name", ["teacher_notes", "handout"])
def test_all_fonts_are_embedded(name: str, request: pytest.FixtureRequest, theme: Theme) -> None:
    reader = PdfReader(BytesIO(render_pages(request.getfixturevalue(name), theme)))
    fonts = [
        entry
        for entry in map(reader.get_object, range(1, len(reader.xref[0]) + 1))
        if isinstance(entry, DictionaryObject) and entry.get("/Type") == "/Font"
    ]

    assert fonts
    for font in fonts:
        assert "/FontFile2" in str(font["/FontDescriptor"]), font["/BaseFont"]


def test_slides_stand_small_beside_the_words(teacher_notes: Document, theme: Theme) -> None:
    slides = tuple(
        Section(f"s{n}", f"Slide heading {n}", (BulletList((o(1), o(2))),), MARK, layout="list")
        for n in range(1, 3)
    )
    deck, _ = place(replace(teacher_notes, name="slides", medium="slides", sections=slides), theme)

    with_deck = words_of(render_pages(teacher_notes, theme, deck))
    without = words_of(render_pages(teacher_notes, theme))
    assert "Slide heading 1" in with_deck
    assert "Slide heading 1" not in without
    assert "Slides 2 to 3" in without
