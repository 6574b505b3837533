"""Which documents a lesson becomes. Pure: the same checked lesson plans the same documents."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from builder.document import Document
from builder.plan import handout, slides, teacher_notes
from builder.plan.brief import Brief

__all__ = ["DOCUMENTS", "Brief", "DocumentKind"]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document of every pack: its file's name, who makes it, and the format it is drawn in."""

    name: str
    plan: Callable[[Brief], Document]
    format: Literal["pptx", "pdf"]


# Slides come first: the notes quote the slides' numbers.
DOCUMENTS = (
    DocumentKind("slides", slides.teach, "pptx"),
    DocumentKind("slides-to-share", slides.share, "pdf"),
    DocumentKind("teacher-notes", teacher_notes.teacher_notes, "pdf"),
    DocumentKind("handout", handout.handout, "pdf"),
)
