"""Reads built files back as text, the way other programs would."""

import io
import re
import unicodedata

from pptx import Presentation
from pypdf import PdfReader

_FURNITURE = re.compile(r"\A[^\n]*\nPage \d+ of \d+\n(?:DRAFT[^\n]*\n)?")


def squeezed(text: str) -> str:
    """Letters and figures only: a line end or a bullet must not hide a sentence."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def pdf_text(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def pdf_words(data: bytes) -> str:
    """The text without what stands on every page, which would part a sentence that goes on overleaf."""
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return "\n".join(_FURNITURE.sub("", text) for text in pages)


def shape_texts(shapes: object) -> list[str]:
    found = []
    for shape in shapes:  # type: ignore[attr-defined] # python-pptx carries no types
        if shape.shape_type == 6:
            found += shape_texts(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
    return found


def slide_texts(data: bytes) -> list[str]:
    """What pupils see: the text of each slide."""
    return ["\n".join(shape_texts(slide.shapes)) for slide in Presentation(io.BytesIO(data)).slides]


def note_texts(data: bytes) -> list[str]:
    """What the teacher reads: the notes of each slide."""
    return [slide.notes_slide.notes_text_frame.text for slide in Presentation(io.BytesIO(data)).slides]


def descriptions(data: bytes) -> list[str]:
    """What a screen reader says of each picture."""
    return [
        str(element.get("descr"))
        for slide in Presentation(io.BytesIO(data)).slides
        for element in slide.shapes._spTree.iter("{*}cNvPr")
        if element.get("descr")
    ]
