"""A release that is refused for where, by what or under which name it would be made."""

import os
from pathlib import Path

import pytest

from builder.release.bench import Bench
from tests.release.folder import Quick, quick, release

__all__ = ["quick"]
OUT = Path("out")


def _dies(_bench: Bench, _country: int) -> None:
    os._exit(9)


@pytest.mark.skipif(os.name != "posix", reason="a child of another start knows nothing of the test's change")
def test_a_process_that_the_system_ended_is_one_line(quick: Quick, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("release.yaml").write_text("lessons: [small]\ncountries: [GB-ENG, IE]\n", encoding="utf-8")
    monkeypatch.setattr("builder.release.making.check_country", _dies)

    ran = release(jobs=2)

    assert ran.exit_code == 2
    assert "--jobs 1" in ran.output
    assert not OUT.exists()


def test_a_schools_folder_is_not_published(quick: Quick) -> None:
    Path("school.yaml").write_text("name: Ours\n", encoding="utf-8")

    ran = release()

    assert ran.exit_code == 2
    assert "your school's people" in ran.output


@pytest.mark.parametrize("version", ["", "v1", "1/2", "../1", "1 0", "1.", "1..2", "1" * 41, "1\n"])
def test_a_version_is_part_of_a_folders_name_everywhere(quick: Quick, version: str) -> None:
    assert release(version=version).exit_code == 2
    assert not OUT.exists()
