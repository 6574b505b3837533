"""The same sources give the same bytes: twice, elsewhere, in another time zone, locale and hash seed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def build(folder: Path, out: Path, **environment: str) -> dict[str, str]:
    # The tests' own environment is the one thing that must be taken along: Windows needs it to start.
    env = {**os.environ, **environment}  # noqa: TID251 - a test, not the builder
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from builder.cli import main; main()",
            "build",
            "--no-cache",
            # One lesson for each kind of reader; two countries, so that several are built at once.
            "online-blackmail",
            "staff-briefing",
            "--country",
            "GB-ENG",
            "--country",
            "US",
            "--date",
            "2026-09-01",
            "--out",
            str(out),
        ],
        cwd=folder,
        env=env,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {
        str(f.relative_to(out)): hashlib.sha256(f.read_bytes()).hexdigest()
        for f in sorted(out.rglob("*"))
        if f.is_file()
    }


def test_same_bytes_wherever_and_however_it_is_built(tmp_path: Path) -> None:
    elsewhere = tmp_path / "a folder with ünusual letters"
    elsewhere.mkdir()
    for name in ("lessons", "case_studies"):
        shutil.copytree(ROOT / name, elsewhere / name)

    first = build(ROOT, tmp_path / "one", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
    # A date of the environment's choosing must not get into a file either.
    odd = {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"}
    second = build(elsewhere, tmp_path / "two", **odd)

    assert len(first) >= 7
    assert first == second
