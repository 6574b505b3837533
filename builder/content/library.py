"""Folders become a Library: lessons, case studies and help, typed, each with its marks.

Several shelves may be laid over one another: the shipped content below, a school's folder on top.
The file's name is the id, so a lesson or case study of the same name on a higher shelf wins.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from builder.content.case_study import CaseStudy
from builder.content.help import HelpDirectory
from builder.content.labels import Labels
from builder.content.lesson import Lesson
from builder.content.loaded import Loaded, load
from builder.content.nearby import Noted, as_checked, as_school_has_it, noted_on, school_of
from builder.content.pictures import PictureFile, clean
from builder.content.safe_teaching import SafeTeaching
from builder.content.schooling import Own
from builder.content.sheets import Sheets
from builder.content.shelves import DATA, Found, Shelf, countries, find_cases, find_lessons, strays
from builder.content.text import Model
from builder.diagnostics import Diagnostic, any_error, did_you_mean, error
from builder.memory import FORGETFUL, Memory

M = TypeVar("M", bound=Model)
RULES: dict[str, str] = {
    "reference/name": "A lesson or case study has a name of small letters, figures and hyphens.",
    "reference/not-read": "What stands among the lessons and case studies is read.",
    "picture/unreadable": "A picture file is a PNG or JPEG that can be read.",
}


@dataclass(frozen=True, slots=True)
class Library:
    """Everything a build needs.

    `pictures` are cleaned, by lesson id and file name as written; `digests` are the sha256 of the files
    that nothing loaded carries, by name. Without a `school` packs are the generic edition. `as_of` is the
    day that checks of help lines are reckoned from, in ISO 8601; empty, a check holds for ever.
    """

    lessons: Mapping[str, Loaded[Lesson]]
    cases: Mapping[str, Loaded[CaseStudy]]
    help: Loaded[HelpDirectory]
    safe_teaching: Loaded[SafeTeaching]
    sheets: Loaded[Sheets]
    labels: Labels
    pictures: Mapping[tuple[str, str], PictureFile] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    school: Own | None = None
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Schoolless:
    """What stands on the shelves before any school is laid over it.

    The `help` of its library is the country's as it was read; `noted` is what people have checked of it.
    """

    library: Library
    noted: Noted = ()


def read_library(
    shelves: Sequence[Shelf],
    country: str,
    wanted: Sequence[str] = (),
    memory: Memory = FORGETFUL,
    as_of: str = "",
) -> tuple[Library | None, list[Diagnostic]]:
    """Everything on the shelves that the wanted lessons need (all lessons if none is named).

    All files are read before anything is said, so that every fault of reading is named at once. A file that
    `memory` knows with the same bytes is the same object again.
    Raises LookupError for a country or lesson that isn't there.
    """
    shelved, directory, faults = _read(shelves, country, wanted, memory, as_of)
    school = school_of(shelves, faults, memory)
    noted = noted_on(shelves)
    if directory is not None and shelved is None:
        # What is wrong with the help is said in the same breath as what is wrong with a lesson.
        _help_of(directory, school, noted, faults, memory)
    if shelved is None or any_error(faults):
        return None, faults
    library, further = with_school(Schoolless(shelved, noted), school, memory)
    return library, [*faults, *further]


def read_schoolless(
    shelves: Sequence[Shelf], country: str, wanted: Sequence[str], as_of: str = ""
) -> tuple[Schoolless | None, list[Diagnostic]]:
    """As `read_library` reads, but for the school of any shelf: many are then laid over it, one by one.

    Raises LookupError for a country or lesson that isn't there.
    """
    shelved, _, faults = _read(shelves, country, wanted, FORGETFUL, as_of)
    return None if shelved is None else Schoolless(shelved, noted_on(shelves)), faults


def with_school(
    beneath: Schoolless, school: Own | None, memory: Memory = FORGETFUL
) -> tuple[Library | None, list[Diagnostic]]:
    """The library with a school laid over it, and what is wrong with its help; None where an error stands."""
    library, faults = beneath.library, list[Diagnostic]()
    directory = _help_of(library.help, school, beneath.noted, faults, memory)
    if any_error(faults):
        return None, faults
    digests = dict(library.digests)
    if school is not None:
        digests[school.name] = school.sha256
        digests |= {name: picture.sha256 for name, picture in school.pictures.items()}
    return replace(library, help=directory, digests=digests, school=school), faults


def _help_of(
    directory: Loaded[HelpDirectory],
    school: Own | None,
    noted: Noted,
    faults: list[Diagnostic],
    memory: Memory,
) -> Loaded[HelpDirectory]:
    if school is not None and school.model.country == directory.id:
        directory = as_school_has_it(directory, school, faults, memory)
    return as_checked(directory, noted, faults, memory)


def _read(
    shelves: Sequence[Shelf], country: str, wanted: Sequence[str], memory: Memory, as_of: str
) -> tuple[Library | None, Loaded[HelpDirectory] | None, list[Diagnostic]]:
    """The library without a school, the country's help, and what is wrong with any of it."""
    found = find_lessons(shelves)
    for lesson in wanted:
        if lesson not in found:
            raise LookupError(f"There is no lesson called “{lesson}” here. {did_you_mean(lesson, found)}")
    if country not in countries():
        raise LookupError(f"There is no help directory for “{country}”. {did_you_mean(country, countries())}")
    faults: list[Diagnostic] = []
    chosen = [found[lesson] for lesson in wanted] if wanted else list(found.values())
    for shelf in shelves:
        faults += strays(shelf)
    lessons = _load_all(chosen, Lesson, faults, memory)
    all_read = len(lessons) == len(chosen)
    cases = _cases(shelves, lessons, bool(wanted) and all_read, faults, memory)
    directory = load(_data("help", f"{country}.yaml"), HelpDirectory, faults, memory)
    teaching = load(_data("safe_teaching", "en.yaml"), SafeTeaching, faults, memory)
    sheets = load(_data("sheets", "en.yaml"), Sheets, faults, memory)
    labels = load(_data("labels", "en.yaml"), Labels, faults, memory)
    pictures = {}
    for f in chosen:
        if f.id in lessons:
            pictures.update(_pictures(f, lessons[f.id], faults, memory))
    if any_error(faults) or directory is None or teaching is None or sheets is None or labels is None:
        return None, directory, faults
    digests = {labels.name: labels.sha256, **_digests(chosen, pictures)}
    words = directory.model.words

    def said(one: Loaded[M]) -> Loaded[M]:
        return memory.once(("words", one.name), (one, words), lambda: one.in_words_of(words))

    library = Library(
        {name: said(one) for name, one in lessons.items()},
        {name: said(one) for name, one in cases.items()},
        directory,
        said(teaching),
        said(sheets),
        said(labels).model,
        pictures,
        digests,
        as_of=as_of,
    )
    return library, directory, faults


