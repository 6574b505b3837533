"""`lessonpack batch` as a trust or a ministry meets it."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.batch import pool
from builder.batch.columns import COLUMNS
from builder.cli import lessonpack
from tests.batch import quick
from tests.batch.tables import BRIGID, HEAD, HILL, LESSON, VALE, table_in
from tests.conftest import DATE, ROOT

COMMON = ["--lesson", LESSON, "--date", DATE, "--jobs", "1"]
BAD = "bad,Bad School,GB-EMG,,Ms A,Room 1,,,,\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder; packs are quick ones."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pool, "by_processes", partial(pool.by_processes, maker=quick.Quick))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(lessonpack, ["batch", *arguments])


def batch(folder: Path, *more: str) -> Result:
    return run("schools.csv", "--out", "packs", *COMMON, *more)


def packs(folder: Path) -> list[str]:
    return sorted(
        file.relative_to(folder / "packs").as_posix() for file in (folder / "packs").glob("*/*.zip")
    )


def test_the_help_names_every_column_and_its_example_is_a_table(tmp_path: Path) -> None:
    shown = run("--help").output

    for name in COLUMNS:
        # Those of the deputies are told by their first.
        if not name.startswith("deputy") or name.endswith("name"):
            assert re.search(rf"\b{name}\b", shown), name
    assert "lessonpack batch schools.csv --out" in shown


def test_example_prints_a_table_to_start_from() -> None:
    shown = run("--example")

    assert shown.exit_code == 0
    first, *rows = csv.reader(io.StringIO(shown.output))
    assert {"name", "country", "lead_name"} <= set(first) <= set(COLUMNS)
    assert all(len(row) == len(first) for row in rows)


def test_the_good_rows_are_built_and_the_bad_one_is_named_by_line_and_column(folder: Path) -> None:
    table_in(folder, HEAD + HILL + BAD + VALE)

    ran = batch(folder)

    assert ran.exit_code == 1
    assert packs(folder) == [f"hill/{LESSON}-GB-ENG.zip", f"vale-school/{LESSON}-GB-ENG.zip"]
    assert "schools.csv:3:16  error  school/country" in ran.stderr
    assert "2 packs made; 2 schools" in ran.stdout
    assert "One row of schools.csv can't be used" in ran.stderr


def test_running_again_makes_only_what_changed(folder: Path) -> None:
    table_in(folder, HEAD + VALE + BRIGID)
    first = batch(folder)
    table_in(folder, HEAD + BRIGID + VALE.replace("Room 1", "Room 2"))
    second = batch(folder)
    third = batch(folder, "--paper", "Letter")

    assert [one.exit_code for one in (first, second, third)] == [0, 0, 0]
    assert "2 packs made;" in first.stdout
    assert "1 pack made, 1 there already" in second.stdout
    assert "2 packs made;" in third.stdout


def test_only_some_schools_and_lessons(folder: Path) -> None:
    table_in(folder)

    ran = batch(folder, "--only", "hill", "--lesson", "online-blackmail")

    assert ran.exit_code == 0, ran.output
    assert packs(folder) == [f"hill/{LESSON}-GB-ENG.zip", "hill/online-blackmail-GB-ENG.zip"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.csv", "--out", "packs"], "none.csv"),
        (["schools.csv"], "--out"),
        (["schools.csv", "--out", "packs", "--lesson", "holiday-chek-in"], "Did you mean “holiday-check-in”"),
        (["schools.csv", "--out", "packs", "--only", "hil"], "Did you mean “hill”"),
        (["schools.csv", "--out", "packs", "--jobs", "0"], "--jobs"),
        (["schools.csv", "--out", "packs", "--dask", "10.0.0.5"], "tcp://10.0.0.5:8786"),
        (["schools.csv", "--out", "packs", "--dask", "tcp://h:1", "--jobs", "2"], "leave one out"),
        (["schools.csv", "--out", "memory://packs"], "memory://"),
        (["schools.csv", "--out", "gopher://packs"], "gopher"),
        (["schools.csv", "--out", "schools.csv"], "schools.csv"),
        (["schools.csv", "--out", "packs", "--encoding", "latin"], "windows-1252"),
    ],
)
def test_a_wrong_command_line_is_two_and_says_what_to_do(
    folder: Path, arguments: list[str], words: str
) -> None:
    table_in(folder)

    ran = run(*arguments)

    assert ran.exit_code == 2
    assert words in ran.output
    assert "Traceback" not in ran.output
    assert not packs(folder)


def test_a_table_that_is_none_is_one(folder: Path) -> None:
    (folder / "schools.csv").write_text("urn;land\n1;DE\n", encoding="utf-8")

    ran = batch(folder)

    assert ran.exit_code == 1
    assert "batch/columns" in ran.stderr
    assert "lead_name" in ran.stderr


def test_for_programs_it_is_json_alone(folder: Path) -> None:
    table_in(folder, HEAD + VALE + BAD)

    ran = batch(folder, "--format", "json")

    (found,) = json.loads(ran.stdout)["diagnostics"]
    assert (found["rule"], found["line"], found["column"]) == ("school/country", 3, 16)
    assert ran.exit_code == 1


def test_a_url_of_fsspec_is_written_to(folder: Path) -> None:
    table_in(folder, HEAD + VALE)

    ran = run("schools.csv", "--out", f"local://{folder}/packs", *COMMON)
    again = run("schools.csv", "--out", f"local://{folder}/packs", *COMMON)

    assert ran.exit_code == 0, ran.output
    assert "1 there already" in again.stdout
    assert packs(folder) == [f"vale-school/{LESSON}-GB-ENG.zip"]


def test_a_store_that_is_not_installed_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table_in(folder, HEAD + VALE)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    monkeypatch.delitem(sys.modules, "builder.batch.remote", raising=False)

    ran = run("schools.csv", "--out", "s3://bucket/packs", *COMMON)

    assert ran.exit_code == 2
    assert "[cluster]" in ran.stderr


def test_a_full_disk_ends_the_batch_in_a_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table_in(folder, quick.rows(9))
    monkeypatch.setattr(pool, "by_processes", partial(pool.by_processes.func, maker=quick.OnFullDisk))  # type: ignore[attr-defined]  # of the fixture

    ran = batch(folder)

    assert ran.exit_code == 2
    (line,) = [line for line in ran.stderr.splitlines() if "can't be written" in line]
    assert "File too large" in line
    assert "9 packs are still to be made" in line
    assert packs(folder) == []


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="whoever may write everywhere is refused nothing"
)
def test_a_folder_that_may_not_be_written_is_one_line(folder: Path) -> None:
    table_in(folder)
    (folder / "packs").mkdir(mode=0o500)

    ran = batch(folder)

    assert ran.exit_code == 2
    assert "Permission denied" in ran.stderr


def test_a_school_whose_folder_is_in_the_way_stops_no_other(folder: Path) -> None:
    table_in(folder, HEAD + VALE + BRIGID)
    (folder / "packs").mkdir()
    (folder / "packs" / "vale-school").write_text("mine", encoding="utf-8")

    ran = batch(folder)

    assert ran.exit_code == 1
    assert packs(folder) == [f"st-brigids-college/{LESSON}-IE.zip"]
    assert "schools.csv:2:1  error  batch/not-made" in ran.stderr
    assert "1 pack made, 1 not made" in ran.stdout


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a signal")
def test_ctrl_c_ends_with_a_line_that_says_how_to_go_on(tmp_path: Path) -> None:
    table_in(tmp_path, quick.rows(60))
    program = (
        "from functools import partial; from builder.batch import pool; from tests.batch import quick;"
        "pool.by_processes = partial(pool.by_processes, maker=quick.Slow);"
        "from builder.cli import main; main()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", program, "batch", "schools.csv", "--out", "packs", *COMMON],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # noqa: TID251 - a test
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    until = time.monotonic() + 120
    while len(packs(tmp_path)) < 2 and time.monotonic() < until and running.poll() is None:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)

    assert running.returncode == 130, said
    assert "Traceback" not in said
    assert re.search(r"Stopped with \d+ of 60 packs finished; they stay\. Run the same command again", said)


def test_a_real_pack_from_a_folder_with_a_lesson_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "lessons" / LESSON / "lesson.yaml"
    place.parent.mkdir(parents=True)
    text = (ROOT / "lessons" / LESSON / "lesson.yaml").read_text(encoding="utf-8")
    place.write_text(text.replace("title: ", "title: Our ", 1), encoding="utf-8")
    (tmp_path / "school.yaml").write_text("name: Not read\n", encoding="utf-8")
    table = (HEAD + VALE).replace("key,name", "#urn,name")
    table_in(tmp_path, table)

    ran = batch(tmp_path)

    assert ran.exit_code == 0, ran.output
    (pack,) = packs(tmp_path)
    school = tmp_path / "vale"
    school.mkdir()
    (school / "lessons").symlink_to(tmp_path / "lessons")
    (school / "school.yaml").write_text(
        "name: Vale School\ncountry: GB-ENG\nlead:\n  name: Mr Cole\n  room: Room 1\n", encoding="utf-8"
    )
    monkeypatch.chdir(school)
    built = CliRunner().invoke(lessonpack, ["build", LESSON, "--date", DATE])
    assert built.exit_code == 0, built.output
    ours = (tmp_path / "packs" / pack).read_bytes()
    assert ours == (school / "output" / LESSON / "GB-ENG" / f"{LESSON}-GB-ENG.zip").read_bytes()
