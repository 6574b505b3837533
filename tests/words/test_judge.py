"""A text on its own is judged by who reads it, by how its words are meant, and by what they mean together."""

import json

import pytest

from builder.words.finding import Audience
from builder.words.judge import Judge, check_text
from builder.words.shipped import COMPILED
from tools.messaging import compiled, text_of

BAD = "What goes online stays online."
SHOWN = "Never say “What goes online stays online” to a class."
READERS: tuple[Audience, ...] = ("pupil", "parent", "staff")


def test_the_compiled_rules_are_those_of_the_rule_files() -> None:
    """If this fails, run `python tools/messaging.py`."""
    assert COMPILED.read_text("utf-8") == text_of(compiled())
    assert json.loads(COMPILED.read_text("utf-8"))["rules"]


@pytest.mark.parametrize("audience", READERS)
def test_words_that_harm_are_an_error_for_everybody(judge: Judge, audience: Audience) -> None:
    (found,) = check_text(BAD, audience, judge)

    assert (found.rule, found.severity) == ("messaging/hopeless", "error")
    assert found.match in BAD.lower()
    assert found.why
    assert len(found.instead) >= 2
    assert found.source
    assert found.confidence is None


def test_words_shown_as_wrong_are_nothing_for_staff_and_a_warning_for_pupils(judge: Judge) -> None:
    assert check_text(SHOWN, "staff", judge) == []
    (found,) = check_text(SHOWN, "pupil", judge)
    assert (found.severity, found.framed) == ("warning", True)
    assert any("taken down" in line for line in found.instead)


def test_a_good_text_is_left_alone(judge: Judge) -> None:
    assert check_text("Pictures can often be taken down. It’s not your fault.", "pupil", judge) == []


def test_each_rule_speaks_once_however_many_sentences_break_it(judge: Judge) -> None:
    found = check_text(f"{BAD} The internet never forgets.", "pupil", judge)

    assert [one.rule for one in found] == ["messaging/hopeless"]
