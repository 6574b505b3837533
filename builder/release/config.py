"""`release.yaml`: which packs a release holds."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from builder.content.shelves import Shelf, countries, find_lessons
from builder.content.text import Model, Slug, StaffText
from builder.content.validate import validate
from builder.diagnostics import Diagnostic, did_you_mean, error
from builder.plan import PRINTS
from builder.source import Source, read_file
from builder.theme import variants

FILE = "release.yaml"
LOCK = "requirements/run.lock"
RULES: dict[str, str] = {
    "release/unknown": "A lesson, country or variant that a release names is there.",
}
Every = Literal["all"]
Further = Literal["web", "text"]
ReleasePaper = Literal["own", "A4", "Letter"]


class ReleasePlan(Model):
    """Every lesson for every country on every paper; a list of names may stand for “all”."""

    lessons: Every | Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        "all", description="the lessons to publish"
    )
    countries: Every | Annotated[tuple[StaffText, ...], Field(min_length=1)] = Field(
        "all", description="the countries to publish for, by their codes"
    )
    papers: Annotated[tuple[ReleasePaper, ...], Field(min_length=1)] = Field(
        ("own",), description="“own” is the paper of each country; a pack on another one says so in its name"
    )
    variants: Every | tuple[StaffText, ...] = Field(
        "all", description="what “lessonpack build --variant” makes, within each pack"
    )
    also: tuple[Further, ...] = Field((), description="formats beside slides, PDF and Word, within each pack")
    lock: StaffText = Field(LOCK, description="the file with the exact libraries that the tool runs on")


def read_plan(file: Path, shelves: Sequence[Shelf]) -> tuple[ReleasePlan | None, list[Diagnostic]]:
    """The plan with “all” put into names, each name once; None where an error stands."""
    source, said = read_file(file, file.as_posix())
    if source is None:
        return None, said
    plan, further = validate(ReleasePlan, source)
    said = [*said, *further]
    if plan is None:
        return None, said
    known: dict[str, Iterable[str]] = {
        "lessons": find_lessons(shelves),
        "countries": countries(),
        "variants": (*variants(), *PRINTS),
    }
    chosen: dict[str, object] = {
        "papers": tuple(dict.fromkeys(plan.papers)),
        "also": tuple(dict.fromkeys(plan.also)),
    }
    for field, names in known.items():
        wanted = getattr(plan, field)
        said += _unknown(source, field, wanted, list(names)) if wanted != "all" else []
        chosen[field] = tuple(names) if wanted == "all" else tuple(dict.fromkeys(wanted))
    if any(one.is_error for one in said):
        return None, said
    return plan.model_copy(update=chosen), said


def _unknown(source: Source, field: str, wanted: Sequence[str], known: Sequence[str]) -> list[Diagnostic]:
    return [
        error(
            source.mark((field, number)),
            "release/unknown",
            f"“{name}” isn't known among the {field}.",
            "",
            did_you_mean(name, known),
            (field, number),
        )
        for number, name in enumerate(wanted)
        if name not in known
    ]
