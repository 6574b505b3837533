"""What a manifest says that people stand for: days and roles of what was really given, and no names."""

import datetime
import json
from dataclasses import replace

from builder.build import prepare, theme_for
from builder.checks import Rules
from builder.checks.vouched import checks_of, signed
from builder.content.library import Library
from builder.content.review import Review, to_sign
from tests.conftest import DATE

LESSON, CASE = "online-blackmail", "after-midnight"
SIGNER, CHECKER = "Sam Reid", "Jo Bell"


def with_people(library: Library, of: str = "") -> Library:
    """As if two people had done their part: one line of help checked, one case study signed."""
    case, directory = library.cases[CASE], library.help.model
    date = datetime.date(2026, 8, 30)
    review = Review(name=SIGNER, role="deputy head", date=date, of=of or to_sign(case.source.data))
    given = {"checked_on": date, "checked_by": CHECKER, "verify": ()}
    services = (directory.services[0].model_copy(update=given), *directory.services[1:])
    return replace(
        library,
        cases={**library.cases, CASE: replace(case, model=case.model.model_copy(update={"review": review}))},
        help=replace(library.help, model=directory.model_copy(update={"services": services})),
    )


def test_the_manifest_tells_what_was_given_and_by_which_role(library: Library, rules: Rules) -> None:
    ours = with_people(library)
    theme = theme_for(ours.lessons[LESSON].model)
    ready, _ = prepare(ours, LESSON, rules, theme, DATE)
    assert ready is not None
    services = ready.about["help"]
    assert isinstance(services, list)

    assert services[0] == {
        "id": "emergency",
        "name": "Emergency services",
        "contacts": {"phone": "999"},
        "checked_on": "2026-08-30",
    }
    assert len(services) == len(ours.help.model.services)
    assert {one["checked_on"] for one in services[1:]} == {None}
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


def test_a_signature_under_other_words_does_not_count(library: Library) -> None:
    assert signed(with_people(library, of="0" * 12).cases.values()) == []
