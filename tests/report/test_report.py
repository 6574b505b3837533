import json

import pytest

from builder.diagnostics import Mark, error, needs_person, warning
from builder.report import REPORTS

FAULT = error(
    Mark("lessons/a/lesson.yaml", 12, 5),
    "schema/missing",
    "“minutes” is missing.",
    "The plan needs it.",
    "Add minutes: 50.",
    ("minutes",),
)
LOOSE = warning(Mark("lessons/a/lesson.yaml", 14, 1), "yaml/lost-comment", "“#2” is lost.")
WAITS = needs_person(Mark("help.yaml", 3, 1), "help/unconfirmed", "Ring the line.", "", "Source: X.")
ALL = [FAULT, LOOSE, WAITS]


@pytest.mark.parametrize("form", REPORTS)
def test_nothing_is_lost_in_any_form(form: str) -> None:
    calm = [LOOSE, WAITS]
    text = REPORTS[form](calm) + REPORTS[form]([FAULT])

    for diagnostic in ALL:
        assert diagnostic.rule in text
        assert diagnostic.message in text
        assert diagnostic.hint in text


def test_a_line_is_what_editors_read() -> None:
    assert REPORTS["line"]([FAULT]) == (
        "lessons/a/lesson.yaml:12:5: error: “minutes” is missing. Add minutes: 50. [schema/missing]\n"
    )


def test_json_counts_and_keeps_the_address() -> None:
    said = json.loads(REPORTS["json"](ALL))

    assert said["counts"] == {"error": 1, "warning": 1, "needs-person": 1}
    assert said["diagnostics"][0]["path"] == ["minutes"]


def test_people_read_what_waits_last() -> None:
    text = REPORTS["human"]([WAITS, LOOSE])

    assert text.index("yaml/lost-comment") < text.index("Waiting for a person (1)")
    assert text.endswith("0 errors, 1 warning, 1 waiting for a person.\n")


def test_an_error_is_not_buried_under_what_waits() -> None:
    text = REPORTS["human"]([WAITS, FAULT])

    assert "schema/missing" in text
    assert "Waiting for a person: 1" in text
    assert "Ring the line." not in text


def test_silence_where_there_is_nothing_to_say() -> None:
    assert REPORTS["human"]([]) == ""
    assert REPORTS["line"]([]) == ""
