"""A real cluster of two worker processes, one of which is killed: nothing is lost or made otherwise."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from builder.batch.dask import ClusterError, by_cluster
from builder.batch.sources import code_hash
from builder.batch.work import Order, Outcome, Worker
from tests.batch import quick
from tests.batch.tables import HEAD, HILL, table_in
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="processes are killed by signal"),
    # Dask leaves its own sockets and loops to the end of the process.
    pytest.mark.filterwarnings("ignore"),
]
Process = subprocess.Popen[bytes]


class Cluster:
    """A scheduler and two workers, each a process of one thread."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self._file = folder / "scheduler.json"
        self._start("scheduler", "--scheduler-file", str(self._file), "--port", "0", "--no-dashboard")
        until = time.monotonic() + 60
        while not self._file.exists():
            assert time.monotonic() < until, "no scheduler started"
            time.sleep(0.05)
        self.address = json.loads(self._file.read_text(encoding="utf-8"))["address"]
        self.workers = [self.worker(), self.worker()]

    def worker(self) -> Process:
        return self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def _start(self, kind: str, *arguments: str) -> Process:
        started = subprocess.Popen(
            [sys.executable, "-m", "dask", kind, *arguments],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},  # noqa: TID251 - a test
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(started.wait)
        self._stack.callback(started.kill)
        return started


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(tmp_path_factory.mktemp("cluster"), stack)


def order_of(target: Path) -> Order:
    return replace(quick.order_of(target), code=code_hash())


def both_at_work(outcomes: Iterator[Outcome], cluster: Cluster, most: int) -> list[Outcome]:
    """Every outcome; one worker is killed once a few packs are made, and another joins."""
    made = []
    for outcome in outcomes:
        made.append(outcome)
        if len(made) == most:
            cluster.workers[0].send_signal(signal.SIGKILL)
            cluster.workers[0] = cluster.worker()
    return made


def test_a_worker_that_is_killed_loses_and_doubles_nothing(cluster: Cluster, tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(30)))
    order = order_of(tmp_path / "out")

    outcomes = by_cluster(order, quick.tasks_of(table), cluster.address, "one", quick.Slow)
    made = both_at_work(outcomes, cluster, 8)

    assert sorted(one.task.number for one in made) == list(range(30))
    assert {one.state for one in made} <= {"made", "there"}
    doer = quick.Quick(order)
    assert quick.seen(tmp_path / "out") == {task.pack: doer.zipped(task)[0] for task in quick.tasks_of(table)}


def test_a_task_that_the_cluster_gives_up_is_told(cluster: Cluster, tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(3).replace("School 1", "School faulty")))
    order = order_of(tmp_path / "out")

    made = list(by_cluster(order, quick.tasks_of(table), cluster.address, "two", quick.Raising))

    assert sorted(one.state for one in made) == ["faulty", "made", "made"]
    (lost,) = [one for one in made if one.state == "faulty"]
    assert "The cluster gave this pack up" in lost.lost
    assert "\n" not in lost.lost


def test_workers_of_another_version_are_refused(cluster: Cluster, tmp_path: Path) -> None:
    table = quick.table_of(table_in(tmp_path, quick.rows(1)))

    with pytest.raises(ClusterError, match="another version"):
        list(by_cluster(quick.order_of(tmp_path), quick.tasks_of(table), cluster.address, "three"))


def test_where_no_scheduler_answers_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.batch.dask.TIMEOUT", 1)
    table = quick.table_of(table_in(tmp_path, quick.rows(1)))

    with pytest.raises(ClusterError, match="dask scheduler"):
        list(by_cluster(order_of(tmp_path), quick.tasks_of(table), "tcp://127.0.0.1:9", "four"))


@pytest.mark.soak
def test_real_packs_of_a_cluster_are_those_of_this_process(cluster: Cluster, tmp_path: Path) -> None:
    rows = "".join(f",School {n},GB-ENG,,Ms Lead {n},Room {n},,,,\n" for n in range(11))
    table = quick.table_of(table_in(tmp_path, HEAD + HILL + rows))
    order = order_of(tmp_path / "out")

    outcomes = by_cluster(order, quick.tasks_of(table), cluster.address, "five")
    made = both_at_work(outcomes, cluster, 4)

    assert {one.state for one in made} <= {"made", "there"}
    doer = Worker(order)
    assert quick.seen(tmp_path / "out") == {task.pack: doer.zipped(task)[0] for task in quick.tasks_of(table)}
