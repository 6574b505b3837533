"""Names that point somewhere: case studies, sources, and what nobody points to."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from builder.checks.context import Context, Shared
from builder.content.activities import CaseStudyActivity
from builder.content.sources import Reference
from builder.diagnostics import Address, Diagnostic, did_you_mean, error, warning
from builder.source import Source

# Every field that names a source by its id.
NAMING = ("source", "sources", "school_route_sources")


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    lesson = context.lesson
    for number, activity in enumerate(lesson.model.activities):
        if isinstance(activity, CaseStudyActivity) and activity.case not in context.shared.known_cases:
            at: Address = ("activities", number, "case")
            yield error(
                lesson.mark(*at),
                "reference/unknown",
                f"There is no case study “{activity.case}”.",
                "",
                did_you_mean(activity.case, context.shared.known_cases),
                at,
            )
    named = dict(names_of_sources(lesson.model))
    yield from _unknown(lesson.source, named, lesson.model.sources)
    for source in lesson.model.sources:
        if source not in named.values():
            at = ("sources", source)
            yield warning(
                lesson.mark(*at),
                "reference/unused",
                f"Nothing in the lesson names the source “{source}”.",
                "A source that supports nothing makes the list of sources longer and less trusted.",
                "Name it in the “sources” of the activity that it supports, or take it out.",
                at,
            )


def check_shared(shared: Shared) -> Iterator[Diagnostic]:
    for file in (shared.safe_teaching, shared.help):
        yield from _unknown(file.source, dict(names_of_sources(file.model)), file.model.sources)


def names_of_sources(model: BaseModel, at: Address = ()) -> Iterator[tuple[Address, str]]:
    """Every place in `model` that names a source, with the name."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name in NAMING and isinstance(value, str):
            yield (*at, name), value
        elif name in NAMING and isinstance(value, tuple) and not any(isinstance(v, BaseModel) for v in value):
            yield from (((*at, name, index), item) for index, item in enumerate(value))
        elif isinstance(value, BaseModel):
            yield from names_of_sources(value, (*at, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from names_of_sources(item, (*at, name, index))


def _unknown(
    source: Source, named: Mapping[Address, str], there: Mapping[str, Reference]
) -> Iterator[Diagnostic]:
    for address, name in named.items():
        if name not in there:
            yield error(
                source.mark(address),
                "reference/unknown",
                f"There is no source “{name}” in this file.",
                "Whoever reads the notes must be able to see where a fact comes from.",
                did_you_mean(name, there),
                address,
            )
