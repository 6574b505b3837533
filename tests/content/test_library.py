"""Shelves laid over one another, and what stands on them unread."""

import os
import shutil
from pathlib import Path

import pytest

from builder.content.library import read_library
from builder.content.shelves import Shelf, find_lessons, strays
from tests.conftest import COUNTRY, LESSONS, ROOT

LESSON = LESSONS[0]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    for name in ("lessons", "case_studies"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_upper_shelf_wins_and_the_lower_one_shows_through(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "lessons" / LESSON, tmp_path / "lessons" / LESSON)
    shutil.copytree(ROOT / "lessons" / LESSON, tmp_path / "lessons" / "our-own")

    found = find_lessons([Shelf(ROOT, "shipped:"), Shelf(tmp_path)])

    assert found[LESSON].shown == f"lessons/{LESSON}/lesson.yaml"
    assert set(found) == {*LESSONS, "our-own"}


@pytest.mark.parametrize(
    "stray",
    ["lessons/bar.yaml", "lessons/foo/lesson.yml", "lessons/foo/Lesson.yaml", "case_studies/x.yml"],
)
def test_what_is_not_read_is_said(school: Path, stray: str) -> None:
    (school / stray).parent.mkdir(exist_ok=True)
    (school / stray).write_text("title: A\n", encoding="utf-8")

    said = strays(Shelf(school))

    # A file system that does not tell capitals apart reads Lesson.yaml, and is right.
    read = (school / "lessons" / "foo" / "lesson.yaml").is_file()
    assert [fault.rule for fault in said] == ([] if read else ["reference/not-read"])


def test_what_people_keep_beside_lessons_is_no_stray(school: Path) -> None:
    for name in ("lessons/README.md", "lessons/.DS_Store", "case_studies/readme.txt"):
        (school / name).write_text("x", encoding="utf-8")

    assert strays(Shelf(school)) == []


def test_a_half_written_case_study_keeps_no_other_lesson_from_being_read(school: Path) -> None:
    (school / "case_studies" / "half.yaml").write_text("title: Half\n", encoding="utf-8")

    one, _ = read_library([Shelf(school)], COUNTRY, [LESSON])
    everything, said = read_library([Shelf(school)], COUNTRY)

    assert one is not None
    assert everything is None
    assert {fault.mark.file for fault in said} == {"case_studies/half.yaml"}


def test_a_used_case_study_with_a_fault_is_named(school: Path) -> None:
    for case in (school / "case_studies").glob("*.yaml"):
        case.write_text("title: Half\n", encoding="utf-8")

    one, said = read_library([Shelf(school)], COUNTRY, [LESSON])

    assert one is None
    assert said


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_a_picture_that_links_out_of_the_folder_is_not_taken(school: Path) -> None:
    lesson = school / "lessons" / LESSON / "lesson.yaml"
    text = lesson.read_text(encoding="utf-8").replace("drawing: two-people-bench", "file: a.png", 1)
    lesson.write_text(text, encoding="utf-8")
    outside = school / "outside.png"
    outside.write_bytes(b"private")
    lesson.with_name("a.png").symlink_to(outside)

    library, _ = read_library([Shelf(school)], COUNTRY, [LESSON])

    assert library is not None
    assert not library.pictures


@pytest.mark.parametrize("lesson", ["nope", "../x"])
def test_an_unknown_lesson_is_an_error_of_the_command_line(lesson: str) -> None:
    with pytest.raises(LookupError, match="no lesson called"):
        read_library([Shelf(ROOT)], COUNTRY, [lesson])
