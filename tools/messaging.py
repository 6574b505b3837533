"""Write what the messaging checker reads when it starts, from the files that people edit.

`python tools/messaging.py` writes `builder/data/messaging/compiled.json`: rules, word groups, frames and
kinds of words in one file that needs no YAML reader; and `patterns.bin`, the rules' patterns as this version
of Python compiles them. A test tells when they have to be made again.

`python tools/messaging.py --train` also trains the model on `benchmarks/messaging/train` and writes
`model.json`; it needs the packages of the group `train` (see `make train`), takes about a minute, and gives
the same bytes each time.

`python tools/messaging.py --read` reads every shipped lesson for every country with the deep reader and
writes what it made of their sentences to `readings.json`, so that a build need not read them again. Run it
when a test says that a shipped sentence is not among them; it takes half a minute to two.
"""

import argparse
import dataclasses
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.checks import Rules, check_library, load_rules
from builder.checks.rules import Occurrence
from builder.checks.ruleset import load_wording, rules_of_files
from builder.content.library import read_library
from builder.content.shelves import Shelf, countries
from builder.words import ready
from builder.words.cues import cues_of
from builder.words.deep import load_deep
from builder.words.readings import READINGS, stored

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "builder" / "data" / "messaging"
KEPT_FOR = (3, 11)
"""The Python whose patterns are kept: with it releases are made and tested."""


def compiled() -> dict[str, Any]:
    wording = load_wording()
    rules = [rule.word_rule() for rule in rules_of_files() if not isinstance(rule, Occurrence)]
    return {
        "groups": wording.groups,
        "frames": dataclasses.asdict(wording.frames),
        "rules": [dataclasses.asdict(rule) for rule in rules],
        "cues": cues_of((pattern for rule in rules for pattern in rule.patterns()), wording.groups),
        "kinds": wording.kinds,
        "ways": wording.ways,
    }


def patterns(rules: Rules) -> bytes:
    """Every pattern of the rule files as this version of Python compiles it."""
    return ready.stored({*rules.finder.patterns(), *_beside(rules)}, code_of)


def code_of(pattern: re.Pattern[str]) -> list[int]:
    """A pattern's code as the engine takes it, for which Python has no public way."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    code: list[int] = _compiler._code(_parser.parse(pattern.pattern, pattern.flags), pattern.flags)
    return code


def _beside(rules: Rules) -> Iterator[re.Pattern[str]]:
    """Patterns that no word rule holds: of frames, of what is counted and of required messages."""
    frames = rules.frames
    yield from (frames.negated, frames.before, frames.before_any, frames.before_quoted, frames.to_say)
    yield from (frames.breaks, frames.after, frames.following)
    yield from (counted for _, counted in rules.counts)
    yield from rules.said.values()


def readings() -> dict[str, object]:
    """What the deep reader makes of every shipped sentence that reaches it."""
    rules = load_rules()
    deep = load_deep(recalling=False)
    rules = dataclasses.replace(rules, judge=dataclasses.replace(rules.judge, deep=deep))
    for country in countries():
        library, said = read_library([Shelf(ROOT)], country)
        if library is None:
            sys.exit("\n".join(f"{one.mark}: {one.message}" for one in said))
        check_library(library, rules)
    return stored(deep.weights, deep.known)


def text_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--read", action="store_true")
    wanted = parser.parse_args()
    made = compiled()
    (DATA / "compiled.json").write_text(text_of(made), "utf-8")
    if sys.version_info[:2] == KEPT_FOR:
        ready.PATTERNS.write_bytes(patterns(load_rules()))
    else:
        sys.stderr.write(
            f"{ready.PATTERNS.name} is as it was: run this with Python {KEPT_FOR[0]}.{KEPT_FOR[1]} too.\n"
        )
    if wanted.train:
        from benchmarks.messaging.training import trained

        (DATA / "model.json").write_text(text_of(trained(made)), "utf-8")
    if wanted.read:
        READINGS.write_text(text_of(readings()), "utf-8")


if __name__ == "__main__":
    main()
