"""A teacher's folder: what is theirs is told in plain words, and nothing leads out of it."""

import os
from pathlib import Path

import pytest

from builder.verify import verify
from builder.verify.found import Kind
from tests.verify.small import FILES, NAME, kinds, packed, unseen_bits


def test_what_a_teacher_changed_and_added_is_told_in_plain_words(folder: Path) -> None:
    (folder / "slides.pptx").write_bytes(b"my own words")
    (folder / "my-notes.docx").write_bytes(b"notes")
    (folder / "read-me-first.txt").unlink()

    found = verify(folder).findings

    assert [(one.file, one.kind) for one in found] == [
        ("my-notes.docx", Kind.ADDED),
        ("read-me-first.txt", Kind.MISSING),
        ("slides.pptx", Kind.CHANGED),
    ]
    assert found[2].message == "slides.pptx is not as it was built."
    assert "yours" in found[2].hint


def test_what_the_desktop_leaves_is_no_fault_in_a_pack(folder: Path) -> None:
    for name in (".DS_Store", "~$slides.pptx", "Thumbs.db", "word/.~lock.handout.docx#"):
        (folder / name).write_bytes(b"desktop")

    assert verify(folder).same


def test_a_bit_of_every_byte_of_a_folders_manifest_is_found_with_its_zip(folder: Path) -> None:
    assert unseen_bits(folder / "manifest.json", folder) == []


def test_a_zip_of_another_day_beside_the_files_is_found(folder: Path) -> None:
    (folder / NAME).write_bytes(packed(files={**FILES, "slides.pptx": b"newer"}))

    assert kinds(folder) == [("manifest.json", Kind.MANIFEST)]


@pytest.mark.skipif(os.name != "posix", reason="links need a right of their own there")
def test_links_are_not_followed(folder: Path, release: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for place in (folder, release):
        (place / "elsewhere").symlink_to(outside, target_is_directory=True)
    (folder / "slides.pptx").rename(outside / "slides.pptx")
    (folder / "slides.pptx").symlink_to(outside / "slides.pptx")
    (release / "CHANGES.md").unlink()
    (release / "CHANGES.md").symlink_to("gone.md")
    (release / NAME).rename(outside / NAME)
    (release / NAME).symlink_to(outside / NAME)

    assert kinds(folder) == [("elsewhere", Kind.LINK), ("slides.pptx", Kind.LINK)]
    assert kinds(release) == [("CHANGES.md", Kind.LINK), (NAME, Kind.LINK), ("elsewhere", Kind.LINK)]


@pytest.mark.skipif(os.name != "posix", reason="there are no such pipes")
def test_a_pipe_in_place_of_a_file_stops_nobody(folder: Path, tmp_path: Path) -> None:
    (folder / "slides.pptx").unlink()
    os.mkfifo(folder / "slides.pptx")
    os.mkfifo(tmp_path / "pipe.zip")

    assert kinds(folder) == [("slides.pptx", Kind.UNREADABLE)]
    assert verify(tmp_path / "pipe.zip").trouble
