"""The path joins from slide to slide, its dot goes on with the lesson, and it never stops dead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.layout import place
from builder.layout.drawings import drawing
from builder.layout.grid import HEIGHT, PATH_Y, WIDTH
from builder.layout.path import RUNS, cut, height_at
from builder.layout.placed import Box
from builder.theme import Theme
from tests.layout.sample_deck import SAMPLE


def test_the_dot_moves_on_with_every_slide(theme: Theme) -> None:
    deck, _ = place(SAMPLE, theme)
    dots = [
        next(s for s in slide.shapes if isinstance(s, Box) and s.name == "Where we are")
        for slide in deck.slides
    ]
    places = [dot.x for dot in dots]

    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_slides_side_by_side_join_up() -> None:
    for name, points in RUNS.items():
        assert points[0][0] == 0
        assert points[-1][0] == WIDTH
        if name != "opening":
            assert points[0][1] == PATH_Y
        if name != "calm":
            assert points[-1][1] == PATH_Y


@pytest.mark.parametrize("name", RUNS)
@given(x=st.floats(20, 940))
def test_cut_in_two_the_line_is_still_one(name: str, x: float) -> None:
    done, to_come = cut(RUNS[name], x)

    assert done[-1][-2:] == pytest.approx(to_come[0][1:])
    assert done[-1][-2:] == pytest.approx((x, height_at(RUNS[name], x)))


def test_the_landscape_of_the_calm_ending_has_the_same_path() -> None:
    made = drawing("path-and-hills")
    line = next(f for f in made.forms if f.line and not f.fill)
    ends = [command[-2:] for command in line.commands]

    assert made.width == WIDTH
    assert ends == [(x, y - (HEIGHT - made.height)) for x, y in RUNS["calm"]]
