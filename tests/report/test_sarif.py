"""SARIF as the OASIS schema asks for it, and as code scanning reads it."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Diagnostic, Mark
from builder.report import sarif
from builder.report.run import Run
from tests.report.samples import ALL, FAULT, LESSON, LOOSE, ODD, SHIPPED, WAITS, diagnostics

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)
RUN = Run("1.2.3", summaries={"schema/missing": "What must be there is there."})


def run_of(found: Sequence[Diagnostic], run: Run = RUN) -> Any:
    """The one run of the log, which the schema allows."""
    log = json.loads(sarif.report(found, run))
    assert [fault.message for fault in VALIDATOR.iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    assert len(log["runs"]) == 1
    return log["runs"][0]


def prints(found: Sequence[Diagnostic]) -> list[str]:
    return [result["partialFingerprints"][sarif.FINGERPRINT] for result in run_of(found)["results"]]


def test_the_schema_can_refuse() -> None:
    log = json.loads(sarif.report(ALL))
    log["runs"][0]["results"][0]["level"] = "fatal"

    assert list(VALIDATOR.iter_errors(log))


def test_nothing_found_is_a_run_without_results() -> None:
    run = run_of([])

    assert run["results"] == []
    assert run["tool"]["driver"] == {"name": "lessonpack", "version": "1.2.3", "rules": []}


def test_every_severity_has_its_level() -> None:
    assert [result["level"] for result in run_of([FAULT, LOOSE, WAITS])["results"]] == [
        "error", "warning", "note",
    ]  # fmt: skip


def test_a_result_says_what_where_and_what_to_try() -> None:
    (result,) = run_of([FAULT])["results"]

    assert result["message"]["text"] == "“minutes” is missing. Add minutes: 50."
    assert result["properties"] == {"why": "The plan needs it."}
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": LESSON, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12, "startColumn": 5},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "activities.2.minutes"}]


def test_columns_count_letters_as_marks_do() -> None:
    assert run_of(ALL)["columnKind"] == "unicodeCodePoints"


def test_rules_that_spoke_are_listed_once_and_explained() -> None:
    run = run_of([FAULT, LOOSE, FAULT])
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["schema/missing", "yaml/lost-comment"]
    assert rules[0]["shortDescription"]["text"] == "What must be there is there."
    assert "lessonpack rules schema/missing" in rules[0]["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_nobody_described_is_no_fault() -> None:
    assert run_of([LOOSE], Run())["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == LOOSE.rule


def test_places_are_relative_addresses() -> None:
    odd, shipped = run_of([ODD, SHIPPED])["results"]
    where = odd["locations"][0]["physicalLocation"]["artifactLocation"]

    assert where["uri"] == "lessons/%C3%89lan%2C%2050%25%3A%20a/lesson.yaml"
    assert unquote(where["uri"]) == ODD.mark.file
    assert shipped["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "lessons/b/lesson.yaml",
        "uriBaseId": "SHIPPED",
    }


def test_a_whole_path_is_a_file_address(tmp_path: Path) -> None:
    whole = replace(FAULT, mark=Mark(str(tmp_path / "a b.pdf"), 1, 1))
    (result,) = run_of([whole])["results"]

    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": (tmp_path / "a b.pdf").as_uri()}


def test_what_is_no_line_of_a_file_is_shown_at_its_first() -> None:
    (result,) = run_of([replace(FAULT, mark=Mark("slides.pptx", 0, 0))])["results"]

    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}


@pytest.mark.parametrize(
    "moved",
    [
        replace(FAULT, mark=Mark(LESSON, 40, 9)),
        replace(FAULT, address=("activities", 3, "minutes")),
        replace(FAULT, why="Other words.", hint="Other words."),
    ],
)
def test_a_fingerprint_stays_when_the_line_moves(moved: Diagnostic) -> None:
    assert prints([FAULT]) == prints([LOOSE, moved])[1:]


def test_a_line_told_in_the_message_is_no_part_of_it() -> None:
    at = [replace(FAULT, message=f"“a” stands already on line {n}.") for n in (3, 30)]

    assert prints(at[:1]) == prints(at[1:])


@pytest.mark.parametrize(
    "other",
    [
        replace(FAULT, mark=Mark("lessons/b/lesson.yaml", 12, 5)),
        replace(FAULT, rule="schema/type"),
        replace(FAULT, message="“title” is missing."),
        replace(FAULT, address=("slides", 2, "minutes")),
    ],
)
def test_another_fault_has_another_fingerprint(other: Diagnostic) -> None:
    assert prints([FAULT]) != prints([other])


def test_the_same_words_twice_are_two_findings() -> None:
    twice = prints([FAULT, replace(FAULT, mark=Mark(LESSON, 30, 5))])

    assert len(set(twice)) == 2


@given(st.lists(diagnostics, max_size=4))
def test_any_letters_make_a_valid_log(found: list[Diagnostic]) -> None:
    results = run_of(found, Run("1"))["results"]

    assert [result["ruleId"] for result in results] == [one.rule for one in found]
    for result, one in zip(results, found, strict=True):
        assert result["message"]["text"] == " ".join(part for part in (one.message, one.hint) if part)
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not set(uri) & set(' "<>\\^`{|}')
