"""Kept patterns are what Python would compile, and what can't be read or isn't kept is compiled as ever."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.checks import Rules
from builder.words import ready
from builder.words.ready import PATTERNS, pattern, stored, unpacked
from tools.messaging import KEPT_FOR, code_of, patterns

KEPT = unpacked(PATTERNS.read_bytes())
OF_THIS_PYTHON = pytest.mark.skipif(sys.version_info[:2] != KEPT_FOR, reason="the file is for another Python")


@pytest.fixture
def afresh() -> Iterator[None]:
    ready._kept.cache_clear()
    yield
    ready._kept.cache_clear()


@OF_THIS_PYTHON
def test_the_kept_patterns_are_those_of_the_rule_files(rules: Rules) -> None:
    """If this fails, run `python tools/messaging.py`."""
    assert patterns(rules) == PATTERNS.read_bytes()


@OF_THIS_PYTHON
@pytest.mark.parametrize("expression", list(KEPT[1])[::9])
def test_a_kept_pattern_is_what_python_makes_of_it(expression: str) -> None:
    made, kept = re.compile(expression), pattern(expression)

    # Equal patterns have the same flags, words and code.
    assert kept is not made
    assert kept == made
    assert (kept.groups, kept.groupindex) == (made.groups, made.groupindex)


@OF_THIS_PYTHON
def test_every_pattern_of_a_check_is_ready(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half the time that the first thousand sentences took went into compiling."""

    def compiled(expression: str) -> re.Pattern[str]:
        raise AssertionError(f"not kept: {expression}")

    monkeypatch.setattr("builder.words.ready.re.compile", compiled)
    for one in rules.finder.patterns():
        assert pattern(one.pattern) == one


def test_a_pattern_with_groups_or_flags_is_not_kept_and_found_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, afresh: None
) -> None:
    file = tmp_path / "patterns.bin"
    every = ["they|we", r"(?P<who>they|we) know", r"(?i)they|us"]
    file.write_bytes(stored(map(re.compile, every), code_of))
    monkeypatch.setattr(ready, "PATTERNS", file)

    assert list(ready._kept()[0]) == every[:1]
    for expression in every:
        assert pattern(expression) == re.compile(expression)


@pytest.mark.parametrize("file", [b"", b"no patterns", PATTERNS.read_bytes()[:-40]])
def test_without_a_whole_file_patterns_are_compiled(
    file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, afresh: None
) -> None:
    there = tmp_path / "patterns.bin"
    there.write_bytes(file)
    monkeypatch.setattr(ready, "PATTERNS", there)

    assert ready._kept()[0] == {}
    assert pattern("a|b").search("b")


def test_another_pythons_patterns_are_left_alone(monkeypatch: pytest.MonkeyPatch, afresh: None) -> None:
    class Other:
        MAGIC = KEPT[0] + 1
        CODESIZE = 4

    monkeypatch.setattr(ready, "_engine", Other)
    assert ready._kept()[0] == {}
    assert pattern("a|b").search("b")


def test_what_is_no_pattern_is_said() -> None:
    with pytest.raises(re.error):
        pattern("(")
