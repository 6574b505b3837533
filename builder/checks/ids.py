"""Names of parts: notes, worksheets and schools' own changes find their place by them."""

from collections.abc import Iterator

from pydantic import BaseModel

from builder.checks.context import Context, Shared
from builder.content.case_study import CaseStudy
from builder.content.lesson import Lesson
from builder.content.loaded import Loaded
from builder.diagnostics import Address, Diagnostic, error

PARTS = {
    "activities": "activity",
    "slides": "slide",
    "trays": "tray",
    "cards": "card",
    "papers": "paper",
    "prompts": "prompt",
    "questions": "question",
    "story": "beat",
    "what_to_do": "step",
}
"""The lists whose items may have a name, and what one of their items is called."""
Named = list[tuple[str, Address]]


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    lists = list(_lists(context.lesson.model))
    # Slides are known by name all through the lesson.
    slides = [item for what, named in lists if what == "slide" for item in named]
    for what, named in [("slide", slides), *(one for one in lists if one[0] != "slide")]:
        yield from _twice(context.lesson, what, named)


def check_case(case: Loaded[CaseStudy], _shared: Shared) -> Iterator[Diagnostic]:
    for what, named in _lists(case.model):
        yield from _twice(case, what, named)


def _lists(model: BaseModel, at: Address = ()) -> Iterator[tuple[str, Named]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if not isinstance(value, tuple):
            continue
        items = [(number, item) for number, item in enumerate(value) if isinstance(item, BaseModel)]
        if name in PARTS:
            found = ((getattr(item, "id", None), (*at, name, number, "id")) for number, item in items)
            yield PARTS[name], [(own, here) for own, here in found if own]
        for number, item in items:
            yield from _lists(item, (*at, name, number))


def _twice(file: Loaded[Lesson] | Loaded[CaseStudy], what: str, named: Named) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for name, address in named:
        if name in seen:
            yield error(
                file.mark(*address),
                "structure/same-id",
                f"Another {what} is called “{name}” already.",
                "Notes, worksheets and schools' own changes find their place by this name.",
                f"Give this {what} a name of its own.",
                address,
            )
        seen.add(name)
