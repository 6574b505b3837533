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
    lesson, shared = small.lessons["small"], (small.help, small.safe_teaching, small.sheets)

    with pytest.raises(TypeError, match="alone"):
        CheckedLesson(lesson, {}, *shared, small.labels, {}, ())
    with pytest.raises(TypeError, match="alone"):
        CheckedLesson(lesson, {}, *shared, small.labels, {}, (), seal="looks like a seal")


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


def test_only_the_lessons_that_are_wanted_and_their_cases_are_checked(rules: Rules) -> None:
    small = library(lesson=[BLAME])
    spare = library(case=[("someone_died: false", "someone_died: true")]).cases["open-door"]
    whole = dataclasses.replace(small, cases={**small.cases, "spare": spare})

    assert [d.rule for d in check_library(whole, rules)] == ["case/death", "messaging/blame"]
    assert check_library(whole, rules, ["small"]) == check(whole, "small", rules)[1]
    assert check_library(whole, rules, []) == []
    with pytest.raises(KeyError):
        check_library(whole, rules, ["other"])


def test_names_of_files_travel_and_are_read_too(rules: Rules) -> None:
    small = library()
    lesson = dataclasses.replace(small.lessons["small"], id="it-is-your-own-fault")
    named = dataclasses.replace(small, lessons={"it-is-your-own-fault": lesson})

    assert [(d.rule, d.address) for d in check_library(named, rules)] == [("messaging/blame", ())]


def test_the_tools_own_words_are_under_the_rules(rules: Rules) -> None:
    small = library()
    pupils = small.labels.pupils.model_copy(update={"late_is_fine": "It is too late."})
    labels = small.labels.model_copy(update={"pupils": pupils})

    said = check_library(dataclasses.replace(small, labels=labels), rules)

    assert [(d.rule, d.mark.file, d.address) for d in said if d.rule != "messaging/required"] == [
        ("messaging/no-help", "builder/data/labels/en.yaml", ("pupils", "late_is_fine"))
    ]


def test_a_services_name_is_read_too(rules: Rules) -> None:
    small = library()
    services = small.help.model.services
    named = services[0].model_copy(update={"name": "Nobody can help you"})
    model = small.help.model.model_copy(update={"services": (named, *services[1:])})
    renamed = dataclasses.replace(small, help=dataclasses.replace(small.help, model=model))

    assert "messaging/no-help" in {d.rule for d in check_library(renamed, rules)}
