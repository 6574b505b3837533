"""What tests of releases share: a folder with one small lesson, and work that takes no time."""

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.build import Built
from builder.cli import lessonpack
from builder.content.library import Library
from builder.diagnostics import Diagnostic, Mark, needs_person
from builder.pack import assemble
from builder.release.bench import Bench, Checked
from builder.render import Artefact
from tests.checks.small import CASE, VALID
from tests.compare.small import words

PLAN = "lessons: [small]\ncountries: [GB-ENG]\nvariants: []\n"
LOCK = f"# a remark\nclick==8.5.1 \\\n    --hash=sha256:{'1' * 64} \\\n    --hash=sha256:{'2' * 64}\n"
WAITING = needs_person(Mark("case_studies/a.yaml", 3, 1), "review/unsigned", "a: nobody has signed it yet.")
DAY = "2026-09-01"


def small_folder(place: Path, plan: str = PLAN) -> Path:
    (place / "lessons" / "small").mkdir(parents=True)
    (place / "case_studies").mkdir()
    (place / "requirements").mkdir()
    shutil.copy(VALID / "lesson.yaml", place / "lessons" / "small" / "lesson.yaml")
    shutil.copy(VALID / "case.yaml", place / "case_studies" / f"{CASE}.yaml")
    (place / "requirements" / "run.lock").write_text(LOCK, encoding="utf-8")
    (place / "release.yaml").write_text(plan, encoding="utf-8")
    return place


def release(*arguments: str, version: str = "1.0", jobs: int = 1) -> Result:
    """The command in the folder that the test stands in."""
    # The words “--draft” and the like are the test's own.
    given = ["--version", version, "--date", DAY, "--out", "out", "--jobs", str(jobs), *arguments]
    ran = CliRunner().invoke(lessonpack, ["release", *given])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    assert "Traceback" not in ran.output
    return ran


def listed(place: Path) -> dict[str, str]:
    """Every file beneath, hidden ones too, with its sha256."""
    return {
        file.relative_to(place).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(place.rglob("*"))
        if file.is_file()
    }


class Quick:
    """Checking and drawing that take no time: what they find, and what a pack holds, is the test's choice."""

    def __init__(self) -> None:
        self.said: list[Diagnostic] = []
        self.drawn: list[Diagnostic] = []
        self.faulty = False
        self.words = b"It is not your fault."
        self.papers: list[str] = []

    def check(self, bench: Bench, country: int) -> Checked:
        code = bench.job.countries[country]
        given: dict[str, str | None] = {"emergency": "2026-08-30", "childline": None}
        titles = {lesson: lesson.title() for lesson in bench.job.lessons}
        return Checked(code, code, self.said, given, [], titles)

    def draw(self, _bench: Bench, library: Library, lesson: str, paper: str) -> Built:
        self.papers.append(paper)
        if self.faulty:
            return Built(None, self.drawn)
        files = [Artefact("read-me-first.txt", self.words), Artefact("more.txt", bytes(300_000))]
        files.append(
            Artefact("word/handout.docx", words((("Heading 1", "Handout"), ("Normal", self.words.decode()))))
        )
        sources = {f"lessons/{lesson}/lesson.yaml": hashlib.sha256(self.words).hexdigest()}
        return Built(assemble(lesson, library.help.id, files, sources, {"paper": paper}), self.said)


@pytest.fixture
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Quick:
    """In a folder with one small lesson, with nothing to wait for."""
    made = Quick()
    monkeypatch.chdir(small_folder(tmp_path / "folder"))
    monkeypatch.setattr("builder.release.making.check_country", made.check)
    monkeypatch.setattr("builder.release.bench._drawn", made.draw)
    return made
