"""What a manifest says that people stand for: days and roles of what was really given, and no names."""

import datetime
import json
from dataclasses import replace

import pytest

from builder.build import prepare, theme_for
from builder.checks import Rules
from builder.checks.vouched import checks_of, signed
from builder.content.library import Library
from builder.content.review import Review, to_sign
from tests.checks.small import CASE
from tests.checks.small import library as small
from tests.conftest import DATE

SIGNER, CHECKER = "Sam Reid", "Jo Bell"
DAY = datetime.date(2026, 8, 30)


@pytest.fixture
def ours() -> Library:
    """As if two people had done their part: one line of help checked, one case study signed."""
    made = small()
    case, directory = made.cases[CASE], made.help.model
    review = Review(name=SIGNER, role="deputy head", date=DAY, of=to_sign(case.source.data))
    first, *rest = directory.services
    first = first.model_copy(update={"checked_on": DAY, "checked_by": CHECKER, "verify": ()})
    rest = [
        one.model_copy(update={"checked_on": None, "checked_by": None, "verify": ("Ring it.",)})
        for one in rest
    ]
    return replace(
        made,
        cases={CASE: replace(case, model=case.model.model_copy(update={"review": review}))},
        help=replace(made.help, model=directory.model_copy(update={"services": (first, *rest)})),
    )


def test_the_manifest_tells_what_was_given_and_by_which_role(ours: Library, rules: Rules) -> None:
    ready, said = prepare(ours, "small", rules, theme_for(ours.lessons["small"].model), DATE)
    assert ready is not None, said
    services = ready.about["help"]
    assert isinstance(services, list)
    first, *rest = ours.help.model.services

    assert services[0] == {
        "id": first.id,
        "name": first.name,
        "contacts": {"phone": first.phone},
        "checked_on": "2026-08-30",
    }
    assert [(one["id"], one["checked_on"]) for one in services[1:]] == [(one.id, None) for one in rest]
    of = to_sign(ours.cases[CASE].source.data)
    assert ready.about["signed"] == [
        {"text": CASE, "kind": "case-study", "role": "deputy head", "date": "2026-08-30", "of": of}
    ]
    told = json.dumps(ready.about)
    assert SIGNER not in told
    assert CHECKER not in told


def test_nothing_that_nobody_gave(library: Library) -> None:
    assert set(checks_of(library.help).values()) == {None}
    assert signed([*library.lessons.values(), *library.cases.values()]) == []


def test_a_signature_under_other_words_does_not_count(ours: Library) -> None:
    case = ours.cases[CASE]
    assert case.model.review is not None
    other = case.model.review.model_copy(update={"of": "0" * 12})

    assert signed([case])
    assert not signed([replace(case, model=case.model.model_copy(update={"review": other}))])
