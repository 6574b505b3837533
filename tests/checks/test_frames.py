"""Frames and excuses: what turns the meaning of words round, and what only looks as if it did."""

import pytest

from tests.checks.test_rule_examples import found


@pytest.mark.parametrize(
    "sentence",
    [
        "They want money, so pay them.",
        "If you want it to stop pay them.",
        "If you already sent one, send another picture.",
        "The blackmailer is at fault, but it is also your own fault.",
    ],
)
def test_an_excuse_excuses_the_words_beside_it_alone(sentence: str) -> None:
    assert True in found(sentence, "pupil").values()


@pytest.mark.parametrize(
    "sentence",
    [
        "Answer the pupil and ask to see the picture.",
        "Question the pupil, then forward the picture to the safeguarding lead.",
        "Can you ask the pupil to show you the picture?",
        "Make sure that you don't hesitate to ask the pupil to show you the picture.",
        "If a pupil asks, say “delete the messages”.",
        "Answer the pupil and say “delete the messages”.",
        "Remove the old poster and tell pupils that it is your own fault.",
        "People say many things, but you should have known better.",
    ],
)
def test_words_that_only_look_like_a_frame_frame_nothing(sentence: str) -> None:
    assert True in found(sentence, "staff").values()


@pytest.mark.parametrize(
    "sentence",
    [
        "Correct the advice “take screenshots of messages, images and profiles”.",
        "Change any line such as “it's your own fault”.",
        "Myth: paying makes them stop.",
        "You may have heard that deleting everything is best.",
    ],
)
def test_a_true_frame_is_fine_for_staff(sentence: str) -> None:
    broken = found(sentence, "staff")

    assert broken
    assert True not in broken.values()
