"""`python -m benchmarks.messaging` measures the checker; see `main` for what it prints.

Cross-validation keeps every group of paraphrases on one side, so a near-copy of a test sentence is never
trained on. `--fresh` scores the shipped checker on the sentences that were kept away from rules and
training. `--peers` runs what else there is on the same sentences, as far as it is installed.
"""

import argparse
import math
from collections.abc import Sequence

from benchmarks.messaging.data import EASY, HARMFUL, OK, Labelled, fresh, training
from benchmarks.messaging.peers import PEERS
from benchmarks.messaging.training import cross_validated
from builder.words.judge import check_text
from builder.words.shipped import load_judge

Z = 1.96


def interval(hits: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not total:
        return 0.0, 1.0
    share, z2 = hits / total, Z * Z
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = Z / (1 + z2 / total) * math.sqrt(share * (1 - share) / total + z2 / (4 * total * total))
    return middle - half, middle + half


def table(rows: Sequence[Labelled], found: Sequence[bool]) -> str:
    """Recall by category of harm, false alarms by kind of ok sentence, and both over all."""
    lines = []
    counted = [(row.category, hit) for row, hit in zip(rows, found, strict=True) if row.writer not in EASY]
    for name, categories in (("harmful, found", HARMFUL), ("ok, wrongly found", OK)):
        lines.append(f"  {name}")
        total = hits = 0
        for category in categories:
            here = [hit for its, hit in counted if its == category]
            total, hits = total + len(here), hits + sum(here)
            if here:
                lines.append(
                    f"    {category:26} {sum(here):5} of {len(here):5}  {sum(here) / len(here):6.1%}"
                )
        low, high = interval(hits, total)
        share = hits / max(total, 1)
        lines.append(f"    {'all':26} {hits:5} of {total:5}  {share:6.1%}  (95 %: {low:.1%} to {high:.1%})")
    return "\n".join(lines)


def shipped(rows: Sequence[Labelled]) -> list[bool]:
    """Whether the shipped checker finds harm in each text; rules on what a page may hold are left out."""
    judge = load_judge()
    policy = {rule.id for rule in judge.rules() if rule.policy}
    return [
        any(one.rule not in policy and not one.framed for one in check_text(row.text, row.audience, judge))
        for row in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    rows = fresh() if options.fresh else training()
    harmful = sum(row.harmful for row in rows)
    print(f"{len(rows)} sentences, {harmful} harmful, {len(rows) - harmful} ok")
    if options.fresh:
        print("the shipped checker on sentences that it has never seen")
        print(table(rows, shipped(rows)))
    else:
        found, by_rules = cross_validated(rows)
        print("cross-validation in five parts, groups of paraphrases kept together")
        print(table(rows, found))
        print("the rules alone")
        print(table(rows, by_rules))
    if options.peers:
        for name, peer in PEERS.items():
            print(name)
            said = peer([row.text for row in rows])
            print("  not installed" if said is None else table(rows, said))


if __name__ == "__main__":
    main()
