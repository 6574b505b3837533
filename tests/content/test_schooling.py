"""A school's own file: what it says is read, what it lacks is told with its line, and its help is laid in."""

from pathlib import Path

import pytest
from PIL import Image

from builder.content.library import read_library
from builder.content.schooling import RULES, read_school
from builder.content.shelves import Shelf
from builder.diagnostics import Diagnostic
from tests.conftest import ROOT
from tests.schools import HILL, library_of, school_in

LESSON = "holiday-check-in"
OURS = """\
local_help:
  - id: our-drop-in
    role: helpline
    name: The drop-in
    for_whom: Anyone at school
    what: Somebody listens.
    next: You sit down, and they ask how you are.
    address: the house behind the church
"""


def said_of(folder: Path, text: str) -> list[Diagnostic]:
    return read_school(Shelf(school_in(folder, text)))[1]


def test_a_folder_without_the_file_is_no_school(tmp_path: Path) -> None:
    assert read_school(Shelf(tmp_path)) == (None, [])


def test_a_school_is_read_with_its_pictures(tmp_path: Path) -> None:
    own, said = read_school(Shelf(school_in(tmp_path)))

    assert said == []
    assert own is not None
    assert own.model.lead.name == "Ms Amara Okoye"
    assert own.pictures.keys() == {"logo.png", "lead.jpg"}
    assert own.pictures["lead.jpg"].data.startswith(b"\x89PNG")


def test_a_large_picture_is_made_small(tmp_path: Path) -> None:
    school_in(tmp_path)
    Image.new("RGB", (3000, 1500)).save(tmp_path / "logo.png")
    own, _ = read_school(Shelf(tmp_path))

    assert own is not None
    assert own.pictures["logo.png"].width_px == 1000


@pytest.mark.parametrize(
    ("text", "rule", "line", "words"),
    [
        ("name: Hill\ncountry: GB-ENG\n", "schema/missing", 1, "lead"),
        ("name: Hill\ncountry: GB-ENG\nlead:\n  room: Room 3\n", "schema/missing", 3, "name"),
        ("name: Hill\ncountry: GB-ENG\nlead:\n  name:\n  room: Room 3\n", "schema/empty", 4, "name"),
        ("name: Hill\ncountry: GB-ENG\nlead: {name: Ms Okoye}\n", "school/lead", 3, "Ms Okoye"),
        ("name: Hill\ncountry: GB-EMG\nlead: {name: A, room: B}\n", "school/country", 2, "GB-EMG"),
        (f"{HILL}deputees: []\n", "schema/unknown-key", 13, "deputees"),
        (HILL.replace("logo.png", "../logo.png"), "school/picture", 3, "logo.png"),
        (HILL.replace("logo.png", "gone.png"), "school/picture", 3, "gone.png"),
        (
            HILL + OURS.replace("    address: the house behind the church\n", ""),
            "school/local-help",
            14,
            "drop-in",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, rule: str, line: int, words: str
) -> None:
    (said,) = said_of(tmp_path, text)

    assert (said.rule, said.mark.line) == (rule, line)
    assert words in said.message + said.hint
    assert said.is_error


def test_no_pack_is_made_without_a_lead(tmp_path: Path) -> None:
    school_in(tmp_path, "name: Hill\ncountry: GB-ENG\nlead:\n  name:\n")
    library, said = read_library([Shelf(ROOT), Shelf(tmp_path)], "GB-ENG", [LESSON])

    assert library is None
    assert any(one.mark.file == "school.yaml" for one in said)


def test_a_picture_that_is_none_is_told(tmp_path: Path) -> None:
    school_in(tmp_path)
    (tmp_path / "logo.png").write_text("<svg/>", encoding="utf-8")
    (said,) = read_school(Shelf(tmp_path))[1]

    assert said.rule == "school/picture"
    assert "PNG or JPEG" in said.message


def test_help_nearby_stands_behind_the_countrys_of_its_role(tmp_path: Path) -> None:
    library = library_of(school_in(tmp_path, HILL + OURS), LESSON)
    services = list(library.help.model.services)
    at = next(number for number, one in enumerate(services) if one.id == "our-drop-in")

    assert services[at - 1].role == "helpline"
    assert services[at + 1].role != "helpline"
    assert library.help.mark("services", at).file == "school.yaml"


def test_another_countrys_packs_leave_the_help_nearby_out(tmp_path: Path) -> None:
    library = library_of(school_in(tmp_path, HILL + OURS), LESSON, country="IE")

    assert all(one.id != "our-drop-in" for one in library.help.model.services)


def test_every_rule_of_a_school_is_told_of() -> None:
    assert all(name.startswith("school/") and summary for name, summary in RULES.items())
