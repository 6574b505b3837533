"""A school's year: adapt, sign, confirm, and then an update that undoes nothing."""

from pathlib import Path

import pytest

from tests.cli.own_folder import (
    CASE,
    CHANGES,
    LESSON,
    OWN,
    PLACE,
    adapt,
    edit,
    run,
    shipped,
    status,
)
from tests.conftest import ROOT

__all__ = ["shipped"]


def test_only_what_differs_is_written_down(shipped: Path) -> None:
    ran = adapt()

    assert ran.exit_code == 0, ran.output
    lines = [line for line in CHANGES.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert f"  - at: {PLACE}" in lines
    assert f"    replace: {OWN}" in lines
    assert len(lines) < 10
    assert status()[LESSON]["state"] == "adapted"


def test_every_place_can_be_seen(shipped: Path) -> None:
    shown = run("adapt", "lesson", LESSON, "--list").output

    assert f"{PLACE}: In this lesson, we talk" in shown or f"{PLACE}: In this lesson we talk" in shown
    assert not CHANGES.exists()


def test_without_words_the_text_stands_there_to_be_edited(shipped: Path) -> None:
    run("adapt", "lesson", LESSON, "--at", PLACE, "--by", "Jo Bell")
    assert status()[LESSON]["waiting"] == []

    edit(CHANGES, "replace: In this lesson we talk", "replace: In this room we talk")

    assert status()[LESSON]["waiting"] == []
    assert run("check", LESSON).exit_code == 0


def test_a_change_made_by_hand_is_noted_when_adapt_runs_again(shipped: Path) -> None:
    CHANGES.parent.mkdir(parents=True)
    CHANGES.write_text(
        f"# By hand.\nauthor: Jo Bell\nchanges:\n  - at: {PLACE}\n    replace: {OWN}\n", "utf-8"
    )
    assert "overlay/unmarked" in run("check", LESSON).output

    run("adapt", "lesson", LESSON)

    assert "base: " in CHANGES.read_text("utf-8")
    assert "# By hand." in CHANGES.read_text("utf-8")
    assert "overlay/unmarked" not in run("check", LESSON).output


def test_a_whole_slide_comes_from_a_file(shipped: Path) -> None:
    Path("slide.yaml").write_text("id: ours\nshows: statement\ntitle: Ours\nstatement: You are not alone.\n")

    ran = run(
        "adapt", "lesson", LESSON, "--by", "Jo Bell",
        "--at", "activities.a-good-start.slides.talk-about", "--insert-after", "-", "--file", "slide.yaml",
    )  # fmt: skip

    assert ran.exit_code == 0, ran.output
    assert "statement: You are not alone." in CHANGES.read_text("utf-8")
    assert run("check", LESSON).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["adapt", "lesson", "no-such"], "There is no lesson called “no-such”."),
        (["adapt", "lesson", LESSON, "--at", "titel", "--replace", "x"], "Did you mean “title”"),
        (["adapt", "lesson", LESSON, "--replace", "x"], "Say where, with --at."),
        (["adapt", "lesson", LESSON, "--at", "title", "--replace", "x", "--remove"], "One change at a time"),
        (["sign", "no-such", "--name", "Sam", "--role", "head"], "There is no lesson or case study"),
        (["sign", CASE, "--name", " ", "--role", "head"], "is no name."),
        (["help-lines", "--confirm", "childline"], "Say who has checked it"),
        (["help-lines", "--confirm", "childlin", "--by", "Jo"], "Did you mean “childline”?"),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_is_written(
    shipped: Path, arguments: list[str], said: str
) -> None:
    ran = run(*arguments)

    assert ran.exit_code == 2
    assert said in " ".join(ran.output.split())
    assert list(Path.cwd().iterdir()) == []


def test_the_tool_s_own_folder_is_not_adapted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert "tool's own folder" in run("adapt", "lesson", LESSON, "--at", "title", "--replace", "x").output


# --- two people ------------------------------------------------------------------------------------------


def test_a_second_person_signs_exactly_these_words(shipped: Path) -> None:
    adapt()
    assert "waits" in str(status()[LESSON]["signed"])
    refused = run("sign", LESSON, "--name", "jo  bell", "--role", "lead")
    assert refused.exit_code == 2
    assert "Somebody else has to read and sign it." in refused.output

    assert run("sign", LESSON, "--name", "Sam Reid", "--role", "deputy head").exit_code == 0
    assert str(status()[LESSON]["signed"]).startswith("signed by Sam Reid, deputy head")

    run("adapt", "lesson", LESSON, "--at", "title", "--replace", "Help is there")
    assert "changed after Sam Reid signed it" in str(status()[LESSON]["signed"])
    assert "review/changed" in run("check", LESSON).output


