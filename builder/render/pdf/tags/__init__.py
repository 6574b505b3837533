"""Tags: what a PDF tells a reader who can't see it, by PDF/UA-1 (ISO 14289-1).

`tree` is what is told, `tagger` notes while a page is drawn which of its marks belong to what, `canvas`
writes both. Whatever nobody claims is an artifact, so nothing is left untagged.
"""

from builder.render.pdf.tags.canvas import TaggedCanvas
from builder.render.pdf.tags.tagger import Tagger, tags_of
from builder.render.pdf.tags.text import LineText, draw_paragraph, letters
from builder.render.pdf.tags.tree import COLUMN, ROW, Element, Token, area

__all__ = [
    "COLUMN",
    "ROW",
    "Element",
    "LineText",
    "TaggedCanvas",
    "Tagger",
    "Token",
    "area",
    "draw_paragraph",
    "letters",
    "tags_of",
]
