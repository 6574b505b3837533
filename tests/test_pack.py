import errno
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builder import pack as pack_module
from builder.pack import CantWriteError, Pack, assemble, write, zipped
from builder.render import Artefact

FILES = [Artefact("slides.pptx", b"slides"), Artefact("handout.pdf", b"handout")]


@pytest.fixture
def made() -> Pack:
    return assemble(
        "a-lesson", "GB-ENG", FILES, {"lessons/a-lesson/lesson.yaml": "00"}, {"date": "2026-09-01"}
    )


def test_the_manifest_names_every_file_and_source_with_its_hash(made: Pack) -> None:
    manifest = json.loads(next(f.data for f in made.files if f.name == "manifest.json"))

    assert manifest["files"] == {f.name: hashlib.sha256(f.data).hexdigest() for f in FILES}
    assert manifest["sources"] == {"lessons/a-lesson/lesson.yaml": "00"}
    assert manifest["date"] == "2026-09-01"


def test_the_zip_is_the_same_bytes_whatever_the_order_of_files(made: Pack) -> None:
    other = assemble(
        "a-lesson", "GB-ENG", FILES[::-1], {"lessons/a-lesson/lesson.yaml": "00"}, {"date": "2026-09-01"}
    )

    assert zipped(made) == zipped(other)


def test_the_zip_holds_one_folder_with_fixed_times(made: Pack) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(made))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "a-lesson-GB-ENG/handout.pdf",
            "a-lesson-GB-ENG/manifest.json",
            "a-lesson-GB-ENG/slides.pptx",
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_writing_puts_all_files_and_the_zip_in_one_folder(made: Pack, tmp_path: Path) -> None:
    place = write(made, tmp_path).place

    assert place == tmp_path / "a-lesson" / "GB-ENG"
    assert sorted(f.name for f in place.iterdir()) == [
        "a-lesson-GB-ENG.zip",
        "handout.pdf",
        "manifest.json",
        "slides.pptx",
    ]
    assert [f.name for f in place.parent.iterdir()] == ["GB-ENG"]


@pytest.mark.parametrize("step", range(6))
def test_a_crash_at_any_step_leaves_the_old_pack_whole(
    made: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    place = write(made, tmp_path).place
    before = {f.name: f.read_bytes() for f in place.iterdir()}
    newer = Pack(made.lesson, made.country, (*made.files, Artefact("more.txt", b"more")))
    calls = 0
    real = os.fsync

    def fsync(number: int) -> None:
        nonlocal calls
        calls += 1
        if calls > step:
            raise KeyboardInterrupt
        real(number)

    monkeypatch.setattr(os, "fsync", fsync)
    try:
        write(newer, tmp_path)
    except KeyboardInterrupt:
        assert {f.name: f.read_bytes() for f in place.iterdir()} == before
    else:
        assert (place / "more.txt").read_bytes() == b"more"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left"),
        (PermissionError(errno.EACCES, "Permission denied", "slides.pptx"), "Permission denied"),
    ],
)
def test_what_the_disk_refuses_is_one_clear_line(
    made: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, words: str
) -> None:
    place = write(made, tmp_path).place

    def refuse(*_: object) -> None:
        raise fault

    monkeypatch.setattr(pack_module, "put_in_place", refuse)
    with pytest.raises(CantWriteError, match=words) as raised:
        write(made, tmp_path)

    assert "\n" not in str(raised.value)
    assert (place / "slides.pptx").read_bytes() == b"slides"
    assert [f.name for f in place.parent.iterdir()] == ["GB-ENG"]


def test_what_a_teacher_changed_or_added_is_kept_beside_the_new_pack(made: Pack, tmp_path: Path) -> None:
    place = write(made, tmp_path).place
    (place / "slides.pptx").write_bytes(b"my own words")
    (place / "my-notes.docx").write_bytes(b"notes")

    again = write(made, tmp_path)

    assert again.kept == place.with_name("GB-ENG-kept-1")
    assert (again.kept / "slides.pptx").read_bytes() == b"my own words"
    assert (again.kept / "my-notes.docx").read_bytes() == b"notes"
    assert (place / "slides.pptx").read_bytes() == b"slides"


def test_a_pack_that_nobody_touched_is_replaced_without_a_trace(made: Pack, tmp_path: Path) -> None:
    place = write(made, tmp_path).place
    (place / ".DS_Store").write_bytes(b"desktop")
    (place / "~$slides.pptx").write_bytes(b"lock")

    assert write(made, tmp_path).kept is None
    assert [f.name for f in place.parent.iterdir()] == ["GB-ENG"]


def test_a_second_change_is_kept_under_a_second_name(made: Pack, tmp_path: Path) -> None:
    for number in (1, 2):
        place = write(made, tmp_path).place
        (place / "slides.pptx").write_bytes(str(number).encode())
    write(made, tmp_path)

    kept = sorted(f.name for f in place.parent.iterdir())
    assert kept == ["GB-ENG", "GB-ENG-kept-1", "GB-ENG-kept-2"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody can be asked whether a process lives")
def test_what_a_killed_build_left_is_cleared_and_what_a_live_one_uses_is_not(
    made: Pack, tmp_path: Path
) -> None:
    place = write(made, tmp_path).place
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    dead = place.with_name(f".GB-ENG-new-{child.pid}-abc")
    live = place.with_name(f".GB-ENG-new-{os.getpid()}-abc")
    dead.mkdir()
    live.mkdir()

    write(made, tmp_path)

    assert not dead.exists()
    assert live.exists()


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_file_or_link_in_the_packs_place_is_refused(made: Pack, tmp_path: Path, kind: str) -> None:
    place = tmp_path / "a-lesson" / "GB-ENG"
    place.parent.mkdir()
    if kind == "file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.symlink_to(tmp_path, target_is_directory=True)

    with pytest.raises(CantWriteError, match="not a folder"):
        write(made, tmp_path)

    assert [f.name for f in place.parent.iterdir()] == ["GB-ENG"]
