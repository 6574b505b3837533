"""What the quick model sees: kinds of words, what is denied, and how a sentence begins."""

import pytest

from builder.words.features import Kinds, features, stem

KINDS = Kinds({"pay": ["pay", "paying", "demand*"], "denial": ["not", "never"], "money": ["demand*"]})


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("pay", ("pay",)),
        ("demanding", ("pay", "money")),
        ("demand", ("pay", "money")),
        # Too many letters after the open end: another word.
        ("demandinglyy", ()),
        ("dem", ()),
        ("", ()),
    ],
)
def test_a_word_is_of_its_kinds(word: str, kinds: tuple[str, ...]) -> None:
    assert KINDS.of(word) == kinds


def test_a_denied_kind_is_another_feature_until_the_next_stop() -> None:
    assert "k:pay" in features("pay the person", "pupil", KINDS)
    denied = features("do not pay the person", "pupil", KINDS)
    assert {"k:!pay", "k:denial", "kk:denial !pay"} <= denied
    assert "k:pay" not in denied
    assert "k:pay" in features("do not wait; pay", "pupil", KINDS)
    assert "k:pay" in features("do not wait for anybody at all over there pay", "pupil", KINDS)


def test_who_reads_it_how_it_begins_and_ends_are_seen() -> None:
    seen = features('never say "pay"?', "staff", KINDS)

    assert {"A:staff", "F:first never", "F:quote", "F:?", "^ never", "? $", "pay_?"} <= seen


def test_nothing_in_a_text_is_no_fault() -> None:
    assert features("", "staff", KINDS) >= {"A:staff", "F:first "}
    assert features("— … 🙂", "staff", KINDS)


def test_short_words_keep_their_ends() -> None:
    assert [stem(word) for word in ("yes", "notes", "pictures", "sending")] == [
        "yes",
        "notes",
        "pictur",
        "send",
    ]
