"""From labelled sentences to a linear model: logistic regression over the engine's own features.

scikit-learn's liblinear runs on one thread and from a fixed start, so the same sentences give the same
weights; they are rounded before they are stored.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression

from benchmarks.messaging.data import EASY, HARMFUL, PLAIN, Labelled, training
from builder.words.judge import Judge, standing
from builder.words.phrases import sentences
from builder.words.shipped import judge_of, load_judge

Features = set[str]
STRENGTH = 5.0
"""The inverse of the regularisation; 5 to 20 differ by less than a point."""
SEEN_TWICE = 2
KEPT = 20_000
"""Features of the model, of some hundred thousand: with a fifth of them it finds three points less alone, and
as much together with the deep reader."""
UNIT = 0.02
"""Weights are stored as whole multiples of it, rarities of RARITY."""
RARITY = 0.05
WAY_STRENGTH = 0.3
LEAST_WAY = 0.1
FALSE_ALARMS = 0.01
SURELY = 0.001
EMPTY: dict[str, Any] = {
    **dict.fromkeys(("bias", "threshold", "doubtful", "sure"), 0.0),
    **{
        "unit": 1.0,
        "rarity": 1.0,
        "weights": [],
        "rarities": [],
        "counts": [],
        "names": "",
        "ways": {},
        "ways_bias": {},
    },
}


@dataclass(frozen=True, slots=True)
class Linear:
    """A trained model as numbers: a weight and a rarity for each feature by name."""

    names: Sequence[str]
    weights: np.ndarray
    rarity: np.ndarray
    bias: float

    def scores(self, sets: Sequence[Features]) -> np.ndarray:
        matrix = CountVectorizer(analyzer=list, vocabulary={n: i for i, n in enumerate(self.names)})
        there = csr_matrix(matrix.transform(sets), dtype=float)
        there.data[:] = 1.0
        length = np.sqrt(there @ self.rarity**2)
        total = there @ (self.weights * self.rarity)
        return self.bias + np.divide(total, length, out=np.zeros_like(total), where=length > 0)


def features_of(rows: Iterable[Labelled], judge: Judge) -> list[Features]:
    """The features of each text, of all its sentences together."""
    every = []
    for row in rows:
        each = [(one, judge.finder.hits(one, row.audience)) for one in sentences(row.text)]
        every.append(set().union(*(judge.seen(one, row.audience, hits) for one, hits in each)))
    return every


def train(sets: Sequence[Features], harmful: np.ndarray) -> Linear:
    """Trained twice: the second time on the features alone that weighed most, for a start in milliseconds."""
    first = _fitted(sets, harmful)
    weight = np.abs(first.weights) * first.rarity
    most = {first.names[n] for n in np.argsort(-weight, kind="stable")[:KEPT]}
    return _fitted([found & most for found in sets], harmful)


def _fitted(sets: Sequence[Features], harmful: np.ndarray) -> Linear:
    counter = CountVectorizer(analyzer=sorted, binary=True, min_df=SEEN_TWICE)
    counted = counter.fit_transform(sets)
    rare = TfidfTransformer(sublinear_tf=True).fit(counted)
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    fitted.fit(rare.transform(counted), harmful)
    weights = np.round(fitted.coef_[0] / UNIT) * UNIT
    rarity = np.round(rare.idf_ / RARITY) * RARITY
    return Linear(
        list(counter.get_feature_names_out()), weights, rarity, round(float(fitted.intercept_[0]), 3)
    )


def train_ways(sets: Sequence[Features], ways: Sequence[str]) -> dict[str, tuple[float, dict[str, float]]]:
    """For each way to harm a bias and the weights of a few plain features: which way, given that it harms."""
    plain = [{f for f in found if "_" not in f and not f.startswith(("F:", "RF:", "A:"))} for found in sets]
    counter = CountVectorizer(analyzer=sorted, binary=True, min_df=5)
    counted = counter.fit_transform(plain)
    names = counter.get_feature_names_out()
    found = {}
    for way in HARMFUL:
        fitted = LogisticRegression(C=WAY_STRENGTH, solver="liblinear", l1_ratio=1.0, random_state=0)
        fitted.fit(counted, np.array([one == way for one in ways]))
        weights = {
            str(name): round(float(w), 2)
            for name, w in zip(names, fitted.coef_[0], strict=True)
            if abs(w) >= LEAST_WAY
        }
        found[way] = (round(float(fitted.intercept_[0]), 2), weights)
    return found


def stored(
    linear: Linear, ways: dict[str, tuple[float, dict[str, float]]], **cuts: float
) -> dict[str, object]:
    """The form that `builder.words.model` reads: names by their whole-number weight and rarity."""
    groups: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for name, weight, rarity in zip(linear.names, linear.weights, linear.rarity, strict=True):
        groups[round(weight / UNIT), round(rarity / RARITY)].append(name)
    in_order = sorted(groups.items())
    by_way = {}
    for way, (_, weights) in ways.items():
        of_way: defaultdict[int, list[str]] = defaultdict(list)
        for name, weight in weights.items():
            of_way[round(weight / UNIT)].append(name)
        by_way[way] = [[number, "\t".join(sorted(names))] for number, names in sorted(of_way.items())]
    return {
        "unit": UNIT,
        "rarity": RARITY,
        "bias": linear.bias,
        **cuts,
        "weights": [weight for (weight, _), _ in in_order],
        "rarities": [rarity for (_, rarity), _ in in_order],
        "counts": [len(names) for _, names in in_order],
        "names": "\t".join(name for _, names in in_order for name in sorted(names)),
        "ways": by_way,
        "ways_bias": {way: bias for way, (bias, _) in ways.items()},
    }


@dataclass(frozen=True, slots=True)
class Validated:
    """Scores from cross-validation; where a rule found words, and where those are all but the whole text.

    `counted` are the rows that figures are taken from, `plain` those of them that lines are drawn on.
    """

    scores: np.ndarray
    by_rule: np.ndarray
    slogan: np.ndarray
    harmful: np.ndarray
    counted: np.ndarray
    plain: np.ndarray

    def found(self, threshold: float, doubtful: float) -> np.ndarray:
        """What the judge finds with these lines drawn."""
        return (self.scores >= threshold) | self.slogan | (self.by_rule & (self.scores >= doubtful))


def validated(rows: Sequence[Labelled], sets: Sequence[Features], judge: Judge) -> Validated:
    harmful = np.array([row.harmful for row in rows])
    scores = np.zeros(len(rows))
    for train_on, test_on in folds(rows):
        linear = train([sets[i] for i in train_on], harmful[train_on])
        scores[test_on] = linear.scores([sets[i] for i in test_on])
    by_rule, slogan = (np.array(flags) for flags in zip(*(by_rules(row, judge) for row in rows), strict=True))
    counted = np.array([row.writer not in EASY for row in rows])
    plain = np.array([row.writer in PLAIN for row in rows])
    return Validated(scores, by_rule, slogan, harmful, counted, plain)


def by_rules(row: Labelled, judge: Judge) -> tuple[bool, bool]:
    """Whether rules find words inside the text, and such as are all but the whole of it."""
    stand = {
        standing(hit, sentence)
        for sentence in sentences(row.text)
        for hit in judge.finder.hits(sentence, row.audience)
        if not (hit.framed or hit.rule.policy)
    }
    return "inside" in stand, "slogan" in stand


def trained(compiled: Mapping[str, Any]) -> dict[str, object]:
    """The model for the shipped file: trained on everything, with lines from cross-validation."""
    rows = training()
    judge = judge_of(compiled, EMPTY)
    sets = features_of(rows, judge)
    said = validated(rows, sets, judge)
    harms = [(found, row.category) for found, row in zip(sets, rows, strict=True) if row.harmful]
    ways = train_ways([found for found, _ in harms], [category for _, category in harms])
    return stored(train(sets, said.harmful), ways, **cuts(said))


def cross_validated(rows: Sequence[Labelled]) -> tuple[list[bool], list[bool]]:
    """What is found of each row by a model that never saw its group; and by the rules alone."""
    judge = load_judge(quick=True)
    said = validated(rows, features_of(rows, judge), judge)
    lines = cuts(said)
    return list(said.found(lines["threshold"], lines["doubtful"])), list(said.by_rule)


def cuts(said: Validated) -> dict[str, float]:
    """Where to draw the lines so that 1 % of the ok sentences are found, and most harmful ones."""
    scores, harmful = said.scores[said.plain], said.harmful[said.plain]
    best = (0.0, 0.0, 0.0)
    for share in np.arange(0.3, 1.0, 0.05):
        threshold = cut(scores, harmful, FALSE_ALARMS * float(share))
        for doubtful in np.arange(threshold - 2, threshold + 0.01, 0.1):
            found = said.found(threshold, float(doubtful))[said.plain]
            if found[~harmful].mean() <= FALSE_ALARMS:
                best = max(best, (float(found[harmful].mean()), threshold, float(doubtful)))
                break
    _, threshold, doubtful = best
    return {
        "threshold": round(threshold, 3),
        "doubtful": round(doubtful, 3),
        "sure": round(cut(scores, harmful, SURELY), 3),
    }


def folds(rows: Sequence[Labelled], count: int = 5) -> list[tuple[np.ndarray, np.ndarray]]:
    """Training and test numbers; a group of paraphrases is never on both sides."""
    sizes = Counter(row.group for row in rows)
    place: dict[str, int] = {}
    load = [0] * count
    for group in sorted(sizes, key=lambda name: (-sizes[name], name)):
        place[group] = min(range(count), key=lambda n: (load[n], n))
        load[place[group]] += sizes[group]
    at = np.array([place[row.group] for row in rows])
    return [(np.flatnonzero(at != n), np.flatnonzero(at == n)) for n in range(count)]


def cut(scores: np.ndarray, harmful: np.ndarray, share: float = FALSE_ALARMS) -> float:
    """The score that no more than `share` of the ok sentences pass."""
    ok = np.sort(scores[~harmful])[::-1]
    return float(ok[int(len(ok) * share)])
