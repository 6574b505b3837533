"""Each of these faults, planted into a finished PDF, must be found: else a gate proves nothing."""

import io
import re
from collections.abc import Callable, Sequence

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

from builder.build import Built
from tests.test_accessible_pdf import LESSON, pdfs
from tests.ua import faults


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
