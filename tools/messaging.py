"""Write what the messaging checker reads when it starts, from the files that people edit.

`python tools/messaging.py` writes `builder/data/messaging/compiled.json`: rules, word groups, frames and
kinds of words in one file that needs no YAML reader. A test tells when it has to be made again.

`python tools/messaging.py --train` also trains the model on `benchmarks/messaging/train` and writes
`model.json`; it needs the packages of the group `train` (see `make train`), takes about a minute, and gives
the same bytes each time.
"""

import argparse
import dataclasses
import json
from pathlib import Path
from typing import Any

from builder.checks.rules import Occurrence
from builder.checks.ruleset import load_wording, rules_of_files
from builder.words.cues import cues_of

DATA = Path(__file__).resolve().parent.parent / "builder" / "data" / "messaging"


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


def text_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="store_true")
    made = compiled()
    (DATA / "compiled.json").write_text(text_of(made), "utf-8")
    if parser.parse_args().train:
        from benchmarks.messaging.training import trained

        (DATA / "model.json").write_text(text_of(trained(made)), "utf-8")


if __name__ == "__main__":
    main()
