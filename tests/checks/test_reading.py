"""How hard a text is to read is measured, and said where it is too hard for its age."""

from builder.checks import Rules, readings
from builder.checks.reading import measure
from tests.checks.small import library

EASY = ["Tell a safe adult. You can tell today.", "It is not your fault."]
HARD = [
    "Notwithstanding considerable institutional responsibility, comprehensive multidisciplinary intervention "
    "necessitates documentation of extraordinarily complicated organisational arrangements."
]


def test_short_sentences_of_short_words_read_easily() -> None:
    assert measure(EASY).grade < 3 < 12 < measure(HARD).grade


def test_words_are_counted_and_every_text_ends_a_sentence() -> None:
    found = measure(["One two three", "four five."])

    assert found.words == 5
    assert found.sentence == 2.5


def test_words_that_a_lesson_teaches_are_exempt() -> None:
    text = ["Multidisciplinary intervention is when people help."]

    assert measure(text, ("multidisciplinary intervention",)).grade < measure(text).grade


def test_nothing_to_read_is_no_fault() -> None:
    assert measure([]).grade == 0


def test_a_lesson_that_is_too_hard_is_named_with_its_place(rules: Rules) -> None:
    small = library(lesson=[("  - do: Stop replying\n    detail: Nobody owes them an answer.\n",
                             f"  - do: Stop replying\n    detail: {' '.join(HARD * 9)}\n")])  # fmt: skip

    ((name, reading, said),) = readings(small, rules)

    assert name == "small"
    assert reading.grade > 6
    assert [(d.rule, d.mark.file) for d in said] == [("reading/level", "lesson.yaml")]


def test_the_small_lesson_is_no_harder_than_its_age(rules: Rules) -> None:
    assert [said for _, _, said in readings(library(), rules)] == [[]]
