"""`release.yaml` and the lock file: what is taken, and what is said of faults in them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import lessonpack
from builder.content.shelves import Shelf, countries
from builder.release.config import FILE, read_plan
from builder.release.lock import read_lock
from builder.release.refused import RefusedError
from tests.conftest import LESSONS, ROOT
from tests.release.folder import LOCK


def test_the_shipped_plan_is_everything_on_each_countrys_paper() -> None:
    plan, said = read_plan(ROOT / FILE, [Shelf(ROOT)])

    assert plan is not None, said
    assert list(plan.lessons) == LESSONS
    assert list(plan.countries) == countries()
    assert plan.papers == ("own",)
    assert {"large-print", "low-ink", "dyslexia-friendly", "parents-copy"} < set(plan.variants)
    assert plan.also == ("web", "text")


@pytest.mark.parametrize(
    ("written", "rule", "hint"),
    [
        ("lessons: [online-blakmail]", "release/unknown", "online-blackmail"),
        ("countries: [GB]", "release/unknown", "GB-ENG"),
        ("variants: [large_print]", "release/unknown", "large-print"),
        ("lessons: []", "schema/", ""),
        ("papers: [A3]", "schema/value", "A4"),
        ("also: [pdf]", "schema/value", ""),
        ("lesons: all", "schema/unknown-key", "lessons"),
        ("lessons: some", "schema/value", "all"),
        ("lessons: [", "yaml/", ""),
    ],
)
def test_a_fault_has_its_place_and_a_hint(tmp_path: Path, written: str, rule: str, hint: str) -> None:
    (tmp_path / FILE).write_text(f"papers: [own]\n{written}\n" if "papers" not in written else written)

    plan, said = read_plan(tmp_path / FILE, [Shelf(ROOT)])

    assert plan is None
    assert [one for one in said if one.rule.startswith(rule) and one.mark.line >= 1], said
    assert any(hint in f"{one.message} {one.hint}" for one in said)


def test_a_name_given_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("lessons: [online-blackmail, online-blackmail]\npapers: [A4, A4]\n")

    plan, said = read_plan(tmp_path / FILE, [Shelf(ROOT)])

    assert plan is not None, said
    assert (plan.lessons, plan.papers) == (("online-blackmail",), ("A4",))


def test_without_a_plan_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    ran = CliRunner().invoke(lessonpack, ["release", "--version", "1"])

    assert ran.exit_code == 1
    assert "release.yaml" in ran.output
    assert list(tmp_path.iterdir()) == []


def test_an_editor_can_complete_it() -> None:
    schema = json.loads(CliRunner().invoke(lessonpack, ["schema", "release"]).output)

    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {"lessons", "countries", "papers", "variants", "also", "lock"}


def test_the_projects_own_lock_is_read_whole() -> None:
    raw, locked = read_lock(ROOT / "requirements" / "run.lock")

    assert sum(len(one.sha256) for one in locked) == raw.count(b"--hash=sha256:")
    assert {one.name for one in locked} > {"click", "reportlab", "python-pptx"}
    assert any("python_full_version" in one.when for one in locked)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LOCK.replace("click==8.5.1", "click>=8"), "pins no library"),
        ("click==8.5.1\n", "no sha256 for click"),
        ("", "no sha256"),
        (LOCK.replace("1" * 64, "1" * 63), "pins no library"),
        (None, "can't be read"),
    ],
)
def test_a_lock_that_locks_nothing_is_refused(tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "run.lock").write_text(text, encoding="utf-8")

    with pytest.raises(RefusedError, match=said):
        read_lock(tmp_path / "run.lock")
