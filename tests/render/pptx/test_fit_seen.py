"""Text fits where LibreOffice draws it, with fonts of its own: a sample here, every deck in `make soak`."""

from pathlib import Path

import pytest

from builder.build import plan, theme_for
from builder.checks import Rules, check
from builder.content.library import Library
from builder.layout.placed import PlacedDeck
from builder.render.pptx import render
from tests.conftest import DATE, LESSONS
from tests.render.pptx.seen import Word, colliding, converted, outside

SAMPLE = ("surprises-and-secrets",)


def placed(library: Library, rules: Rules, lesson: str) -> PlacedDeck:
    checked, said = check(library, lesson, rules)
    assert checked is not None, said
    _, decks, _ = plan(checked, theme_for(checked.lesson.model), DATE)
    return decks["slides"]


@pytest.mark.parametrize(
    "lesson",
    [pytest.param(lesson, marks=() if lesson in SAMPLE else pytest.mark.soak) for lesson in LESSONS],
)
def test_no_text_runs_over_its_place(
    lesson: str, library: Library, rules: Rules, soffice: str, tmp_path: Path
) -> None:
    deck = placed(library, rules, lesson)
    seen = converted(soffice, render(deck, deck.theme), tmp_path)

    assert len(seen) == len(deck.slides)
    for slide, words in zip(deck.slides, seen, strict=True):
        assert outside(slide, words) == [], f"slide {slide.number}: {slide.title}"
        assert colliding(words) == [], f"slide {slide.number}: {slide.title}"


def test_the_check_sees_a_word_outside_and_a_word_on_another(
    library: Library, rules: Rules, tmp_path: Path
) -> None:
    slide = placed(library, rules, SAMPLE[0]).slides[1]
    lost, one, other = (
        Word("lost", 2, 2, 30, 20),
        Word("one", 100, 100, 160, 130),
        Word("two", 110, 104, 150, 130),
    )

    assert outside(slide, [lost]) == ["lost"]
    assert colliding([one, other, lost]) == [("one", "two")]
