"""Releases that are ended with kill -9, by the clock and at each step that changes a folder.

A process of its own: it imports everything once, and then each release is a fork of it, in a group that can
be killed whole. Run as: python -m tests.release.killing FOLDER TIMES [--real]
"""

import contextlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from builder import swap
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
# Words that no pack of the first kind has, for the release that stands there before.
OTHER = b"Telling early works."
Step = Callable[[], None]


def child(out: Path, step: int = 0, replace: bool = False) -> int:
    """A release that is under way; with a `step` it kills itself and all its processes right there."""
    started = os.fork()
    if started:
        return started
    os.setpgid(0, 0)
    code = 1
    try:
        if step:
            kill_at(step)
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


def kill_at(step: int) -> None:
    """Before and after each call that writes a list, moves a folder or removes one, another number."""
    passed = 0

    def count() -> None:
        nonlocal passed
        passed += 1
        if passed == step:
            os.killpg(0, signal.SIGKILL)

    def counted(home: Any, name: str) -> None:
        real = getattr(home, name)

        def run(*given: Any, **named: Any) -> Any:
            count()
            result = real(*given, **named)
            count()
            return result

        setattr(home, name, run)

    counted(making, "write_through")
    counted(standing, "put_if_free")
    counted(swap, "_exchange")
    counted(shutil, "rmtree")


STEPS = 14
"""Four lists, the move, the exchange and a removal, before and after each."""


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def reset(old: bool) -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    if old:
        shutil.copytree(OLD, OUT)


def faults(old: bool, before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What is wrong after a kill, and after the release that was made then."""
    found = []
    seen = {name: digest for name, digest in listed(OUT).items() if not name.startswith(".")}
    if seen not in ([before, after] if old else [{}, after]):
        found.append(f"half a release: {sorted(seen)}")
    if strange := [one.name for one in OUT.glob(".*") if not one.name.startswith(".lesson-packs-new-")]:
        found.append(f"strange litter: {strange}")
    if code := ended(child(OUT, replace=old)):
        found.append(f"the next release ended with {code}")
    if listed(OUT) != after or len(list(OUT.iterdir())) != 1:
        found.append(f"after the next release: {sorted(listed(OUT))}")
    return found


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
    (OLD / "lesson-packs-1-draft" / "CHANGES.md").write_bytes(OTHER)
    before, after = listed(OLD), listed(NEW)
    kills = [(fraction / times, 0) for fraction in range(times)]
    kills += [(0.0, step) for step in range(1, STEPS + 1, 1 if times > 10 else 3)]
    killed = 0
    for number, (fraction, step) in enumerate(kills):
        old = number % 2 == 0
        reset(old)
        process = child(OUT, step, replace=old)
        if not step:
            time.sleep(took * fraction * 1.05)
            # It may not be in its group yet, or have ended.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process, signal.SIGKILL)
        killed += ended(process) == -signal.SIGKILL
        wrong += [
            f"kill {number} ({fraction:.2f} of {took:.2f} s, step {step}): {said}"
            for said in faults(old, before, after)
        ]
    for number in range(max(2, times // 10)):
        reset(False)
        both = [child(OUT), child(OUT)]
        if codes := [code for code in map(ended, both) if code]:
            wrong.append(f"two at once, {number}: ended with {codes}")
        if listed(OUT) != after or len(list(OUT.iterdir())) != 1:
            wrong.append(f"two at once, {number}: {sorted(listed(OUT))}")
    print("\n".join([*wrong, f"{killed} of {len(kills)} killed"]))  # noqa: T201 - what the test reads
    return 1 if wrong or killed < len(kills) // 2 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), "--real" in sys.argv))
