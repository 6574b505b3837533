"""Store the deep reader in 8 bits, and draw its lines on the sentences that it was not tuned on.

`python -m benchmarks.messaging.deep_storing RAW` reads what `deep_training` wrote, scores the sentences kept
back with the quick model too (by cross-validation), mixes both by logistic regression, and writes
`builder/data/messaging/deep.npz` and `deep.json`.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.messaging.data import HARMFUL, training
from benchmarks.messaging.training import FALSE_ALARMS, SURELY, cut, features_of, validated
from builder.words.deep import LINES, WEIGHTS
from builder.words.shipped import load_judge

MISSED = 0.05
"""So many harmful sentences in a hundred may be left to the quick model alone, which will not find them."""
MATRICES = 2
BELIEVED = 1.0
"""Words of a rule inside a sentence are believed from here at the latest, at one false alarm in 400 more:
an author who writes a known slogan must hear of it."""


def rows_of_8_bits(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scale = np.maximum(np.abs(matrix).max(1), 1e-8) / 127
    return np.round(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def store(raw: Any) -> None:
    layers = len({name.split(".")[1] for name in raw.files if name.startswith("layers.")})
    parts: dict[str, np.ndarray] = {}
    for name in raw.files:
        value = raw[name]
        if name in ("pieces", "kept", "scores"):
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


def lines(kept: np.ndarray, deep: np.ndarray) -> dict[str, float]:
    rows = training()
    judge = load_judge(quick=True)
    said = validated(rows, features_of(rows, judge), judge)
    gate = float(np.quantile(said.scores[said.harmful & said.counted], MISSED))
    counted = said.counted[kept]
    quick, harmful = said.scores[kept], said.harmful[kept]
    passed = quick >= gate
    both = np.column_stack([quick, deep])
    mix = LogisticRegression(C=10.0).fit(both[passed], harmful[passed])
    mixed = np.where(passed, mix.decision_function(both), -np.inf)
    slogan, by_rule = said.slogan[kept], said.by_rule[kept]
    best = (0.0, 0.0, 0.0)
    for share in np.arange(0.3, 1.0, 0.05):
        threshold = cut(mixed[counted], harmful[counted], FALSE_ALARMS * float(share))
        for doubtful in np.arange(threshold - 4, threshold + 0.01, 0.1):
            found = ((mixed >= threshold) | slogan | (by_rule & (mixed >= doubtful)))[counted]
            if found[~harmful[counted]].mean() <= FALSE_ALARMS:
                best = max(best, (float(found[harmful[counted]].mean()), threshold, float(doubtful)))
                break
    recall, threshold, doubtful = best
    print(f"kept back: {recall:.3f} found at {FALSE_ALARMS:.0%} false alarms")
    drawn = {
        "gate": gate,
        "quick": float(mix.coef_[0][0]),
        "deep": float(mix.coef_[0][1]),
        "bias": float(mix.intercept_[0]),
        "threshold": threshold,
        "doubtful": min(doubtful, BELIEVED),
        "sure": cut(mixed[counted], harmful[counted], SURELY),
    }
    return {name: round(value, 3) for name, value in drawn.items()}


def main() -> None:
    raw = np.load(Path(sys.argv[1]), allow_pickle=False)
    store(raw)
    drawn = lines(raw["kept"], raw["scores"])
    LINES.write_text(json.dumps(drawn, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
