"""kill -9 at any moment leaves no release, the old one or the new one, whole; the next run ends well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs groups of processes")


def killed(folder: Path, times: int, *more: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.release.killing", str(folder / "folder"), str(times), *more],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # noqa: TID251 - a test
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert " killed" in ran.stdout


def test_a_release_killed_at_some_moments_and_two_at_once(tmp_path: Path) -> None:
    killed(tmp_path, 6)


@pytest.mark.soak
def test_a_release_killed_two_hundred_times(tmp_path: Path) -> None:
    killed(tmp_path, 200)


@pytest.mark.soak
def test_a_release_killed_while_it_really_draws(tmp_path: Path) -> None:
    killed(tmp_path, 6, "--real")
