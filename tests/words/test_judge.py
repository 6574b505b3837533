"""A text on its own is judged by who reads it, by how its words are meant, and by what they mean together."""

import json
from types import SimpleNamespace

import pytest

from builder.words.finding import Audience
from builder.words.judge import Judge, check_text, check_texts
from builder.words.phrases import sentences
from builder.words.shipped import COMPILED
from tests.checks.test_rule_examples import AVOID_FOR_PUPILS, SAFE_FOR_PUPILS
from tools.messaging import compiled, text_of

BAD = "What goes online stays online."
SHOWN = "Never say “What goes online stays online” to a class."
# What may be said of trouble is a lesson's duty; a text on its own is free to say it.
AVOIDED = [one for rule, many in AVOID_FOR_PUPILS.items() if rule != "messaging/in-trouble" for one in many]
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


@pytest.mark.parametrize("sentence", AVOIDED)
def test_what_no_pupil_should_read_is_found_without_a_lesson_around_it(sentence: str, judge: Judge) -> None:
    assert check_text(sentence, "pupil", judge)


@pytest.mark.parametrize("sentence", [*SAFE_FOR_PUPILS, "You won't be in trouble for asking for help."])
def test_what_is_safe_to_print_is_left_alone(sentence: str, judge: Judge) -> None:
    assert check_text(sentence, "pupil", judge) == []


def test_a_paraphrase_that_no_rule_knows_is_found_with_its_likelihood(judge: Judge) -> None:
    sentence = (
        "You can't put the toothpaste back, and that picture will be doing the rounds when you're forty."
    )
    finder_sees = [hit for one in sentences(sentence) for hit in judge.finder.hits(one, "pupil")]
    (found,) = check_text(sentence, "pupil", judge)

    assert finder_sees == []
    assert found.rule == "messaging/hopeless"
    assert found.confidence is not None
    assert 0.5 < found.confidence <= 1


def test_a_framed_paraphrase_is_nothing_for_staff(judge: Judge) -> None:
    framed = (
        "Please don't tell the class “you'll be stuck with that photo until you're old”; it takes away hope."
    )

    assert check_text(framed, "staff", judge) == []


def test_many_texts_are_judged_as_each_would_be(judge: Judge) -> None:
    texts: list[tuple[str, Audience]] = [(text, "pupil") for text in (*SAFE_FOR_PUPILS, *AVOIDED)]
    texts += [(SHOWN, "staff"), ("", "parent"), (f"{BAD} " * 3, "parent")]

    together = check_texts(texts, judge)

    assert [[one.rule for one in found] for found in together] == [
        [one.rule for one in check_text(text, audience, judge)] for text, audience in texts
    ]


@pytest.mark.parametrize(
    "slogan", ["Nobody can help.", "Don't tell anyone.", "Keep it to yourself.", "You asked for it."]
)
def test_a_slogan_that_a_rule_knows_is_found_whatever_the_models_make_of_it(
    slogan: str, judge: Judge
) -> None:
    assert [one.severity for one in check_text(slogan, "pupil", judge)] == ["error"]


@pytest.mark.parametrize("name", ["Our trusted girls", "About screenshots.", "Loads!"])
def test_a_name_of_few_words_wakes_no_reader(
    name: str, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes a third of a second and forty megabytes, for every school of a country anew."""
    (sentence,) = sentences(name)
    assert judge.deep is not None
    assert judge.bare_sight(sentence, "pupil").score >= judge.deep.lines.gate

    def read(_: object) -> list[object]:
        raise AssertionError("read")

    monkeypatch.setattr(judge.deep, "_network", SimpleNamespace(read=read), raising=False)
    monkeypatch.setattr(judge.deep, "_known", {})
    assert check_text(name, "pupil", judge) == []
    assert judge.paraphrases(sentence, "pupil") == []
