import errno
import hashlib
import io
import json
import os
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
    place = write(made, tmp_path)

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
    place = write(made, tmp_path)
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
        (PermissionError(errno.EACCES, "Permission denied", "slides.pptx"), "open in PowerPoint"),
    ],
)
def test_what_the_disk_refuses_is_one_clear_line(
    made: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, words: str
) -> None:
    place = write(made, tmp_path)

    def refuse(*_: object) -> None:
        raise fault

    monkeypatch.setattr(pack_module, "put_in_place", refuse)
    with pytest.raises(CantWriteError, match=words) as raised:
        write(made, tmp_path)

    assert "\n" not in str(raised.value)
    assert (place / "slides.pptx").read_bytes() == b"slides"
    assert [f.name for f in place.parent.iterdir()] == ["GB-ENG"]
