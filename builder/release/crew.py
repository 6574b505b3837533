"""Several processes at their benches, each told once what the release is."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from builder.release.bench import Bench, Job
from builder.release.refused import RefusedError

T = TypeVar("T")
R = TypeVar("R")
_bench: Bench | None = None
"""Of this process, if it is one of a crew."""


class Crew:
    """Does the same for many things, in their order; with one hand it is this process itself."""

    def __init__(self, job: Job, pool: ProcessPoolExecutor | None) -> None:
        self._own = Bench(job)
        self._pool = pool

    def each(self, do: Callable[[Bench, T], R], things: Sequence[T]) -> Iterator[R]:
        """Raises RefusedError where a process was ended from outside, and whatever `do` raises."""
        if self._pool is None:
            yield from (do(self._own, one) for one in things)
            return
        try:
            yield from self._pool.map(partial(_at_the_bench, do), things)
        except BrokenProcessPool:
            raise RefusedError(
                "A part of the work was ended from outside, perhaps for want of memory. Try --jobs 1."
            ) from None


@contextmanager
def crew(job: Job, hands: int) -> Iterator[Crew]:
    """Processes are there until the end of the block."""
    if hands < 2:
        yield Crew(job, None)
        return
    pool = ProcessPoolExecutor(hands, initializer=_begin, initargs=(job,))
    try:
        yield Crew(job, pool)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(job: Job) -> None:
    global _bench
    _bench = Bench(job)
    # Ctrl-C reaches every process: those of the crew end without a word, and the command says one.
    signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    threading.Thread(target=_end_with_the_command, daemon=True).start()


def _end_with_the_command() -> None:
    """Nobody waits any more for what a process makes whose command was killed."""
    command = parent_process()
    if command is not None:
        wait([command.sentinel])
        os._exit(1)


def _at_the_bench(do: Callable[[Bench, T], R], thing: T) -> R:
    if _bench is None:
        raise RuntimeError("this process was not told its job")
    return do(_bench, thing)
