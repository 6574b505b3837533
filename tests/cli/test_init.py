"""Starting a school's folder, and what the commands take from it."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from builder.cli import init, lessonpack
from builder.content.school import School
from builder.content.schooling import read_school
from builder.content.shelves import Shelf
from builder.content.starting import scalar
from builder.source import read_text
from tests.conftest import ROOT
from tests.schools import HILL, school_in

GIVEN = ("--name", "Hill School", "--country", "ie", "--lead", "Ms Byrne", "--lead-room", "Room 3")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(lessonpack, list(arguments), input=said)


def test_a_school_starts_from_options_alone(here: Path) -> None:
    ran = run("init", "ours", *GIVEN, "--paper", "A4", "--lead-phone", "01632 960 001")
    own, said = read_school(Shelf(here / "ours"))

    assert ran.exit_code == 0, ran.output
    assert said == []
    assert own is not None
    assert (own.model.country, own.model.paper, own.model.lead.phone) == ("IE", "A4", "01632 960 001")
    assert {"lessons", "case_studies", "output", "README.md", ".gitignore"} <= {
        place.name for place in (here / "ours").iterdir()
    }
    assert "Hill School" in (here / "ours" / "README.md").read_text(encoding="utf-8")


def test_a_person_is_asked_for_what_is_not_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "a_person_answers", lambda: True)
    answers = "Hill School\nXX\ngb-sct\nMs Reid\n\n\n\nRoom 3\n\n\n"
    ran = run("init", "ours", said=answers)
    own, _ = read_school(Shelf(here / "ours"))

    assert ran.exit_code == 0, ran.output
    assert own is not None
    assert (own.model.country, own.model.lead.name, own.model.lead.room) == ("GB-SCT", "Ms Reid", "Room 3")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--name", "Hill"), "--country, --lead"),
        (("--name", "Hill", "--country", "IE", "--lead", "Ms Byrne"), "--lead-room"),
        (("--country", "XX"), "no help directory"),
        ((*GIVEN, "--logo", "gone.png"), "No such file"),
        ((*GIVEN, "--logo", "it.svg"), "Save it as a PNG"),
        ((*GIVEN, "--logo", "hidden.png"), "Save it as a PNG"),
        ((*GIVEN, "--lead-photo", "text.jpg"), "PNG or JPEG"),
    ],
)
def test_what_is_lacking_is_said_in_a_line_and_nothing_is_written(
    here: Path, arguments: tuple[str, ...], words: str
) -> None:
    (here / "it.svg").write_text("<svg/>", encoding="utf-8")
    (here / "hidden.png").write_text("<?xml version='1.0'?>\n<svg/>", encoding="utf-8")
    (here / "text.jpg").write_text("no picture", encoding="utf-8")
    ran = run("init", "ours", *arguments)

    assert ran.exit_code == 2
    assert words in ran.output
    assert not (here / "ours").exists()


def test_a_folder_that_holds_something_is_left_alone(here: Path) -> None:
    (here / "ours").mkdir()
    (here / "ours" / "notes.txt").write_text("mine", encoding="utf-8")
    ran = run("init", "ours", *GIVEN)

    assert ran.exit_code == 2
    assert "holds something" in ran.output
    assert [place.name for place in (here / "ours").iterdir()] == ["notes.txt"]


def test_an_empty_folder_will_do(here: Path) -> None:
    (here / "ours").mkdir()

    assert run("init", "ours", *GIVEN).exit_code == 0


def test_a_picture_loses_where_it_was_taken(here: Path) -> None:
    picture, exif = Image.new("RGB", (2000, 1000)), Image.Exif()
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(here / "logo.jpg", exif=exif)
    ran = run("init", "ours", *GIVEN, "--logo", "logo.jpg")
    kept = (here / "ours" / "logo.png").read_bytes()

    assert ran.exit_code == 0, ran.output
    assert b"camera" not in kept
    with Image.open(io.BytesIO(kept)) as opened:
        assert (opened.format, opened.width) == ("PNG", 1000)
        assert not opened.getexif()


@pytest.mark.parametrize(
    "text", ["Hill: School", "# Hill", "Hill 'n' Dale", "yes", "[Hill]", 'The "Hill"', "é-cole", "a #b"]
)
def test_any_name_is_read_back_as_it_was_said(text: str) -> None:
    source, said = read_text(f"name: {scalar(text)}\n".encode(), "school.yaml")

    assert said == []
    assert source is not None
    assert source.data == {"name": text}


def test_every_example_in_the_file_is_right(here: Path) -> None:
    """What is behind a # can be used by taking the # away."""
    run("init", "ours", *GIVEN)
    text = (here / "ours" / "school.yaml").read_text(encoding="utf-8")
    written = re.sub(r"(?m)^( *)# ( *(?:- )?[a-z_]+:| +- )", r"\1\2", text)
    written = written.replace("the day, such as 2026-09-01", "2026-09-01")
    source, said = read_text(written.encode(), "school.yaml")

    assert said == []
    assert source is not None
    school = School.model_validate(source.data)
    assert school.deputies
    assert school.safe_adults
    assert school.local_help
    assert school.theme


