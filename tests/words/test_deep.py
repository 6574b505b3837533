"""The deep reader tells harm from help, reads any text, and knows ways that have a rule."""

import json
import math
from pathlib import Path

import pytest

from builder.words.deep import load_deep
from builder.words.judge import Judge
from builder.words.pieces import Pieces
from builder.words.readings import Readings, stored

READER = load_deep(recalling=False)
WORDS = [f"picture number {n}" for n in range(40)]
PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "pay", "##ing", "##s", "a", '"', "'", "e"])


@pytest.mark.parametrize(
    ("harmful", "fine"),
    [
        ("the internet never forgets.", "pictures can often be taken down."),
        (
            "i promise i won't tell anyone.",
            "i can't promise to keep this secret, and you won't be alone with it.",
        ),
        ("you should have known better than to send it.", "it is not your fault, whatever was sent."),
        ("delete the chat so that nobody sees it.", "keep the messages, then block the account."),
    ],
)
def test_what_harms_scores_above_what_helps(harmful: str, fine: str) -> None:
    assert READER.read(harmful).score > READER.read(fine).score + 1


@pytest.mark.parametrize("text", ["", " ", "🙂", "x" * 5000, "word " * 500, "¿Qué? ŵ 漢字", "[CLS] ## [UNK]"])
def test_any_text_can_be_read(text: str) -> None:
    assert math.isfinite(READER.read(text).score)


def test_many_read_at_once_are_read_as_one_by_one() -> None:
    texts = [f"{word} can often be taken down{', and that helps' * (n % 5)}" for n, word in enumerate(WORDS)]
    alone = [load_deep(recalling=False).read(text) for text in texts[:3]]
    together = load_deep(recalling=False)
    together.ahead([*texts, "", texts[0]])

    for one, text in zip(alone, texts, strict=False):
        assert together.read(text).score == pytest.approx(one.score, abs=1e-3)
        assert together.read(text).way == one.way


def test_every_way_of_the_network_has_a_rule(judge: Judge) -> None:
    assert judge.deep is not None
    assert READER.read("the internet never forgets.").way in judge.ways
    assert set(judge.ways) == set(judge.model.ways)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Paying", ["pay", "##ing"]),
        ("pays “a”", ["pay", "##s", '"', "a", '"']),
        ("é", ["e"]),
        ("unknown", ["[UNK]"]),
        ("a_a", ["a", "a"]),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(text: str, pieces: list[str]) -> None:
    numbers = PIECES.numbers(text)

    assert [PIECES.every[n] for n in numbers] == ["[CLS]", *pieces, "[SEP]"]


def test_a_long_text_is_cut_at_the_end_and_still_closed() -> None:
    numbers = PIECES.numbers("pay " * 500)

    assert len(numbers) == 64
    assert PIECES.every[numbers[-1]] == "[SEP]"


def test_readings_of_other_weights_count_for_nothing(tmp_path: Path) -> None:
    file = tmp_path / "readings.json"
    file.write_text(json.dumps(stored("one", {"it is not your fault.": (-4.5, "blame")})))

    assert Readings("one", file).of("it is not your fault.") == (-4.5, "blame")
    assert Readings("one", file).of("it is your fault.") is None
    assert Readings("another", file).of("it is not your fault.") is None
    assert Readings("one", tmp_path / "none.json").of("it is not your fault.") is None
