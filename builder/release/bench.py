"""What one process does for a release: check a country, make a pack. What it hands back is small."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.build import Built, Wish, looks, prepare
from builder.checks import Rules, check, load_rules
from builder.checks.vouched import checks_of, signed
from builder.content.library import Library, read_library
from builder.content.shelves import Shelf
from builder.diagnostics import Diagnostic, Severity
from builder.memory import Memory
from builder.pack import write_through, zipped
from builder.release import gate
from builder.theme import Paper
from builder.theme.own import NOTHING


@dataclass(frozen=True, slots=True)
class Job:
    """What every process of a release is told once. `papers` are those of `release.yaml`."""

    shelves: tuple[Shelf, ...]
    lessons: tuple[str, ...]
    countries: tuple[str, ...]
    papers: tuple[str, ...]
    variants: tuple[str, ...]
    formats: tuple[str, ...]
    date: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One country before anything is drawn: what was found, and what people stand for.

    `help` tells the day of the last check by the name of a line; `titles` are those of the lessons.
    """

    country: str
    name: str
    said: list[Diagnostic]
    help: dict[str, str | None] = field(default_factory=dict)
    signed: list[dict[str, str]] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Task:
    """One lesson for one country, by their numbers in the job."""

    country: int
    lesson: int
    staging: Path


@dataclass(frozen=True, slots=True)
class MadePack:
    """A zip that lies in the staging folder; or none, with what stands in its way."""

    file: str
    lesson: str
    country: str
    paper: str
    draft: bool = False
    sha256: str = ""
    size: int = 0
    said: list[Diagnostic] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


class Bench:
    """A process's place of work: it keeps the library of the country that it is at, and what was checked."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._rules: Rules | None = None
        self._open: tuple[int, Library | None, list[Diagnostic]] | None = None
        self.memory = Memory()

    def rules(self) -> Rules:
        if self._rules is None:
            self._rules = load_rules()
        return self._rules

    def library(self, country: int) -> tuple[Library | None, list[Diagnostic]]:
        if self._open is None or self._open[0] != country:
            job = self.job
            found, said = read_library(job.shelves, job.countries[country], job.lessons, as_of=job.date)
            self._open = (country, found, said)
            self.memory = Memory()
        return self._open[1], self._open[2]


def check_country(bench: Bench, country: int) -> Checked:
    library, said = bench.library(country)
    code = bench.job.countries[country]
    if library is None:
        return Checked(code, code, said)
    found = list(said)
    for lesson in library.lessons:
        found += check(library, lesson, bench.rules(), bench.memory.part("checks"))[1]
    used = {
        a.case for one in library.lessons.values() for a in one.model.activities if a.kind == "case_study"
    }
    cases = [case for name, case in library.cases.items() if name in used]
    return Checked(
        code,
        library.help.model.name,
        list(dict.fromkeys(found)),
        checks_of(library.help),
        signed([*library.lessons.values(), *cases]),
        {name: one.model.title for name, one in library.lessons.items()},
    )


def make_packs(bench: Bench, task: Task) -> list[MadePack]:
    """One lesson for one country on each paper, written to the staging folder. Raises OSError."""
    library, said = bench.library(task.country)
    lesson, country = bench.job.lessons[task.lesson], bench.job.countries[task.country]
    if library is None:
        return [MadePack("", lesson, country, "", said=said)]
    return [
        _made(bench, library, lesson, paper, task.staging)
        for paper in papers_of(bench.job.papers, library.help.model.paper)
    ]


def papers_of(wanted: Sequence[str], own: Paper) -> list[Paper]:
    """Each size once, where “own” is the country's."""
    sizes: dict[str, Paper] = {"own": own, "A4": "A4", "Letter": "Letter"}
    return list(dict.fromkeys(sizes[one] for one in wanted))


def _made(bench: Bench, library: Library, lesson: str, paper: Paper, staging: Path) -> MadePack:
    country = library.help.id
    built = _drawn(bench, library, lesson, paper)
    file = file_name(lesson, country, paper, library.help.model.paper)
    if built.pack is None:
        return MadePack(file, lesson, country, paper, said=built.diagnostics)
    broken = [
        f"{one.name}: {fault}"
        for one in built.pack.files
        if one.name.endswith(".pdf")
        for fault in gate.faults(one.data)
    ]
    if broken:
        return MadePack(file, lesson, country, paper, broken=broken)
    data = zipped(built.pack)
    write_through(staging / file, data)
    draft = any(one.severity is Severity.NEEDS_PERSON for one in built.diagnostics)
    return MadePack(file, lesson, country, paper, draft, hashlib.sha256(data).hexdigest(), len(data))


def _drawn(bench: Bench, library: Library, lesson: str, paper: Paper) -> Built:
    job = bench.job
    theme, wanted = looks(library, lesson, NOTHING, Wish(job.variants, paper, job.formats))
    ready, said = prepare(library, lesson, bench.rules(), theme, job.date, wanted, bench.memory)
    return Built(ready.pack([one.drawn() for one in ready.drawings]) if ready else None, said)


def file_name(lesson: str, country: str, paper: str, own: str) -> str:
    return f"{lesson}-{country}.zip" if paper == own else f"{lesson}-{country}-{paper}.zip"
