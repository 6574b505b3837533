"""Planted faults: every line that earns a complaint says which, and nothing else is said.

A file in `broken/checks` says what is wrong, then which lines of the small valid library it changes.
`# expect: case/death@15` stands on the line that earns it, with the column behind the @.
"""

from collections import Counter
from pathlib import Path

import pytest

from builder.checks import Rules, check, check_library
from builder.content.library import Library
from builder.diagnostics import Severity
from tests.checks.small import EXPECT, changed, library

BROKEN = sorted((Path(__file__).parents[1] / "broken" / "checks").glob("*.txt"))

Changes = dict[str, list[tuple[str, str]]]


def changes_in(path: Path) -> Changes:
    found: Changes = {}
    for section in path.read_text(encoding="utf-8").split("\n--- ")[1:]:
        name, *lines = section.rstrip("\n").split("\n")
        old = "\n".join(line[2:] for line in lines if line.startswith("-"))
        new = "\n".join(line[2:] for line in lines if line.startswith("+"))
        found.setdefault(name, []).append((old, new))
    return found


def broken(path: Path) -> Library:
    changes = changes_in(path)
    assert changes
    assert set(changes) <= {"lesson", "case", "help", "safe_teaching"}
    return library(
        changes.get("lesson", ()), changes.get("case", ()), changes.get("help", ()),
        changes.get("safe_teaching", ()),
    )  # fmt: skip


def expected_in(changes: Changes) -> Counter[tuple[str, int, int, str]]:
    expected: Counter[tuple[str, int, int, str]] = Counter()
    for name, pairs in changes.items():
        for number, line in enumerate(changed(name, pairs).split("\n"), start=1):
            if found := EXPECT.search(line):
                for each in found["rules"].split(", "):
                    rule, column = each.split("@")
                    expected[f"{name}.yaml", number, int(column), rule] += 1
    return expected


OF_PERSONS_AND_DAYS = {"help/old-check", "review/author", "review/changed", "review/unsigned"}
"""They need a day or a signature, and are tested in test_reviews.py."""


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_exactly_what_is_expected_is_said(path: Path, rules: Rules) -> None:
    changes = changes_in(path)

    said = check_library(broken(path), rules)

    assert Counter((d.mark.file, d.mark.line, d.mark.column, d.rule) for d in said) == expected_in(changes)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_an_error_makes_no_checked_lesson(path: Path, rules: Rules) -> None:
    checked, said = check(broken(path), "small", rules)

    assert (checked is None) is any(d.severity is Severity.ERROR for d in said)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_complaint_says_where_what_and_what_to_try(path: Path, rules: Rules) -> None:
    for complaint in check_library(broken(path), rules):
        assert complaint.mark.line > 0
        assert complaint.message
        assert complaint.hint or complaint.severity is Severity.NEEDS_PERSON


def test_every_rule_in_code_has_a_planted_fault() -> None:
    from builder.checks import RULES

    planted = {rule for path in BROKEN for _, _, _, rule in expected_in(changes_in(path))}

    assert {info.id for info in RULES} - OF_PERSONS_AND_DAYS <= planted
