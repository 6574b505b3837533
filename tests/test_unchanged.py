"""A build that would change nothing is answered at once; what differs is made again, with the same bytes."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder import inputs
from builder.store import FOLDER
from builder.unchanged import answered, key, out_of, wanted
from tests.conftest import DATE, ROOT

LESSON = "holiday-check-in"
COMMAND = ["build", LESSON, "--country", "GB-ENG", "--date", DATE, "--out", "packs"]
DOOR = """
import sys
from builder.door import main
try:
    main()
finally:
    print("click was imported:", "click" in sys.modules, file=sys.stderr)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a lesson of its own, as an author's."""
    shutil.copytree(ROOT / "lessons" / LESSON, tmp_path / "lessons" / LESSON)
    return tmp_path


def started(folder: Path, command: list[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", DOOR, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # noqa: TID251 - the command runs as it would for a user
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(folder: Path, command: list[str] = COMMAND) -> tuple[str, str]:
    process = started(folder, command)
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out, err


def files(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and FOLDER not in file.parts
    }


def test_the_same_build_is_answered_without_building(folder: Path) -> None:
    first = run(folder)
    before = files(folder / "packs")
    again = run(folder)

    assert first[0] == again[0]
    assert "click was imported: True" in first[1]
    assert again[1] == first[1].replace("imported: True", "imported: False")
    assert files(folder / "packs") == before

    # The pack is no longer as it was made; the drawings are still known, but for one that is damaged.
    pack = folder / "packs" / LESSON / "GB-ENG"
    shutil.rmtree(pack)
    entries = sorted((folder / "packs" / FOLDER).glob("*/*"), key=lambda place: place.stat().st_size)
    entries[-1].write_bytes(entries[-1].read_bytes()[:-1])
    assert "click was imported: True" in run(folder)[1]
    assert files(folder / "packs") == before

    # Without anything kept, the same bytes.
    shutil.rmtree(folder / "packs")
    run(folder, [*COMMAND, "--no-cache"])
    assert files(folder / "packs") == before
    assert not (folder / "packs" / FOLDER).exists()


def test_two_builds_into_one_folder_at_once_both_end_well(folder: Path) -> None:
    both = [started(folder, COMMAND) for _ in range(2)]
    for process in both:
        _, err = process.communicate()
        assert process.returncode == 0, err

    built = files(folder / "packs")
    assert built
    assert not [name for name in built if "/." in name or name.startswith(".")]
    assert "click was imported: False" in run(folder)[1]
    assert files(folder / "packs") == built


def edit_lesson(folder: Path) -> None:
    file = folder / "lessons" / LESSON / "lesson.yaml"
    file.write_bytes(file.read_bytes() + b"\n")


def add_case(folder: Path) -> None:
    (folder / "case_studies").mkdir()
    (folder / "case_studies" / "new.yaml").write_text("")


def rename_lesson(folder: Path) -> None:
    (folder / "lessons" / LESSON).rename(folder / "lessons" / "another")


def add_school(folder: Path) -> None:
    (folder / "school.yaml").write_text("name: Riverside Academy\n")


def add_logo(folder: Path) -> None:
    (folder / "logo.png").write_bytes(b"PNG")


@pytest.mark.parametrize("change", [edit_lesson, add_case, rename_lesson, add_school, add_logo])
def test_every_change_of_content_is_another_question(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: "object"
) -> None:
    monkeypatch.chdir(folder)
    before = key(COMMAND, DATE)
    assert callable(change)
    change(folder)

    assert key(COMMAND, DATE) != before


def test_no_clock_is_believed(folder: Path) -> None:
    file = folder / "lessons" / LESSON / "lesson.yaml"
    before = inputs.content(str(folder))
    os.utime(file, (1, 1))
    assert inputs.content(str(folder)) == before

    state = file.stat()
    file.write_bytes(file.read_bytes().replace(b"a", b"e", 1))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert inputs.content(str(folder)) != before


def test_a_template_in_a_folder_of_its_own_counts(folder: Path) -> None:
    (folder / "school.yaml").write_text('theme:\n  template: "looks/ours.pptx"  # the new one\n')
    (folder / "looks").mkdir()
    before = inputs.content(str(folder))
    (folder / "looks" / "ours.pptx").write_bytes(b"one")
    first = inputs.content(str(folder))
    (folder / "looks" / "ours.pptx").write_bytes(b"two")

    assert len({before, first, inputs.content(str(folder))}) == 3


def test_the_code_counts_and_the_day_unless_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    without = [word for word in COMMAND if word not in ("--date", DATE)]
    assert key(COMMAND, "2026-09-01") == key(COMMAND, "2026-09-02")
    assert key(without, "2026-09-01") != key(without, "2026-09-02")

    before = key(COMMAND, DATE)
    monkeypatch.setattr(inputs, "HERE", str(ROOT / "tools"))
    assert key(COMMAND, DATE) != before


def test_only_a_build_that_ends_is_answered_and_where_it_writes_to(tmp_path: Path) -> None:
    assert wanted(COMMAND)
    for more in ("--watch", "--no-cache", "--help"):
        assert not wanted([*COMMAND, more])
    assert not wanted(["check"])
    assert [out_of(["build", *words]) for words in ([], ["--out", "a"], ["--out=b"])] == ["output", "a", "b"]
    assert answered(str(tmp_path), "0" * 64) is None
