"""JUnit's XML as the schema of Jenkins' xUnit plugin allows it, and as GitLab and Jenkins count it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.diagnostics import Diagnostic, Mark, Severity
from builder.report import junit
from builder.report.run import Run
from tests.report.samples import ALL, FAULT, LESSON, LOOSE, ODD, WAITS, diagnostics

XSD = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/junit-10.xsd"))
STRICT = Run(strict=True)


def suites(found: Sequence[Diagnostic], run: Run = STRICT) -> etree._Element:
    root = etree.fromstring(junit.report(found, run).encode("utf-8"))
    assert XSD.validate(root), XSD.error_log
    return root


def text_of(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def test_the_schema_can_refuse() -> None:
    text = junit.report(ALL).replace("<failure", "<fault").replace("</failure", "</fault")

    assert not XSD.validate(etree.fromstring(text.encode("utf-8")))


@pytest.mark.parametrize("strict", [False, True])
def test_every_severity_and_odd_letters_are_valid(strict: bool) -> None:
    root = suites(ALL, Run(strict=strict))

    text = text_of(root)
    assert '100% <b>yours</b>" & ]]> then\n::error::left,\na “ż” 🎈.' in text
    assert "a,b;c\ufffd\ufffd." in text


def test_nothing_found_is_one_test_that_passed() -> None:
    root = suites([])

    assert [root.get(count) for count in ("tests", "failures", "errors")] == ["1", "0", "0"]
    assert [list(case) for case in root.iter("testcase")] == [[]]


def test_a_file_is_a_suite_and_a_rule_a_test() -> None:
    again = replace(FAULT, mark=Mark(LESSON, 30, 1))
    root = suites([FAULT, LOOSE, WAITS, again])

    assert [suite.get("name") for suite in root] == [LESSON, WAITS.mark.file]
    assert [(case.get("classname"), case.get("name")) for case in root.iter("testcase")] == [
        ("lessons/a/lesson", "schema/missing"),
        ("lessons/a/lesson", "yaml/lost-comment"),
        ("builder/data/help/IE", "help/unconfirmed"),
    ]
    (failure,) = root.iterfind(f".//testcase[@name='{FAULT.rule}']/failure")
    assert failure.get("message") == "“minutes” is missing. (and 1 more)"
    assert failure.text == (
        f"{LESSON}:12:5: error: “minutes” is missing.\nWhy: The plan needs it.\nTry: Add minutes: 50.\n\n"
        f"{LESSON}:30:1: error: “minutes” is missing.\nWhy: The plan needs it.\nTry: Add minutes: 50."
    )


def test_errors_fail_and_what_waits_is_skipped() -> None:
    root = suites([FAULT, WAITS])

    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "0")
    assert [suite.get("skipped") for suite in root] == ["0", "1"]
    (skipped,) = root.iter("skipped")
    assert skipped.get("message") == "Ring it."


def test_a_warning_fails_only_when_the_command_does() -> None:
    calm, strict = suites([LOOSE], Run()), suites([LOOSE], STRICT)

    assert calm.get("failures") == "0"
    assert "“#2” is lost." in (calm.findtext(".//system-out") or "")
    assert strict.get("failures") == "1"
    assert [failure.get("type") for failure in strict.iter("failure")] == ["warning"]


def test_one_rule_of_several_severities_loses_none() -> None:
    severe = [replace(FAULT, severity=severity, message=f"{severity} said.") for severity in Severity]
    (case,) = suites(severe, Run()).iter("testcase")

    assert [child.tag for child in case] == ["failure", "system-out"]
    for severity in Severity:
        assert f"{severity} said." in text_of(case)


@given(st.lists(diagnostics, max_size=4), st.booleans())
def test_any_letters_make_valid_xml_that_reads_back(found: list[Diagnostic], strict: bool) -> None:
    root = suites(found, Run(strict=strict))

    text = text_of(root)
    for one in found:
        assert junit._speakable(one.message) in text
        assert junit._speakable(one.hint) in text
    counted = sum(case.find("failure") is not None for case in root.iter("testcase"))
    assert root.get("failures") == str(counted)


def test_odd_names_are_kept_in_attributes() -> None:
    (suite,) = suites([replace(ODD, mark=Mark('a"<&>\n.yaml', 1, 1))])

    assert suite.get("name") == 'a"<&>\n.yaml'