def test_an_editor_finds_a_schema_for_every_file(here: Path) -> None:
    run("init", "ours", *GIVEN)
    settings = json.loads((here / "ours" / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    schemas = {
        where: json.loads((here / "ours" / name).read_text(encoding="utf-8"))
        for name, where in settings["yaml.schemas"].items()
    }
    source, _ = read_text(HILL.encode(), "school.yaml")

    assert schemas.keys() == {"school.yaml", "lessons/*/lesson.yaml", "case_studies/*.yaml"}
    assert source is not None
    jsonschema.validate(source.data, schemas["school.yaml"])
    assert schemas["school.yaml"] == json.loads(run("schema", "school").output)


def test_git_leaves_names_and_pictures_out(here: Path) -> None:
    run("init", "ours", *GIVEN)
    subprocess.run(["git", "init", "-q", "ours"], check=True)
    kept = subprocess.run(
        ["git", "check-ignore", "school.yaml", "logo.png", "output/a.zip", "lessons/a/b.png", "README.md"],
        cwd=here / "ours",
        capture_output=True,
        text=True,
        check=True,
    )

    assert kept.stdout.split() == ["school.yaml", "logo.png", "output/a.zip"]


def test_a_schools_folder_builds_for_its_country_and_paper(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school_in(here, HILL.replace("country: GB-ENG", "country: GB-SCT\npaper: Letter"))
    ran = run("build", "holiday-check-in", "--date", "2026-09-01", "--out", "packs")
    place = here / "packs" / "holiday-check-in"

    assert ran.exit_code == 0, ran.output
    assert [one.name for one in place.iterdir()] == ["GB-SCT"]
    manifest = json.loads((place / "GB-SCT" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["paper"] == "Letter"
    assert {"school.yaml", "logo.png", "lead.jpg"} <= manifest["sources"].keys()
    assert json.loads(run("help-lines", "--format", "json").output)["country"] == "GB-SCT"
    assert json.loads(run("help-lines", "--country", "IE", "--format", "json").output)["country"] == "IE"


def test_a_country_that_is_not_there_is_told_once(here: Path) -> None:
    school_in(here, HILL.replace("GB-ENG", "GB-EMG"))
    ran = run("build", "holiday-check-in", "--format", "line")

    assert ran.exit_code == 1
    assert ran.output.count("school/country") == 1


def test_a_bare_command_in_a_schools_folder_stays_quick(here: Path) -> None:
    school_in(here)
    asked = (
        "import sys; from builder.cli.common import school_country; "
        "print(school_country(), 'pydantic' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT)},
    )

    assert told.stdout.split() == ["GB-ENG", "False"]
