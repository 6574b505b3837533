"""Inks on their grounds, and the order in which a slide is read."""

import pytest

from builder.document import (
    Section,
)
from builder.layout import place
from builder.layout.grid import ON
from builder.layout.placed import Box, Outline, PlacedSlide
from builder.theme import Theme, load_theme, themes
from builder.theme.contrast import contrast
from tests.layout.sample_deck import SAMPLE, deck_of
from tests.layout.test_geometry import bounds, text_boxes


@pytest.mark.parametrize("made", SAMPLE.sections, ids=lambda s: s.id)
def test_every_run_can_be_read_on_what_is_under_it(made: Section, theme: Theme) -> None:
    deck, _ = place(deck_of(made), theme)
    for slide in deck.slides:
        below: list[Box] = []
        for shape in slide.shapes:
            if isinstance(shape, Outline) and shape.fill:
                corners = list(bounds(shape))
                left, top = (min(values) for values in zip(*corners, strict=True))
                right, low = (max(values) for values in zip(*corners, strict=True))
                below.append(Box(shape.name, left, top, right - left, low - top, fill=shape.fill))
            if not isinstance(shape, Box):
                continue
            for para in shape.text.paras if shape.text else ():
                for run in para.runs:
                    ground = "sun" if run.lit else _ground(slide, shape, below)
                    assert contrast(theme.colours[run.colour], theme.colours[ground]) >= 4.5, (
                        shape.name,
                        run.colour,
                        ground,
                    )
            if shape.fill:
                below.append(shape)


def _ground(slide: PlacedSlide, box: Box, below: list[Box]) -> str:
    if box.fill:
        return box.fill
    around = [
        b
        for b in below
        if b.kind != "ellipse"
        and b.x <= box.x
        and b.y <= box.y
        and b.x + b.w >= box.x + box.w - 0.5
        and b.y + b.h >= box.y + box.h - 0.5
    ]
    return around[-1].fill if around else slide.ground


@pytest.mark.parametrize("ground", ON)
@pytest.mark.parametrize("name", themes())
def test_the_inks_of_every_ground_can_be_read(name: str, ground: str) -> None:
    inks, colours = ON[ground], load_theme(name).colours

    for ink in (inks.title, inks.text, inks.label, inks.foot):
        assert contrast(colours[ink], colours[ground]) >= 7
    assert contrast(colours[inks.panel_ink], colours[inks.panel]) >= 7
    assert contrast(colours[inks.done], colours[ground]) >= 3


def test_words_are_read_from_the_title_down(theme: Theme) -> None:
    deck, _ = place(SAMPLE, theme)

    for slide in deck.slides:
        boxes = text_boxes(slide)
        assert boxes[0].role == "title" or boxes[0].y < boxes[1].y
        titled = next(b for b in boxes if b.role == "title")
        body = [b for b in boxes if b.role in ("body", "body2")]
        assert all(boxes.index(titled) < boxes.index(b) for b in body)
