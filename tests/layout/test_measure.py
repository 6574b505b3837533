"""Measuring never promises fewer lines than either font needs, and never loses a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.layout.measure import SAFETY, SUBSTITUTE_SAFETY, Measure, advances
from builder.layout.placed import Para, Run
from builder.theme import Theme, load_theme

HOUSE = Measure(load_theme("house"))
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzABCDEWM’-.,", min_size=1, max_size=12)


def para(text: str, size: float = 24, **more: object) -> Para:
    return Para((Run(text),), size, **more)  # type: ignore[arg-type]  # only for tests


def words_of(lines: list[tuple[object, ...]]) -> str:
    return " ".join("".join(piece.text for piece in line) for line in lines)  # type: ignore[attr-defined]


@given(st.lists(LETTERS, min_size=1, max_size=40), st.integers(180, 700), st.sampled_from([20, 24, 38]))
@settings(max_examples=60, deadline=None)
def test_every_word_is_kept_and_each_line_fits_both_fonts(parts: list[str], width: int, size: int) -> None:
    text = " ".join(parts)
    lines = HOUSE.lines(para(text, size), width)

    assert words_of(lines) == text  # type: ignore[arg-type]  # pieces
    for line in lines:
        joined = "".join(piece.text for piece in line)
        if " " in joined:
            for name, margin in (
                ("AtkinsonHyperlegible-Regular", SAFETY),
                ("Arial", SUBSTITUTE_SAFETY),
                ("DejaVu", SUBSTITUTE_SAFETY),
            ):
                advance = sum(advances()[name][letter] for letter in joined) / 1000
                assert advance * size * margin <= width + 0.01


@given(st.lists(LETTERS, min_size=1, max_size=40), st.integers(180, 700))
@settings(max_examples=60, deadline=None)
def test_a_renderer_with_the_house_font_never_needs_more_lines(parts: list[str], width: int) -> None:
    text = para(" ".join(parts))

    assert len(HOUSE.lines(text, width, house_only=True)) <= len(HOUSE.lines(text, width))


def test_width_is_the_widest_that_a_machine_may_set_with_a_margin() -> None:
    tables = advances()
    text = "Mistakes happen"
    house, arial, dejavu = (
        sum(tables[name][letter] for letter in text) / 1000
        for name in ("AtkinsonHyperlegible-Regular", "Arial", "DejaVu")
    )

    assert HOUSE.width(text, 20) == pytest.approx(20 * max(house * 1.03, arial * 1.01, dejavu * 1.01))


@given(st.lists(LETTERS, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_text_fits_on_one_line_of_its_own_width(parts: list[str]) -> None:
    text = " ".join(parts)

    assert len(HOUSE.lines(para(text), HOUSE.width(text, 24))) == 1


def test_a_word_longer_than_its_line_is_named() -> None:
    long = "Donaudampfschifffahrtsgesellschaft"

    assert HOUSE.too_long([para(f"See {long} there")], 200) == long
    assert HOUSE.too_long([para("See it there")], 200) == ""
    assert not HOUSE.fits([para(long)], 200, 500)


def test_height_counts_lines_and_the_space_between_paragraphs_but_not_after_the_last() -> None:
    one = para("One", 20, space_after_pt=10)

    assert HOUSE.height([one, one], 300) == pytest.approx(2 * 20 * HOUSE.theme.leading + 10)


def test_a_bullet_takes_room_from_its_line() -> None:
    plain, listed = para("word " * 12), para("word " * 12, bullet="number")

    assert len(HOUSE.lines(listed, 300)) > len(HOUSE.lines(plain, 300)) or HOUSE.indent(listed) > 0
    assert HOUSE.indent(listed) == 36


def test_a_protected_space_holds_its_words_together() -> None:
    lines = HOUSE.lines(para("ring 0800\u00a01111 now"), HOUSE.width("ring 0800", 24) + 1)

    assert any("0800\u00a01111" in "".join(p.text for p in line) for line in lines)


def test_words_in_two_styles_without_a_space_stay_one_word() -> None:
    text = Para((Run("not", bold=True), Run(", ever"), Run(" again")), 24)
    lines = HOUSE.lines(text, HOUSE.width("not,", 24, bold=True) + 2)

    assert "".join(p.text for p in lines[0]) == "not,"


def test_balanced_lines_are_no_more_lines_and_no_wider(theme: Theme) -> None:
    text = para("If someone is blackmailed, it is never ever their fault", 48)
    narrow = HOUSE.balanced(text, 700)

    assert narrow < 700
    assert len(HOUSE.lines(text, narrow)) == len(HOUSE.lines(text, 700))


def test_text_is_steady_where_every_font_breaks_it_into_as_many_lines() -> None:
    text = [para("Someone could tell a safe adult today")]
    house, *others = HOUSE.widths(text[0].text, "body", False)
    widest = max(others)

    assert HOUSE.steady(text, 24 * widest + 1)
    assert not HOUSE.steady(text, 24 * (house + widest) / 2)
