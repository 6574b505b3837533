"""How fast packs for many schools are made, how much memory a worker needs, and what a second one gives.

    python benchmarks/batch.py [LESSON] [PACKS]

PACKS is how many one worker makes at most (default 10; its memory is measured after 10, 100 and 1,000).
The first pack of a worker is left out of the rates: it reads the rules and the models.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from builder.batch.pool import by_processes
from builder.batch.sources import code_hash, content_hash, shelves_of
from builder.batch.table import read_table
from builder.batch.tasks import tasks
from builder.batch.work import Order, Outcome, Task, Worker

MILESTONES = (10, 100, 1000)
DATE = "2026-09-01"


class Measured(Worker):
    """Tells with each pack the most memory that its process has needed (MB), and the seconds of its core."""

    def do(self, task: Task) -> Outcome:
        begun = time.process_time()
        done = super().do(task)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        words = f"{peak:.0f} {time.process_time() - begun:.3f}"
        return Outcome(done.task, done.state, done.said, done.draft, done.ended, words)


def rows(count: int) -> str:
    head = "key,name,country,lead_name,lead_room,lead_phone,safe_adults\n"
    return head + "".join(
        f"school-{n},School number {n},GB-ENG,Ms Lead {n},Room {n},01632 960 {n % 1000:03},tutor {n}\n"
        for n in range(count)
    )


def run(folder: Path, lesson: str, count: int, jobs: int) -> Iterator[tuple[float, Outcome]]:
    file = folder / "schools.csv"
    file.write_text(rows(count), encoding="utf-8")
    table, said = read_table(file)
    assert table is not None, said
    content = {lesson: content_hash(shelves_of(None), lesson)}
    order = Order(str(folder / f"out-{jobs}"), DATE, None, content, code_hash(), formats=("word",))
    for outcome in by_processes(order, tasks(table, table.numbers(), [lesson]), jobs, Measured):
        assert outcome.state == "made", outcome
        yield time.perf_counter(), outcome


def main() -> None:
    lesson = sys.argv[1] if len(sys.argv) > 1 else "holiday-check-in"
    most = int(sys.argv[2]) if len(sys.argv) > 2 else MILESTONES[0]
    rates = {}
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            begun, times, peaks, cores = time.perf_counter(), [], [], []
            for moment, outcome in run(Path(folder), lesson, most if jobs == 1 else min(most, 100), jobs):
                times.append(moment)
                peaks.append(int(outcome.lost.split()[0]))
                cores.append(float(outcome.lost.split()[1]))
        # Until each worker has made its first pack.
        warm = times[jobs:]
        rates[jobs] = (len(warm) - 1) / (warm[-1] - warm[0]) if len(warm) > 1 else 0.0
        print(f"{jobs} worker{'s' if jobs > 1 else ''}: first pack after {times[0] - begun:.1f} s", end="")
        print(f", then {rates[jobs]:.2f} packs a second ({rates[jobs] / jobs:.2f} for each worker)", end="")
        # On a machine that is busy with other things this says more.
        own = cores[jobs:]
        print(f"; {sum(own) / max(len(own), 1):.2f} s of a core for each pack")
        if jobs == 1:
            for count in (n for n in MILESTONES if n <= most):
                print(f"  peak memory after {count:5,} packs: {max(peaks[:count])} MB")
    print(f"two workers make {rates[2] / rates[1]:.2f} times what one makes")


if __name__ == "__main__":
    main()
