"""`lessonpack release`"""

import os
import platform
import re
import sys
import zlib
from pathlib import Path

import click

from builder.cli.common import CONTENT_FAULT, iso_date, shelves, speak, wrong
from builder.diagnostics import Diagnostic, Severity, any_error

VERSION = re.compile(r"[0-9][0-9A-Za-z]*([.+-][0-9A-Za-z]+)*")
LONGEST_VERSION = 40


def known_version(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """The version as a part of a folder's name on every system."""
    if not VERSION.fullmatch(value) or len(value) > LONGEST_VERSION:
        raise click.BadParameter(f"“{value}” can't be a version. It starts with a figure: such as 2026.1.")
    return value


@click.command("release")
@click.option("--version", required=True, callback=known_version, metavar="V", help="Such as 2026.1.")
@click.option(
    "--date", callback=iso_date, metavar="YYYY-MM-DD", help="The date of the release.  [default: today]"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output/releases"),
    show_default=True,
    help="The folder to put the release into.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("release.yaml"),
    show_default=True,
    help="Which packs to publish.",
)
@click.option("--draft", is_flag=True, help="Publish for trial what still waits for a person, marked DRAFT.")
@click.option(
    "--since",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="The release before, to tell what changed.",
)
@click.option("--replace", is_flag=True, help="Replace a release of this version that nobody has yet.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="How many at once.  [default: one a processor]"
)
def command(
    version: str,
    date: str,
    out: Path,
    config: Path,
    draft: bool,
    since: Path | None,
    replace: bool,
    jobs: int | None,
) -> None:
    """Make every pack that release.yaml names, in one folder that can be published as it is.

    The folder OUT/lesson-packs-V holds a zip a pack, manifest.json, SHA256SUMS, CHANGES.md and sbom.cdx.json.
    Every PDF is validated once more. While anything waits for a person nothing is made, unless it is a
    --draft. The folder is there whole or not at all; a release that stands is never changed.

    \b
    Examples:
      lessonpack release --version 2026.1 --date 2026-09-01
      lessonpack release --version 2026.2 --since output/releases/lesson-packs-2026.1
    """
    if Path("school.yaml").is_file():
        wrong("A release is for everybody, and packs made in this folder name your school's people.")
    # Only now: what draws slides and pages takes long to import.
    from builder.release.bench import Job
    from builder.release.config import read_plan
    from builder.release.crew import crew
    from builder.release.making import FaultyError, Order, make, ready, survey
    from builder.release.refused import RefusedError

    stack = tuple(shelves())
    plan, said = read_plan(config, stack)
    if plan is None:
        _speak(said)
        raise SystemExit(CONTENT_FAULT)
    job = Job(
        stack,
        tuple(plan.lessons),
        tuple(plan.countries),
        plan.papers,
        tuple(plan.variants),
        ("word", *plan.also),
        date,
    )
    python, packer = platform.python_version(), zlib.ZLIB_RUNTIME_VERSION
    order = Order(job, version, out, config.parent / plan.lock, python, packer, draft, since, replace)
    tasks = len(job.countries) * len(job.lessons)
    try:
        locked = ready(order)
        with crew(job, jobs or min(os.cpu_count() or 1, tasks)) as workers:
            found = survey(job, workers)
            _speak(found.said)
            if any_error(found.said):
                raise SystemExit(CONTENT_FAULT)
            _say_what_waits(found.waiting, draft)
            with click.progressbar(length=tasks, label="Packing", file=sys.stderr, hidden=tasks < 2) as done:
                published = make(order, found, workers, locked, lambda: done.update(1))
    except FaultyError as fault:
        _speak(fault.said)
        raise SystemExit(CONTENT_FAULT) from None
    except RefusedError as fault:
        wrong(str(fault))
    size = sum(one.size for one in published.packs) / 1_000_000
    if published.made:
        count = len(published.packs)
        click.echo(f"{published.place}: {count} pack{'' if count == 1 else 's'}, {size:.1f} MB.")
    else:
        click.echo(f"{published.place} stands already, with the same bytes.")


def _speak(said: list[Diagnostic]) -> None:
    """Faults and warnings one by one; what waits for a person is told in groups."""
    faults = [one for one in said if one.severity is not Severity.NEEDS_PERSON]
    if faults:
        speak(faults, "human")


def _say_what_waits(waiting: dict[str, list[str]], draft: bool) -> None:
    from builder.release.waiting import in_words

    if not waiting:
        return
    total = sum(len(places) for places in waiting.values())
    click.echo(f"{total} things wait for a person:", err=True)
    for line in in_words(waiting):
        click.echo(f"  {line}", err=True)
    if not draft:
        click.echo(
            "So nothing is published. With --draft it is, for trial, and every page is marked DRAFT.",
            err=True,
        )
        raise SystemExit(CONTENT_FAULT)
