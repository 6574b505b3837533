"""How many paraphrases of each required message are recognised, and how many near misses count by mistake.

`python benchmarks/required.py [--open]` prints a line per message for tests/checks/paraphrases: the lists
that a pattern may be improved with (open), and those that are kept back to measure. `--open` names what is
missed or counted by mistake in the open lists, and never in those kept back.
"""

import sys
from pathlib import Path

import yaml

from builder.checks import Rules, load_rules
from builder.checks.required import says
from builder.checks.rules import RequiredMessage
from builder.words.phrases import sentences

FOLDER = Path(__file__).resolve().parent.parent / "tests/checks/paraphrases"
COLUMNS = ("open, said", "open, false", "kept, said", "kept, false")


def said(rules: Rules, message: RequiredMessage, text: str) -> bool:
    return any(says(rules, message, sentence) for sentence in sentences(text))


def main() -> None:
    rules = load_rules()
    named: list[str] = []
    totals = [(0, 0)] * len(COLUMNS)
    print(f"{'':20}" + "".join(f"{column:>14}" for column in COLUMNS))
    for message in rules.required.messages:
        lists = yaml.safe_load((FOLDER / f"{message.id}.yaml").read_text(encoding="utf-8"))
        kept = lists["kept_back"]
        columns = [lists["says"], lists["does_not_say"], kept["says"], kept["does_not_say"]]
        found = [[line for line in lines if said(rules, message, line)] for lines in columns]
        named += [f"{message.id}: misses “{line}”" for line in columns[0] if line not in found[0]]
        named += [f"{message.id}: counts “{line}”" for line in found[1]]
        counts = [(len(hits), len(lines)) for hits, lines in zip(found, columns, strict=True)]
        totals = [(a + c, b + d) for (a, b), (c, d) in zip(totals, counts, strict=True)]
        print(f"{message.id:20}" + "".join(f"{f'{hits} of {of}':>14}" for hits, of in counts))
    print(f"{'all':20}" + "".join(f"{f'{hits} of {of}':>14}" for hits, of in totals))
    print(f"{'':20}" + "".join(f"{hits / of:>14.1%}" for hits, of in totals))
    if "--open" in sys.argv[1:]:
        print(*named, sep="\n")


if __name__ == "__main__":
    main()