def read_labels() -> Labels:
    """The words that the tool itself prints. Raises ValueError for a fault in them, which is ours."""
    faults: list[Diagnostic] = []
    labels = load(_data("labels", "en.yaml"), Labels, faults)
    if labels is None or any_error(faults):
        raise ValueError("\n".join(f"{fault.mark}: {fault.message}" for fault in faults))
    return labels.model


def _digests(found: Iterable[Found], pictures: Mapping[tuple[str, str], PictureFile]) -> dict[str, str]:
    folders = {one.id: one.name.rpartition("/")[0] for one in found}
    return {f"{folders[lesson]}/{name}": picture.sha256 for (lesson, name), picture in pictures.items()}


def _data(folder: str, name: str) -> Found:
    place = f"builder/data/{folder}/{name}"
    return Found(name.removesuffix(".yaml"), DATA / folder / name, DATA / folder, place, place)


def _cases(
    shelves: Sequence[Shelf],
    lessons: Mapping[str, Loaded[Lesson]],
    only_used: bool,
    faults: list[Diagnostic],
    memory: Memory,
) -> dict[str, Loaded[CaseStudy]]:
    """All case studies; when single lessons are wanted, a half-written one they don't use is no fault."""
    used = {
        activity.case
        for lesson in lessons.values()
        for activity in lesson.model.activities
        if activity.kind == "case_study"
    }
    loaded = {}
    for name, found in find_cases(shelves).items():
        own: list[Diagnostic] = []
        case = load(found, CaseStudy, own, memory)
        if case is not None and found.beneath is not None:
            own += _still_for_staff(case, load(found.beneath, CaseStudy, [], memory))
        if case is not None:
            loaded[name] = case
        if name in used or not only_used:
            faults += own
    return loaded


def _still_for_staff(case: Loaded[CaseStudy], shipped: Loaded[CaseStudy] | None) -> list[Diagnostic]:
    """A story in which someone died is for staff under whatever file of that name."""
    if shipped is None or not shipped.model.someone_died or case.model.someone_died:
        return []
    return [
        error(
            case.mark("someone_died"),
            "overlay/fixed",
            "Someone died in the shipped case study of this name, and this file says that nobody did.",
            "Pupils would search for it, and young people are open to imitation.",
            "Give a story of your own a name of its own: lessonpack new case-study.",
            ("someone_died",),
        )
    ]


def _load_all(
    found: Iterable[Found], model: type[M], faults: list[Diagnostic], memory: Memory
) -> dict[str, Loaded[M]]:
    loaded = ((one.id, load(one, model, faults, memory)) for one in found)
    return {name: one for name, one in loaded if one is not None}


def _pictures(
    found: Found, lesson: Loaded[Lesson], faults: list[Diagnostic], memory: Memory
) -> dict[tuple[str, str], PictureFile]:
    """The lesson's own picture files; one that isn't there is left to the check that names its place."""
    kept = {}
    for address, name in _picture_files(lesson.source.data):
        file = found.folder / name
        if not file.is_file() and found.changes is not None:
            # A school's picture stands beside its own changes.
            file = found.changes.folder / name
        if "/" in name or "\\" in name or not file.is_file() or _leads_away(file):
            continue
        try:
            raw = file.read_bytes()
            kept[lesson.id, name] = memory.once(("picture", lesson.id, name), (raw,), partial(clean, raw))
        except (OSError, ValueError) as fault:
            faults.append(
                error(
                    lesson.mark(*address),
                    "picture/unreadable",
                    f"“{name}” can't be used: {fault}.",
                    "",
                    "Save it again as a PNG or JPEG and keep it in the lesson's folder.",
                )
            )
    return kept


def _leads_away(file: Traversable) -> bool:
    # A link could put any file of the machine into a pack.
    return isinstance(file, Path) and file.is_symlink()


def _picture_files(data: object, at: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, dict):
        own = [
            ((*at, "picture", "file"), p["file"])
            for p in [data.get("picture")]
            if isinstance(p, dict) and isinstance(p.get("file"), str)
        ]
        return own + [hit for key, value in data.items() for hit in _picture_files(value, (*at, key))]
    if isinstance(data, list):
        return [hit for index, value in enumerate(data) for hit in _picture_files(value, (*at, index))]
    return []
