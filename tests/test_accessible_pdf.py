"""Every PDF for those who can't see it: PDF/UA-1, in the order in which it is read, and to fill in."""

import io
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from builder.build import Built, Wanted, build
from builder.checks import Rules
from builder.content.library import Library
from builder.plan import PRINTS
from builder.theme import Theme, load_theme, variants
from tests.conftest import DATE, LESSONS
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
    files = []
    for name, data in whole.items():
        files.append(tmp_path / name.replace("/", "-"))
        files[-1].write_bytes(data)

    assert vera(files) == []


# --- what is read, and in which order --------------------------------------------------------------


def test_a_heading_is_read_before_the_slide_and_the_minutes_beside_it(
    whole: dict[str, bytes], tmp_path: Path
) -> None:
    rows = told(whole["teacher-notes.pdf"], tmp_path)
    heading = next(n for n, row in enumerate(rows) if row == ("H4", "How to spot it"))

    assert [tag for tag, _ in rows[heading : heading + 3]] == ["H4", "Figure", "P"]


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


# --- the gate bites --------------------------------------------------------------------------------


def elements(writer: PdfWriter, tag: str) -> list[DictionaryObject]:
    """Structure elements of this role, in the order of the file."""
    found = [held for held in of_type(writer, "/StructElem") if str(held["/S"]) == tag]
    assert found, tag
    return found


def annotations(writer: PdfWriter, kind: str) -> list[DictionaryObject]:
    held = [note.get_object() for page in writer.pages for note in page.get("/Annots", [])]
    found = [note for note in held if isinstance(note, DictionaryObject) and note.get("/Subtype") == kind]
    assert found, kind
    return found


def painted(writer: PdfWriter, operators: bytes) -> None:
    """Add operators to the first page."""
    page = writer.pages[0]
    stream = DecodedStreamObject()
    contents = page.get_contents()
    assert contents is not None
    stream.set_data(contents.get_data() + operators)
    page[NameObject("/Contents")] = writer._add_object(stream)


def metadata(writer: PdfWriter, pattern: bytes) -> None:
    stream = writer.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    data = stream.get_data()
    assert re.search(pattern, data)
    changed = DecodedStreamObject()
    changed.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    changed.set_data(re.sub(pattern, b"", data))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(changed)


def renamed(element: DictionaryObject, tag: str) -> None:
    element[NameObject("/S")] = NameObject(tag)


def shorten(rows: list[DictionaryObject]) -> None:
    """Take the last cell from the last row that has several."""
    row = next(row for row in reversed(rows) if len(row["/K"]) > 1)  # type: ignore[arg-type]
    row[NameObject("/K")] = ArrayObject(list(row["/K"])[:-1])  # type: ignore[call-overload]


def of_type(writer: PdfWriter, kind: str) -> list[DictionaryObject]:
    objects: list[PdfObject | None] = list(writer._objects)
    every = [held for held in objects if isinstance(held, DictionaryObject)]
    return [held for held in every if held.get("/Type") == kind]


def fonts(writer: PdfWriter) -> list[DictionaryObject]:
    return [
        held
        for held in writer._objects
        if isinstance(held, DictionaryObject) and held.get("/Type") == "/Font"
    ]


def descriptors(writer: PdfWriter) -> list[DictionaryObject]:
    return of_type(writer, "/FontDescriptor")


def without(held: Sequence[DictionaryObject], key: str) -> None:
    for one in held:
        one.pop(key, None)


def put(held: DictionaryObject, key: str, value: PdfObject) -> None:
    held[NameObject(key)] = value


def root(writer: PdfWriter, key: str = "") -> DictionaryObject:
    found = writer.root_object[key].get_object() if key else writer.root_object
    assert isinstance(found, DictionaryObject)
    return found


FAULTS: dict[str, tuple[str, Callable[[PdfWriter], None]]] = {
    "no language": ("handout", lambda w: without([root(w)], "/Lang")),
    "not marked as tagged": ("handout", lambda w: without([root(w)], "/MarkInfo")),
    "no tree": ("handout", lambda w: without([root(w)], "/StructTreeRoot")),
    "not said to be PDF/UA": ("handout", lambda w: metadata(w, b"<pdfuaid:part>1</pdfuaid:part>")),
    "no title": ("handout", lambda w: metadata(w, b"(?s)<dc:title>.*</dc:title>")),
    "no metadata": ("handout", lambda w: without([root(w)], "/Metadata")),
    "the file's name for a title": (
        "handout",
        lambda w: put(root(w, "/ViewerPreferences"), "/DisplayDocTitle", BooleanObject(False)),
    ),
    "a picture without words": ("teacher-notes", lambda w: without(elements(w, "/Figure"), "/Alt")),
    "a heading left out": ("handout", lambda w: renamed(elements(w, "/H2")[0], "/H4")),
    "no heading of the first level": ("handout", lambda w: renamed(elements(w, "/H1")[0], "/H2")),
    "an item without a list": ("handout", lambda w: renamed(elements(w, "/L")[0], "/Div")),
    "a row without a table": ("handout", lambda w: renamed(elements(w, "/Table")[0], "/Div")),
    "a cell too few": ("handout", lambda w: shorten(elements(w, "/TR"))),
    "a header of nothing": ("handout", lambda w: without(elements(w, "/TH"), "/A")),
    "a role that nobody knows": ("handout", lambda w: renamed(elements(w, "/P")[0], "/Speech")),
    "ink that is nobody's": ("handout", lambda w: painted(w, b"\n10 10 90 90 re f\n")),
    "a mark within an artifact": (
        "handout",
        lambda w: painted(w, b"\n/Artifact BMC /P <</MCID 0>> BDC 1 1 9 9 re f EMC EMC\n"),
    ),
    "a link that doesn't say where": (
        "teacher-notes",
        lambda w: without(annotations(w, "/Link"), "/Contents"),
    ),
    "a link outside the tree": ("teacher-notes", lambda w: without(annotations(w, "/Link"), "/StructParent")),
    "no order of tabs": ("handout", lambda w: without(w.pages, "/Tabs")),
    "a field that asks nothing": ("handout", lambda w: without(annotations(w, "/Widget"), "/TU")),
    "a font that isn't there": ("handout", lambda w: without(of_type(w, "/FontDescriptor"), "/FontFile2")),
    "letters that nobody can read back": ("handout", lambda w: without(of_type(w, "/Font"), "/ToUnicode")),
    "doubtful marks": ("handout", lambda w: put(root(w, "/MarkInfo"), "/Suspects", BooleanObject(True))),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(packs: dict[str, Built], fault: str) -> None:
    name, spoil = FAULTS[fault]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdfs(packs[LESSON])[f"{name}.pdf"])))
    spoil(writer)

    spoiled = io.BytesIO()
    writer.write(spoiled)

    assert faults(spoiled.getvalue())


def test_writing_a_file_anew_is_no_fault(packs: dict[str, Built]) -> None:
    for name in {name for name, _ in FAULTS.values()}:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdfs(packs[LESSON])[f"{name}.pdf"])))
        copied = io.BytesIO()
        writer.write(copied)
        assert faults(copied.getvalue()) == []
