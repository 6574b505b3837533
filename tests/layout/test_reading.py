"""What is read first stands first, and nothing changes its place among what it touches."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from builder.layout.placed import Box, Group, Line, Para, Role, Run, Shape, Stroke, TextBody
from builder.layout.reading import in_reading_order


def words(name: str, x: float, y: float, w: float = 200, h: float = 40, role: Role = "") -> Box:
    return Box(name, x, y, w, h, text=TextBody((Para((Run(name),), 24),)), role=role)


def drawing(name: str, x: float, y: float, w: float, h: float, alt: str = "A lamp") -> Group:
    return Group(name, (Box(f"{name} 1", x, y, w, h, fill="sun"),), alt)


def names(*shapes: Shape) -> list[str]:
    return [shape.name for shape in in_reading_order(shapes)]


TITLE, LABEL = words("Title", 44, 60, role="title"), words("Label", 44, 30, h=20)
TEXT = words("Text", 44, 120, h=200)


def test_the_title_is_read_first_though_a_label_stands_above_it() -> None:
    assert names(LABEL, TITLE, TEXT) == ["Title", "Label", "Text"]


def test_a_picture_is_read_after_the_words_at_its_left() -> None:
    assert names(drawing("lamp", 500, 100, 200, 300), TITLE, LABEL, TEXT) == [
        "Title",
        "Label",
        "Text",
        "lamp",
    ]


def test_a_picture_between_words_is_read_between_them() -> None:
    below = words("Below", 500, 420)
    assert names(TITLE, drawing("lamp", 500, 100, 200, 300), TEXT, below) == [
        "Title",
        "Text",
        "lamp",
        "Below",
    ]


def test_decoration_comes_along_with_what_it_lies_on() -> None:
    path = Stroke("Path", 0, 399, 960, 399, Line("deep", 3))
    order = names(drawing("lamp", 500, 100, 200, 300), path, TITLE, TEXT)

    assert order == ["Title", "Text", "lamp", "Path"]


def test_a_landscape_stays_under_the_words_on_it() -> None:
    assert names(drawing("hills", 0, 110, 960, 430), TITLE, LABEL, TEXT) == [
        "Title",
        "Label",
        "hills",
        "Text",
    ]


def test_what_needs_no_other_order_keeps_its_own() -> None:
    sun = Box("Sun", 600, 100, 200, 200, "ellipse", fill="sun")
    shapes = (sun, TITLE, LABEL, TEXT, drawing("lamp", 500, 350, 100, 100, alt=""))

    assert in_reading_order(shapes) == shapes


PLACES = st.tuples(*(st.integers(0, 8).map(lambda n: 100.0 * n) for _ in range(2)))
KINDS = st.sampled_from(["title", "words", "described", "silent"])


@given(st.lists(st.tuples(KINDS, PLACES), max_size=9))
def test_nothing_is_lost_and_nothing_changes_places_with_what_it_touches(
    made: list[tuple[str, tuple[float, float]]],
) -> None:
    shapes: list[Shape] = []
    for number, (kind, (x, y)) in enumerate(made):
        if kind in ("title", "words"):
            shapes.append(words(f"{number}", x, y, role="title" if kind == "title" else ""))
        else:
            shapes.append(drawing(f"{number}", x, y, 150, 90, "Said" if kind == "described" else ""))
    order = names(*shapes)

    assert sorted(order) == sorted(shape.name for shape in shapes)
    for lower, upper in combinations(range(len(shapes)), 2):
        (_, (x, y)), (_, (other_x, other_y)) = made[lower], made[upper]
        if (x, y) == (other_x, other_y):
            assert order.index(str(lower)) < order.index(str(upper))
