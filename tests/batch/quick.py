"""Batches whose packs take milliseconds, for tests of what happens to processes; as a program, one of them.

Everything is the real thing but the pack: two files of some hundred thousand bytes that depend on the school.
"""

import contextlib
import hashlib
import io
import json
import os
import resource
import signal
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from builder.batch.pool import by_processes
from builder.batch.work import Order, Outcome, Task, Worker
from builder.diagnostics import Diagnostic
from tests.batch.tables import HEAD, LESSON, order_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.batch.table import Table

SCHOOLS = 40
SIZE = 300_000


def rows(count: int = SCHOOLS) -> str:
    return HEAD + "".join(f"school-{n},School {n},IE,,Ms Lead {n},Room {n},,,,\n" for n in range(count))


class Quick(Worker):
    """Makes packs that can't be pressed, so that writing them takes its time."""

    def zipped(self, task: Task) -> tuple[bytes | None, list[Diagnostic]]:
        noise = hashlib.shake_256(task.text).digest(SIZE)
        files = {"slides.pptx": noise, "word/handout.docx": noise[::-1]}
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in {**files, "manifest.json": json.dumps({"files": digests}).encode()}.items():
                archive.writestr(zipfile.ZipInfo(f"{task.lesson}-{task.country}/{name}"), data)
        return out.getvalue(), []


class Deadly(Quick):
    """Ends its own process at a school whose name says so: always, or only the first time."""

    def zipped(self, task: Task) -> tuple[bytes | None, list[Diagnostic]]:
        if b"always" in task.text:
            os.kill(os.getpid(), signal.SIGKILL)
        once = Path(self.order.target) / "killed-once"
        if b"once" in task.text and not once.exists():
            once.parent.mkdir(parents=True, exist_ok=True)
            once.write_bytes(b"")
            os.kill(os.getpid(), signal.SIGKILL)
        return super().zipped(task)


class Slow(Quick):
    """Takes long enough to be killed in the midst of a pack."""

    def zipped(self, task: Task) -> tuple[bytes | None, list[Diagnostic]]:
        time.sleep(0.2)
        return super().zipped(task)


class Raising(Quick):
    """Breaks at a school whose name says so, in a way that no worker catches."""

    def do(self, task: Task) -> Outcome:
        if b"faulty" in task.text:
            raise RuntimeError("a bolt\ncame loose")
        return super().do(task)


class OnFullDisk(Quick):
    """Can write no file as large as a pack."""

    def zipped(self, task: Task) -> tuple[bytes | None, list[Diagnostic]]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE, SIZE))
        return super().zipped(task)


class Stillborn(Worker):
    """Ends as soon as it starts, as where memory is short."""

    def __init__(self, order: Order) -> None:  # noqa: ARG002 - made as every other is
        os.kill(os.getpid(), signal.SIGKILL)


def table_of(file: Path) -> "Table":
    # Only here: processes that make packs read no table.
    from builder.batch.table import read_table

    table, said = read_table(file)
    assert table is not None, said
    return table


def tasks_of(table: "Table") -> "Iterator[Task]":
    from builder.batch.tasks import tasks

    return tasks(table, table.numbers(), [LESSON])


def order_of(target: Path) -> Order:
    return order_to(target, LESSON)


def expected(table: "Table", target: Path) -> dict[str, bytes]:
    """The bytes of every pack by its place in the target."""
    doer = Quick(order_of(target))
    found = {}
    for task in tasks_of(table):
        found[task.pack] = doer.zipped(task)[0] or b""
    return found


def seen(target: Path) -> dict[str, bytes]:
    """Every pack that stands in the target, each of them whole."""
    found = {}
    for file in sorted(target.glob("*/[!.]*.zip")):
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            (manifest,) = (name for name in archive.namelist() if name.endswith("/manifest.json"))
            folder = manifest.rpartition("/")[0]
            for name, digest in json.loads(archive.read(manifest))["files"].items():
                assert hashlib.sha256(archive.read(f"{folder}/{name}")).hexdigest() == digest
        found[file.relative_to(target).as_posix()] = file.read_bytes()
    return found


def run(file: Path, target: Path, jobs: int = 2) -> list[Outcome]:
    table = table_of(file)
    outcomes = by_processes(order_of(target), tasks_of(table), jobs, Quick)
    with contextlib.closing(outcomes):
        return list(outcomes)


if __name__ == "__main__":
    states = [outcome.state for outcome in run(Path(sys.argv[1]), Path(sys.argv[2]))]
    sys.stdout.write(json.dumps({state: states.count(state) for state in set(states)}))
