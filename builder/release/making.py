"""The whole walk of a release on one page: check every country → make every pack → list → put in place."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder import __version__
from builder.diagnostics import Diagnostic
from builder.pack import write_through
from builder.release import listing, news, standing
from builder.release.bench import Checked, Job, MadePack, Task, check_country, make_packs
from builder.release.crew import Crew
from builder.release.gate import needs_validator
from builder.release.lock import Locked, read_lock
from builder.release.refused import RefusedError
from builder.release.sbom import bill, needs_cyclonedx
from builder.release.waiting import waiting


@dataclass(frozen=True, slots=True)
class Order:
    """A release that is wanted: `python` and `zlib` say what its bytes depend on beside the lock file."""

    job: Job
    version: str
    out: Path
    lock: Path
    python: str
    zlib: str
    draft: bool = False
    since: Path | None = None
    replace: bool = False

    @property
    def place(self) -> Path:
        return self.out / standing.folder_name(self.version, self.draft)


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Everything that is known before the first pack is made."""

    countries: list[Checked]
    said: list[Diagnostic]
    waiting: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Published:
    """Where a release stands; it was `made` now, or stood there already with the same bytes."""

    place: Path
    made: bool
    packs: list[MadePack]


class FaultyError(Exception):
    """Faults in content that only drawing shows; nothing was published."""

    def __init__(self, said: list[Diagnostic]) -> None:
        super().__init__("faults in content")
        self.said = said


def ready(order: Order) -> list[Locked]:
    """What the release will run on. Raises RefusedError for what can be seen to be wrong before any work."""
    needs_validator()
    needs_cyclonedx()
    if order.since is not None:
        news.read_release(order.since)
    raw, locked = read_lock(order.lock)
    if not order.replace and standing.differs(order.place, _header(order, raw)):
        raise standing.stands_already(order.place)
    return locked


def survey(job: Job, crew: Crew) -> Surveyed:
    """Check every country, and draw nothing."""
    countries = list(crew.each(check_country, range(len(job.countries))))
    said = list(dict.fromkeys(found for one in countries for found in one.said))
    return Surveyed(countries, said, waiting(said))


def make(
    order: Order, found: Surveyed, crew: Crew, locked: Sequence[Locked], tick: Callable[[], None]
) -> Published:
    """Make every pack and put the release in its place; `tick` is called after each lesson of each country.

    Raises RefusedError, or FaultyError where a pack can't be made as its content is.
    """
    with standing.staging(order.place) as folder:
        packs = list(_packs(order.job, crew, folder, tick))
        header = _header(order, order.lock.read_bytes())
        files = {
            "manifest.json": listing.manifest(header, found.countries, packs, found.waiting),
            "sbom.cdx.json": bill(locked, order.job.date),
        }
        for name, data in files.items():
            write_through(folder / name, data)
        write_through(folder / "CHANGES.md", news.news(header, found.countries, order.since, folder))
        write_through(folder / listing.SUMS, listing.sums(folder, {one.file: one.sha256 for one in packs}))
        return Published(order.place, standing.put(folder, order.place, order.replace), packs)


def _packs(job: Job, crew: Crew, folder: Path, tick: Callable[[], None]) -> Iterator[MadePack]:
    """Every pack, in the order of countries and lessons, so that a process reads each country once."""
    numbers = [
        (country, lesson) for country in range(len(job.countries)) for lesson in range(len(job.lessons))
    ]
    for made in crew.each(make_packs, [Task(country, lesson, folder) for country, lesson in numbers]):
        for one in made:
            if one.broken:
                raise RefusedError(
                    f"A file of {one.lesson} for {one.country} is not PDF/UA-1: {one.broken[0]} "
                    "That is a fault of the tool; please report it."
                )
            if not one.sha256:
                raise FaultyError(one.said)
            yield one
        tick()


def _header(order: Order, lock: bytes) -> dict[str, object]:
    return {
        "version": order.version,
        "date": order.job.date,
        "builder": __version__,
        "draft": order.draft,
        "python": order.python,
        "zlib": order.zlib,
        "lock": hashlib.sha256(lock).hexdigest(),
    }
