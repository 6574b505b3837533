"""The commands as a user meets them, in a folder of their own."""

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from builder.cli import COMMANDS, lessonpack
from tests.conftest import ROOT

LESSON = "online-blackmail"
DATE = ["--date", "2026-09-01"]


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(lessonpack, list(arguments))


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_every_command_explains_itself(name: str) -> None:
    shown = run(name, "--help")

    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 5
    command = lessonpack.get_command(click.Context(lessonpack), name)
    assert command is not None
    assert command.help


def test_help_lists_every_command() -> None:
    shown = run("--help").output

    for name, _, short in COMMANDS:
        assert name in shown
        assert short in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "no-such-lesson"],
        ["build", "--country", "XX"],
        ["build", "--date", "tomorrow"],
        ["build", "--format", "xml"],
        ["new", "lesson", "Not A Name"],
        ["schema", "deck"],
        ["rules", "messaging/nope"],
    ],
)
def test_a_wrong_command_line_is_two(school: Path, arguments: list[str]) -> None:
    ran = run(*arguments)

    assert ran.exit_code == 2
    assert "Traceback" not in ran.output
    assert list(school.iterdir()) == []


def test_a_misspelt_command_gets_a_hint() -> None:
    assert "Did you mean “build”?" in run("bild").output


def test_list_shows_what_is_shipped_and_what_is_here(school: Path) -> None:
    shutil.copytree(ROOT / "lessons" / LESSON, school / "lessons" / "our-own")

    found = json.loads(run("list", "--format", "json").output)

    ids = {lesson["id"]: lesson["file"] for lesson in found["lessons"]}
    assert ids["our-own"] == "lessons/our-own/lesson.yaml"
    assert ids[LESSON].startswith("shipped:")


def test_a_lesson_here_is_laid_over_the_shipped_one_of_the_same_name(school: Path) -> None:
    place = school / "lessons" / LESSON
    shutil.copytree(ROOT / "lessons" / LESSON, place)

    found = json.loads(run("list", "--format", "json").output)

    assert [lesson["file"] for lesson in found["lessons"]].count(f"lessons/{LESSON}/lesson.yaml") == 1


def test_build_writes_a_pack_and_its_zip(school: Path) -> None:
    ran = run("build", LESSON, *DATE, "--country", "GB-ENG", "--out", "packs")

    assert ran.exit_code == 0, ran.output
    names = sorted(f.name for f in (school / "packs" / LESSON / "GB-ENG").iterdir())
    assert names == [
        "friend-cards.pdf",
        "handout.pdf",
        "if-it-happens.pdf",
        "manifest.json",
        "observation-sheet.pdf",
        f"{LESSON}-GB-ENG.zip",
        "poster.pdf",
        "read-me-first.txt",
        "slides-to-share.pdf",
        "slides.pptx",
        "teacher-notes.pdf",
        "word",
    ]
    words = sorted(f.name for f in (school / "packs" / LESSON / "GB-ENG" / "word").iterdir())
    assert words == [
        "friend-cards.docx",
        "handout.docx",
        "if-it-happens.docx",
        "observation-sheet.docx",
        "teacher-notes.docx",
    ]
    manifest = json.loads(
        (school / "packs" / LESSON / "GB-ENG" / "manifest.json").read_text(encoding="utf-8")
    )
    assert manifest["date"] == "2026-09-01"


def test_further_formats_are_folders_beside_the_rest(school: Path) -> None:
    ran = run("build", "holiday-check-in", *DATE, "--country", "GB-ENG", "--out", "packs", "--also", "all")

    assert ran.exit_code == 0, ran.output
    place = school / "packs" / "holiday-check-in" / "GB-ENG"
    assert {"web/slides.html", "web/handout.html", "text/poster.txt", "word/handout.docx"} <= {
        file.relative_to(place).as_posix() for file in place.rglob("*")
    }


def test_check_of_all_that_is_shipped_is_clean_even_when_strict(school: Path) -> None:
    ran = run("check", "--strict")

    assert ran.exit_code == 0, ran.output
    assert "no fault" in ran.output


