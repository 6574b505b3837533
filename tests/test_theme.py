"""Colours that can be read: every pair the look uses is computed, not guessed."""

import pytest

from builder.theme import Theme, font_file, load_theme, themes
from builder.theme.contrast import PAIRS, Pair, contrast


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.words} on {pair.ground}")
@pytest.mark.parametrize("name", themes())
def test_words_read_on_every_ground_that_they_stand_on(name: str, pair: Pair) -> None:
    colours = load_theme(name).colours

    assert contrast(colours[pair.words], colours[pair.ground]) >= pair.least


def test_every_font_the_theme_names_is_there(theme: Theme) -> None:
    for face in (theme.fonts.title, theme.fonts.body):
        assert font_file(face.regular).is_file()
        assert font_file(face.bold).is_file()


def test_ladders_only_go_down(theme: Theme) -> None:
    sizes = theme.slides
    for ladder in (sizes.title_pt, sizes.statement_pt, sizes.body_pt, sizes.phone_pt):
        assert list(ladder) == sorted(ladder, reverse=True)
    assert min(sizes.body_pt) >= 20
