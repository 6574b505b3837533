"""`lessonpack batch`"""

import contextlib
import os
import platform
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.cli import STOPPED
from builder.cli.build import known_variants
from builder.cli.common import CONTENT_FAULT, failed, format_option, iso_date, speak, wrong
from builder.diagnostics import Diagnostic

if TYPE_CHECKING:
    from builder.batch.opened import Encoding
    from builder.batch.table import Table
    from builder.batch.tally import Tally
    from builder.batch.work import Order, Outcome, Task
    from builder.theme import Paper


def example(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        from builder.batch.columns import EXAMPLE

        click.echo(EXAMPLE, nl=False)
        ctx.exit()


def cluster(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value and not value.startswith(("tcp://", "tls://", "ws://", "wss://")):
        raise click.BadParameter(f"“{value}” is no scheduler's address, such as tcp://10.0.0.5:8786.")
    return value


@click.command("batch")
@click.argument("file", metavar="SCHOOLS.CSV", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--out",
    "target",
    required=True,
    metavar="TARGET",
    help="Where to put packs: a folder, or a URL such as s3://bucket/packs.",
)
@click.option(
    "--lesson",
    "lessons",
    multiple=True,
    metavar="LESSON",
    help="A lesson to build; may be given several times.  [default: all]",
)
@click.option(
    "--only", multiple=True, metavar="KEY", help="A school to build for, by its key.  [default: all]"
)
@click.option(
    "--date",
    callback=iso_date,
    metavar="YYYY-MM-DD",
    help="The date to record in the packs.  [default: today]",
)
@click.option(
    "--variant", "wished", multiple=True, callback=known_variants, metavar="NAME", help="As in “build”."
)
@click.option("--also", multiple=True, type=click.Choice(["web", "text", "all"]), help="As in “build”.")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), help="As in “build”.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1, max=256),
    metavar="N",
    help="So many packs at a time.  [default: one for each core]",
)
@click.option(
    "--dask",
    "address",
    callback=cluster,
    metavar="ADDRESS",
    help="Build on a Dask cluster, by its scheduler's address.",
)
@click.option(
    "--encoding",
    type=click.Choice(["utf-8", "windows-1252"]),
    default="utf-8",
    show_default=True,
    help="How the table is saved.",
)
@click.option(
    "--example",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=example,
    help="Print a table to start from.",
)
@format_option
def command(
    file: Path,
    target: str,
    lessons: tuple[str, ...],
    only: tuple[str, ...],
    date: str,
    wished: tuple[str, ...],
    also: tuple[str, ...],
    paper: "Paper | None",
    jobs: int | None,
    address: str | None,
    encoding: "Encoding",
    form: str,
) -> None:
    """Make packs for many schools: for each row of SCHOOLS.CSV and each lesson TARGET/KEY/LESSON-COUNTRY.zip.

    Each is the very pack that “lessonpack build” makes in a folder of that school. Stop at any time, and run
    the same command again to go on: finished packs stay, and one whose row, lesson or options changed is made
    again. Rows that can't be used are named with line and column; all others are built. The lessons of the
    folder that you stand in are laid over the shipped ones, as in “build”; a school.yaml there isn't read.

    \b
    Columns, in any order; name, country and lead_name are needed, and a way to reach the lead:
      key            the school's folder; without it, its name in small letters
      name country   as printed; such as GB-ENG
      paper language A4 or Letter; such as en-GB
      logo           a PNG or JPEG beside the table or in a folder there
      lead_name lead_role lead_room lead_phone lead_email
      deputy_name …  the same five of a deputy, and of another as deputy2_name …
      safe_adults    whom else pupils can go to, with “;” between them
      #…             a column whose name starts with # is for you alone
    Cells are parted by commas, semicolons or tabs, as Excel saves them (“CSV UTF-8”).

    \b
    Example:
      key,name,country,lead_name,lead_room,safe_adults
      hill,Hill School,GB-ENG,Ms Okoye,"Room 12, by the library",your form tutor; the nurse

    \b
      lessonpack batch --example > schools.csv
      lessonpack batch schools.csv --out packs --lesson online-blackmail
      lessonpack batch schools.csv --out s3://packs/2026 --dask tcp://10.0.0.5:8786
    """
    if address and jobs:
        raise click.UsageError("--jobs is for this computer, and --dask for a cluster: leave one out.")
    if "://" not in target:
        # A worker may stand in another folder.
        target = str(Path(target).absolute())
    _writable(target)
    table, said = _table(file, encoding)
    if table is None:
        speak(said, form)
        raise SystemExit(CONTENT_FAULT)
    if form == "human" and said:
        # At once: what is wrong can be put right while the others are built.
        speak(said, form)
    more = ("web", "text") if "all" in also else tuple(dict.fromkeys(also))
    order = _order(target, date, lessons, wished, paper, ("word", *more))
    try:
        numbers = table.numbers(only)
    except LookupError as fault:
        wrong(str(fault.args[0]))

    from builder.batch.tally import Tally
    from builder.batch.tasks import tasks

    total, tally = len(numbers) * len(order.content), Tally(table)
    wanted = tasks(table, numbers, list(order.content))
    jobs = min(jobs or os.cpu_count() or 1, max(total, 1))
    outcomes = _on_cluster(order, wanted, address) if address else _here(order, wanted, jobs)
    try:
        with (
            contextlib.closing(outcomes),
            click.progressbar(
                length=total, label="Building", file=sys.stderr, show_pos=True, hidden=form != "human"
            ) as bar,
        ):
            for outcome in outcomes:
                tally.take(outcome)
                bar.update(1)
                if tally.ended:
                    break
    except KeyboardInterrupt:
        click.echo(
            f"\nStopped with {tally.made + tally.there} of {_packs(total)} finished; they stay. "
            "Run the same command again to go on.",
            err=True,
        )
        raise SystemExit(STOPPED) from None
    _end(target, table, said, tally, total, form)


