"""A linear model over features: how likely a sentence harms, and in which way."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` of features, with the square of how rare each is, which the sentence's length is taken by.

    `ways` are the weights of each way to harm. `threshold` is the score from which a sentence is found;
    `doubtful` the score below which it is left alone even where a rule's words stand in it. From `sure` on,
    hardly one ok sentence in a thousand is found.
    """

    weights: Mapping[str, tuple[float, float]]
    bias: float
    threshold: float
    doubtful: float
    sure: float
    ways: Mapping[str, Mapping[str, float]]
    ways_bias: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """The logarithm of the odds that a sentence with these features harms."""
        total = length = 0.0
        for feature in features:
            known = self.weights.get(feature)
            if known is not None:
                total += known[0]
                length += known[1]
        return self.bias + total / math.sqrt(length) if length else self.bias

    def way(self, features: Iterable[str]) -> str:
        """The way to harm that fits these features best."""
        known = [feature for feature in features if feature in self.weights]
        sums = {
            way: self.ways_bias[way] + sum(weights.get(feature, 0.0) for feature in known)
            for way, weights in self.ways.items()
        }
        return max(sums, key=sums.__getitem__)


def likelihood(score: float) -> float:
    """A score as a probability, to two places."""
    return round(1 / (1 + math.exp(-score)), 2)


def model_of(stored: Mapping[str, Any]) -> Model:
    """The model from its stored form: features by their whole-number weight and rarity."""
    weights: dict[str, tuple[float, float]] = {}
    unit, rare = stored["unit"], stored["rarity"]
    for weight, rarity, names in stored["weights"]:
        idf = rarity * rare
        weights.update(dict.fromkeys(names.split("\t"), (weight * unit * idf, idf * idf)))
    ways: dict[str, dict[str, float]] = {}
    for way, groups in stored["ways"].items():
        ways[way] = {name: weight * unit for weight, names in groups for name in names.split("\t")}
    return Model(
        weights,
        stored["bias"],
        stored["threshold"],
        stored["doubtful"],
        stored["sure"],
        ways,
        stored["ways_bias"],
    )


def most_telling(model: Model, parts: Sequence[Iterable[str]]) -> int:
    """The number of the part whose features weigh most towards harm."""
    return max(
        range(len(parts)),
        key=lambda n: sum(model.weights[f][0] for f in parts[n] if f in model.weights),
    )
