"""The shipped lesson with faults planted in it: each is named at its place, and nothing is written."""

import json
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
BLAME = "You should have known better."
BUILD = ["build", "online-blackmail", "--country", "GB-ENG", "--date", "2026-09-01", "--format", "line"]


@dataclass(frozen=True)
class Planted:
    """The pattern `old` becomes `new` in `file`; `rule` is expected in `said_in`, where `at` then stands."""

    file: str
    old: str
    new: str
    rule: str
    at: str
    said_in: str = ""


READING = (
    Planted(LESSON, r"\nminutes: 50\n", "\nminutes: fifty\n", "schema/type", "fifty"),
    Planted(LESSON, r"\nsummary:", "\nsumary:", "schema/unknown-key", "sumary:"),
    Planted(LESSON, r"\n(age_band: .*)\n", r"\n\1\nage_band: 9-11\n", "yaml/duplicate-key", "age_band: 9-11"),
    Planted(LESSON, r"\nexit_question: ", "\nexit_question: &later ", "yaml/anchor", "&later"),
    Planted(CASE, r"\nkey_message: ", "\n# ", "schema/missing", "title:"),
    Planted(CASE, r"tier: pupil\n", "tier: pupils\n", "schema/value", "pupils"),
    Planted(OTHER, r"(text: \w+) ", r"\1\t", "yaml/tab", "\t"),
)
CHECKS = (
    Planted(LESSON, r"\nminutes: 50\n", "\nminutes: 55\n", "structure/minutes", "55"),
    Planted(LESSON, "case: after-midnight", "case: after-midnite", "reference/unknown", "after-midnite"),
    Planted(
        LESSON,
        r"\nexit_question: ",
        "\nexit_question: You should have known better. ",
        "messaging/blame",
        "You should have known",
    ),
    Planted(LESSON, "emergency, helpline, ", "emergency, ", "help/missing", "roles: [emergency, report"),
    Planted(LESSON, r"(\npicture:\n  drawing: .*\n)  alt: .*\n", r"\1", "picture/alt", "picture:"),
    Planted(OTHER, r"tier: pupil\n", "tier: staff\n", "case/tier", "the-fake-picture", said_in=LESSON),
)
LAYOUT = (
    Planted(
        LESSON,
        r"shows: columns\n(.*)title: .*\n",
        r"shows: columns\n\1title: Donaudampfschifffahrtsgesellschaftskapitänswitwenrente\n",
        "fit/overflow",
        "Donaudampf",
    ),
    Planted(
        LESSON,
        r"shows: question\n(.*)title: .*\n",
        r"shows: question\n\1title: Cwestiwn ŵyl\n",
        "render/missing-glyph",
        "Cwestiwn",
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
        changed, times = re.subn(fault.old, fault.new, text, count=1)
        assert times == 1, fault
        place.write_text(changed, encoding="utf-8")


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
    plant(school, (Planted(LESSON, r"\nkey_messages:\n", f'\nkey_messages:\n  - "{typed}"\n', "", ""),))

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


def test_a_rule_set_aside_is_told_to_whoever_teaches(school: Path) -> None:
    reason = "A staff meeting quotes the old poster here, to talk about it."
    plant(
        school,
        (
            Planted(LESSON, r"\nstaff_note:\n", "\nstaff_note:\n  - You should have known better.\n", "", ""),
            Planted(
                LESSON,
                r"\nsources:\n",
                f"\nwaivers:\n  - rule: messaging/blame\n    at: staff_note.0\n"
                f"    reason: {reason}\nsources:\n",
                "",
                "",
            ),
        ),
    )

    ran = CliRunner().invoke(lessonpack, BUILD)

    assert ran.exit_code == 0, ran.output
    pack = school / "output" / "online-blackmail" / "GB-ENG"
    manifest = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
    assert [one["at"] for one in manifest["waived"]] == ["staff_note.0"]
    assert reason in re.sub(r"\s+", " ", pdf_text((pack / "teacher-notes.pdf").read_bytes()))


def test_what_pupils_read_has_no_waiver(school: Path) -> None:
    plant(
        school,
        (
            Planted(
                LESSON, r"\nkey_messages:\n", "\nkey_messages:\n  - You should have known better.\n", "", ""
            ),
            Planted(
                LESSON,
                r"\nsources:\n",
                "\nwaivers:\n  - rule: messaging/blame\n    at: key_messages.0\n"
                "    reason: Because I say so, really.\nsources:\n",
                "",
                "",
            ),
        ),
    )

    ran = CliRunner().invoke(lessonpack, BUILD)

    assert ran.exit_code == 1
    assert "waiver/refused" in ran.output
    assert not (school / "output").exists()
