"""Worker processes of this machine, each with a pipe of its own: one that dies takes only its task along.

The standard library's pool breaks as a whole when a process is killed, and can't say whose task it was.
"""

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Protocol

from builder.batch.work import Order, Outcome, Task, Worker

TRIES = 2
"""How often a task is given to a process before it counts as what ended them."""
MOST_DEATHS = 5
"""So many processes ended in a row, with nothing done in between, are no single task's fault."""


class CantWorkError(Exception):
    """No process stays alive; the message is for the user."""


class Doer(Protocol):
    def do(self, task: Task) -> Outcome: ...


Maker = Callable[[Order], Doer]
"""Makes what does the tasks, in the process that does them; by a name that can be imported there."""


@dataclass(slots=True)
class _Hand:
    """A process, and the task that it has."""

    process: SpawnProcess
    pipe: "Connection[Task | None, Outcome]"
    task: Task | None = None

    def give(self, task: Task) -> None:
        self.task = task
        # One that has died is noticed when its answer is waited for.
        with contextlib.suppress(OSError):
            self.pipe.send(task)

    def end(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def by_processes(
    order: Order, tasks: Iterator[Task], jobs: int, maker: Maker = Worker
) -> Generator[Outcome, None, None]:
    """What becomes of each task, as it comes; no more tasks are taken than there are processes.

    Raises CantWorkError when processes end as soon as they start.
    """
    hands: list[_Hand] = []
    again: list[Task] = []
    tried: dict[str, int] = {}
    deaths = 0
    try:
        while True:
            while len([hand for hand in hands if hand.task]) < jobs:
                task = again.pop() if again else next(tasks, None)
                if task is None:
                    break
                idle = next((hand for hand in hands if hand.task is None), None)
                if idle is None:
                    idle = _hired(order, maker)
                    hands.append(idle)
                idle.give(task)
            busy = {hand.pipe: hand for hand in hands if hand.task}
            if not busy:
                return
            for pipe in wait(list(busy)):
                hand = busy[pipe]  # type: ignore[index]  # what was waited for is what comes back
                done = _answer(hand)
                if done is not None:
                    deaths = 0
                    hand.task = None
                    tried.pop(done.task.pack, None)
                    yield done
                    continue
                deaths += 1
                hands.remove(hand)
                hand.end()
                if deaths >= MOST_DEATHS:
                    raise CantWorkError(_no_process_stays(hand.process.exitcode))
                task = hand.task
                assert task is not None  # noqa: S101 - only hands with a task are waited for
                tried[task.pack] = tried.get(task.pack, 0) + 1
                if tried[task.pack] < TRIES:
                    again.append(task)
                else:
                    del tried[task.pack]
                    yield Outcome(task, "faulty", lost=_ended_twice(hand.process.exitcode))
    finally:
        for hand in hands:
            hand.end()


def _hired(order: Order, maker: Maker) -> _Hand:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(order, maker, theirs), daemon=True)
    with _interrupts_ignored():
        process.start()
    # Held open here too, its end of the pipe would outlive it.
    theirs.close()
    return _Hand(process, ours)


def _answer(hand: _Hand) -> Outcome | None:
    try:
        return hand.pipe.recv()
    except (EOFError, OSError):
        return None


def _work(order: Order, maker: Maker, pipe: "Connection[Outcome, Task | None]") -> None:
    # Ctrl-C reaches every process of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    doer = maker(order)
    # A pipe that breaks tells that nobody waits any more.
    with contextlib.suppress(EOFError, OSError):
        while (task := pipe.recv()) is not None:
            pipe.send(doer.do(task))


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """So that a process that is only starting doesn't answer Ctrl-C with a page of Python."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ended_twice(code: int | None) -> str:
    by = f" by signal {-code}" if code is not None and code < 0 else ""
    return f"The process that made this pack was ended{by}, and again when it was tried once more."


def _no_process_stays(code: int | None) -> str:
    by = f" (by signal {-code})" if code is not None and code < 0 else ""
    return (
        f"{MOST_DEATHS} worker processes in a row were ended{by} before they had done anything. "
        "The computer may have run out of memory: close other programs, or try --jobs 1."
    )
