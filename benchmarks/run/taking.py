"""What work takes: whole processes, or work in a warm one, in turns so that noise hits all alike."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.lesson import ROOT


class FailedError(Exception):
    """Work that couldn't be done; the message is the last that it said."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What doing something once took: processor and wall seconds, and peak memory in MiB."""

    processor: float
    wall: float
    peak: float


Job = Callable[[int], Figures]
"""Work to be done once a round; it is given the number of the round."""


def process(command: Sequence[str]) -> Job:
    """A whole process, from its start to its end, with all processes that it starts and waits for."""

    def job(_: int) -> Figures:
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, cwd=ROOT)
            _, status, used = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                said.seek(0)
                raise FailedError(_last_line(said.read(), child.returncode))
        return Figures(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)

    return job


class Warm:
    """A process that stays, started when it is first needed; it speaks as `benchmarks/again.py` does."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._child: subprocess.Popen[str] | None = None

    def job(self, name: str) -> Job:
        """What the process does under a name, as it measured itself."""

        def once(number: int) -> Figures:
            if self._child is None:
                self._child = subprocess.Popen(
                    self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
                )
            child = self._child
            assert child.stdin is not None
            assert child.stdout is not None
            try:
                print(name, number, file=child.stdin, flush=True)
            except BrokenPipeError:
                raise FailedError("its process ended") from None
            answer = child.stdout.readline().split()
            if not answer:
                raise FailedError("its process ended")
            return Figures(*map(float, answer))

        return once

    def close(self) -> None:
        if self._child is not None:
            # The end of its input ends it.
            self._child.communicate()


@dataclass(frozen=True, slots=True)
class Taken:
    """The figures of each round, or why there are none."""

    figures: tuple[Figures, ...] = ()
    fault: str = ""


def in_turns(jobs: Mapping[str, Job], rounds: int) -> dict[str, Taken]:
    """Every job once a round, after a round that is not counted: it warms disk and memory."""
    figures: dict[str, list[Figures]] = {name: [] for name in jobs}
    faults: dict[str, str] = {}
    for number in range(rounds + 1):
        for place, (name, job) in enumerate(jobs.items(), 1):
            if name in faults:
                continue
            _progress(f"round {number} of {rounds}, {place} of {len(jobs)}: {name}")
            try:
                taken = job(number)
            except (FailedError, OSError) as fault:
                faults[name] = str(fault)
                continue
            if number:
                figures[name].append(taken)
    _progress("")
    return {name: Taken((), faults[name]) if name in faults else Taken(tuple(figures[name])) for name in jobs}


def _progress(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


def _last_line(said: bytes, code: int) -> str:
    lines = said.decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), f"ended with {code}")
