"""A text on its own is judged by who reads it and by how its words are meant."""

from builder.checks import Rules
from builder.checks.loose import check_text
from builder.words.finding import Audience

BAD = "What goes online stays online."
SHOWN = "Never say “What goes online stays online” to a class."


def test_words_that_harm_are_an_error_for_everybody(rules: Rules) -> None:
    readers: tuple[Audience, ...] = ("pupil", "parent", "staff")
    for audience in readers:
        (found,) = check_text(BAD, audience, rules)

        assert (found.rule, found.severity) == ("messaging/hopeless", "error")
        assert found.match == "what goes online stays online" or found.match in BAD.lower()
        assert found.why
        assert len(found.instead) >= 2
        assert found.source
        assert found.confidence is None


def test_words_shown_as_wrong_are_nothing_for_staff_and_a_warning_for_pupils(rules: Rules) -> None:
    assert check_text(SHOWN, "staff", rules) == []
    assert [found.severity for found in check_text(SHOWN, "pupil", rules)] == ["warning"]


def test_a_good_text_is_left_alone(rules: Rules) -> None:
    assert check_text("Pictures can often be taken down. It’s not your fault.", "pupil", rules) == []


def test_each_rule_speaks_once_however_many_sentences_break_it(rules: Rules) -> None:
    found = check_text(f"{BAD} The internet never forgets.", "pupil", rules)

    assert [one.rule for one in found] == ["messaging/hopeless"]
