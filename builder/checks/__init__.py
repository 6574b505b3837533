"""Checks: a library's lesson → a CheckedLesson, or everything that keeps it from being one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import InitVar, dataclass
from functools import partial
from typing import TYPE_CHECKING

from builder.checks import (
    cases,
    figures,
    helplines,
    identity,
    ids,
    messaging,
    pictures,
    references,
    required,
    reviews,
    sourcing,
    structure,
    trail,
    waivers,
)
from builder.checks.catalogue import RULES, RuleInfo, all_rules
from builder.checks.context import Context, Shared, context_of, shared_of
from builder.checks.ruleset import Rules, load_rules
from builder.checks.waivers import Waived
from builder.content.case_study import CaseStudy
from builder.content.help import HelpDirectory
from builder.content.labels import Labels
from builder.content.lesson import Lesson
from builder.content.library import Library
from builder.content.loaded import Loaded
from builder.content.pictures import PictureFile
from builder.content.safe_teaching import SafeTeaching
from builder.content.schooling import Own
from builder.content.sheets import Sheets
from builder.diagnostics import Diagnostic, Severity, any_error, in_order
from builder.memory import FORGETFUL, Memory

if TYPE_CHECKING:
    from builder.checks.reading import Reading

__all__ = [
    "CHECKS",
    "RULES",
    "Check",
    "CheckedLesson",
    "RuleInfo",
    "Rules",
    "Waived",
    "all_rules",
    "check",
    "check_library",
    "load_rules",
    "readings",
]

Said = Iterable[Diagnostic]


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of check: what it looks at in a lesson, in each case study, and in what all lessons share."""

    name: str
    lesson: Callable[[Context], Said] | None = None
    case: Callable[[Loaded[CaseStudy], Shared], Said] | None = None
    shared: Callable[[Shared], Said] | None = None


CHECKS: tuple[Check, ...] = (
    Check("structure", structure.check_lesson),
    Check("ids", ids.check_lesson, ids.check_case),
    Check("references", references.check_lesson, None, references.check_shared),
    Check("cases", cases.check_lesson, cases.check_case),
    Check("trail", trail.check_lesson, trail.check_case),
    Check("identity", identity.check_lesson, identity.check_case),
    Check("pictures", pictures.check_lesson, pictures.check_case),
    Check("figures", figures.check_lesson, figures.check_case, figures.check_shared),
    Check("sources", sourcing.check_lesson, sourcing.check_case, sourcing.check_shared),
    Check("help", helplines.check_lesson, None, helplines.check_shared),
    Check("messaging", messaging.check_lesson, messaging.check_case, messaging.check_shared),
    Check("required", required.check_lesson),
    Check("reviews", reviews.check_lesson, reviews.check_case),
)


def readings(library: Library, rules: Rules) -> list[tuple[str, "Reading", list[Diagnostic]]]:
    """How hard each lesson is to read, with a warning where it is too hard; for `lessonpack check`."""
    # Only here: counting syllables needs a dictionary that a build does not.
    from builder.checks.reading import check_reading

    shared = shared_of(library, rules)
    return list(check_reading({n: context_of(library, one, shared) for n, one in library.lessons.items()}))


_SEAL = object()


@dataclass(frozen=True, slots=True)
class CheckedLesson:
    """A lesson in which no error remains, with all that it is printed with.

    Only `check` makes one: constructing it elsewhere raises TypeError. `findings` are the warnings and
    what waits for a person; `waived` is what the lesson set aside, with its reasons.
    """

    lesson: Loaded[Lesson]
    cases: Mapping[str, Loaded[CaseStudy]]
    help: Loaded[HelpDirectory]
    safe_teaching: Loaded[SafeTeaching]
    sheets: Loaded[Sheets]
    labels: Labels
    pictures: Mapping[tuple[str, str], PictureFile]
    findings: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...] = ()
    school: Own | None = None
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a CheckedLesson is made by builder.checks.check alone")

    @property
    def draft(self) -> bool:
        """Whether something still waits for a person."""
        return any(finding.severity is Severity.NEEDS_PERSON for finding in self.findings)


def check(
    library: Library, lesson_id: str, rules: Rules, memory: Memory = FORGETFUL
) -> tuple[CheckedLesson | None, list[Diagnostic]]:
    """Every check on one lesson and on everything that it is printed with.

    Raises KeyError for a lesson that isn't in the library.
    """
    lesson, shared = library.lessons[lesson_id], shared_of(library, rules)
    context = context_of(library, lesson, shared)
    said, waived = memory.once("lesson", (context,), lambda: _of_lesson(context))
    of_all = memory.once("shared", (shared,), lambda: _of_shared(shared))
    said = in_order([*said, *of_all, *_of_cases(context.cases, shared, memory)])
    if any_error(said):
        return None, said
    checked = CheckedLesson(
        lesson,
        context.cases,
        library.help,
        library.safe_teaching,
        library.sheets,
        library.labels,
        library.pictures,
        tuple(said),
        tuple(waived),
        library.school,
        seal=_SEAL,
    )
    return checked, said


def check_library(library: Library, rules: Rules, lessons: Sequence[str] | None = None) -> list[Diagnostic]:
    """Every check on every lesson, case study and shared file; each fault is said once.

    With `lessons`, on those lessons, the case studies that they use, and the shared files: what `check`
    says of each. Raises KeyError for a lesson that isn't in the library.
    """
    shared = shared_of(library, rules)
    said = _of_shared(shared)
    cases_of: dict[str, Loaded[CaseStudy]] = dict(library.cases) if lessons is None else {}
    for lesson in library.lessons if lessons is None else lessons:
        context = context_of(library, library.lessons[lesson], shared)
        said += _of_lesson(context)[0]
        cases_of.update(context.cases)
    for case in cases_of.values():
        said += _of_case(case, shared)
    return in_order(said)


def _of_lesson(context: Context) -> tuple[list[Diagnostic], list[Waived]]:
    said = [fault for kind in CHECKS if kind.lesson for fault in kind.lesson(context)]
    known = {info.id: info for info in all_rules(context.shared.rules)}
    return waivers.apply(context.lesson, said, known)


def _of_case(case: Loaded[CaseStudy], shared: Shared) -> list[Diagnostic]:
    return [fault for kind in CHECKS if kind.case for fault in kind.case(case, shared)]


def _of_cases(cases: Mapping[str, Loaded[CaseStudy]], shared: Shared, memory: Memory) -> Iterator[Diagnostic]:
    for name, case in cases.items():
        yield from memory.once(("case", name), (case, shared), partial(_of_case, case, shared))


def _of_shared(shared: Shared) -> list[Diagnostic]:
    return [fault for kind in CHECKS if kind.shared for fault in kind.shared(shared)]