def test_a_shipped_case_study_is_signed_as_it_is_until_it_changes(shipped: Path) -> None:
    run("sign", CASE, "--name", "Sam Reid", "--role", "deputy head")
    assert str(status()[CASE]["signed"]).startswith("signed by Sam Reid")

    edit(shipped / "case_studies" / f"{CASE}.yaml", "Mum searches for help.", "Mum looks for help.")

    assert "changed after" in str(status()[CASE]["signed"])


def test_a_case_study_of_ones_own_is_signed_in_its_own_file(shipped: Path) -> None:
    run("new", "case-study", "the-lent-phone")
    own = Path("case_studies/the-lent-phone.yaml")
    nobody = run("sign", "the-lent-phone", "--name", "Sam Reid", "--role", "deputy head")
    assert "Nothing says who wrote it" in nobody.output

    own.write_text(f"{own.read_text('utf-8')}author: Jo Bell\n", "utf-8")
    before = own.read_text("utf-8")
    assert run("sign", "the-lent-phone", "--name", "Sam Reid", "--role", "deputy head").exit_code == 0

    assert own.read_text("utf-8").startswith(before)
    assert str(status()["the-lent-phone"]["signed"]).startswith("signed by Sam Reid")


# --- an update -------------------------------------------------------------------------------------------


def test_an_update_leaves_what_fits_and_shows_what_does_not(shipped: Path) -> None:
    adapt()
    edit(
        shipped / "lessons" / LESSON / "lesson.yaml",
        "we talk about “someone”. Anything",
        "we say “someone”. Anything",
    )

    found = status()[LESSON]
    assert found["state"] == "base changed since you adapted it"
    told = run("status").output
    assert "In this lesson we talk about “someone”" in told
    assert "we say “someone”" in told
    assert OWN in told
    assert run("check", LESSON).exit_code == 0


@pytest.mark.parametrize(("answer", "kept"), [("k", True), ("t", False)])
def test_the_update_keeps_or_takes(shipped: Path, answer: str, kept: bool) -> None:
    adapt()
    edit(
        shipped / "lessons" / LESSON / "lesson.yaml",
        "we talk about “someone”. Anything",
        "we say “someone”. Anything",
    )

    ran = run("update", typed=f"{answer}\n")

    assert ran.exit_code == 0, ran.output
    assert (OWN in CHANGES.read_text("utf-8")) is kept
    assert status()[LESSON]["waiting"] == []
    if not kept:
        # Nothing is lost: what was taken back stands beside the file.
        assert OWN in Path("lessons", LESSON, "earlier-changes.txt").read_text("utf-8")
    assert "There is nothing to do." in run("update").output
    assert run("check", LESSON).exit_code == 0


def test_a_change_that_lost_its_place_waits_in_the_file(shipped: Path) -> None:
    adapt()
    edit(shipped / "lessons" / LESSON / "lesson.yaml", "id: talk-about", "id: how-we-talk")
    assert "overlay/lost" in run("check", LESSON).output

    ran = run("update", "--all", "keep")

    assert "it waits in your file" in ran.output
    assert OWN in CHANGES.read_text("utf-8")


# --- help lines ------------------------------------------------------------------------------------------


def test_what_a_person_has_checked_counts_for_half_a_year(shipped: Path) -> None:
    def mark(date: str) -> str:
        shown = run("help-lines", "--date", date).output.splitlines()
        return next(line for line in shown if line.startswith("childline "))

    run("help-lines", "--confirm", "childline", "--by", "Jo Bell", "--date", "2026-03-31")

    assert "[confirmed" in mark("2026-04-01")
    assert "[confirmed" in mark("2026-09-30")
    assert "[CHECKED LONG AGO" in mark("2026-10-01")
    assert "[NOT CONFIRMED" in next(
        line for line in run("help-lines").output.splitlines() if line.startswith("ceop ")
    )


def test_a_line_that_reads_otherwise_now_is_not_confirmed(shipped: Path) -> None:
    run("help-lines", "--confirm", "childline", "--by", "Jo Bell")
    edit(Path("help-checks.yaml"), "of: ", "of: 0123456789ab #")

    assert "help/check-outdated" in run("check", LESSON).output
