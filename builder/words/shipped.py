"""The shipped judge, from files made for reading fast: see `tools/messaging.py`, which writes them."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

from builder.words.deep import load_deep
from builder.words.features import Kinds
from builder.words.finding import Finder, WordRule
from builder.words.judge import Judge
from builder.words.model import model_of
from builder.words.phrases import FrameWords, frames

COMPILED = files("builder") / "data" / "messaging" / "compiled.json"
MODEL = files("builder") / "data" / "messaging" / "model.json"


def load_judge(quick: bool = False) -> Judge:
    """`quick` leaves out the deep reader: faster, and it misses more."""
    judge = judge_of(json.loads(COMPILED.read_text("utf-8")), json.loads(MODEL.read_text("utf-8")))
    return judge if quick else replace(judge, deep=load_deep())


def judge_of(compiled: dict[str, Any], model: dict[str, Any]) -> Judge:
    """The judge from its stored parts."""
    groups, cues = compiled["groups"], compiled["cues"]
    shown = frames(FrameWords(**compiled["frames"]), groups)
    rules = [_rule(stored) for stored in compiled["rules"]]
    by_id = {rule.id: rule for rule in rules}
    ways = {way: _way(by_id[told["rule"]], told.get("summary")) for way, told in compiled["ways"].items()}
    policy, harm = ([rule for rule in rules if rule.policy is wanted] for wanted in (True, False))
    return Judge(
        Finder(policy, groups, shown, cues),
        Finder(harm, groups, shown, cues),
        Kinds({kind: words.split() for kind, words in compiled["kinds"].items()}),
        model_of(model),
        ways,
    )


def _rule(stored: dict[str, Any]) -> WordRule:
    lists = {name: _tuples(value) for name, value in stored.items() if isinstance(value, list)}
    return WordRule(**(stored | lists))


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


def _way(rule: WordRule, summary: str | None) -> WordRule:
    return replace(rule, summary=summary) if summary else rule
