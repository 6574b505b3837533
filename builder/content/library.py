"""Folders become a Library: lessons, case studies and help, typed, each with its marks.

Several shelves may be laid over one another: the shipped content below, a school's folder on top.
The file's name is the id, so a lesson or case study of the same name on a higher shelf wins.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Generic, TypeVar

from builder.content.case_study import CaseStudy
from builder.content.confirmations import FILE as CHECKS
from builder.content.confirmations import read_checks, with_checks
from builder.content.help import HelpDirectory
from builder.content.labels import Labels
from builder.content.lesson import Lesson
from builder.content.overlay import Adapted, adapted
from builder.content.pictures import PictureFile, clean
from builder.content.safe_teaching import SafeTeaching
from builder.content.schooling import Own, read_school, with_local_help
from builder.content.sheets import Sheets
from builder.content.shelves import CHANGES, DATA, Found, Shelf, countries, find_cases, find_lessons, strays
from builder.content.text import Model, is_slug
from builder.content.validate import validate
from builder.content.words import in_words_of
from builder.diagnostics import Diagnostic, Mark, any_error, did_you_mean, error
from builder.memory import FORGETFUL, Memory
from builder.source import Source, read_text

M = TypeVar("M", bound=Model)
RULES: dict[str, str] = {
    "reference/name": "A lesson or case study has a name of small letters, figures and hyphens.",
    "reference/not-read": "What stands among the lessons and case studies is read.",
    "picture/unreadable": "A picture file is a PNG or JPEG that can be read.",
}


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """What a file says and where it says it.

    `id` is the file's name (a lesson's: its folder's), `name` the file's place on its shelf, `sha256`
    the hash of its bytes. `own` is what a school wrote itself; `adapted` what it changed of a shipped text.
    """

    id: str
    model: M
    source: Source
    name: str = ""
    sha256: str = ""
    own: bool = False
    adapted: Adapted | None = None

    def in_words_of(self, words: Mapping[str, str]) -> "Loaded[M]":
        """The same file in a country's words; its marks and its hash are those of what was written."""
        return replace(self, model=in_words_of(self.model, words)) if words else self

    def mark(self, *address: str | int) -> Mark:
        return self.source.mark(address)


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
    directory = _load(_data("help", f"{country}.yaml"), HelpDirectory, faults, memory)
    teaching = _load(_data("safe_teaching", "en.yaml"), SafeTeaching, faults, memory)
    sheets = _load(_data("sheets", "en.yaml"), Sheets, faults, memory)
    labels = _load(_data("labels", "en.yaml"), Labels, faults, memory)
    school = _school(shelves, faults, memory)
    if school is not None and directory is not None and school.model.country == country:
        directory = _with_local_help(directory, school, faults, memory)
    if directory is not None:
        directory = _with_checks(directory, shelves, faults, memory)
    pictures = {}
    for f in chosen:
        if f.id in lessons:
            pictures.update(_pictures(f, lessons[f.id], faults, memory))
    if any_error(faults) or directory is None or teaching is None or sheets is None or labels is None:
        return None, faults
    digests = {labels.name: labels.sha256, **_digests(chosen, pictures)}
    if school is not None:
        digests[school.name] = school.sha256
    words = directory.model.words

    def said(one: Loaded[M]) -> Loaded[M]:
        return memory.once(("words", one.name), (one, words), lambda: one.in_words_of(words))

    return Library(
        {name: said(one) for name, one in lessons.items()},
        {name: said(one) for name, one in cases.items()},
        directory,
        said(teaching),
        said(sheets),
        said(labels).model,
        pictures,
        digests,
        school,
        as_of,
    ), faults


def _school(shelves: Sequence[Shelf], faults: list[Diagnostic], memory: Memory) -> Own | None:
    school = None
    for shelf in shelves:
        found, said = read_school(shelf, memory)
        faults += said
        school = found or school
    # The same object as long as it says the same, so that nothing made from it is made again.
    return memory.once("school", (school,), lambda: school)


def _with_local_help(
    directory: Loaded[HelpDirectory], school: Own, faults: list[Diagnostic], memory: Memory
) -> Loaded[HelpDirectory]:
    def laid() -> tuple[Loaded[HelpDirectory], list[Diagnostic]]:
        source, said = with_local_help(directory.source, directory.model, school)
        whole, further = _again(directory, source)
        return whole, [*said, *further]

    whole, said = memory.once("local help", (directory, school), laid)
    faults += said
    return whole


