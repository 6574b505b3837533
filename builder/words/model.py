"""A linear model over features: how likely a sentence harms, and in which way."""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat
from typing import Any


@dataclass(frozen=True)
class Model:
    """`weights` of features; the imaginary part is the square of how rare each is, for the sentence's length.

    `stored_ways` are the weights of each way to harm, names of features with tabs between. `threshold` is
    the score from which a sentence is found; `doubtful` the score below which it is left alone even where a
    rule's words stand in it. From `sure` on, hardly one ok sentence in a thousand is found.
    """

    weights: dict[str, complex]
    bias: float
    threshold: float
    doubtful: float
    sure: float
    stored_ways: Mapping[str, Sequence[tuple[float, str]]]
    ways_bias: Mapping[str, float]

    @cached_property
    def ways(self) -> dict[str, dict[str, float]]:
        """The weights of each way to harm, by feature: read where something harms, as most texts are fine."""
        return {
            way: {name: weight for weight, names in groups for name in names.split("\t")}
            for way, groups in self.stored_ways.items()
        }

    def score(self, features: Set[str]) -> float:
        """The logarithm of the odds that a sentence with these features harms."""
        # Two sums at once, and most features are in no model: this runs on every sentence.
        both = sum(filter(None, map(self.weights.get, features)))
        return self.bias + both.real / math.sqrt(both.imag) if both.imag else self.bias

    def way(self, features: Set[str]) -> str:
        """The way to harm that fits these features best."""
        known = self.weights.keys() & features
        sums = {
            way: self.ways_bias[way] + sum(weights.get(feature, 0.0) for feature in known)
            for way, weights in self.ways.items()
        }
        return max(sums, key=sums.__getitem__)


def likelihood(score: float) -> float:
    """A score as a probability, to two places."""
    return round(1 / (1 + math.exp(-score)), 2)


def model_of(stored: Mapping[str, Any]) -> Model:
    """The model from its stored form: the names of all features in groups of one whole-number weight and
    rarity each, and how many names every group `counts`. Raises ValueError where the counts don't fit.
    """
    unit, rare = stored["unit"], stored["rarity"]
    # Loops in Python over 20,000 names would be a fifth of the time that a short text takes.
    idfs = [rarity * rare for rarity in stored["rarities"]]
    values = [complex(w * unit * idf, idf * idf) for w, idf in zip(stored["weights"], idfs, strict=True)]
    each = chain.from_iterable(map(repeat, values, stored["counts"]))
    names = stored["names"].split("\t") if stored["names"] else []
    weights = dict(zip(names, each, strict=True))
    ways = {
        way: [(weight * unit, names) for weight, names in groups] for way, groups in stored["ways"].items()
    }
    return Model(
        weights,
        stored["bias"],
        stored["threshold"],
        stored["doubtful"],
        stored["sure"],
        ways,
        stored["ways_bias"],
    )


def most_telling(model: Model, parts: Sequence[Set[str]]) -> int:
    """The number of the part whose features weigh most towards harm."""
    return max(
        range(len(parts)),
        key=lambda n: sum(model.weights[f].real for f in model.weights.keys() & parts[n]),
    )
