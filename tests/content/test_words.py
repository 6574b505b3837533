"""A country's own words: whole words, capitals kept, titles of publications left alone."""

from builder.content.words import in_words_of
from tests.checks.small import library

WORDS = {"safe adult": "trusted grown-up", "adult": "grown-up", "programme": "program"}


def test_whole_words_are_replaced_the_longest_first() -> None:
    lesson = in_words_of(library().lessons["small"].model, WORDS)

    assert lesson.what_to_do[0].do == "Tell a trusted grown-up"


def test_a_capital_at_the_start_stays() -> None:
    lesson = in_words_of(library().lessons["small"].model, {"tell": "ask"})

    assert lesson.what_to_do[0].do == "Ask a safe adult"


def test_titles_of_publications_and_ids_are_left_alone() -> None:
    before = library().lessons["small"].model
    after = in_words_of(before, {"programme": "program", "an": "one", "calm": "quiet"})

    assert after.sources == before.sources
    assert [a.id for a in after.activities] == [a.id for a in before.activities]


def test_without_words_it_is_the_same() -> None:
    lesson = library().lessons["small"]

    assert lesson.in_words_of({}) is lesson
