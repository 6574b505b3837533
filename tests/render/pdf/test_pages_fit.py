"""What can't fit is reported at its place in the lesson; cards to cut out have the size they promise."""

import itertools
from io import BytesIO

import pytest
from pypdf import PdfReader

from builder.diagnostics import Mark
from builder.document import (
    AnswerLines,
    Block,
    Card,
    CutOutCards,
    Document,
    Edition,
    Furniture,
    HelpEntry,
    HelpPanel,
    Message,
    MessageThread,
    Paragraph,
    Section,
    Table,
    rich,
)
from builder.render.pdf import fit_faults
from builder.render.pdf.pages.book import render_pages
from builder.render.pdf.pages.tables import column_widths
from builder.theme import Theme

MARK = Mark("lessons/x/lesson.yaml", 41, 3)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
MM = 72 / 25.4


def document(*blocks: Block, edition: Edition = "pupil", title: str = "A title") -> Document:
    return Document(
        "x",
        "pages",
        edition,
        title,
        "",
        "en-GB",
        "2026-09-01",
        Furniture("Run", "{n}/{total}"),
        (Section("s", "A heading", blocks, MARK),),
    )


def wallet(*blocks: Block, count: int = 8) -> CutOutCards:
    return CutOutCards((Card("Help card", blocks),) * count, "wallet")


@pytest.mark.parametrize("name", ["teacher_notes", "handout"])
def test_a_good_document_has_no_faults(name: str, request: pytest.FixtureRequest, theme: Theme) -> None:
    assert fit_faults(request.getfixturevalue(name), theme) == []


def test_an_overfull_card_is_one_error_at_its_section(theme: Theme) -> None:
    service = HelpEntry("helpline", "Childline", "", "", "", "0800 1111", chat="childline.org.uk")
    made = document(wallet(HelpPanel((service,) * 9)))

    found = fit_faults(made, theme)

    assert len(found) == 1
    assert found[0].is_error
    assert (found[0].rule, found[0].mark) == ("fit/overflow", MARK)
    assert "“Help card” is about" in found[0].message
    assert "85 x 54 mm" in found[0].message
    assert "Take out about" in found[0].hint


def test_the_error_says_how_much_is_too_much(theme: Theme) -> None:
    def said(lines: int) -> int:
        found = fit_faults(document(wallet(AnswerLines(rich("Write"), lines))), theme)
        return int(found[0].message.split(" mm too tall")[0].split()[-1]) if found else 0

    assert said(3) == 0
    assert said(20) - said(15) == pytest.approx(5 * 14 / MM, abs=1)


def test_what_is_overfull_is_drawn_smaller_and_never_clipped(theme: Theme) -> None:
    lines = [f"Line number {n} of too many lines." for n in range(30)]
    made = document(wallet(*(Paragraph(rich(line)) for line in lines), count=1))

    text = " ".join(PdfReader(BytesIO(render_pages(made, theme))).pages[0].extract_text().split())
    assert all(line in text for line in lines)


@pytest.mark.parametrize(
    "block",
    [
        Table(("Word", "Meaning"), ((rich(LONG * 3), rich("x")),), (1, 6)),
        Table((LONG * 3, "Meaning"), (), (1, 6)),
        MessageThread((Message("Kim", LONG * 2, "left"),)),
        wallet(Paragraph(rich(LONG * 2))),
        HelpPanel((HelpEntry("helpline", LONG, "", "", ""),)),
        Paragraph(rich(LONG * 3)),
    ],
    ids=["cell", "column head", "message", "card", "service", "line"],
)
def test_a_word_too_wide_for_its_place_is_named(block: Block, theme: Theme) -> None:
    found = fit_faults(document(block), theme)

    assert len(found) == 1
    assert found[0].message.startswith("“Donau")
    assert "mm too wide" in found[0].message
    assert found[0].mark == MARK


def test_a_title_too_wide_is_named(theme: Theme) -> None:
    found = fit_faults(document(title=LONG), theme)

    assert [d.message.split(" is about")[0] for d in found] == [f"“{LONG[:37]}…” in the title"]


def test_a_long_address_is_no_fault_in_a_column_but_is_on_a_card(theme: Theme) -> None:
    address = "www.example.org.uk/a-very-long-way/to/somewhere-that-nobody-can-type"
    assert fit_faults(document(Table(("", ""), ((rich(address), rich("x")),), (1, 5))), theme) == []

    found = fit_faults(document(wallet(Paragraph(rich(address)))), theme)
    assert len(found) == 1


