"""What is reckoned once and kept is what the library reckons each time."""

from io import BytesIO
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from builder.layout.placed import Outline
from builder.render.pdf.artist import Artist
from builder.render.pdf.fonts import HouseFont, font_name, register
from builder.render.pdf.pages.inlines import words
from builder.render.pdf.pages.styles import setting_for
from builder.render.pdf.tags import TaggedCanvas
from builder.theme import Theme, font_file

TEXTS = ["Tell someone.", "  two  blanks and\na line ", "“It’s not your fault” – ever", "a", "7"]
WITH_MARKUP = ["fish & chips", "a < b", "<b>bold</b>", "ring&nbsp;now"]


@pytest.mark.parametrize("text", [*TEXTS, *WITH_MARKUP, "see https://example.org/a/very/long/address", ""])
def test_a_paragraph_is_read_as_the_library_reads_it(text: str, theme: Theme) -> None:
    setting = setting_for(theme, "staff")
    for style in (setting.styles.body, setting.styles.title, setting.styles.side):
        made = words(text, style, setting)
        read = Paragraph(made.text, style)

        assert [vars(frag) for frag in made.frags] == [vars(frag) for frag in read.frags]
        assert made.wrap(90, 0) == read.wrap(90, 0)


@pytest.mark.parametrize("text", [*TEXTS, "", "漢字 and ŵ"])
def test_a_font_measures_as_the_librarys_does(text: str, theme: Theme) -> None:
    name = font_name(theme, "body", False)
    ours = HouseFont("ours", BytesIO(font_file(name).read_bytes()))
    theirs = TTFont("theirs", BytesIO(font_file(name).read_bytes()))

    for size in (7.5, 12, 44.1):
        # Twice: the second time it is known.
        assert [ours.stringWidth(text, size) for _ in range(2)] == [theirs.stringWidth(text, size)] * 2


def code_of(canvas: Any) -> list[str]:
    for _ in range(2):
        canvas.ellipse(1, 2.5, 7, 9, 1, 0)
        canvas.circle(3, 3, 1.25, 0, 1)
        canvas.roundRect(10, 20.5, 30, 40, 3, 1, 1)
        canvas.roundRect(10, 20.5, -30, -40, 3, 0, 1)
    code: list[str] = canvas._code
    return code


def test_discs_and_boxes_are_drawn_as_the_library_draws_them(theme: Theme) -> None:
    register(theme)
    plain = {"invariant": 1, "initialFontName": font_name(theme, "body", False)}

    assert code_of(TaggedCanvas(BytesIO(), **plain)) == code_of(Canvas(BytesIO(), **plain))


def test_an_outline_is_the_same_at_every_time_and_height(theme: Theme) -> None:
    register(theme)
    canvas = TaggedCanvas(BytesIO(), initialFontName=font_name(theme, "body", False))
    outline = Outline("a sail", (("M", 1, 2), ("L", 3.5, 4), ("C", 5, 6, 7, 8, 9, 10), ("Z",)), fill="ink")

    for height in (100, 50, 100):
        path = canvas.beginPath()
        path.moveTo(1, height - 2)
        path.lineTo(3.5, height - 4)
        path.curveTo(5, height - 6, 7, height - 8, 9, height - 10)
        path.close()
        drawn = Artist(canvas, theme, height, links=False).path(outline)
        assert drawn.getCode() == path.getCode()
        # Who adds to one must not change the next.
        drawn._code.append("x")
