"""Colours that can be read: every pair the look uses is computed, not guessed."""

import itertools

import pytest

from builder.theme import Theme, font_file

BODY = 7.0
LARGE = 4.5


def luminance(colour: str) -> float:
    def channel(value: int) -> float:
        c = value / 255
        return c / 12.92 if c <= 0.03928 else float(((c + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(int(colour[i : i + 2], 16)) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


GROUNDS = ("paper", "white", "sky", "sand", "lilac", "mint", "blush", "sun")


@pytest.mark.parametrize("ground", GROUNDS)
def test_ink_reads_as_body_text_on_every_light_ground(theme: Theme, ground: str) -> None:
    assert contrast(theme.colours["ink"], theme.colours[ground]) >= BODY


@pytest.mark.parametrize(
    ("colour", "ground"),
    list(itertools.product(("deep", "plum", "leaf", "coral"), ("paper", "white"))),
)
def test_coloured_headings_read_on_paper(theme: Theme, colour: str, ground: str) -> None:
    assert contrast(theme.colours[colour], theme.colours[ground]) >= LARGE


@pytest.mark.parametrize("ground", ["deep", "plum", "night"])
def test_white_reads_on_dark_grounds(theme: Theme, ground: str) -> None:
    assert contrast(theme.colours["white"], theme.colours[ground]) >= BODY


def test_every_font_the_theme_names_is_there(theme: Theme) -> None:
    for face in (theme.fonts.title, theme.fonts.body):
        assert font_file(face.regular).is_file()
        assert font_file(face.bold).is_file()


def test_ladders_only_go_down(theme: Theme) -> None:
    sizes = theme.slides
    for ladder in (sizes.title_pt, sizes.statement_pt, sizes.body_pt, sizes.phone_pt):
        assert list(ladder) == sorted(ladder, reverse=True)
    assert min(sizes.body_pt) >= 20
