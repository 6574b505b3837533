"""Titles: one on every slide, each said once."""

import dataclasses

from pptx.presentation import Presentation

from builder.layout.placed import Box, PlacedDeck
from builder.render.pptx.titles import titled


def test_every_slide_has_a_real_title_placeholder_and_all_differ(opened: Presentation) -> None:
    titles = [slide.shapes.title for slide in opened.slides]
    assert all(title is not None and title.is_placeholder for title in titles)
    words = [title.text_frame.text for title in titles if title is not None]
    assert words == ["Every kind of shape", "Two columns", "Two columns (2)", "Slide 4"]


def test_a_number_is_added_in_the_style_of_the_last_words(deck: PlacedDeck) -> None:
    first = deck.slides[1]
    third = titled([first, first, first])[2]
    box = next(shape for shape in third.shapes if isinstance(shape, Box) and shape.role == "title")
    assert box.text is not None
    (para,) = box.text.paras
    assert [run.text for run in para.runs] == ["Two columns", " (3)"]
    assert para.runs[0].colour == para.runs[1].colour


def test_a_title_that_no_shape_shows_stands_above_the_slide(deck: PlacedDeck) -> None:
    (slide,) = titled([deck.slides[3]])
    box = slide.shapes[0]
    assert isinstance(box, Box)
    assert box.role == "title"
    assert box.y + box.h < 0


def test_slides_with_titles_of_their_own_are_left_alone(deck: PlacedDeck) -> None:
    slides = [deck.slides[0], dataclasses.replace(deck.slides[1])]
    assert titled(slides) == slides
