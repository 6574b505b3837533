"""The required messages in other words: what teachers might write, and what comes near without saying it.

A pattern may be improved with the open lists, which are therefore asserted in full. Those kept back only
measure, so a floor on the counts is asserted; no failure names one of their sentences.
"""

from pathlib import Path

import pytest
import yaml

from builder.checks import Rules, check_library, load_rules
from builder.checks.required import says
from builder.checks.rules import RequiredMessage
from builder.words.phrases import sentences
from tests.checks.small import library

RULES = load_rules()
MESSAGES = RULES.required.messages
FOLDER = Path(__file__).parent / "paraphrases"


def lists(message: RequiredMessage, kept_back: bool = False) -> tuple[list[str], list[str]]:
    """What says it, and what doesn't."""
    read = yaml.safe_load((FOLDER / f"{message.id}.yaml").read_text(encoding="utf-8"))
    chosen = read["kept_back"] if kept_back else read
    return chosen["says"], chosen["does_not_say"]


def said(message: RequiredMessage, lines: list[str]) -> list[str]:
    return [line for line in lines if any(says(RULES, message, each) for each in sentences(line))]


def taken_down(rules: Rules, line: str) -> list[str]:
    """What is said of pictures taken down, if `line` is all that the small lesson says of them."""
    lesson = [
        ("Pictures can often be taken down, though not every copy.", line),
        ("say_instead: Pictures can often be taken down or blocked.", "say_instead: Ask for help."),
    ]
    small = library(lesson, help=[("what: Helps to get pictures taken down.", "what: Helps.")])
    return [d.message for d in check_library(small, rules) if "(taken-down)" in d.message]


def test_every_message_has_its_paraphrases() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(message.id for message in MESSAGES)
    for message in MESSAGES:
        for lines, least in zip((*lists(message), *lists(message, True)), (12, 6, 12, 6), strict=True):
            assert len(set(lines)) == len(lines) >= least, message.id


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_every_open_paraphrase_is_recognised_and_no_open_near_miss(message: RequiredMessage) -> None:
    says_it, does_not = lists(message)

    assert said(message, says_it) == says_it
    assert said(message, does_not) == []


def test_most_of_those_kept_back_are_recognised_and_few_near_misses() -> None:
    kept = [(message, *lists(message, True)) for message in MESSAGES]
    recognised = sum(len(said(message, says_it)) for message, says_it, _ in kept)
    mistaken = sum(len(said(message, does_not)) for message, _, does_not in kept)

    assert recognised >= 0.95 * sum(len(says_it) for _, says_it, _ in kept)
    assert mistaken <= 0.03 * sum(len(does_not) for *_, does_not in kept)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_of_no_message_are_many_kept_back_missed(message: RequiredMessage) -> None:
    says_it, does_not = lists(message, True)

    assert len(said(message, says_it)) >= 0.75 * len(says_it)
    assert len(said(message, does_not)) <= 1


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Every picture will be taken down.", "says it without the limit"),
        ("Pictures will be removed.", "says it without the limit"),
        ("It isn’t true that pictures can often be taken down.", "turns it round"),
        ("Can pictures often be taken down?", "only asks"),
        ("Pictures can often be taken down, unless you wait.", "says it on a condition"),
        ("Some pupils think that pictures can often be taken down, but that’s rare.", "turns it round"),
    ],
)
def test_a_sentence_that_comes_near_is_named(rules: Rules, line: str, doubt: str) -> None:
    (message,) = taken_down(rules, line)

    said_of_it = line.replace("’", "'").rstrip(".")
    assert message.endswith(f"(taken-down). “{said_of_it}” comes near, but {doubt}.")
    assert message.startswith("Nothing on the slides or in the handout or in the teacher notes says that ")


def test_where_nothing_comes_near_nothing_is_named(rules: Rules) -> None:
    (message,) = taken_down(rules, "Pictures are everywhere.")

    assert message.endswith("(taken-down).")
    assert taken_down(rules, "Most sites remove a picture that is reported.") == []


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("If they ask for money, don't pay.", True),
        ("You never have to pay.", True),
        ("They didn't pay.", False),
        ("They pay, and it isn't your fault.", False),
    ],
)
def test_who_does_it_matters(line: str, counts: bool) -> None:
    (pay,) = [message for message in MESSAGES if message.id == "dont-pay"]

    assert bool(said(pay, [line])) is counts
