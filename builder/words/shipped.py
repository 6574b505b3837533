"""The shipped judge, from files made for reading fast: see `tools/messaging.py`, which writes them."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from builder.words.features import Kinds
from builder.words.finding import Finder, WordRule
from builder.words.judge import Judge
from builder.words.model import model_of
from builder.words.phrases import Frames, FrameWords

# importlib.resources would take longer to load than all of this.
DATA = Path(__file__).parent.parent / "data" / "messaging"
COMPILED = DATA / "compiled.json"
MODEL = DATA / "model.json"


def load_judge(quick: bool = False) -> Judge:
    """`quick` leaves out the deep reader: faster, and it misses more."""
    judge = judge_of(read_compiled(), json.loads(MODEL.read_text("utf-8")))
    if quick:
        return judge
    from builder.words.deep import load_deep

    return replace(judge, deep=load_deep())


@cache
def read_compiled() -> dict[str, Any]:
    """Rules, word groups, frames, kinds and cues as they are stored; not to be changed."""
    found: dict[str, Any] = json.loads(COMPILED.read_text("utf-8"))
    return found


def judge_of(compiled: dict[str, Any], model: dict[str, Any]) -> Judge:
    """The judge from its stored parts, without the rules for some ages and those for lessons alone."""
    groups = compiled["groups"]
    rules = [_rule(stored) for stored in compiled["rules"]]
    by_id = {rule.id: rule for rule in rules}
    ways = {way: _way(by_id[told["rule"]], told.get("summary")) for way, told in compiled["ways"].items()}
    return Judge(
        Finder(
            [rule for rule in rules if rule.every_age and not rule.lesson_only],
            groups,
            Frames(FrameWords(**compiled["frames"]), groups),
            compiled["cues"],
        ),
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
