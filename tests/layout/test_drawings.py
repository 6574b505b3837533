"""The house drawings are well formed, stay in their boxes and use the theme's colours."""

import pytest

from builder.document import Figure
from builder.layout import place
from builder.layout.drawings import _form, _steps, drawing, drawing_names, place_drawing, unknown_drawings
from builder.layout.placed import Box, Outline
from builder.theme import Theme
from tests.layout.sample_deck import SAMPLE, deck_of, section

NEEDED = {
    "two-people-bench",
    "lamp",
    "door-ajar",
    "kettle-and-mugs",
    "phone-from-back",
    "hands",
    "path-and-hills",
    "speech",
    "group",
    "umbrella",
    "telling",
}
ROOM = 0.06
"""How far a control point may stand outside, as a share: the curve itself stays inside."""


def test_the_family_is_complete() -> None:
    assert set(drawing_names()) >= NEEDED


@pytest.mark.parametrize("name", drawing_names())
def test_a_drawing_stays_in_its_box_and_knows_its_colours(theme: Theme, name: str) -> None:
    group = place_drawing(name, 100, 50, 300, 200, theme, "words")

    assert group.alt == "words"
    for shape in group.shapes:
        if isinstance(shape, Box):
            assert shape.x >= 100 - 300 * ROOM
            assert shape.x + shape.w <= 400 + 300 * ROOM
            assert shape.y + shape.h <= 250.5
        if isinstance(shape, Outline):
            for command in shape.commands:
                for x, y in zip(command[1::2], command[2::2], strict=True):
                    assert 100 - 300 * ROOM <= x <= 400 + 300 * ROOM
                    assert 50 - 200 * ROOM <= y <= 250.5


def test_a_drawing_stands_in_the_middle_of_its_box_on_the_lower_edge(theme: Theme) -> None:
    group = place_drawing("lamp", 0, 0, 400, 110, theme, "")
    table = group.shapes[-3]

    assert drawing("lamp").height == 110
    assert max(s.y + s.h for s in group.shapes if isinstance(s, Box)) == pytest.approx(110)
    assert isinstance(table, Box)
    assert table.x + table.w / 2 == pytest.approx(200)


def test_a_colour_the_theme_lacks_is_our_fault(theme: Theme) -> None:
    poor = theme.model_copy(update={"colours": {"ink": "000000"}})

    with pytest.raises(KeyError):
        place_drawing("lamp", 0, 0, 100, 100, poor, "")
    with pytest.raises(KeyError):
        place_drawing("hoodie", 0, 0, 100, 100, theme, "")


@pytest.mark.parametrize(
    "shape",
    [
        {"circle": "1 2 3"},
        {"ellipse": "1 2 3"},
        {"round": "1 2 3 4"},
        {"ellipse": "1 2 3 4", "colour": "ink"},
    ],
)
def test_a_shape_with_a_fault_is_refused(shape: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="lamp"):
        _form("lamp", shape)


def test_steps_of_a_path_may_follow_one_another_without_their_letter() -> None:
    assert _steps("lamp", "M 0 0 L 1 1 2 2 Z") == [("M", 0, 0), ("L", 1, 1), ("L", 2, 2), ("Z",)]
    with pytest.raises(ValueError, match="takes 6"):
        _steps("lamp", "M 0 0 C 1 1 2 2")


def test_an_unknown_drawing_is_told_with_a_near_name(theme: Theme) -> None:
    document = deck_of(section("list", "Signs", Figure("two-people-bnch", "Two people"), line=41))
    (found,) = unknown_drawings(document)
    _, faults = place(document, theme)

    assert found.rule == "reference/unknown"
    assert found.mark.line == 41
    assert "two-people-bench" in found.hint
    assert found in faults


def test_known_drawings_are_not_complained_of() -> None:
    assert unknown_drawings(SAMPLE) == []
