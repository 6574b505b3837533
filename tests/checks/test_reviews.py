"""Who has signed what, and how long a check of a help line holds."""

from dataclasses import replace

import pytest

from builder.checks import Rules, check_library
from builder.content.help import HelpDirectory
from builder.content.library import Library
from builder.content.review import Review, same_person, to_sign
from tests.checks.small import CASE, library


def with_review(review: Review | None, author: str | None = None) -> Library:
    small = library()
    case = small.cases[CASE]
    model = case.model.model_copy(update={"review": review, "author": author})
    return replace(small, cases={CASE: replace(case, model=model)})


def review(name: str = "Sam Reid", of: str | None = None) -> Review:
    words = to_sign(library().cases[CASE].source.data)
    return Review(name=name, role="deputy head", date="2026-09-01", of=of or words)


def rules_of(found: Library, rules: Rules) -> list[str]:
    return [one.rule for one in check_library(found, rules)]


def test_a_case_study_waits_for_a_second_person(rules: Rules) -> None:
    assert rules_of(with_review(None), rules) == ["review/unsigned"]
    assert rules_of(with_review(review()), rules) == []


def test_a_signature_is_for_these_words(rules: Rules) -> None:
    assert rules_of(with_review(review(of="0123456789ab")), rules) == ["review/changed"]


def test_who_wrote_it_can_not_sign_it(rules: Rules) -> None:
    assert rules_of(with_review(review(), author="sam  REID"), rules) == ["review/author"]


@pytest.mark.parametrize(
    "other",
    [
        "Jo Bell",
        " jo  bell ",
        "Jo Bell.",
        "Mrs Jo Bell",
        "Bell, Jo",
        "Jo\u200b Bell",
        "Jó Bell",
        "Jo\u0301 Bell",
    ],
)
def test_it_is_the_same_person_however_the_name_is_written(other: str) -> None:
    assert same_person("Jo Bell", other)


@pytest.mark.parametrize("other", ["Sam Reid", "Jo Bellamy", "Jo", "."])
def test_another_name_is_another_person(other: str) -> None:
    assert not same_person("Jo Bell", other)


@pytest.mark.parametrize(("as_of", "waits"), [("", False), ("2027-03-01", False), ("2027-03-02", True)])
def test_a_check_holds_for_six_months(as_of: str, waits: bool, rules: Rules) -> None:
    small = library()
    services = tuple(
        one.model_copy(
            update={
                "checked_on": review().date,
                "checked_by": "Jo Bell",
                "verify": (),
                "confidence": "sourced",
            }
        )
        for one in small.help.model.services
    )
    model: HelpDirectory = small.help.model.model_copy(update={"services": services})
    checked = replace(small, help=replace(small.help, model=model), as_of=as_of)

    old = [one for one in check_library(checked, rules) if one.rule == "help/old-check"]
    assert any("2026-09-01" in one.message for one in old) is waits
