"""What a check is given: a lesson with its case studies, and what every lesson is printed with."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from builder.checks.ruleset import Rules
from builder.content.case_study import CaseStudy
from builder.content.confirmations import HOLDS_MONTHS
from builder.content.help import Ages, HelpDirectory, Service
from builder.content.labels import Labels
from builder.content.lesson import AgeBand, Lesson
from builder.content.library import Library
from builder.content.loaded import Loaded
from builder.content.pictures import PictureFile
from builder.content.safe_teaching import SafeTeaching
from builder.content.schooling import Own
from builder.content.sheets import Sheets
from builder.content.signposted import ages_of, covers, signposted
from builder.content.text import Passage, passages
from builder.words.finding import Audience


@dataclass(frozen=True, slots=True)
class Shared:
    """What all lessons have in common, and the rules they are checked by."""

    help: Loaded[HelpDirectory]
    safe_teaching: Loaded[SafeTeaching]
    sheets: Loaded[Sheets]
    labels: Labels
    pictures: Mapping[tuple[str, str], PictureFile]
    known_cases: Set[str]
    rules: Rules
    as_of: str = ""
    holds_months: int = HOLDS_MONTHS
    school: Own | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """One lesson with its `passages`; `cases` are those that it uses and that are there."""

    lesson: Loaded[Lesson]
    passages: tuple[Passage, ...]
    cases: Mapping[str, Loaded[CaseStudy]]
    shared: Shared


def shared_of(library: Library, rules: Rules) -> Shared:
    return Shared(
        library.help,
        library.safe_teaching,
        library.sheets,
        library.labels,
        library.pictures,
        library.cases.keys(),
        rules,
        library.as_of,
        library.school.model.confirm_every_months if library.school else HOLDS_MONTHS,
        library.school,
    )


def context_of(library: Library, lesson: Loaded[Lesson], shared: Shared) -> Context:
    used = dict.fromkeys(a.case for a in lesson.model.activities if a.kind == "case_study")
    there = {case: library.cases[case] for case in used if case in library.cases}
    return Context(lesson, tuple(passages(lesson.model)), there, shared)


def fits(ages: Ages, band: AgeBand) -> bool:
    """Whether the whole age band lies within `ages`."""
    return covers(ages, *ages_of(band))


def services_of(context: Context) -> Iterator[tuple[int, Service]]:
    """The services that the lesson prints, with their numbers, in the order of its roles."""
    return signposted(context.lesson.model, context.shared.help.model)


def readers_of(lesson: Lesson) -> Audience:
    """Who reads what the lesson shows, in the words of the rules."""
    readers: dict[str, Audience] = {"pupils": "pupil", "parents": "parent", "staff": "staff"}
    return readers[lesson.audience]