def _with_checks(
    directory: Loaded[HelpDirectory], shelves: Sequence[Shelf], faults: list[Diagnostic], memory: Memory
) -> Loaded[HelpDirectory]:
    """The directory with what the people of each shelf's folder have checked."""
    for shelf in shelves:
        file = shelf.root / CHECKS
        if file.is_file():
            raw, beneath = file.read_bytes(), directory

            def laid(
                raw: bytes = raw, beneath: Loaded[HelpDirectory] = beneath, shown: str = shelf.shown + CHECKS
            ) -> tuple[Loaded[HelpDirectory], list[Diagnostic]]:
                noted, checks, said = read_checks(raw, shown)
                if noted is None or not checks:
                    return beneath, said
                source, told = with_checks(beneath.source, beneath.id, noted, checks)
                whole, further = _again(beneath, source)
                return whole, [*said, *told, *further]

            directory, said = memory.once(("help checks", shelf.shown), (raw, beneath), laid)
            faults += said
    return directory


def _again(
    directory: Loaded[HelpDirectory], source: Source
) -> tuple[Loaded[HelpDirectory], list[Diagnostic]]:
    model, said = validate(HelpDirectory, source)
    return (directory if model is None else replace(directory, model=model, source=source)), said


def read_labels() -> Labels:
    """The words that the tool itself prints. Raises ValueError for a fault in them, which is ours."""
    faults: list[Diagnostic] = []
    labels = _load(_data("labels", "en.yaml"), Labels, faults)
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
        case = _load(found, CaseStudy, own, memory)
        if case is not None:
            loaded[name] = case
        if name in used or not only_used:
            faults += own
    return loaded


def _load_all(
    found: Iterable[Found], model: type[M], faults: list[Diagnostic], memory: Memory
) -> dict[str, Loaded[M]]:
    loaded = ((one.id, _load(one, model, faults, memory)) for one in found)
    return {name: one for name, one in loaded if one is not None}


def _load(
    found: Found, model: type[M], faults: list[Diagnostic], memory: Memory = FORGETFUL
) -> Loaded[M] | None:
    if found.name.startswith(("lessons/", "case_studies/")) and not is_slug(found.id):
        faults.append(
            error(
                Mark(found.shown, 1, 1),
                "reference/name",
                f"“{found.id}” can't be used as a name.",
                "The name is printed in file names and used as an address.",
                "Use small letters, figures and hyphens, such as “asking-for-help”.",
            )
        )
    try:
        raw = found.file.read_bytes()
    except OSError as fault:
        faults.append(
            error(
                Mark(found.shown, 1, 1),
                "yaml/read",
                "This file can't be opened.",
                str(fault.strerror or ""),
                "Check that it exists and that you may read it.",
            )
        )
        return None
    if found.file.name.endswith(CHANGES):
        faults.append(_nothing_beneath(found))
        return None
    own = b"" if found.changes is None else found.changes.file.read_bytes()
    loaded, said = memory.once(("file", found.shown), (raw, own), lambda: _understood(found, model, raw, own))
    faults += said
    return loaded


def _understood(
    found: Found, model: type[M], raw: bytes, own: bytes
) -> tuple[Loaded[M] | None, list[Diagnostic]]:
    source, said = read_text(raw, found.shown)
    if source is None:
        return None, said
    changed = None
    if found.changes is not None:
        source, changed, told = adapted(source, own, found.changes.shown, found.changes.name)
        said = [*said, *told]
    read, further = validate(model, source)
    # Where a line is complained about already, what follows from it would only confuse.
    lines = {fault.mark.line for fault in said if fault.is_error}
    said = [*said, *(fault for fault in further if fault.mark.line not in lines)]
    if read is None or lines:
        return None, said
    digest = hashlib.sha256(raw).hexdigest()
    return Loaded(found.id, read, source, found.name, digest, found.own, changed), said


def _nothing_beneath(found: Found) -> Diagnostic:
    return error(
        Mark(found.shown, 1, 1),
        "overlay/no-base",
        f"There is no shipped text called “{found.id}” that these changes could belong to.",
        "",
        "Look at its name, and at “lessonpack list”. A text of your own is a whole file.",
    )


def _pictures(
    found: Found, lesson: Loaded[Lesson], faults: list[Diagnostic], memory: Memory
) -> dict[tuple[str, str], PictureFile]:
    """The lesson's own picture files; one that isn't there is left to the check that names its place."""
    kept = {}
    for address, name in _picture_files(lesson.source.data):
        file = found.folder / name
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
