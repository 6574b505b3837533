"""Workflow commands, read back as GitHub's runner reads them."""

import re

import pytest
from hypothesis import given

from builder.diagnostics import Diagnostic
from builder.report import REPORTS
from tests.report.samples import ALL, FAULT, LOOSE, ODD, SHIPPED, WAITS, diagnostics

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<message>.*)\n")


def read(text: str) -> tuple[str, dict[str, str], str]:
    """One command as the runner takes it apart: it looks for the second `::`, then for commas."""
    command = COMMAND.fullmatch(text)
    assert command is not None
    pairs = (pair.split("=", 1) for pair in command["properties"].split(","))
    properties = {key: _plain(value.replace("%3A", ":").replace("%2C", ",")) for key, value in pairs}
    return command["name"], properties, _plain(command["message"])


def _plain(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@pytest.mark.parametrize(("found", "name"), [(FAULT, "error"), (LOOSE, "warning"), (WAITS, "notice")])
def test_every_severity_has_its_command(found: Diagnostic, name: str) -> None:
    assert read(REPORTS["github"]([found]))[0] == name


def test_a_command_as_github_documents_it() -> None:
    assert REPORTS["github"]([FAULT]) == (
        "::error file=lessons/a/lesson.yaml,line=12,col=5,title=schema/missing::"
        "“minutes” is missing. Add minutes: 50.\n"
    )


def test_percent_signs_line_ends_colons_and_commas_are_escaped() -> None:
    text = REPORTS["github"]([ODD])

    assert "file=lessons/Élan%2C 50%25%3A a/lesson.yaml,line=2" in text
    assert "100%25 <b>yours</b>" in text
    assert "then%0D%0A::error::left,%0Aa" in text
    assert text.count("\n") == 1


def test_what_came_with_the_tool_is_told_in_words() -> None:
    _, properties, message = read(REPORTS["github"]([SHIPPED]))

    assert properties == {"title": "reference/unused"}
    assert message.startswith("shipped:lessons/b/lesson.yaml:7:3: ")


def test_nothing_found_is_silence_and_many_are_a_line_each() -> None:
    assert REPORTS["github"]([]) == ""
    assert REPORTS["github"](ALL).count("\n") == len(ALL)


@given(diagnostics)
def test_any_letters_read_back(found: Diagnostic) -> None:
    text = REPORTS["github"]([found])

    assert "\r" not in text
    assert text.count("\n") == 1
    _, properties, message = read(text)
    assert properties["title"] == found.rule
    assert properties.get("file", found.mark.file) == found.mark.file
    assert message.endswith(" ".join(part for part in (found.message, found.hint) if part))
