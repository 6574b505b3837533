"""The shipped lesson with faults planted in it: each is named at its place, and nothing is written."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import lessonpack
from tests.conftest import ROOT
from tests.readback import pdf_text, slide_texts

LESSON = "lessons/online-blackmail/lesson.yaml"
CASE = "case_studies/after-midnight.yaml"
OTHER = "case_studies/the-fake-picture.yaml"
BUILD = ["build", "online-blackmail", "--date", "2026-09-01", "--format", "line"]


@dataclass(frozen=True)
class Planted:
    """`old` becomes `new` in `file`; `rule` is expected in `said_in` at the place where `at` then stands."""

    file: str
    old: str
    new: str
    rule: str
    at: str
    said_in: str = ""


READING = (
    Planted(LESSON, "minutes: 50\n", "minutes: fifty\n", "schema/type", "fifty"),
    Planted(LESSON, "summary:", "sumary:", "schema/unknown-key", "sumary:"),
    Planted(
        LESSON, "age_band: 11-14\n", "age_band: 11-14\nage_band: 9-11\n", "yaml/duplicate-key", "age_band: 9"
    ),
    Planted(LESSON, "exit_question: ", "exit_question: &later ", "yaml/anchor", "&later"),
    Planted(CASE, "key_message: It is", "# It is", "schema/missing", "title:"),
    Planted(CASE, "tier: pupil", "tier: pupils", "schema/value", "pupils"),
    Planted(OTHER, "Mum contacts the police.", "Mum contacts\tthe police.", "yaml/tab", "\tthe police"),
)
CHECKS = (
    Planted(LESSON, "minutes: 50\n", "minutes: 55\n", "structure/minutes", "55"),
    Planted(LESSON, "case: after-midnight", "case: after-midnite", "reference/unknown", "after-midnite"),
    Planted(
        LESSON,
        "exit_question: ",
        "exit_question: You should have known better. ",
        "messaging/blame",
        "You should have known",
    ),
    Planted(
        LESSON,
        "roles: [emergency, helpline, report, removal]",
        "roles: [emergency, report, removal]",
        "help/missing",
        "roles: [emergency, report",
    ),
    Planted(
        LESSON, "  alt: Two people sitting side by side on a bench, talking.\n", "", "picture/alt", "picture:"
    ),
    Planted(OTHER, "tier: pupil", "tier: staff", "case/tier", "the-fake-picture", said_in=LESSON),
)
LAYOUT = (
    Planted(
        LESSON,
        "title: Two kinds",
        "title: Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",
        "fit/overflow",
        "shows: columns",
    ),
    Planted(
        LESSON,
        "title: Quick check",
        "title: Cwestiwn ŵyl",
        "render/missing-glyph",
        "shows: question\n        title: Cwestiwn",
    ),
)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("lessons", "case_studies"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(school: Path, faults: tuple[Planted, ...]) -> None:
    for fault in faults:
        place = school / fault.file
        text = place.read_text(encoding="utf-8")
        assert fault.old in text, fault
        place.write_text(text.replace(fault.old, fault.new, 1), encoding="utf-8")


def expected(school: Path, fault: Planted) -> str:
    file = fault.said_in or fault.file
    before, found, _ = (school / file).read_text(encoding="utf-8").partition(fault.at)
    assert found, fault
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: error: "


@pytest.mark.parametrize("faults", [READING, CHECKS, LAYOUT], ids=["reading", "checks", "layout"])
def test_every_fault_of_a_stage_is_named_at_its_place_and_nothing_is_written(
    school: Path, faults: tuple[Planted, ...]
) -> None:
    plant(school, faults)

    ran = CliRunner().invoke(lessonpack, BUILD)

    errors = [line for line in ran.output.splitlines() if ": error: " in line]
    for fault in faults:
        place = expected(school, fault)
        assert any(line.startswith(place) and f"[{fault.rule}]" in line for line in errors), (
            place,
            fault.rule,
            errors,
        )
    assert len(errors) == len(faults), errors
    assert ran.exit_code == 1
    assert "Traceback" not in ran.output
    assert not (school / "output").exists()


def test_markup_typed_by_an_author_prints_as_it_was_typed(school: Path) -> None:
    typed = "Never <b>alone</b> & never ]]> late &amp; so on"
    plant(
        school,
        (
            Planted(
                LESSON, "  - Mistakes happen, and help exists.", f'  - "Mistakes happen. {typed}"', "", ""
            ),
        ),
    )

    ran = CliRunner().invoke(lessonpack, BUILD)

    assert ran.exit_code == 0, ran.output
    pack = school / "output" / "online-blackmail" / "GB-ENG"
    texts = [" ".join(slide_texts((pack / "slides.pptx").read_bytes()))]
    texts += [
        pdf_text((pack / name).read_bytes())
        for name in ("slides-to-share.pdf", "handout.pdf", "teacher-notes.pdf")
    ]
    for text in texts:
        assert typed in re.sub(r"\s+", " ", text)