def _end(target: str, table: "Table", said: list[Diagnostic], tally: "Tally", total: int, form: str) -> None:
    further = tally.said()
    speak(further if form == "human" else [*said, *further], form)
    if form == "human":
        counts = [f"{_packs(tally.made)} made", f"{tally.there} there already" if tally.there else ""]
        counts += [f"{tally.faulty} not made" if tally.faulty else ""]
        schools = "1 school" if len(table) == 1 else f"{len(table)} schools"
        click.echo(f"{target}: {', '.join(one for one in counts if one)}; {schools}.")
        if table.bad:
            rows = "One row" if table.bad == 1 else f"{table.bad} rows"
            click.echo(f"{rows} of {table.opened.file} can't be used; see above.", err=True)
        if tally.drafts:
            click.echo(
                "Packs are marked DRAFT: “lessonpack check” and “help-lines” list what waits for whom."
            )
    if tally.ended:
        left = total - tally.made - tally.there
        wrong(
            f"{tally.ended} {_packs(left)} are still to be made: put that right, and run it again to go on."
        )
    if table.bad or tally.faulty or failed(said, strict=False):
        raise SystemExit(CONTENT_FAULT)


def _packs(count: int) -> str:
    return "1 pack" if count == 1 else f"{count} packs"


def _writable(target: str) -> None:
    from builder.batch.store import CantStoreError, try_out
    from builder.batch.targets import store_at

    if target.startswith("memory:"):
        wrong(
            "memory:// is gone as soon as a process ends. Name a folder, or a store such as s3://bucket/packs."
        )
    try:
        try_out(store_at(target))
    except ImportError as fault:
        wrong(f"Writing to {target} needs {fault.name}: pip install “.[cluster]” in a clone.")
    except CantStoreError as fault:
        wrong(fault.message)


def _table(file: Path, encoding: "Encoding") -> tuple["Table | None", list[Diagnostic]]:
    from builder.batch.table import read_table

    try:
        return read_table(file, encoding)
    except OSError as fault:
        wrong(f"{file} can't be read: {fault.strerror}.")


def _order(
    target: str,
    date: str,
    lessons: tuple[str, ...],
    variants: tuple[str, ...],
    paper: "Paper | None",
    formats: tuple[str, ...],
) -> "Order":
    from builder.batch.sources import code_hash, content_hash, packed_up, shelves_of
    from builder.batch.work import Order
    from builder.content.shelves import find_lessons
    from builder.diagnostics import did_you_mean

    try:
        packed = packed_up(Path.cwd())
    except OSError as fault:
        wrong(f"{fault.filename or 'This folder'} can't be read: {fault.strerror}.")
    shelves = shelves_of(packed)
    known = find_lessons(shelves)
    for lesson in lessons:
        if lesson not in known:
            wrong(f"There is no lesson called “{lesson}” here. {did_you_mean(lesson, known)}")
    content = {lesson: content_hash(shelves, lesson) for lesson in dict.fromkeys(lessons or known)}
    return Order(target, date, packed, content, code_hash(), variants, paper, formats)


def _here(order: "Order", tasks: Iterator["Task"], jobs: int) -> Generator["Outcome", Any, None]:
    from builder.batch.pool import CantWorkError, by_processes

    try:
        yield from by_processes(order, tasks, jobs)
    except CantWorkError as fault:
        wrong(str(fault))


def _on_cluster(order: "Order", tasks: Iterator["Task"], address: str) -> Generator["Outcome", Any, None]:
    try:
        from builder.batch.dask import ClusterError, by_cluster
    except ImportError:
        wrong("--dask needs Dask: pip install “.[cluster]” in a clone.")
    from builder.batch.targets import store_at

    seen = False
    try:
        for outcome in by_cluster(order, tasks, address, f"{platform.node()}-{os.getpid()}"):
            if outcome.state == "made" and not seen:
                seen = bool(store_at(order.target).stamp(outcome.task.pack))
                if not seen:
                    wrong(
                        f"The cluster writes to a {order.target} of its own that this computer doesn't see. "
                        "Name a folder that all of them share, or a store such as s3://bucket/packs."
                    )
            yield outcome
    except ClusterError as fault:
        wrong(str(fault))
