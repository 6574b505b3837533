"""Sign-off: a second person has read every case study, and every text that a school wrote or changed."""

from collections.abc import Iterator

from builder.checks.context import Context, Shared
from builder.content.case_study import CaseStudy
from builder.content.lesson import Lesson
from builder.content.loaded import Loaded
from builder.content.review import Review, to_sign, wrote
from builder.diagnostics import Diagnostic, needs_person

WHY = "Two pairs of eyes see what one misses, and a child may read this on the worst day of a life."
Signable = Loaded[Lesson] | Loaded[CaseStudy]


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    lesson = context.lesson
    if lesson.own or (lesson.adapted is not None and lesson.adapted.model.changes):
        yield from unsigned(lesson, f"The lesson “{lesson.model.title}”")


def check_case(case: Loaded[CaseStudy], _shared: Shared) -> Iterator[Diagnostic]:
    yield from unsigned(case, f"The case study “{case.model.title}”")


def review_of(text: Signable) -> Review | None:
    """The signature that counts: a school's own before the one that came with the text."""
    own = text.adapted.model.review if text.adapted is not None else None
    return own or text.model.review


def author_of(text: Signable) -> str | None:
    own = text.adapted.model.author if text.adapted is not None else None
    return own or text.model.author


def unsigned(text: Signable, what: str) -> Iterator[Diagnostic]:
    """What is still to be done until a second person stands for the text."""
    review, author = review_of(text), author_of(text)
    sign = f"Read it whole, then: lessonpack sign {text.id} --name “…” --role “…”"
    if review is None:
        yield needs_person(
            text.mark("review"),
            "review/unsigned",
            f"{what}: nobody has signed it yet.",
            WHY,
            sign,
            ("review",),
        )
    elif review.of != to_sign(text.source.data):
        yield needs_person(
            text.mark("review"),
            "review/changed",
            f"{what}: it was changed after {review.name} signed it on {review.date.isoformat()}.",
            WHY,
            sign,
            ("review",),
        )
    elif author is not None and wrote(author, review.name):
        yield needs_person(
            text.mark("review"),
            "review/author",
            f"{what}: {review.name} wrote it and signed it too.",
            WHY,
            sign.replace("Read it whole, then", "Let somebody else read it, then"),
            ("review",),
        )