def test_a_fault_is_one_and_nothing_is_written(school: Path) -> None:
    place = school / "lessons" / LESSON
    shutil.copytree(ROOT / "lessons" / LESSON, place)
    lesson = place / "lesson.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nminuts: 5\n", encoding="utf-8")

    ran = run("build", LESSON, "--country", "GB-ENG", *DATE, "--format", "line")

    assert ran.exit_code == 1
    assert "schema/unknown-key" in ran.output
    assert "minutes" in ran.output
    assert not (school / "output").exists()


def test_json_output_is_json_alone(school: Path) -> None:
    ran = CliRunner().invoke(lessonpack, ["build", LESSON, "--country", "GB-ENG", *DATE, "--format", "json"])

    assert ran.exit_code == 0
    assert set(json.loads(ran.stdout)) == {"diagnostics", "counts"}


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("form", ["sarif", "junit", "github"])
def test_a_fault_is_told_in_every_form_for_ci(school: Path, command: str, form: str) -> None:
    (school / "case_studies").mkdir()
    (school / "lessons" / "ours").mkdir(parents=True)
    (school / "lessons" / "ours" / "lesson.yaml").write_text("title: 50% of it\n", encoding="utf-8")
    country = ["--country", "IE"]

    ran = CliRunner().invoke(lessonpack, [command, "ours", *country, "--format", form])

    assert ran.exit_code == 1
    assert ran.stderr == ""
    assert "schema/missing" in ran.stdout
    assert "lessons/ours/lesson" in ran.stdout
    if form == "sarif":
        rules = json.loads(ran.stdout)["runs"][0]["tool"]["driver"]["rules"]
        assert all(rule["shortDescription"]["text"] != rule["id"] for rule in rules)


def test_a_warning_is_a_failed_test_only_when_strict(school: Path) -> None:
    lesson = school / "lessons" / "never" / "notes.yaml"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("a: b\n", encoding="utf-8")

    calm = CliRunner().invoke(lessonpack, ["check", "--format", "junit"])
    strict = CliRunner().invoke(lessonpack, ["check", "--strict", "--format", "junit"])

    assert (calm.exit_code, strict.exit_code) == (0, 1)
    assert "<failure" not in calm.stdout
    assert '<failure type="warning"' in strict.stdout


@pytest.mark.parametrize(
    ("kind", "place"),
    [("lesson", "lessons/our-new-one/lesson.yaml"), ("case-study", "case_studies/our-new-one.yaml")],
)
def test_new_starts_from_a_template_that_is_clean_and_never_overwrites(
    school: Path, kind: str, place: str
) -> None:
    assert run("new", kind, "our-new-one").exit_code == 0
    again = run("new", kind, "our-new-one")
    checked = run("check", "--format", "line")

    assert (school / place).is_file()
    assert again.exit_code == 2
    assert "is there already" in again.output
    assert checked.exit_code == 0, checked.output


def test_a_new_lesson_can_be_built_at_once(school: Path) -> None:
    run("new", "lesson", "our-new-one")

    assert run("build", "our-new-one", "--country", "GB-ENG", *DATE).exit_code == 0


def test_rules_lists_every_rule_and_explains_one() -> None:
    listed = run("rules").output
    one = run("rules", "messaging/required").output

    for rule in ("yaml/tab", "schema/missing", "structure/minutes", "messaging/required", "fit/overflow"):
        assert rule in listed
    assert "messaging/required" in one


@pytest.mark.parametrize("kind", ["lesson", "case-study", "help", "school"])
def test_schema_is_json_schema_that_forbids_unknown_keys(kind: str) -> None:
    schema = json.loads(run("schema", kind).output)

    assert schema["additionalProperties"] is False
    assert "title" in schema["properties"] or "country" in schema["properties"]


def test_our_own_fault_is_three_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from builder import cli

    def break_down(**_: object) -> None:
        raise RuntimeError("a bolt came loose")

    monkeypatch.setattr(cli, "lessonpack", break_down)
    with pytest.raises(SystemExit) as ended:
        cli.main()

    said = capsys.readouterr().err
    assert ended.value.code == 3
    assert "a bolt came loose" in said
    assert "Traceback" not in said
