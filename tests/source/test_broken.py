"""Files that are wrong on purpose: each line that earns a complaint says which, and nothing else is said.

`# expect: yaml/tab@3` stands on its line, with the column behind the @; where no remark can stand,
`# expect at 5:3: yaml/tab` stands elsewhere in the file.
"""

import pathlib
import re

import pytest

from builder.diagnostics import Diagnostic
from builder.source import RULES, read_file

BROKEN = sorted((pathlib.Path(__file__).parents[1] / "broken" / "reading").glob("*.yaml"))
HERE = re.compile(r"# expect: (.+)$")
THERE = re.compile(r"# expect at (\d+):(\d+): (\S+)$")

# The parser's words, which mean nothing to a teacher.
JARGON = re.compile(
    r"\b(scalar|mapping|sequence|block|flow|token|node|stream|anchor|alias|tag|document|directive|parse|parser|"
    r"key|yaml|unicode|none|null)s?\b",
    re.IGNORECASE,
)


def expected_in(path: pathlib.Path) -> set[tuple[int, int, str]]:
    expected = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if there := THERE.search(line):
            expected.add((int(there[1]), int(there[2]), there[3]))
        elif here := HERE.search(line):
            for rule, column in (each.split("@") for each in here[1].split(", ")):
                expected.add((number, int(column), rule))
    return expected


def faults_in(path: pathlib.Path, pure: bool) -> list[Diagnostic]:
    return read_file(path, path.name, pure)[1]


@pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_exactly_what_is_expected_is_said(path: pathlib.Path, pure: bool) -> None:
    said = {(fault.mark.line, fault.mark.column, fault.rule) for fault in faults_in(path, pure)}

    assert said == expected_in(path)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_both_parsers_say_the_same_in_words_for_teachers(path: pathlib.Path) -> None:
    faults = faults_in(path, pure=False)

    assert faults == faults_in(path, pure=True)
    for fault in faults:
        words = f"{fault.message} {fault.why} {fault.hint}"
        ours = re.sub(r"“[^”]*”|(text|whole): .*$", "", words)
        assert not JARGON.search(ours), words
        assert "\n" not in words
        assert fault.message
        assert not fault.message.endswith(".")
        assert fault.mark.file == path.name


def test_every_rule_has_a_broken_file() -> None:
    # The first four are about bytes or about files that aren't there, the last is for what nobody foresaw.
    elsewhere = {"yaml/read", "yaml/size", "yaml/encoding", "yaml/syntax"}
    shown = {rule for path in BROKEN for _, _, rule in expected_in(path)}

    assert shown == set(RULES) - elsewhere
