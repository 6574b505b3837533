"""What tests of a school's own folder share: a shipped text that may change, commands, and what they tell."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import lessonpack
from tests.conftest import ROOT

LESSON, CASE = "online-blackmail", "after-midnight"
PLACE = "activities.a-good-start.slides.talk-about.say.0"
OWN = "Here we talk about “someone”."
NEXT_YEAR = ("we talk about “someone”. Anything", "we say “someone”. Anything")
CHANGES = Path("lessons", LESSON, "changes.yaml")


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped texts that a test may change as an update would, and a school's empty folder."""
    there = tmp_path / "shipped"
    for name in ("lessons", "case_studies"):
        shutil.copytree(ROOT / name, there / name)
    monkeypatch.setattr("builder.content.shelves.shipped", lambda: there)
    (tmp_path / "school").mkdir()
    monkeypatch.chdir(tmp_path / "school")
    return there


def run(*arguments: str, typed: str = "") -> Result:
    ran = CliRunner().invoke(lessonpack, list(arguments), input=typed)
    assert "Traceback" not in ran.output
    return ran


def adapt() -> Result:
    return run("adapt", "lesson", LESSON, "--at", PLACE, "--replace", OWN, "--by", "Jo Bell")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def status() -> dict[str, dict[str, object]]:
    told = json.loads(run("status", "--format", "json").stdout)
    return {one["id"]: one for one in told["texts"]}
