"""A Dask cluster does the tasks: the same function, on other machines. The only home of Dask."""

import logging
import threading
from collections.abc import Generator, Iterator

from dask.typing import Key
from distributed import Client, Future, Nanny, Worker, WorkerPlugin, as_completed

from builder.batch.pool import Doer, Maker
from builder.batch.sources import code_hash
from builder.batch.work import Order, Outcome, Task
from builder.batch.work import Worker as PackMaker

TIMEOUT = 20
AHEAD = 2
"""Tasks that wait at each thread of the cluster, so that none is idle."""
RETRIES = 2
_DOERS: dict[str, Doer] = {}
_ONE_AT_A_TIME = threading.Lock()
"""What draws pages was not made for several threads."""


class ClusterError(Exception):
    """The cluster can't be used; the message is for the user."""


class _Ready(WorkerPlugin):
    """Hands the order to every worker, those too that join later."""

    def __init__(self, order: Order, name: str, maker: Maker) -> None:
        self.order = order
        self.maker = maker
        self.name = name

    def setup(self, worker: Worker | Nanny) -> None:  # noqa: ARG002 - Dask's name
        _DOERS[self.name] = self.maker(self.order)

    def teardown(self, worker: Worker | Nanny) -> None:  # noqa: ARG002 - Dask's name
        _DOERS.pop(self.name, None)


def _do(name: str, task: Task) -> Outcome:
    with _ONE_AT_A_TIME:
        return _DOERS[name].do(task)


def by_cluster(
    order: Order, tasks: Iterator[Task], address: str, name: str, maker: Maker = PackMaker
) -> Generator[Outcome, None, None]:
    """What becomes of each task, as it comes; a few are with the cluster at a time.

    `name` is that of this batch and of no other. Raises ClusterError.
    """
    # What Dask says of workers that come and go is nothing to act on.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise ClusterError(
            f"No Dask scheduler answers at {address}. Start one with: dask scheduler"
        ) from fault
    with client:
        _look_at(client, order, address)
        client.register_plugin(_Ready(order, name, maker))
        try:
            yield from _done(client, tasks, name)
        finally:
            client.unregister_worker_plugin(name)


def _look_at(client: Client, order: Order, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=TIMEOUT)
        there: dict[str, str] = client.run(code_hash)
    except TimeoutError as fault:
        raise ClusterError(f"No worker has joined {address}. Start some: dask worker {address}") from fault
    except ModuleNotFoundError as fault:
        raise ClusterError(
            f"A worker of {address} has no Lesson Pack Builder. Install the very version that you run here."
        ) from fault
    for worker, code in there.items():
        if code != order.code:
            raise ClusterError(
                f"The worker {worker} has another version of the Lesson Pack Builder, of Python or of a "
                "library, and would make other packs. Install what you run here."
            )


def _done(client: Client, tasks: Iterator[Task], name: str) -> Iterator[Outcome]:
    waiting: dict[Key, Task] = {}
    futures = as_completed(loop=client.loop)

    def submit() -> None:
        # As many as the cluster has room for now: workers come and go.
        while len(waiting) < max(2, AHEAD * sum(client.nthreads().values())):
            task = next(tasks, None)
            if task is None:
                return
            future = client.submit(_do, name, task, pure=False, retries=RETRIES)
            waiting[future.key] = task
            futures.add(future)

    submit()
    while waiting:
        future: Future[Outcome] = next(futures)
        task = waiting.pop(future.key)
        fault = None if future.status == "finished" else future.exception()
        if future.status == "finished":
            yield future.result()
        else:
            what = " ".join(str(fault or future.status).split())
            yield Outcome(task, "faulty", lost=f"The cluster gave this pack up ({what}).")
        future.release()
        submit()
