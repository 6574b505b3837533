"""Placed slides on a reportlab canvas: a page each, or as small vector pictures in teachers' notes."""

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from builder.layout.placed import PlacedDeck, PlacedSlide
from builder.render.pausing import breathe
from builder.render.pdf.artist import Artist
from builder.render.pdf.dating import date
from builder.render.pdf.fonts import font_name, register
from builder.render.pdf.low_ink import LowInkArtist
from builder.render.pdf.tags import TaggedCanvas
from builder.theme import Theme

AUTHOR = "Lesson Pack Builder"


def render_slides(deck: PlacedDeck, theme: Theme) -> bytes:
    """A PDF of one page a slide; the same deck gives the same bytes."""
    document = deck.document
    register(theme)
    out = BytesIO()
    canvas = TaggedCanvas(
        out,
        (deck.width_pt, deck.height_pt),
        invariant=1,
        lang=document.language,
        # reportlab would list Helvetica, which nobody uses and nothing embeds.
        initialFontName=font_name(theme, "body", False),
    )
    date(canvas, document.date)
    canvas.setProducer(AUTHOR)
    canvas.setTitle(document.title)
    canvas.setAuthor(AUTHOR)
    canvas.setCreator(AUTHOR)
    canvas.setSubject(document.subtitle)
    canvas.setKeywords(", ".join(document.keywords))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for slide in deck.slides:
        breathe()
        key = f"slide-{slide.number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(slide.title, key, level=0)
        with canvas.tags.opened("Sect"):
            draw_slide(canvas, slide, deck, theme, 0, 0, deck.width_pt)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_slide(
    canvas: Canvas,
    slide: PlacedSlide,
    deck: PlacedDeck,
    theme: Theme,
    x: float,
    y: float,
    width: float,
    links: bool = True,
) -> None:
    """Draw a slide with its lower left corner at (x, y) in the canvas's own coordinates.

    Its height follows from `width`. Words stay words at any scale; pass `links` as False for thumbnails.
    """
    register(theme)
    scale = width / deck.width_pt
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    clip = canvas.beginPath()
    clip.rect(0, 0, deck.width_pt, deck.height_pt)
    canvas.clipPath(clip, stroke=0, fill=0)
    artist = artist_for(canvas, theme, deck.height_pt, links, scale)
    artist.heading = "H1" if slide is deck.slides[0] else "H2"
    artist.ground(slide.ground, deck.width_pt)
    for shape in slide.shapes:
        artist.told(shape)
    artist.foot(slide, deck)
    canvas.restoreState()


def artist_for(canvas: Any, theme: Theme, height: float, links: bool = False, scale: float = 1.0) -> Artist:
    """Who draws in this theme; `scale` is how large a slide's point comes out."""
    made = LowInkArtist if theme.low_ink else Artist
    return made(canvas, theme, height, links, scale)
