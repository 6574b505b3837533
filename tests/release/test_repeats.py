"""A release is the same bytes wherever, whenever and by however many processes it is made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.release.folder import DAY, listed, small_folder


def start(folder: Path, out: Path, jobs: int, **environment: str) -> "subprocess.Popen[bytes]":
    # The tests' own environment is taken along: Windows needs it to start.
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}  # noqa: TID251 - a test, not the builder
    command = [sys.executable, "-c", "from builder.cli import main; main()", "release", "--draft"]
    command += ["--version", "1.0", "--date", DAY, "--out", str(out), "--jobs", str(jobs)]
    return subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def test_same_bytes_wherever_and_however_it_is_made(tmp_path: Path) -> None:
    here = small_folder(tmp_path / "here", "lessons: [small]\ncountries: [US]\nvariants: []\nalso: [text]\n")
    there = tmp_path / "a folder with ünusual letters"
    shutil.copytree(here, there)

    odd = {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"}
    both = [
        start(here, tmp_path / "one", 1, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1"),
        start(there, tmp_path / "two", 2, **odd),
    ]
    said = [process.communicate(timeout=300)[0].decode() for process in both]

    assert [process.returncode for process in both] == [0, 0], said
    first, second = listed(tmp_path / "one"), listed(tmp_path / "two")
    assert "lesson-packs-1.0-draft/small-US.zip" in first
    assert first == second