def _lines_on(page_data: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Every straight line of a page as x1, y1, x2, y2, in points from its lower left corner."""
    found: list[tuple[float, float, float, float]] = []
    start = [0.0, 0.0]

    def visit(operator: bytes, operands: list[object], matrix: list[float], _text: object) -> None:
        point = [float(str(v)) for v in operands] if operator in (b"m", b"l") else []
        if not point:
            return
        x = matrix[0] * point[0] + matrix[2] * point[1] + matrix[4]
        y = matrix[1] * point[0] + matrix[3] * point[1] + matrix[5]
        if operator == b"l":
            found.append((start[0], start[1], x, y))
        start[:] = [x, y]

    PdfReader(BytesIO(page_data)).pages[page].extract_text(visitor_operand_before=visit)
    return found


def test_eight_wallet_cards_of_85_by_54_mm_stand_on_one_sheet(theme: Theme) -> None:
    data = render_pages(document(Paragraph(rich("Cut it out.")), wallet(Paragraph(rich("Words")))), theme)
    assert len(PdfReader(BytesIO(data)).pages) == 1

    lines = _lines_on(data, 0)
    across = sorted({round(y1, 2) for x1, y1, x2, y2 in lines if y1 == y2 and abs(x2 - x1 - 170 * MM) < 0.01})
    down = sorted(
        {round(x1, 2) for x1, y1, x2, y2 in lines if x1 == x2 and abs(abs(y2 - y1) - 54 * MM) < 0.01}
    )
    assert [round((b - a) / MM, 2) for a, b in itertools.pairwise(across)] == [54] * 4
    assert [round((b - a) / MM, 2) for a, b in itertools.pairwise(down)] == [85] * 2
    assert min(down) / MM == pytest.approx(20, abs=0.01), "the sheet stands in the middle of the page"


def test_a_ninth_card_goes_to_a_second_sheet(theme: Theme) -> None:
    data = render_pages(document(wallet(Paragraph(rich("Words")), count=9)), theme)

    pages = [page.extract_text().count("Words") for page in PdfReader(BytesIO(data)).pages]
    assert pages == [8, 1]


def test_numbers_on_the_card_are_12_pt_or_more(handout: Document, theme: Theme) -> None:
    sizes: list[float] = []

    def visit(text: str, matrix: list[float], _tm: list[float], _font: object, size: float) -> None:
        if "0800 1111" in text:
            sizes.append(size * matrix[0])

    reader = PdfReader(BytesIO(render_pages(handout, theme)))
    reader.pages[-1].extract_text(visitor_text=visit)
    assert len(sizes) == 8
    assert min(sizes) >= 12


def test_a_line_for_a_name_is_long_enough_for_a_name(handout: Document, theme: Theme) -> None:
    lines = _lines_on(render_pages(handout, theme), -1)

    # Lines to write on stand inside a card: shorter than it, and longer than the marks to cut by.
    written = [x2 - x1 for x1, y1, x2, y2 in lines if y1 == y2 and 10 * MM < x2 - x1 < 76 * MM]
    assert len(written) == 3 * 8
    assert min(written) >= 28 * MM


def test_a_narrow_column_makes_room_for_its_longest_word(theme: Theme) -> None:
    made = document(Table(("Word", "Meaning"), ((rich(LONG), rich("What it means.")),), (1, 6)))

    assert fit_faults(made, theme) == []
    assert LONG in PdfReader(BytesIO(render_pages(made, theme))).pages[0].extract_text()


def test_columns_share_what_there_is() -> None:
    assert column_widths((1, 3), 2, 100) == [25, 75]
    assert column_widths((1, 3), 2, 100, (40, 10)) == [40, 60]
    # More than there is, but within what words may shrink: every column as it needs.
    assert column_widths((1, 1), 2, 100, (80, 30)) == pytest.approx([100 * 80 / 110, 100 * 30 / 110])
    assert column_widths((1, 3), 2, 100, (200, 10)) == [25, 75]


def test_copies_to_cut_out_fill_one_page_and_begin_no_other(theme: Theme) -> None:
    slip = Card("One last question", (AnswerLines(rich("What could make telling easier?"), 4),))
    made = document(CutOutCards((slip,) * 12, "strip"))

    assert len(PdfReader(BytesIO(render_pages(made, theme))).pages) == 1
