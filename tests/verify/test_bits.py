"""What nobody touched is as it was built, and a single bit anywhere is found."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder import sealed
from builder.verify import archive, verify
from builder.verify.contents import check_zip
from builder.verify.found import Kind
from tests.verify.small import FILES, NAME, by_hand, flipped, kinds, packed, unseen_bits


def test_what_nobody_touched_is_as_it_was_built(release: Path, folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / "a-lesson-GB-ENG (1).zip"
    alone.write_bytes(packed())

    for place, what in ((release, "release"), (folder, "folder"), (alone, "zip")):
        found = verify(place)
        assert (found.what, found.findings, found.notes) == (what, (), ())
        assert found.files >= 4


def test_an_unpacked_pack_is_whole_with_its_zip_beside_it(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(packed())
    with zipfile.ZipFile(tmp_path / NAME) as found:
        found.extractall(tmp_path)

    assert verify(tmp_path / "a-lesson-GB-ENG").findings == ()
    assert verify(tmp_path / "a-lesson-GB-ENG").notes == ()


def test_without_its_zip_a_folder_says_what_could_not_be_checked(folder: Path) -> None:
    (folder / NAME).unlink()

    assert verify(folder).same
    assert "manifest.json itself could not be checked" in verify(folder).notes[0]


def test_the_strict_reader_knows_exactly_what_is_written() -> None:
    names = {"ä – und “mehr”.txt": b"x" * 4000, "leer.txt": b"", "z/tief.bin": bytes(range(256)) * 9}
    data = sealed.zipped("pack", sorted(names.items()))

    assert {member.name: member.data for member in archive.members(data)} == {
        f"pack/{name}": content for name, content in names.items()
    }


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_single_bit_of_a_release_is_found(kept_release: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(kept_release.iterdir())))
    whole = file.read_bytes()
    bit = data.draw(st.integers(0, len(whole) * 8 - 1))
    try:
        file.write_bytes(flipped(whole, bit))
        found = verify(kept_release)
    finally:
        file.write_bytes(whole)

    assert found.findings, f"bit {bit} of {file.name}"
    assert verify(kept_release).same


def test_a_bit_of_every_byte_of_the_sums_is_found(release: Path) -> None:
    assert unseen_bits(release / "SHA256SUMS", release) == []


def test_every_single_bit_of_a_zip_alone_is_found() -> None:
    data = packed()

    missed = [bit for bit in range(len(data) * 8) if not check_zip(NAME, flipped(data, bit)).findings]

    assert missed == []


def test_a_flipped_bit_that_changes_no_file_is_found_too() -> None:
    # In a run of equal words, a distance may be another one and copy the same; so it is not the content
    # alone that has to be looked at.
    data = packed()
    silent = []
    for bit in range(len(data) * 8):
        try:
            with zipfile.ZipFile(io.BytesIO(flipped(data, bit))) as other:
                if {
                    name.split("/", 1)[1]: other.read(name) for name in other.namelist()
                }.items() >= FILES.items():
                    silent.append(bit)
        except Exception:  # noqa: S112 - whatever a damaged zip makes of the library
            continue

    assert len(silent) > 100
    assert all(check_zip(NAME, flipped(data, bit)).findings for bit in silent)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data + b"\0",
        lambda data: b"\0" + data,
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda _: b"",
        lambda data: data[:-2] + struct.pack("<H", 5) + b"hello",
        lambda data: data + data,
    ],
)
def test_bytes_before_behind_and_missing_are_found(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    (tmp_path / NAME).write_bytes(spoil(packed()))

    assert kinds(tmp_path / NAME) == [(NAME, Kind.ZIP)]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_one_file_packed_otherwise_is_damage(level: int) -> None:
    found = check_zip(NAME, by_hand(level_of={"slides.pptx": level}))

    assert [one.kind for one in found.findings] == [Kind.ZIP]
    assert "slides.pptx" in found.findings[0].message


def test_another_machines_zlib_is_no_fault_and_is_said() -> None:
    found = check_zip(NAME, by_hand(level=1))

    assert found.findings == ()
    assert "another zlib" in found.notes[0]
