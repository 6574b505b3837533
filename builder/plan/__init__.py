"""Which documents a lesson becomes. Pure: the same checked lesson plans the same documents."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from builder.content.lesson import LessonAudience
from builder.document import Document
from builder.plan import evaluation, handout, papers, parents_copy, poster, prints, slides, teacher_notes
from builder.plan.brief import Brief
from builder.plan.prints import THREE_TO_A_PAGE

__all__ = ["DOCUMENTS", "PRINTS", "THREE_TO_A_PAGE", "Brief", "DocumentKind"]

ADULTS: tuple[LessonAudience, ...] = ("parents", "staff")
PUPILS: tuple[LessonAudience, ...] = ("pupils",)


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """Documents of a pack: who makes them, the formats they are drawn in, and whose packs hold them.

    A document's own name is its file's.
    """

    plan: Callable[[Brief], Document | tuple[Document, ...]]
    formats: tuple[Literal["pptx", "pdf", "web"], ...]
    audiences: tuple[LessonAudience, ...] = (*PUPILS, *ADULTS)

    def documents(self, brief: Brief) -> tuple[Document, ...]:
        """All that this lesson has of the kind."""
        if brief.lesson.audience not in self.audiences:
            return ()
        made = self.plan(brief)
        return made if isinstance(made, tuple) else (made,)


# Slides come first: the notes quote the slides' numbers.
DOCUMENTS = (
    DocumentKind(slides.teach, ("pptx",)),
    DocumentKind(slides.share, ("pdf",)),
    DocumentKind(teacher_notes.teacher_notes, ("pdf",)),
    DocumentKind(handout.handout, ("pdf",), PUPILS),
    DocumentKind(papers.papers, ("pdf",)),
    DocumentKind(poster.posters, ("pdf",), PUPILS),
    DocumentKind(evaluation.evaluation, ("pdf",), PUPILS),
)

# What is made on request, by the name it is asked for.
PRINTS = {
    THREE_TO_A_PAGE: DocumentKind(prints.three_to_a_page, ("pdf",)),
    "slides-with-notes": DocumentKind(prints.with_notes, ("pdf",)),
    "parents-copy": DocumentKind(parents_copy.parents_copy, ("pdf", "web"), PUPILS),
}
