"""Pictures on a page: drawings of the house set, authors' images, small pictures of slides."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from builder import document as d
from builder.layout.drawings import drawing, drawing_names, place_drawing
from builder.layout.placed import PlacedSlide
from builder.render.pdf.canvas import artist_for, draw_slide
from builder.render.pdf.pages.inlines import words
from builder.render.pdf.pages.piece import Piece
from builder.render.pdf.pages.row import Row
from builder.render.pdf.pages.stack import Look, Stack
from builder.render.pdf.pages.styles import Setting
from builder.render.pdf.pages.writing import Rules
from builder.render.pdf.tags import area

DRAWING_H, LOGO_H = 110.0, 44.0
IMAGE_SHARE = 0.35
"""The tallest an author's picture may be, as a share of the page's frame."""
BETWEEN = 12.0
"""The gap in points between slides that stand side by side."""
LINED_SHARE, GAP = 0.62, 16.0
"""How much of the page's width a slide takes that has lines beside it, and the gap between them (points)."""
PX = 72 / 150
"""A pixel's length in points, at the 150 to an inch that print asks for at least."""


class Picture(Piece):
    """A drawing by name, or an image, as large as its place allows."""

    def __init__(self, figure: d.Figure, setting: Setting) -> None:
        super().__init__()
        self.figure = figure
        self.setting = setting
        self.tag, self.leaf = ("Figure" if figure.alt else "Artifact"), True
        self.alt = figure.alt
        self.spaceBefore = 9
        self.spaceAfter = setting.styles.body.leading * 0.6

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        source = self.figure.source
        if isinstance(source, str):
            made = drawing(source)
            scale = min(DRAWING_H / made.height, width / made.width)
            self.drawn_w, self.height = made.width * scale, made.height * scale
        else:
            tallest = LOGO_H if self.figure.use == "logo" else IMAGE_SHARE * self.setting.grid.full
            scale = min(PX, width / max(1, source.width_px), tallest / max(1, source.height_px))
            self.drawn_w, self.height = source.width_px * scale, source.height_px * scale
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        covers(self, 0, self.drawn_w)
        source = self.figure.source
        if isinstance(source, str):
            group = place_drawing(source, 0, 0, self.drawn_w, self.height, self.setting.theme, self.alt)
            self.canv.saveState()
            artist_for(self.canv, self.setting.theme, self.height).shape(group)
            self.canv.restoreState()
        else:
            self.canv.drawImage(
                ImageReader(BytesIO(source.data)), 0, 0, self.drawn_w, self.height, mask="auto"
            )


class Thumbnail(Piece):
    """One slide, small, with a thin line round it."""

    def __init__(self, slide: PlacedSlide, width: float, setting: Setting, *, right: bool) -> None:
        super().__init__()
        self.slide = slide
        self.drawn_w = width
        self.right = right
        self.setting = setting
        self.tag, self.leaf = "Figure", True
        self.alt = slide.title
        self.spaceAfter = 3.5

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        deck = self.setting.deck
        self.drawn_w = min(self.drawn_w, width)
        ratio = deck.height_pt / deck.width_pt if deck else 9 / 16
        self.width, self.height = width, self.drawn_w * ratio
        return self.width, self.height

    def draw(self) -> None:
        x = self.width - self.drawn_w if self.right else 0.0
        covers(self, x, self.drawn_w)
        if self.setting.deck is not None:
            # A slide looks as it does on the wall, in the deck's own theme, unless ink is saved.
            theme = self.setting.theme if self.setting.theme.low_ink else self.setting.deck.theme
            draw_slide(self.canv, self.slide, self.setting.deck, theme, x, 0, self.drawn_w, links=False)
        self.canv.saveState()
        self.canv.setStrokeColor(self.setting.colour("ink"))
        self.canv.setLineWidth(0.6)
        self.canv.rect(x, 0, self.drawn_w, self.height, 1, 0)
        self.canv.restoreState()


def covers(piece: Piece, x: float, width: float) -> None:
    """Say where on the page a figure stands that is `width` wide."""
    if piece.token.element is not None:
        piece.token.element.attributes = area(piece.canv, x, 0, x + width, piece.height)


def picture(figure: d.Figure, setting: Setting) -> list[Any]:
    """The picture; a name that the house set lacks was reported before and leaves no gap."""
    if isinstance(figure.source, str) and figure.source not in drawing_names():
        return []
    return [Picture(figure, setting)]


def thumbnails(numbers: Sequence[int], width: float, setting: Setting, *, right: bool) -> list[Any]:
    """The slides of these numbers that the deck has."""
    slides = {slide.number: slide for slide in setting.deck.slides} if setting.deck else {}
    return [Thumbnail(slides[n], width, setting, right=right) for n in numbers if n in slides]


def side_by_side(numbers: Sequence[int], across: int, setting: Setting) -> list[Row]:
    """The slides of these numbers as large as they come out so many to a row."""
    width = (setting.width - (across - 1) * BETWEEN) / across
    full = setting.grid.full
    pictures = thumbnails(numbers, width, setting, right=False)
    return [
        Row(
            [Stack([picture], Look(right=BETWEEN), full=full) for picture in pictures[at : at + across]],
            [width + BETWEEN] * len(pictures[at : at + across]),
            full=full,
            tag="",
        )
        for at in range(0, len(pictures), across)
    ]


def printed(block: d.SlideReference, setting: Setting) -> list[Any]:
    """A slide as wide as the page allows, several two to a row, or each with lines beside it to write on."""
    lines = block.size == "with_lines"
    if not lines and len(block.numbers) > 1:
        # One below the other they would fill the page, and what is said at them would stand overleaf.
        return list(side_by_side(block.numbers, 2, setting))
    full = setting.grid.full
    width = setting.width * (LINED_SHARE if lines else 1)
    label = ParagraphStyle("slide", parent=setting.styles.small, fontName=setting.styles.prompt.fontName)
    made: list[Any] = []
    for slide in thumbnails(block.numbers, width, setting, right=False):
        if not lines:
            slide.spaceAfter = setting.styles.body.leading * 0.6
            made.append(slide)
            continue
        slide.wrap(width, 0)
        gap = setting.theme.pages.writing_line_mm * mm
        beside = Rules(int(slide.height / gap), gap, setting)
        cells = [Stack([slide], full=full), Stack([beside], Look(left=GAP), full=full)]
        row = Row(cells, [width, setting.width - width], full=full, tag="")
        head = [words(block.label, label, setting)] if block.label else []
        made.append(Stack([*head, row], full=full, whole_under=0.5, after=gap * 0.6))
    return made
