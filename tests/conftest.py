"""What several tests share: the shipped library, one build of every shipped lesson, golden files."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build import Built, build, theme_for
from builder.checks import Rules, load_rules
from builder.content.library import Library, read_library
from builder.content.shelves import Shelf
from builder.theme import Theme, load_theme
from builder.words.judge import Judge
from builder.words.shipped import load_judge

ROOT = Path(__file__).resolve().parent.parent
DATE = "2026-09-01"
COUNTRY = "GB-ENG"
LESSONS = sorted(folder.name for folder in (ROOT / "lessons").iterdir() if folder.is_dir())
PUPILS = [
    name
    for name in LESSONS
    if "\naudience: " not in (ROOT / "lessons" / name / "lesson.yaml").read_text(encoding="utf-8")
]
"""The lessons for pupils; the others are sessions for adults, which have no handout for pupils."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what was planned over the golden files")


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load_rules()


@pytest.fixture(scope="session")
def judge() -> Judge:
    return load_judge()


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("house")


@pytest.fixture(scope="session")
def library() -> Library:
    found, said = read_library([Shelf(ROOT)], COUNTRY)
    assert found is not None, said
    return found


@pytest.fixture(scope="session")
def packs(library: Library, rules: Rules) -> dict[str, Built]:
    """Every shipped lesson, built once."""
    return {
        name: build(library, name, rules, theme_for(lesson.model), DATE)
        for name, lesson in library.lessons.items()
    }


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with tests/golden/NAME; with --accept, write it there."""

    def compare(name: str, text: str) -> None:
        file = ROOT / "tests" / "golden" / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.is_file(), f"no golden file {name}: run pytest --accept and read the difference"
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's command; a machine without it skips, unless it is the one that must have it."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("CI") == "true":  # noqa: TID251  # only the test run's own environment knows
            pytest.fail("the CI machine has no LibreOffice: apt-get install libreoffice-impress")
        pytest.skip("LibreOffice is not installed")
    return found
