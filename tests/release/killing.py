"""Releases that are ended with kill -9, by the clock and at each step that changes a folder.

A process of its own: it imports everything once, and then each release is a fork of it, in a group that can
be killed whole. Run as: python -m tests.release.killing FOLDER TIMES [--real]
"""

import contextlib
import itertools
import os
import shutil
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from builder.cli import lessonpack
from builder.content.library import read_library
from builder.content.shelves import Shelf
from builder.release import bench, gate, making, standing
from builder.release.config import FILE, read_plan
from builder.release.lock import read_lock
from builder.release.sbom import bill
from tests.release.folder import DAY, Quick, listed, small_folder

OUT, OLD, NEW = Path("out"), Path("old"), Path("new")
PLAN = "lessons: [small]\ncountries: [GB-ENG, IE]\nvariants: []\n"
TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.scandir"}
"""What Python tells its auditors; the exchange of two folders shows only as the look-up of its function."""


def child(out: Path, step: int = 0, replace: bool = False, alone: bool = False) -> int:
    """A release that is under way; at a `step` it kills itself, `alone` or with its processes."""
    started = os.fork()
    if started:
        return started
    os.setpgid(0, 0)
    code = 1
    try:
        if step:
            kill_at(step, alone)
        given = ["--version", "1", "--date", DAY, "--out", str(out), "--draft", "--jobs", "2"]
        with open(os.devnull, "w") as quiet:  # noqa: PTH123 - a device
            os.dup2(quiet.fileno(), 1)
            os.dup2(quiet.fileno(), 2)
        lessonpack(["release", *given, *(["--replace"] if replace else [])], standalone_mode=False)
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        os._exit(code)


def kill_at(step: int, alone: bool) -> None:
    """End the command right before it touches a file or folder of a release for the n-th time."""
    passed, command = 0, os.getpid()

    def watch(event: str, given: tuple[object, ...]) -> None:
        nonlocal passed
        exchange = event == "ctypes.dlsym" and "renameat2" in given
        if exchange or (event in TOUCHES and any(standing.NAME in str(one) for one in given)):
            passed += 1
            if passed == step and not alone:
                os.killpg(0, signal.SIGKILL)
            elif passed >= step and os.getpid() == command:
                os.kill(command, signal.SIGKILL)

    sys.addaudithook(watch)


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@dataclass
class Trial:
    """Kills, and what was wrong after them. `before` and `after` are the files of the two whole releases."""

    before: dict[str, str]
    after: dict[str, str]
    killed: int = 0
    wrong: list[str] = field(default_factory=list)

    def kill(self, old: bool, moment: float = 0, step: int = 0) -> bool:
        """Kill a release at a moment or a step, where an `old` one may stand; False if it ended first."""
        reset(old)
        process = child(OUT, step, replace=old)
        if not step:
            time.sleep(moment)
            # It may not be in its group yet, or have ended.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process, signal.SIGKILL)
        struck = ended(process) == -signal.SIGKILL
        self.killed += struck
        told = f"old {old}, {moment:.2f} s, step {step}"
        seen = {name: digest for name, digest in listed(OUT).items() if not name.startswith(".")}
        if seen not in ([self.before, self.after] if old else [{}, self.after]):
            self.wrong.append(f"{told}: half a release: {sorted(seen)}")
        if strange := [one.name for one in OUT.glob(".*") if not one.name.startswith(".lesson-packs-new-")]:
            self.wrong.append(f"{told}: strange litter: {strange}")
        self.finish(f"{told}: the next release", [child(OUT, replace=old)])
        return struck

    def finish(self, told: str, processes: list[int]) -> None:
        if codes := [code for code in map(ended, processes) if code]:
            self.wrong.append(f"{told} ended with {codes}")
        if listed(OUT) != self.after or len(list(OUT.iterdir())) != 1:
            self.wrong.append(f"{told} left {sorted(listed(OUT))}")


def at_work(group: int) -> list[str]:
    """The processes of a group that are more than an entry which nobody has read yet; empty without /proc."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, its_group = entry.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                found.append(entry.parent.name)
    return found


def left_alone() -> list[str]:
    """What is wrong where the command alone is killed, when its processes have begun to write."""
    reset(False)
    command = child(OUT, step=5, alone=True)
    if (code := ended(command)) != -signal.SIGKILL:
        return [f"the command was not killed, but ended with {code}"]
    latest = time.monotonic() + 20
    while at_work(command) and time.monotonic() < latest:
        time.sleep(0.05)
    return [f"processes work on without their command: {left}"] if (left := at_work(command)) else []


def reset(old: bool) -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    if old:
        shutil.copytree(OLD, OUT)


def prepare(real: bool) -> None:
    """Do once what each release would do again before it touches a folder; and unless `real`, its drawing."""
    gate.needs_validator()
    bill(read_lock(Path("requirements/run.lock"))[1], DAY)
    shelves = (Shelf(Path.cwd()),)
    plan, _ = read_plan(Path(FILE), shelves)
    assert plan is not None
    if not real:
        work = Quick()
        read = {one: read_library(shelves, one, ("small",)) for one in plan.countries}
        setattr(making, "check_country", work.check)  # noqa: B010 - mypy knows that it isn't ours to set
        setattr(bench, "_drawn", work.draw)  # noqa: B010 - likewise
        setattr(bench, "read_library", lambda _shelves, country, *_, **__: read[country])  # noqa: B010


def main(folder: Path, times: int, real: bool) -> int:
    os.chdir(small_folder(folder, PLAN))
    prepare(real)
    began = time.monotonic()
    wrong = [f"a release ended with {code}"] if (code := ended(child(NEW))) else []
    took = time.monotonic() - began
    shutil.copytree(NEW, OLD)
    # An older release of this version: whole, and of other bytes.
    (OLD / "lesson-packs-1-draft" / "CHANGES.md").write_bytes(b"Telling early works.")
    trial = Trial(listed(OLD), listed(NEW))
    for number in range(times):
        trial.kill(number % 2 == 0, moment=took * number / times)
    for old in (False, True) if not real else ():
        # Every step where there is time for it, else one in five, until a release ends before its step.
        for step in itertools.count(1, 1 if times > 10 else 5):
            if not trial.kill(old, step=step):
                break
    wrong += left_alone()
    for number in range(max(2, times // 10)):
        reset(False)
        trial.finish(f"two at once, {number},", [child(OUT), child(OUT)])
    print("\n".join([*wrong, *trial.wrong, f"{trial.killed} killed"]))  # noqa: T201 - what the test reads
    return 1 if wrong or trial.wrong or trial.killed <= times // 2 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), "--real" in sys.argv))
