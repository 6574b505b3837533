"""`lessonpack audit`: many files in one call, every form of report, and the page for a meeting."""

import json
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result

from builder.cli import lessonpack
from builder.report import REPORTS
from tests.conftest import DATE

EVER = "What goes online stays online."
GOOD = "Pictures can often be taken down. It is not your fault."
HARM = (
    "What goes online stays online.",
    "It is your own fault.",
    "Nobody can help.",
    "Your life is over.",
    "Just pay them.",
    "Keep chatting to him.",
    "Shame on you.",
    "Think before you post.",
    "Delete all the messages.",
    "Don't tell anyone.",
    "The internet never forgets.",
    "You committed a crime.",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(f"{GOOD}\n", encoding="utf-8")
    (tmp_path / "bad.md").write_text(f"# Online\n\n{EVER}\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(lessonpack, ["audit", *arguments])


def page_of(file: Path) -> str:
    read = pypdf.PdfReader(BytesIO(file.read_bytes()))
    assert len(read.pages) == 1
    return " ".join(read.pages[0].extract_text().split())


def test_a_clean_file_is_zero_and_a_harmful_one_is_one() -> None:
    assert run("good.txt").exit_code == 0
    assert run("bad.md").exit_code == 1


def test_a_warning_fails_only_when_strict(here: Path) -> None:
    (here / "shown.txt").write_text(f"Never say “{EVER}” to a class.\n", encoding="utf-8")

    assert run("shown.txt").exit_code == 0
    assert run("shown.txt", "--strict").exit_code == 1
    assert run("shown.txt", "--strict", "--audience", "staff").exit_code == 0


def test_the_other_files_are_read_where_one_is_missing(here: Path) -> None:
    (here / "folder").mkdir()

    ran = run("nowhere.pptx", "folder", "bad.md", "--format", "line")

    assert ran.exit_code == 1
    assert "nowhere.pptx:1:1: error: There is no such file." in ran.output
    assert "[audit/folder]" in ran.output
    assert "bad.md:3:1: error: Line 3: “goes online stays online” says" in ran.output


@pytest.mark.parametrize("form", list(REPORTS))
def test_every_form_of_report(form: str) -> None:
    ran = run("bad.md", "good.txt", "--format", form)

    assert ran.exit_code == 1
    assert "bad.md" in ran.output
    assert "messaging/hopeless" in ran.output


def test_json_has_the_place() -> None:
    (found,) = json.loads(run("bad.md", "--format", "json").stdout)["diagnostics"]

    assert (found["file"], found["line"], found["path"]) == ("bad.md", 3, ["line", 3])
    assert found["message"].startswith("Line 3: ")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["good.txt", "--audience", "everybody"],
        ["good.txt", "--report", "good.txt"],
        ["good.txt", "--report", "no-such-folder/report.pdf"],
        ["good.txt", "--date", "tomorrow"],
    ],
)
def test_a_wrong_command_line_is_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_report_does_not_replace_a_file_that_is_read(here: Path) -> None:
    (here / "leaflet.pdf").write_bytes(b"%PDF-")

    assert run("leaflet.pdf", "--report", "./leaflet.pdf").exit_code == 2
    assert (here / "leaflet.pdf").read_bytes() == b"%PDF-"


def test_the_page_tells_what_was_read_and_what_was_found(here: Path) -> None:
    run("bad.md", "good.txt", "nowhere.docx", "--report", "report.pdf", "--date", DATE)
    again = (here / "report.pdf").read_bytes()
    run("bad.md", "good.txt", "nowhere.docx", "--report", "report.pdf", "--date", DATE)

    assert (here / "report.pdf").read_bytes() == again
    page = page_of(here / "report.pdf")
    for words in (
        f"What pupils would read, looked at on {DATE}",
        "bad.md 3 lines 1 0",
        "good.txt 1 line 0 0",
        "nowhere.docx couldn’t be read",
        "Says that a picture is there for ever, or can't be got back 1",
        "Line 3, bad.md “goes online stays online”",
        "Pictures can often be taken down or blocked.",
        "What this check can’t see",
    ):
        assert words in page


def test_ten_findings_of_a_file_stand_on_the_page_and_the_rest_is_counted(here: Path) -> None:
    (here / "worse.txt").write_text("\n\n".join(HARM), encoding="utf-8")
    found = len(json.loads(run("worse.txt", "--format", "json").stdout)["diagnostics"])

    run("worse.txt", "--report", "report.pdf")

    page = page_of(here / "report.pdf")
    assert f"… and {found - 10} more" in page
    assert sum(f"Line {2 * number + 1} “" in page for number in range(len(HARM))) >= 9


def test_however_much_was_found_it_stays_one_page(here: Path) -> None:
    names = []
    for number in range(12):
        name = f"{number} {'a very long name of a file ' * 6}.txt"
        (here / name).write_text("\n\n".join(HARM * 3), encoding="utf-8")
        names.append(name)
    (here / "emoji \N{FEARFUL FACE}.txt").write_text(EVER, encoding="utf-8")

    run(*names, "emoji \N{FEARFUL FACE}.txt", "--report", "report.pdf")

    assert "and 8 more files" in page_of(here / "report.pdf")


def test_a_clean_page_says_so(here: Path) -> None:
    assert run("good.txt", "--report", "report.pdf").exit_code == 0

    assert "No words were met that may harm." in page_of(here / "report.pdf")
