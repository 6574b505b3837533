"""What a batch costs beside drawing, up to a country's schools: every pack is the same bytes, already made.

    python benchmarks/scale.py [PACKS ...]

For each number of packs (default 10, 100, 1,000 and 10,000): seconds of all processes' cores and of the clock
for each pack, the most memory that the command itself needed, and what asking again costs when all are there.
Packs are small here, so that the disk isn't what is measured.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.batch import DATE, rows
from builder.batch.pool import by_processes
from builder.batch.table import read_table
from builder.batch.tasks import tasks
from builder.batch.work import Order, Outcome, Task, Worker
from builder.diagnostics import Diagnostic

SIZES = (10, 100, 1_000, 10_000)
LESSON, JOBS = "holiday-check-in", 2
DATA = bytes(range(256)) * 80


class Ready(Worker):
    """Writes what it would have drawn."""

    def zipped(self, _task: Task) -> tuple[bytes | None, list[Diagnostic]]:
        return DATA, []


def made(folder: Path, count: int) -> Iterator[Outcome]:
    file = folder / "schools.csv"
    file.write_text(rows(count), encoding="utf-8")
    table, said = read_table(file)
    assert table is not None, said
    order = Order(str(folder / "out"), DATE, None, {LESSON: "content"}, "code")
    return by_processes(order, tasks(table, table.numbers(), [LESSON]), JOBS, Ready)


def measured(count: int) -> None:
    """Prints one line; in a process of its own, as memory that was needed once stays counted."""
    with tempfile.TemporaryDirectory() as name:
        line = f"{count:7,}"
        for state in ("made", "there"):
            clock, core = time.perf_counter(), _cores()
            outcomes = sum(one.state == state for one in made(Path(name), count))
            assert outcomes == count
            taken = (_cores() - core, time.perf_counter() - clock)
            line += "".join(f"{1000 * seconds / count:12.2f}" for seconds in taken)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{line}{peak:12.0f}{worker:12.0f}")


def _cores() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, who))


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    if len(sizes) == 1:
        measured(sizes[0])
        return
    print(f"{'':7}{'made: core ms':>12}{'clock ms':>11}{'there: core':>12}{'clock ms':>12}", end="")
    print(f"{'MB here':>12}{'MB worker':>12}")
    for size in sizes:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main()
