"""`lessonpack check-text`: a line in, an object out, as it comes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import lessonpack
from tests.conftest import ROOT

EVER = "What goes online stays online."
GOOD = "Pictures can often be taken down. It is not your fault."
MAIN = "from builder.cli import main; main()"


def run(text: str | bytes, *arguments: str) -> Result:
    return CliRunner().invoke(lessonpack, ["check-text", *(arguments or ("-",))], input=text)


def test_one_object_a_line() -> None:
    ran = run(f"{GOOD}\n\n{EVER}\r\n{GOOD}")

    assert ran.exit_code == 1
    said = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [one["line"] for one in said] == [1, 2, 3, 4]
    assert [len(one["findings"]) for one in said] == [0, 0, 1, 0]
    (found,) = said[2]["findings"]
    assert list(found) == ["rule", "severity", "match", "why", "instead", "confidence"]
    assert (found["rule"], found["severity"]) == ("messaging/hopeless", "error")
    assert found["match"] in EVER.lower()
    assert len(found["instead"]) >= 2
    assert found["confidence"] is None


def test_clean_is_zero_and_so_is_a_warning() -> None:
    assert run(f"{GOOD}\n").exit_code == 0
    assert run("").exit_code == 0
    assert run(f"Never say “{EVER}” to a class.\n").exit_code == 0


def test_who_reads_it_decides() -> None:
    shown = f"Never say “{EVER}” to a class.\n"

    assert json.loads(run(shown, "-").stdout)["findings"]
    assert not json.loads(run(shown, "--audience", "staff", "-").stdout)["findings"]


def test_a_file_by_name_and_a_mark_at_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "sentences.txt"
    file.write_bytes(f"\ufeff{EVER}\n".encode())

    assert json.loads(run("", str(file)).stdout)["findings"]


def test_for_people_it_says_what_why_and_what_instead() -> None:
    said = run(f"{GOOD}\n{EVER}\n", "--format", "human", "-").stdout

    assert f"2: {EVER}" in said
    assert GOOD not in said
    for words in ("messaging/hopeless", "“goes online stays online”", "Why: ", "Say: ", "Source: "):
        assert words in said
    assert 2 <= said.count("Say: ") <= 3


def test_a_byte_that_is_no_utf8_names_its_line() -> None:
    ran = run(b"fine\nnot \xff fine\n")

    assert ran.exit_code == 2
    assert "Line 2" in ran.output
    assert "0xff" in ran.output


@pytest.mark.parametrize(
    "arguments", [["--audience", "everybody", "-"], ["--format", "xml", "-"], ["no-such-file.txt"], ["."]]
)
def test_a_wrong_command_is_two(arguments: list[str]) -> None:
    assert run("", *arguments).exit_code == 2


def test_ten_thousand_lines() -> None:
    texts = [GOOD, EVER, f"{GOOD} {GOOD}", ""] * 2500

    ran = run("\n".join(texts) + "\n")

    said = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(said) == len(texts)
    assert [bool(one["findings"]) for one in said] == [text == EVER for text in texts]


def test_a_line_is_answered_before_the_next_one_is_written() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAIN, "check-text", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        bufsize=1,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text in (EVER, GOOD):
            process.stdin.write(f"{text}\n")
            assert bool(json.loads(process.stdout.readline())["findings"]) == (text == EVER)
        process.stdin.close()
        assert process.wait(timeout=60) == 1


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    file = tmp_path / "sentences.txt"
    file.write_text(f"{EVER}\n" * 5000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", MAIN, "check-text", str(file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
