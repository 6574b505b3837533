"""Killed at any moment: what is seen is whole, and going on ends in the very same bytes."""

import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch import quick
from tests.batch.tables import table_in
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed by signal")
PACE = 0.013
"""Seconds by which each kill comes later than the last, counted from the pack that is waited for."""


def start(file: Path, target: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.batch.quick", str(file), str(target)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # noqa: TID251 - a test
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(there: Callable[[], bool], running: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + 120
    while not there() and running.poll() is None:
        assert time.monotonic() < until, "no pack was made"
        time.sleep(0.001)


def killed(file: Path, target: Path, number: int) -> None:
    """A batch that is killed once some packs more are there than before, and a little later each time."""
    before, more = len(list(target.glob("*/*.zip"))), number % 4
    running = start(file, target)
    try:
        # A pack that stands there already is soon passed; the first new one is on its way then.
        wait_for(lambda: len(list(target.glob("*/*.zip"))) >= before + more, running)
        time.sleep(PACE * (number * 7 % 13))
    finally:
        # At every other time the workers are left to themselves.
        if number % 2:
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
        running.communicate()


def gone_on(file: Path, target: Path) -> dict[str, int]:
    running = start(file, target)
    out, said = running.communicate(timeout=300)
    assert running.returncode == 0, said
    found: dict[str, int] = json.loads(out)
    return found


@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=pytest.mark.soak)])
def test_what_is_seen_after_a_kill_is_whole_and_going_on_completes_it(tmp_path: Path, kills: int) -> None:
    count = quick.SCHOOLS if kills < 10 else 10 * quick.SCHOOLS
    file, target = table_in(tmp_path, quick.rows(count)), tmp_path / "out"
    whole = quick.expected(quick.table_of(file), target)

    for number in range(kills):
        killed(file, target, number)
        seen = quick.seen(target)
        assert seen == {name: whole[name] for name in seen}
        if len(seen) == count:
            # So many kills come to the end of any table: from the beginning again.
            shutil.rmtree(target)
    while (cut_short := len(quick.seen(target))) == 0:
        killed(file, target, kills)
    dead = start(file, tmp_path / "none")
    dead.kill()
    dead.communicate()
    place = next(target.glob("*/*.zip"))
    # A kill in the very millisecond of writing is rare; this is what it leaves.
    place.with_name(f".{place.name}.new-{platform.node() or 'here'}-{dead.pid}-0").write_bytes(b"half")
    done = gone_on(file, target)

    assert 0 < cut_short < count, "the kills must come in the midst"
    assert quick.seen(target) == whole
    assert sum(done.values()) == count
    assert done["there"] >= cut_short - 2 * kills
    assert gone_on(file, target) == {"there": count}
    assert [file.name for file in target.glob("*/.*")] == [], "what killed processes left is cleared"


def test_two_batches_at_once_both_end_well(tmp_path: Path) -> None:
    file, target = table_in(tmp_path, quick.rows(20)), tmp_path / "out"

    both = [start(file, target), start(file, target)]
    ended = [one.communicate(timeout=300) for one in both]

    assert [one.returncode for one in both] == [0, 0], ended
    assert quick.seen(target) == quick.expected(quick.table_of(file), target)
    assert gone_on(file, target) == {"there": 20}
    for out, _ in ended:
        assert "faulty" not in out
