"""Files that are broken, locked, empty, enormous or not what they say: one clear complaint each."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from docx import Document
from pptx import Presentation
from pypdf.errors import DependencyError

from builder.audit import READERS, RULES, audit, zipped
from builder.audit.text import SIZE_LIMIT
from builder.diagnostics import Diagnostic
from builder.words.judge import Judge

SUFFIXES = sorted(READERS)
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ELSEWHERE = "Nobody can help you now."


def deck() -> bytes:
    out = BytesIO()
    made = Presentation()
    made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = "Hello"
    made.save(out)
    return out.getvalue()


def letter() -> bytes:
    out = BytesIO()
    made = Document()
    made.add_paragraph("Hello")
    made.save(out)
    return out.getvalue()


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("a password", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def blank_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def locked_zip() -> bytes:
    data = bytearray(deck())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The zip file with one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def many_parts() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for number in range(zipped.PARTS_LIMIT + 1):
            made.writestr(str(number), b"")
    return out.getvalue()


def only(tmp_path: Path, judge: Judge, name: str, data: bytes | None) -> Diagnostic:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    audited = audit(file, "pupil", judge)
    assert audited.read is None
    (said,) = audited.said
    assert said.rule in RULES
    assert said.is_error
    assert said.message
    assert said.hint
    return said


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b" \n\n"], ids=["nothing", "blanks"])
def test_an_empty_file(tmp_path: Path, judge: Judge, suffix: str, data: bytes) -> None:
    assert only(tmp_path, judge, f"a{suffix}", data).rule == "audit/empty"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, judge: Judge, suffix: str) -> None:
    assert only(tmp_path, judge, f"a{suffix}", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR").rule == "audit/broken"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pptx", letter()),
        ("a.docx", deck()),
        ("a.pptx", deck()[:-400]),
        ("a.pptx", deck()[: len(deck()) // 2]),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 100),
        ("a.docx", changed(letter(), "word/document.xml", lambda old: old[:200])),
        ("a.pptx", changed(deck(), "[Content_Types].xml", lambda _: b"<a/>")),
        ("a.pdf", b"%PDF-1.7\nnothing of the kind"),
        ("a.pdf", blank_pdf()[:300]),
        ("a.pptx", OLE + b"\x00" * 600),
    ],
)
def test_a_broken_file(tmp_path: Path, judge: Judge, name: str, data: bytes) -> None:
    assert only(tmp_path, judge, name, data).rule == "audit/broken"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pptx", locked_zip()),
        ("a.docx", OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")),
        ("a.pdf", locked_pdf()),
    ],
)
def test_a_locked_file(tmp_path: Path, judge: Judge, name: str, data: bytes) -> None:
    assert only(tmp_path, judge, name, data).rule == "audit/locked"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", many_parts()),
        ("a.docx", changed(letter(), "word/document.xml", lambda _: b" " * (zipped.XML_LIMIT + 1))),
        ("a.txt", b"a" * (SIZE_LIMIT + 1)),
    ],
    ids=["parts", "xml", "text"],
)
def test_a_file_too_large(tmp_path: Path, judge: Judge, name: str, data: bytes) -> None:
    assert only(tmp_path, judge, name, data).rule == "audit/too-large"


def test_a_file_that_unpacks_to_too_much(
    tmp_path: Path, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "SIZE_LIMIT", 1000)

    assert only(tmp_path, judge, "a.pptx", deck()).rule == "audit/too-large"


def test_a_lock_that_needs_another_library(
    tmp_path: Path, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DependencyError("one more library is needed")

    monkeypatch.setattr(pypdf.PageObject, "extract_text", refuse)

    assert only(tmp_path, judge, "a.pdf", blank_pdf()).rule == "audit/locked"


@pytest.mark.parametrize("opened", ["<a ", "<!--", "<![x>", '<a title="', "&", "</", "<!doctype ", "<?"])
def test_a_web_page_that_leaves_everything_open_comes_to_an_end(
    tmp_path: Path, judge: Judge, opened: str
) -> None:
    file = tmp_path / "a.html"
    file.write_text(f"<p>{ELSEWHERE}</p>{opened * 100_000}", encoding="utf-8")

    assert [met.finding.rule for met in audit(file, "pupil", judge).met] == ["messaging/no-help"]


def test_a_pdf_without_words(tmp_path: Path, judge: Judge) -> None:
    assert only(tmp_path, judge, "a.pdf", blank_pdf()).rule == "audit/empty"


def test_what_is_not_there_or_a_folder_or_of_another_kind(tmp_path: Path, judge: Judge) -> None:
    assert only(tmp_path, judge, "nowhere.pdf", None).rule == "audit/missing"
    assert only(tmp_path, judge, "a\x00b.pdf", None).rule == "audit/missing"
    assert only(tmp_path, judge, "a.ppt", b"x").rule == "audit/format"
    assert only(tmp_path, judge, "a", b"x").rule == "audit/format"
    (tmp_path / "folder.pdf").mkdir()
    assert only(tmp_path, judge, "folder.pdf", None).rule == "audit/folder"


def test_no_outside_entity_is_read(tmp_path: Path, judge: Judge) -> None:
    (tmp_path / "elsewhere.txt").write_text(ELSEWHERE, encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "elsewhere.txt").as_uri()}">]>'.encode()

    def planted(old: bytes) -> bytes:
        start = old.index(b"?>") + 2
        return old[:start] + entity + old[start:].replace(b"Hello", b"Hello &e; there")

    file = tmp_path / "a.docx"
    file.write_bytes(changed(letter(), "word/document.xml", planted))
    audited = audit(file, "pupil", judge)

    assert audited.met == ()
    if audited.read is not None:
        assert all(ELSEWHERE not in passage.text for passage in audited.read.passages)


def test_a_ring_of_entities_comes_to_an_end(tmp_path: Path, judge: Judge) -> None:
    rings = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    bomb = b'<!DOCTYPE x [<!ENTITY e0 "ha">' + rings + b"]>"

    def planted(old: bytes) -> bytes:
        start = old.index(b"?>") + 2
        return old[:start] + bomb + old[start:].replace(b"Hello", b"Hello &e11;")

    file = tmp_path / "a.docx"
    file.write_bytes(changed(letter(), "word/document.xml", planted))

    assert audit(file, "pupil", judge).met == ()


def test_odd_signs_in_a_name_do_not_break_the_report(tmp_path: Path, judge: Judge) -> None:
    said = only(tmp_path, judge, "a\nb.txt", b"\x00")

    assert "\n" not in said.mark.file
