"""How pages break: headings stay with their words, boxes part well, and nothing is ever too large."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from builder.diagnostics import Mark
from builder.document import (
    AnswerLines,
    Block,
    BulletList,
    Callout,
    Document,
    Edition,
    Furniture,
    Minutes,
    Paragraph,
    Section,
    Table,
    rich,
)
from builder.render.pdf.pages.book import render_pages
from builder.theme import Theme

MARK = Mark("lesson.yaml", 3, 1)
MM = 72 / 25.4
SENTENCE = "People get through this, with help from somebody who listens and stays calm. "


def document(*sections: Section, edition: Edition = "teacher") -> Document:
    return Document(
        "x",
        "pages",
        edition,
        "A title",
        "",
        "en-GB",
        "2026-09-01",
        Furniture("Running", "Page {n} of {total}"),
        sections,
    )


def section(heading: str, *blocks: Block, level: int = 2, new_page: bool = False) -> Section:
    return Section(heading, heading, blocks, MARK, level=level, new_page=new_page)


def lines_of(made: Document, theme: Theme) -> list[list[str]]:
    reader = PdfReader(BytesIO(render_pages(made, theme)))
    return [[line for line in page.extract_text().splitlines() if line.strip()] for page in reader.pages]


@pytest.mark.parametrize("filling", range(30, 62))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(filling: int, theme: Theme) -> None:
    points = BulletList(tuple(rich(f"Point {n}") for n in range(filling)))
    made = document(section("First", points), section("Lonely?", Paragraph(rich(SENTENCE * 4))))

    for page in lines_of(made, theme):
        if "Lonely?" in page:
            assert page[-1] != "Lonely?"
            return
    pytest.fail("the heading was not printed")


def test_a_chapter_without_words_of_its_own_stays_with_its_first_section(theme: Theme) -> None:
    points = BulletList(tuple(rich(f"Point {n}") for n in range(31)))
    made = document(
        section("First", points),
        section("Chapter", level=1),
        section("Section", Paragraph(rich(SENTENCE * 3)), level=3),
    )

    page = next(page for page in lines_of(made, theme) if "Chapter" in page)
    assert "Section" in page
    assert page[-1] != "Section"


def test_a_table_repeats_its_header_and_leaves_no_row_alone(theme: Theme) -> None:
    for count in range(28, 44):
        rows = tuple((rich(f"Row {n}"), rich("Words")) for n in range(count))
        pages = lines_of(document(section("Table", Table(("Left", "Right"), rows, (1, 1)))), theme)

        for page in pages:
            rows_here = [line for line in page if line.startswith("Row")]
            assert not rows_here or len(rows_here) > 1, f"{count} rows"
            assert not rows_here or "Left" in page


def test_a_tables_header_stands_once_on_a_page(theme: Theme) -> None:
    rows = tuple((rich(f"Row {n}"), rich(SENTENCE * 6)) for n in range(5))
    for filling in range(0, 40, 2):
        points = BulletList(tuple(rich(f"Point {n}") for n in range(filling)))
        pages = lines_of(document(section("Table", points, Table(("Left", "Right"), rows, (1, 1)))), theme)

        assert all(sum("Left" in line for line in page) <= 1 for page in pages), f"{filling} points"


def test_a_short_callout_goes_to_the_next_page_whole(theme: Theme) -> None:
    for filling in range(30, 44):
        points = BulletList(tuple(rich(f"Point {n}") for n in range(filling)))
        box = Callout("say", "Say", (BulletList(tuple(rich(f"Line {n}") for n in range(4))),))
        pages = lines_of(document(section("First", points, box)), theme)

        holding = [page for page in pages if "Say" in page]
        assert len(holding) == 1
        assert all(any(f"Line {n}" in line for line in holding[0]) for n in range(4))


def test_lines_to_write_on_stay_with_their_prompt(theme: Theme) -> None:
    for filling in range(24, 38):
        points = BulletList(tuple(rich(f"Point {n}") for n in range(filling)))
        made = document(section("First", points, AnswerLines(rich("The prompt"), 4)), edition="pupil")
        data = render_pages(made, theme)
        reader = PdfReader(BytesIO(data))
        page = next(n for n, p in enumerate(reader.pages) if "The prompt" in p.extract_text())

        assert _lines_across(data, page) == 4, f"{filling} points"


def _lines_across(data: bytes, page: int) -> int:
    """How many level lines of 170 mm, the width of the text, are drawn on a page."""
    count, start = 0, (0.0, 0.0)

    def visit(operator: bytes, operands: list[object], _matrix: object, _text: object) -> None:
        nonlocal count, start
        if operator in (b"m", b"l"):
            point = (float(str(operands[0])), float(str(operands[1])))
            count += operator == b"l" and point[1] == start[1] and abs(point[0] - start[0] - 170 * MM) < 0.01
            start = point

    PdfReader(BytesIO(data)).pages[page].extract_text(visitor_operand_before=visit)
    return count


@pytest.mark.parametrize("filling", range(26, 46))
def test_a_list_leaves_no_item_alone(filling: int, theme: Theme) -> None:
    before = tuple(Paragraph(rich("Filling")) for _ in range(filling))
    points = BulletList(tuple(rich(f"Point {n}") for n in range(12)))

    for page in lines_of(document(section("First", *before, points)), theme):
        assert sum("Point" in line for line in page) != 1


@pytest.mark.parametrize("filling", range(36, 52))
def test_a_chapter_does_not_end_on_a_nearly_empty_page(filling: int, theme: Theme) -> None:
    points = tuple(Paragraph(rich(f"Point {n}")) for n in range(filling))
    chapter = section("Chapter", *points, level=1, new_page=True)
    pages = lines_of(document(section("First", Paragraph(rich("Words"))), chapter), theme)[1:]

    # A point takes about a thirtieth of a page.
    assert len(pages) == 1 or sum("Point" in line for line in pages[-1]) >= 6


def test_a_chapter_with_room_is_not_set_closer(theme: Theme) -> None:
    from builder.render.pdf.pages.filling import fill, well_filled
    from builder.render.pdf.pages.flow import flowables
    from builder.render.pdf.pages.styles import setting_for

    setting = setting_for(theme, "teacher")
    made = well_filled(lambda: flowables((Paragraph(rich(SENTENCE)),) * 65, setting), setting.width, 700)

    assert fill(made, setting.width, 700)[0] > 1
    assert {round(item.getSpaceAfter(), 1) for item in made[:-1]} == {round(0.55 * 15, 1)}


def test_a_box_longer_than_a_page_goes_on_over_pages(theme: Theme) -> None:
    box = Callout("note", "Note", tuple(Paragraph(rich(SENTENCE * 8)) for _ in range(12)))
    made = document(section("Long", Minutes(5, "Five"), Callout("card", "Outer", (box,))))

    pages = lines_of(made, theme)
    assert len(pages) >= 2
    assert sum(line.count("listens") for page in pages for line in page) == 96


def test_slides_beside_short_words_never_meet(theme: Theme) -> None:
    sections = tuple(
        section(f"Head {n}", Minutes(n, f"Cue {n}"), Paragraph(rich("Short."))) for n in range(12)
    )

    text = " ".join(line for page in lines_of(document(*sections), theme) for line in page)
    assert [text.index(f"Cue {n}") for n in range(12)] == sorted(text.index(f"Cue {n}") for n in range(12))
