"""The wheel carries the shipped lessons: installed elsewhere, it builds with no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import LESSONS, ROOT


def test_the_wheel_builds_every_shipped_lesson_in_an_empty_folder(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=300,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    empty = tmp_path / "empty"
    empty.mkdir()

    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "import builder; print(builder.__file__); from builder.cli import main; main()",
            "build",
            "--country",
            "GB-ENG",
            "--date",
            "2026-09-01",
        ],
        cwd=empty,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},  # noqa: TID251 - a test
        capture_output=True,
        text=True,
        timeout=300,
        encoding="utf-8",
    )

    assert ran.returncode == 0, ran.stderr
    assert str(tmp_path / "site") in ran.stdout
    for lesson in LESSONS:
        assert (empty / "output" / lesson / "GB-ENG" / "slides.pptx").is_file()


def test_the_wheel_holds_licences_and_no_tests(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=300,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("Lexend-OFL.txt") for name in names)
    assert not [name for name in names if "test" in name]
