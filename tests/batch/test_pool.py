"""Worker processes: one that dies takes its task along and nothing else."""

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.batch.pool import CantWorkError, Maker, by_processes
from builder.batch.table import Table
from builder.batch.work import Outcome, Task
from tests.batch import quick
from tests.batch.tables import table_in

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed by signal")


def outcomes_of(table: Table, target: Path, jobs: int, maker: Maker = quick.Quick) -> list[Outcome]:
    return list(by_processes(quick.order_of(target), quick.tasks_of(table), jobs, maker))


def test_every_task_is_done_once_by_however_many(tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(9)))
    target = tmp_path / "out"

    made = outcomes_of(table, target, 3)
    again = outcomes_of(table, target, 1)

    assert sorted(one.task.number for one in made) == list(range(9))
    assert {one.state for one in made} == {"made"}
    assert {one.state for one in again} == {"there"}
    assert quick.seen(target) == quick.expected(table, target)


def test_no_more_tasks_are_taken_than_there_are_processes(tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(12)))
    taken, done, most = 0, 0, 0
    wanted = quick.tasks_of(table)

    def counted() -> Iterator[Task]:
        nonlocal taken, most
        for task in wanted:
            taken += 1
            most = max(most, taken - done)
            yield task

    for _ in by_processes(quick.order_of(tmp_path / "out"), counted(), 2, quick.Quick):
        done += 1

    assert (done, most) == (12, 2)


def test_a_task_whose_process_was_killed_is_tried_once_more(tmp_path: Path) -> None:
    text = quick.rows(6).replace("School 2", "School once")
    table = quick.table_of(table_in(tmp_path, text))
    target = tmp_path / "out"

    made = outcomes_of(table, target, 2, quick.Deadly)

    assert (target / "killed-once").exists()
    assert {one.state for one in made} == {"made"}
    assert len(made) == 6


def test_a_task_that_ends_every_process_is_told_and_the_rest_is_made(tmp_path: Path) -> None:
    text = quick.rows(7).replace("School 3", "School always")
    table = quick.table_of(table_in(tmp_path, text))
    target = tmp_path / "out"

    made = outcomes_of(table, target, 2, quick.Deadly)

    (lost,) = [one for one in made if one.state != "made"]
    assert lost.task.number == 3
    assert "ended by signal 9" in lost.lost
    assert len(made) == 7
    assert len(quick.seen(target)) == 6


def test_processes_that_never_come_to_work_end_the_batch_in_a_line(tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(9)))

    with pytest.raises(CantWorkError, match="--jobs 1"):
        outcomes_of(table, tmp_path / "out", 1, quick.Stillborn)


def test_a_process_that_somebody_kills_is_noticed(tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(8)))
    target = tmp_path / "out"
    wanted = quick.tasks_of(table)
    made = []

    for outcome in by_processes(quick.order_of(target), wanted, 2, quick.Slow):
        made.append(outcome)
        if len(made) == 2:
            child = multiprocessing.active_children()[0]
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)

    assert sorted(one.task.number for one in made) == list(range(8))
    assert {one.state for one in made} == {"made"}
    assert quick.seen(target) == quick.expected(table, target)


def test_giving_up_leaves_no_process(tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(8)))
    outcomes = by_processes(quick.order_of(tmp_path / "out"), quick.tasks_of(table), 2, quick.Slow)
    with contextlib.closing(outcomes):
        next(outcomes)

    assert multiprocessing.active_children() == []
