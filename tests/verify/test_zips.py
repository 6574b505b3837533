"""Zips of strangers: names that lead out, bombs, manifests that are none."""

import json
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest

from builder.verify import archive, verify
from builder.verify.contents import check_zip
from builder.verify.found import Kind
from tests.verify.small import NAME, kinds, member, packed, put_together


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "pack/../../evil.txt",
        "/etc/passwd",
        "C:/evil.txt",
        "pack\\..\\evil.txt",
        "bare.txt",
        "p/a\nb",
    ],
)
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / NAME).write_bytes(put_together([member(name)]))

    assert kinds(tmp_path / NAME) == [(NAME, Kind.NAME)]
    assert "\n" not in verify(tmp_path / NAME).findings[0].message


@pytest.mark.parametrize("names", [["p/b", "p/a"], ["p/a", "p/a"]])
def test_another_order_and_the_same_name_twice_are_refused(names: list[str]) -> None:
    assert [f.kind for f in check_zip(NAME, put_together([member(n) for n in names])).findings] == [Kind.ZIP]


def test_a_zip_bomb_is_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    bytes_of_it = bomb.compress(bytes(40 * 2**20)) + bomb.flush()
    unpacked = []
    real = archive._inflated

    def noted(name: str, data: bytes, size: int) -> bytes:
        unpacked.append(size)
        return real(name, data, size)

    monkeypatch.setattr(archive, "_inflated", noted)
    liar = archive.Member("p/bomb", bytes_of_it, b"x" * 10)
    honest = put_together([archive.Member("p/bomb", bytes_of_it, b"")]).replace(
        struct.pack("<2L", len(bytes_of_it), 0), struct.pack("<2L", len(bytes_of_it), 2**31), 1
    )

    tracemalloc.start()
    assert check_zip(NAME, put_together([liar])).findings[0].kind is Kind.TOO_LARGE
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()
    assert check_zip(NAME, honest).findings[0].kind is Kind.TOO_LARGE
    assert unpacked == [10]


def test_many_files_are_no_more_than_their_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 1000)
    data = put_together([member(f"p/{number}", b"x" * 400) for number in range(4)])

    assert check_zip(NAME, data).findings[0].kind is Kind.TOO_LARGE


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        (b"not JSON", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "no list of files"),
        (b'{"files": {}}', "not that of a pack"),
        (b'{"lesson": "a", "country": "b", "files": {"../x": "00"}}', "can't be a file"),
        (b'{"lesson": "a", "country": "b", "files": {"x": "00"}}', "no hash"),
        (b"\xff\xfe", "no JSON"),
    ],
)
def test_a_manifest_that_is_none_is_one_line(manifest: bytes, words: str) -> None:
    data = put_together([member("p/manifest.json", manifest)])

    (found,) = check_zip(NAME, data).findings

    assert found.kind is Kind.MANIFEST
    assert words in found.message


def test_another_spelling_of_the_manifest_is_found() -> None:
    inner = {m.name: m.data for m in archive.members(packed())}
    name = "a-lesson-GB-ENG/manifest.json"
    inner[name] = json.dumps(json.loads(inner[name])).encode()

    (found,) = check_zip(NAME, put_together([member(n, data) for n, data in inner.items()])).findings

    assert "not written as it was built" in found.message


def test_what_a_zip_holds_is_held_against_its_manifest() -> None:
    inner = {m.name: m.data for m in archive.members(packed())}
    inner["a-lesson-GB-ENG/slides.pptx"] += b"!"
    inner["a-lesson-GB-ENG/zz.exe"] = b"MZ"
    del inner["a-lesson-GB-ENG/word/handout.docx"]

    found = check_zip(NAME, put_together([member(n, data) for n, data in sorted(inner.items())])).findings

    assert [one.kind for one in found] == [Kind.CHANGED, Kind.MISSING, Kind.ADDED]


def test_a_folder_of_another_name_in_the_zip_is_found() -> None:
    inner = {m.name.replace("a-lesson", "b-lesson"): m.data for m in archive.members(packed())}

    (found,) = check_zip(NAME, put_together([member(n, data) for n, data in inner.items()])).findings

    assert found.kind is Kind.NAME
