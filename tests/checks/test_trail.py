"""What leads from a story to real people is found; ordinary words are not."""

import pytest

from builder.checks import Rules, check_library
from builder.checks.trail import ADDRESS, YEAR, Trail, trail_of
from builder.content.case_study import Invented
from tests.checks.small import CASE, library

KEY = "key_message: Knocking was the moment when it began to get better."


def trails(rules: Rules, text: str) -> list[str]:
    said = check_library(library(case=[(KEY, f"key_message: {text}")]), rules)
    return [d.message.split("”")[0].lstrip("“") for d in said if d.rule == "case/trail"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was in 1999.", "1999"),
        ("It happened in Harwick.", "Harwick"),
        ("Harwick people are kind.", "Harwick"),
        ("They lived in Northumbria then.", "Northumbria"),
        ("Kim’s friends in Springfield’s clubs helped.", "Springfield’s"),
        ("It took nine minutes.", "nine minutes"),
        ("NINE MINUTES later it was over.", "NINE MINUTES"),
        ("A paper called Courier wrote of it.", "Courier"),
        ("Write to kim@example.org about it.", "kim@example.org"),
        ("See harwickcourier.co.uk for more.", "harwickcourier.co.uk"),
        ("Search for @kim_m online.", "@kim_m"),
    ],
)
def test_a_trail_is_found(text: str, words: str, rules: Rules) -> None:
    assert trails(rules, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Someone asked for £2000 or £2,000.",
        "Our daughter told us. Told early is good.",
        "Kim used Report Remove and rang Childline.",
        "It was late. Later it was over, e.g. at midnight.",
        "In May she may well smile again.",
    ],
)
def test_ordinary_words_lead_to_nobody(text: str, rules: Rules) -> None:
    assert trails(rules, text) == []


@pytest.mark.parametrize("case_id", ["harwick", "the-maddox-story", "spring-2021"])
def test_a_files_name_can_lead_there_too(case_id: str, rules: Rules) -> None:
    found = library(lesson=[("case: open-door", f"case: {case_id}")], case_id=case_id)

    said = check_library(found, rules)

    assert [(d.rule, d.mark.file) for d in said] == [("case/trail", "case.yaml")]
    assert case_id in said[0].message


def test_a_lesson_may_name_its_country_and_not_the_place(rules: Rules) -> None:
    where = ("  where: Harwick, Northumbria", "  where: Harwick, England")
    lesson = ("  - Say who someone could tell", "  - Know who helps in England")

    assert check_library(library(lesson=[lesson], case=[where]), rules) == []

    story = ("outcome: The messages stopped", "outcome: All over England the messages stopped")
    assert [d.rule for d in check_library(library(case=[where, story]), rules)] == ["case/trail"]


def test_stories_for_staff_may_name_places(rules: Rules) -> None:
    staff = [("tier: pupil", "tier: staff"), (KEY, "key_message: It happened in Harwick in 2021.")]

    assert "case/trail" not in [d.rule for d in check_library(library(case=staff), rules)]


def test_an_invented_story_has_no_trail() -> None:
    case = library().cases[CASE].model

    assert "maddox" in trail_of(case, frozenset()).places
    invented = case.model_copy(update={"provenance": Invented(kind="invented")})
    assert trail_of(invented, frozenset()) == Trail(frozenset(), frozenset(), frozenset())


@pytest.mark.parametrize("text", ["£2000", "$1999", "20,000", "12021", "room 199", "2.2005"])
def test_sums_and_numbers_are_no_years(text: str) -> None:
    assert not YEAR.search(text)


@pytest.mark.parametrize("text", ["e.g. this", "9.30am", "Stop.Then block", "a.m.", "me@home is fine"])
def test_dots_are_no_addresses(text: str) -> None:
    assert not ADDRESS.search(text)
