"""`all_rules` names every rule that can speak, and nothing else."""

import re
from pathlib import Path

from builder.checks import RULES, Rules, all_rules

CODE = Path(__file__).parents[2] / "builder" / "checks"


def test_every_rule_in_the_code_is_in_the_table() -> None:
    named = {
        rule
        for file in CODE.glob("*.py")
        if file.name != "catalogue.py"
        for rule in re.findall(
            r'"((?:structure|reference|case|picture|source|curriculum|help|review|waiver)/[a-z-]+|messaging/required)"',
            file.read_text(encoding="utf-8"),
        )
    }

    assert named == {info.id for info in RULES}


def test_every_rule_has_one_line_that_says_what_it_asks(rules: Rules) -> None:
    infos = all_rules(rules)

    assert [info.id for info in infos] == sorted({info.id for info in infos})
    assert {rule.id for rule in rules.worded} < {info.id for info in infos}
    for info in infos:
        assert info.summary.endswith(".")
        assert "\n" not in info.summary


def test_what_keeps_pupils_safe_cant_be_waived(rules: Rules) -> None:
    fixed = {info.id for info in all_rules(rules) if not info.waivable}

    assert {
        "messaging/suicide", "messaging/in-trouble", "messaging/required", "messaging/unsafe-pay",
        "messaging/unsafe-delete", "messaging/unsafe-image", "messaging/unsafe-reply",
        "messaging/junior-nudes",
        "case/death", "case/tier", "case/trail", "help/missing", "picture/alt", "source/not-official",
    } <= fixed  # fmt: skip


def test_rule_files_give_two_or_three_rewrites_or_a_better_word(rules: Rules) -> None:
    for rule in rules.worded:
        assert rule.instead or getattr(rule, "swaps", ()), rule.id
        assert len(rule.instead) <= 3, rule.id
