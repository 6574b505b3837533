"""`build --watch` as somebody meets it who writes: save, and read what came of it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import lessonpack
from builder.cli.changes import told
from builder.cli.saved import Places, differing
from builder.rebuild import Change
from tests.conftest import ROOT

LESSON = "holiday-check-in"
PATIENCE_S = 120
"""Far more than any machine needs; only a failing test waits for so long."""


class Watched:
    """The command, running in a folder, and every line that it has said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lesson = folder / "lessons" / LESSON / "lesson.yaml"
        self.pack = folder / "output" / LESSON / "GB-ENG"
        self.lines: list[str] = []
        self.read = 0
        door = "from builder.cli import main; main()"
        self.process = subprocess.Popen(
            [sys.executable, "-c", door, "build", LESSON, "--country", "GB-ENG", "--watch"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},  # noqa: TID251 - a child's own
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def until(self, words: str) -> str:
        """The next line that holds the words, and all that was said before it since the last."""
        start, end = self.read, time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            for number in range(self.read, len(self.lines)):
                if words in self.lines[number]:
                    self.read = number + 1
                    return "".join(self.lines[start : self.read])
            time.sleep(0.02)
        raise AssertionError(f"{words!r} was not said, but: {''.join(self.lines[start:])}")

    def edit(self, old: str, new: str) -> None:
        text = self.lesson.read_text(encoding="utf-8")
        assert old in text
        self.lesson.write_text(text.replace(old, new, 1), encoding="utf-8")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.listener.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def manifest(self) -> dict[str, object]:
        found: dict[str, object] = json.loads((self.pack / "manifest.json").read_text(encoding="utf-8"))
        return found


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    shutil.copytree(ROOT / "lessons" / LESSON, tmp_path / "lessons" / LESSON)
    running = Watched(tmp_path)
    yield running
    running.end()


def test_saving_makes_the_pack_again_and_a_fault_leaves_it(watched: Watched) -> None:
    watched.until("Watching")
    slides = (watched.pack / "slides.pptx").read_bytes()
    notes = (watched.pack / "teacher-notes.pdf").read_bytes()

    watched.edit("You can pass.", "You can always pass.")
    said = watched.until("All done")
    assert "Saved lessons/holiday-check-in/lesson.yaml: slide 3" in said
    assert "teacher-notes.pdf" in said
    assert (watched.pack / "slides.pptx").read_bytes() != slides
    assert (watched.pack / "teacher-notes.pdf").read_bytes() != notes
    assert "late" not in watched.manifest()
    assert (watched.pack / f"{LESSON}-GB-ENG.zip").is_file()

    good = (watched.pack / "manifest.json").read_bytes()
    watched.edit("You can always pass.", "It is your own fault.")
    said = watched.until("stays")
    assert "messaging/blame" in said
    assert (watched.pack / "manifest.json").read_bytes() == good

    # As editors save: beside it, and then in its place.
    beside = watched.lesson.with_suffix(".tmp")
    beside.write_text(
        (ROOT / "lessons" / LESSON / "lesson.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    beside.replace(watched.lesson)
    watched.until("All done")
    assert (watched.pack / "slides.pptx").read_bytes() == slides

    # … or emptied at first.
    text = watched.lesson.read_text(encoding="utf-8")
    watched.lesson.write_text("", encoding="utf-8")
    watched.lesson.write_text(text.replace("You can pass.", "You can pass, always."), encoding="utf-8")
    assert "error" not in watched.until("All done")

    # A folder of its own that was not there when watching began.
    cases = watched.folder / "case_studies"
    cases.mkdir()
    shutil.copy(ROOT / "case_studies" / "told-his-mum.yaml", cases)
    assert "Saved case_studies/told-his-mum.yaml" in watched.until("Ready")

    watched.process.send_signal(signal.SIGINT)
    said = watched.until("Stopped")
    assert watched.process.wait(PATIENCE_S) == 130
    assert "Traceback" not in "".join(watched.lines)


def test_a_wrong_lesson_ends_it_as_without_watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    ran = CliRunner().invoke(lessonpack, ["build", "no-such-lesson", "--watch"])
    assert ran.exit_code == 2
    ran = CliRunner().invoke(lessonpack, ["build", LESSON, "--watch", "--format", "json"])
    assert ran.exit_code == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([], ""),
        ([Change("slides", slides=(9, 4))], "slides 4 and 9"),
        (
            [Change("slides", slides=(4, 5, 6, 9)), Change("slides-to-share", slides=(4, 5, 6, 9))],
            "slides 4 to 6 and 9",
        ),
        ([Change("slides", notes=(2,))], "the notes of slide 2"),
        ([Change("slides", slides=(2,), gone=1)], "slide 2; 1 slide less"),
        ([Change("slides-to-share", slides=(2,))], "slide 2 of slides-to-share"),
        ([Change("poster", slides=(1,))], "poster"),
        ([Change("handout", headings=("A", "B"))], "in handout “A” and “B”"),
        ([Change("handout", headings=tuple("ABCDE"))], "in handout “A”, “B”, “C” and 2 more"),
        ([Change("handout", throughout=True)], "every page of handout"),
    ],
)
def test_changes_are_told_in_words(changes: list[Change], words: str) -> None:
    assert told(changes) == words


def test_places_are_the_files_that_packs_are_made_from(tmp_path: Path) -> None:
    places = Places(tmp_path)
    lesson = tmp_path / "lessons" / "ours"
    lesson.mkdir(parents=True)
    before = places.stamps()
    for name in ("lesson.yaml", "photo.JPG", ".lesson.yaml.swp", "lesson.yaml~", ".#lesson.yaml"):
        (lesson / name).write_text("x", encoding="utf-8")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "slides.pptx").write_text("x", encoding="utf-8")
    (tmp_path / "school.yaml").write_text("x", encoding="utf-8")

    found = [places.name(file) for file in differing(before, places.stamps())]

    assert found == ["lessons/ours/lesson.yaml", "lessons/ours/photo.JPG", "school.yaml"]


def test_in_the_repository_the_shipped_files_are_among_them() -> None:
    found = {Places(ROOT).name(file) for file in Places(ROOT).stamps()}

    assert "builder/data/help/GB-ENG.yaml" in found
    assert "case_studies/told-his-mum.yaml" in found


def test_a_file_that_is_half_saved_is_waited_for(tmp_path: Path) -> None:
    places, file = Places(tmp_path), tmp_path / "school.yaml"
    file.write_text("one", encoding="utf-8")
    before = places.stamps()
    file.write_text("", encoding="utf-8")
    threading.Timer(0.1, lambda: file.write_text("two", encoding="utf-8")).start()

    assert places.settled(before)[file][1] == 3
