"""A CheckedLesson is made by `check` alone, and only when no error remains."""

import dataclasses

import pytest

from builder.checks import CHECKS, CheckedLesson, Rules, check, check_library
from builder.diagnostics import Severity
from tests.checks.small import library

BLAME = ("  - Help exists.", "  - Help exists.\n  - You should have known better.")
RECALLED = ("    status: read", "    status: recalled")
UNUSED = (
    "sources:\n  programme:",
    "sources:\n  leaflet: {publisher: A, title: B, date: undated, confidence: sourced}\n  programme:",
)


def test_the_small_lesson_is_clean(rules: Rules) -> None:
    checked, said = check(library(), "small", rules)

    assert said == []
    assert checked is not None
    assert not checked.draft
    assert list(checked.cases) == ["open-door"]


def test_nobody_else_can_make_one(rules: Rules) -> None:
    small = library()
    lesson, directory, teaching = small.lessons["small"], small.help, small.safe_teaching

    with pytest.raises(TypeError, match="alone"):
        CheckedLesson(lesson, {}, directory, teaching, small.labels, {}, ())
    with pytest.raises(TypeError, match="alone"):
        CheckedLesson(lesson, {}, directory, teaching, small.labels, {}, (), seal="looks like a seal")


def test_a_checked_lesson_cant_be_changed_into_another(rules: Rules) -> None:
    checked, _ = check(library(), "small", rules)
    assert checked is not None

    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(checked, findings=())
    with pytest.raises(dataclasses.FrozenInstanceError):
        checked.findings = ()  # type: ignore[misc] # it is frozen, and that is what is tested


def test_an_error_makes_none(rules: Rules) -> None:
    checked, said = check(library(lesson=[BLAME]), "small", rules)

    assert checked is None
    assert [d.rule for d in said] == ["messaging/blame"]


def test_what_waits_for_a_person_makes_a_draft(rules: Rules) -> None:
    checked, _ = check(library(lesson=[RECALLED]), "small", rules)

    assert checked is not None
    assert checked.draft
    assert [d.severity for d in checked.findings] == [Severity.NEEDS_PERSON]


def test_a_warning_is_carried_and_makes_no_draft(rules: Rules) -> None:
    checked, _ = check(library(lesson=[UNUSED]), "small", rules)

    assert checked is not None
    assert not checked.draft
    assert [d.rule for d in checked.findings] == ["reference/unused"]


def test_a_lesson_that_isnt_there_raises(rules: Rules) -> None:
    with pytest.raises(KeyError):
        check(library(), "other", rules)


def test_a_case_that_two_lessons_share_is_complained_about_once(rules: Rules) -> None:
    small = library(case=[("someone_died: false", "someone_died: true")])
    two = dataclasses.replace(
        small, lessons={"small": small.lessons["small"], "twin": small.lessons["small"]}
    )

    assert [d.rule for d in check_library(two, rules)] == ["case/death"]


def test_a_case_that_no_lesson_uses_is_checked_too(rules: Rules) -> None:
    small = library(case=[("someone_died: false", "someone_died: true")])
    alone = dataclasses.replace(small, lessons={})

    assert [d.rule for d in check_library(alone, rules)] == ["case/death"]


def test_checks_have_names_of_their_own_and_look_at_something() -> None:
    assert len({kind.name for kind in CHECKS}) == len(CHECKS)
    assert all(kind.lesson or kind.case or kind.shared for kind in CHECKS)
