"""The quick model adds weights by how rare features are, and says which way a sentence harms."""

import math

import pytest

from builder.words.model import likelihood, model_of, most_telling

STORED = {
    "unit": 0.5,
    "rarity": 0.1,
    "bias": -1.0,
    "threshold": 1.0,
    "doubtful": 0.5,
    "sure": 2.0,
    "weights": [4, -4],
    "rarities": [20, 10],
    "counts": [2, 1],
    "names": "pay\tnow\tdon't",
    "ways": {"pay": [[3, "pay"]], "blame": [[2, "fault"]]},
    "ways_bias": {"pay": -0.1, "blame": 0.0},
}
MODEL = model_of(STORED)


def test_the_score_is_the_bias_and_the_weights_by_the_length() -> None:
    # Two features of weight 2 and rarity 2, one of weight −2 and rarity 1; the length is √(4 + 4 + 1).
    assert MODEL.score({"pay", "now", "don't"}) == pytest.approx(-1 + (4 + 4 - 2) / 3)


def test_what_the_model_does_not_know_counts_for_nothing() -> None:
    assert MODEL.score({"tree"}) == MODEL.score(set()) == -1.0
    assert MODEL.score({"pay", "tree"}) == MODEL.score({"pay"})


def test_the_way_is_the_one_that_fits_best() -> None:
    assert MODEL.way({"pay"}) == "pay"
    assert MODEL.way({"tree"}) == "blame"


def test_a_score_is_told_as_a_likelihood() -> None:
    assert likelihood(0.0) == 0.5
    assert likelihood(math.log(9)) == 0.9


def test_the_part_that_tells_most_is_named() -> None:
    assert most_telling(MODEL, [{"don't"}, {"pay"}, {"tree"}]) == 1
