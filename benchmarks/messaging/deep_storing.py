"""Store the deep reader in 8 bits, and draw its lines on sentences that it was not tuned on.

`python -m benchmarks.messaging.deep_storing RAW` reads what `deep_training` wrote, scores the sentences kept
back with the quick model too (by cross-validation), and those of the spent test set, mixes both scores by
logistic regression, and writes `builder/data/messaging/deep.npz` and `deep.json`.
"""

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.messaging.data import HARMFUL, spent, training
from benchmarks.messaging.training import SURELY, by_rules, cut, features_of, validated
from builder.words.deep import LINES, WEIGHTS
from builder.words.judge import CLEARLY_NOT
from builder.words.shipped import load_judge

MISSED = 0.005
"""So many harmful sentences in a hundred may be left to the quick model alone, which will not find them."""
WANTED = 0.008
"""False alarms that lines are drawn for: a little under one in a hundred, as the next set will differ."""
MATRICES = 2
BELIEVED = 1.5
"""Words of a rule inside a sentence are believed from here at the latest: an author who writes a known
slogan must hear of it."""


def rows_of_8_bits(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scale = np.maximum(np.abs(matrix).max(1), 1e-8) / 127
    return np.round(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def store(raw: Any) -> None:
    layers = len({name.split(".")[1] for name in raw.files if name.startswith("layers.")})
    parts: dict[str, np.ndarray] = {}
    for name in raw.files:
        value = raw[name]
        if name in ("pieces", "kept", "kept_texts", "scores", "spent"):
            continue
        if value.ndim == MATRICES and name != "place":
            parts[name], parts[f"{name}.scale"] = rows_of_8_bits(value)
        else:
            parts[name] = value.astype(np.float32)
    about = {
        "pieces": json.loads(str(raw["pieces"])),
        "harmful": len(HARMFUL),
        "ways": list(HARMFUL),
        "layers": layers,
    }
    np.savez(WEIGHTS, about=np.array(json.dumps(about)), **parts)


@dataclass(frozen=True, slots=True)
class Scored:
    """Sentences that neither model was trained on: both scores, where a rule found words, what is so."""

    quick: np.ndarray
    deep: np.ndarray
    by_rule: np.ndarray
    slogan: np.ndarray
    harmful: np.ndarray
    plain: np.ndarray


def unseen(kept: np.ndarray, deep: np.ndarray, deep_spent: np.ndarray) -> Scored:
    """The sentences kept back from the deep reader, and those of the test set of the round before."""
    rows, further = training(), spent()
    judge = load_judge(quick=True)
    said = validated(rows, features_of(rows, judge), judge)
    by_rule, slogan = zip(*(by_rules(row, judge) for row in further), strict=True)
    counted = said.counted[kept]
    here = kept[counted]
    # The shipped model was trained on all of `rows` and on none of these.
    quick = [judge.model.score(found) for found in features_of(further, judge)]
    return Scored(
        np.concatenate([said.scores[here], quick]),
        np.concatenate([deep[counted], deep_spent]),
        np.concatenate([said.by_rule[here], by_rule]),
        np.concatenate([said.slogan[here], slogan]),
        np.concatenate([said.harmful[here], [row.harmful for row in further]]),
        np.concatenate([said.plain[here], np.ones(len(further), bool)]),
    )


def lines(said: Scored) -> dict[str, float]:
    """Where to draw the lines; what was written to be hard to tell apart has no say in it."""
    harmful, plain = said.harmful, said.plain
    gate = float(np.quantile(said.quick[harmful & plain], MISSED))
    # What a rule has found is always read.
    passed = (said.quick >= gate) | said.by_rule | said.slogan
    both = np.column_stack([said.quick, said.deep])
    mix = LogisticRegression(C=10.0).fit(both[passed], harmful[passed])
    mixed = np.where(passed, mix.decision_function(both), -np.inf)
    best = (0.0, 0.0, 0.0)
    for share in np.arange(0.3, 1.0, 0.05):
        threshold = cut(mixed[plain], harmful[plain], WANTED * float(share))
        for doubtful in np.arange(threshold - 4, threshold + 0.01, 0.1):
            believed = (said.slogan & (mixed >= CLEARLY_NOT)) | (said.by_rule & (mixed >= doubtful))
            found = ((mixed >= threshold) | believed)[plain]
            if found[~harmful[plain]].mean() <= WANTED:
                best = max(best, (float(found[harmful[plain]].mean()), threshold, float(doubtful)))
                break
    recall, threshold, doubtful = best
    print(f"{plain.sum()} plain sentences kept back: {recall:.3f} found at {WANTED:.1%} false alarms")
    drawn = {
        "gate": gate,
        "quick": float(mix.coef_[0][0]),
        "deep": float(mix.coef_[0][1]),
        "bias": float(mix.intercept_[0]),
        "threshold": threshold,
        "doubtful": min(doubtful, BELIEVED),
        "sure": cut(mixed[plain], harmful[plain], SURELY),
    }
    return {name: round(value, 3) for name, value in drawn.items()}


def main() -> None:
    raw = np.load(Path(sys.argv[1]), allow_pickle=False)
    store(raw)
    drawn = lines(unseen(raw["kept"], raw["scores"], raw["spent"]))
    weights = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:16]
    LINES.write_text(json.dumps({"weights": weights, **drawn}, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
