"""A waiver sets one rule aside at one place, if that may be done."""

import pytest

from builder.checks import Rules, Waived, check
from builder.checks.waivers import address_of
from tests.checks.small import library

BLAMES = ("  - Help exists.", "  - Help exists.\n  - You should have known better.")
BLAMES_TO_STAFF = ("objectives:\n", "staff_note: [You should have known better.]\n\nobjectives:\n")
APP = ("        title: Kim’s evening", "        title: Kim’s evening on Snapchat")


def waiver(rule: str, at: str) -> tuple[str, str]:
    line = "exit_question: Who could someone tell?"
    return (
        line,
        f"{line}\nwaivers:\n  - rule: {rule}\n    at: {at}\n    reason: We talked about it at length.",
    )


@pytest.mark.parametrize(
    ("fault", "rule", "at"),
    [
        (BLAMES_TO_STAFF, "messaging/blame", "staff_note.0"),
        (APP, "messaging/app-name", "activities.1.slides.3.title"),
        (("minutes: 40", "minutes: 41"), "structure/minutes", "minutes"),
    ],
)
def test_a_waiver_sets_a_rule_aside(fault: tuple[str, str], rule: str, at: str, rules: Rules) -> None:
    checked, said = check(library(lesson=[fault, waiver(rule, at)]), "small", rules)

    assert said == []
    assert checked is not None
    assert [(w.rule, w.at, w.reason) for w in checked.waived] == [(rule, at, "We talked about it at length.")]
    assert isinstance(checked.waived[0], Waived)
    assert checked.waived[0].message


@pytest.mark.parametrize(
    "name",
    ["blame", "hopeless", "no-help", "ruined-life", "shame", "scare", "silence", "promise", "minimise"],
)
def test_what_pupils_read_isnt_waived(name: str, rules: Rules) -> None:
    rule = next(rule for rule in rules.words if rule.id == f"messaging/{name}")
    says = ("  - Help exists.", f"  - Help exists.\n  - {rule.bad[0]}")

    checked, said = check(library(lesson=[says, waiver(rule.id, "key_messages.2")]), "small", rules)

    assert checked is None
    assert {rule.id, "waiver/refused"} <= {d.rule for d in said}


@pytest.mark.parametrize("at", ["key_messages", "key_messages.1", "key_messages.2.text"])
def test_it_sets_nothing_aside_elsewhere(at: str, rules: Rules) -> None:
    checked, said = check(library(lesson=[BLAMES, waiver("messaging/blame", at)]), "small", rules)

    assert checked is None
    assert "messaging/blame" in [d.rule for d in said]
    assert {"waiver/unused", "waiver/unknown"} & {d.rule for d in said}


def test_a_lesson_cant_waive_what_its_case_study_says(rules: Rules) -> None:
    blames = ("key_message: Knocking was", "key_message: You should have known better. Knocking was")
    found = library(lesson=[waiver("messaging/blame", "key_message")], case=[blames])

    checked, said = check(found, "small", rules)

    assert checked is None
    assert {d.rule for d in said} == {"messaging/blame", "waiver/unknown"}


def test_addresses_are_names_and_numbers() -> None:
    assert address_of("activities.2.say.0") == ("activities", 2, "say", 0)
    assert address_of(" title ") == ("title",)
