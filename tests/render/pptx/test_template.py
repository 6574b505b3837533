"""The template: a layout for every kind of slide, with real placeholders, in the theme's faces."""

from typing import get_args

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation

from builder.document import SlideLayout
from builder.layout.grid import HEIGHT, ON, WIDTH
from builder.render.pptx.template import LAYOUTS, Layout


def test_there_is_a_layout_for_every_kind_of_slide() -> None:
    assert tuple(LAYOUTS) == get_args(SlideLayout)
    assert len({layout.name for layout in LAYOUTS.values()}) == len(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=str)
def test_placeholders_stand_on_the_slide_on_a_ground_with_inks(layout: Layout) -> None:
    assert layout.ground in ON
    for area in (layout.title, *layout.bodies):
        assert 0 <= area.x < area.right <= WIDTH
        assert 0 <= area.y < area.bottom <= HEIGHT


def test_every_layout_offers_title_words_footer_and_number(opened: Presentation) -> None:
    assert [layout.name for layout in opened.slide_layouts] == [layout.name for layout in LAYOUTS.values()]
    for drawn, layout in zip(opened.slide_layouts, LAYOUTS.values(), strict=True):
        kinds = [shape.placeholder_format.type for shape in list(drawn.placeholders)]
        assert kinds == [
            PP_PLACEHOLDER.TITLE,
            *[PP_PLACEHOLDER.BODY] * len(layout.bodies),
            PP_PLACEHOLDER.FOOTER,
            PP_PLACEHOLDER.SLIDE_NUMBER,
        ]
        assert [shape.placeholder_format.idx for shape in list(drawn.placeholders)][1:-2] == list(
            range(1, 1 + len(layout.bodies))
        )


def test_only_two_columns_take_a_second_body() -> None:
    assert [name for name, layout in LAYOUTS.items() if "body2" in layout.roles] == ["columns"]


def test_a_teacher_can_add_a_slide_of_every_layout(opened: Presentation) -> None:
    for layout in opened.slide_layouts:
        slide = opened.slides.add_slide(layout)
        assert slide.shapes.title is not None
