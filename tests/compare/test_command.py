"""`lessonpack compare` as a user meets it."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import lessonpack
from tests.compare.small import SLIDES, Slide, Small, release

PACK = Small()
NEXT = PACK.but(slides=(*SLIDES, Slide("One more", ("Where to go on.",))))
NAME = "a-lesson-GB-ENG"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.zip").write_bytes(PACK.zip())
    (tmp_path / "new.zip").write_bytes(NEXT.zip())
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(lessonpack, ["compare", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_it_ends_like_diff(place: Path) -> None:
    same = run("old.zip", "old.zip")
    changed = run("old.zip", "new.zip")

    assert (same.exit_code, same.stdout) == (0, "Nothing that anyone reads has changed.\n")
    assert changed.exit_code == 1
    assert "    Slide 6 “One more” is new.\n" in changed.stdout
    assert run("old.zip", "gone.zip").exit_code == 2
    assert run("old.zip").exit_code == 2


def test_a_folder_and_its_zip_are_the_same_pack(place: Path) -> None:
    folder = written(place / "pack", PACK.files())
    (folder / "my-notes.docx").write_bytes(b"added by a teacher")

    assert run("old.zip", folder).exit_code == 0
    (folder / "word" / "handout.docx").unlink()
    assert "word/handout.docx is no longer there" in run("old.zip", folder).stdout


def test_of_two_releases_packs_come_go_change_and_stay(place: Path) -> None:
    kept = PACK.zip()
    old = written(place / "r1", release({f"{NAME}.zip": PACK.zip(), "kept.zip": kept, "gone.zip": kept}))
    new = written(place / "r2", release({f"{NAME}.zip": NEXT.zip(), "kept.zip": kept, "came.zip": kept}))

    found = json.loads(run(old, new, "--format", "json").stdout)

    assert (found["added"], found["removed"], found["unchanged"]) == (["came"], ["gone"], 1)
    assert [pack["name"] for pack in found["packs"]] == [NAME]
    said = run(old, new)
    assert said.exit_code == 1
    assert "came is new." in said.stdout
    assert "1 more pack is the same." in said.stdout
    assert run(old, old).exit_code == 0


def test_a_pack_is_found_in_a_release(place: Path) -> None:
    new = written(place / "r2", release({f"{NAME}.zip": NEXT.zip()}))

    assert "One more" in run("old.zip", new).stdout
    (new / f"{NAME}.zip").unlink()
    lost = run("old.zip", new)
    assert lost.exit_code == 2
    assert f"There is no {NAME}.zip in" in lost.output


def test_json_is_json_alone(place: Path) -> None:
    found = json.loads(run("old.zip", "new.zip", "--format", "json").stdout)

    assert found["same"] is False
    (slide,) = found["packs"][0]["slides"]
    assert (slide["old"], slide["new"], slide["title"]) == (None, 6, "One more")


def test_html_has_a_name_of_its_own_and_is_the_same_twice(place: Path) -> None:
    assert run("old.zip", "new.zip", "--format", "html").exit_code == 1
    assert run("old.zip", "new.zip", "--format", "html", "--out", "again.html").exit_code == 1

    assert (place / "changes.html").read_bytes() == (place / "again.html").read_bytes()
    assert sorted(one.name for one in place.iterdir()) == ["again.html", "changes.html", "new.zip", "old.zip"]


def test_out_is_for_every_form_and_never_one_of_the_packs(place: Path) -> None:
    run("old.zip", "new.zip", "--out", "said.txt")

    assert "One more" in (place / "said.txt").read_text(encoding="utf-8")
    before = (place / "new.zip").read_bytes()
    assert run("old.zip", "new.zip", "--out", "new.zip").exit_code == 2
    assert (place / "new.zip").read_bytes() == before
    assert run("old.zip", "new.zip", "--out", "nowhere/said.txt").exit_code == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.zip", b"not a zip"), ("b.zip", b""), ("c.zip", PACK.zip()[:-40]), ("manifest.json", b"[" * 9999)],
)
def test_what_is_no_pack_is_one_line(place: Path, name: str, data: bytes) -> None:
    (place / "other").mkdir()
    (place / "other" / name).write_bytes(data)
    target = place / "other" if name == "manifest.json" else place / "other" / name

    said = run("old.zip", target)

    assert said.exit_code == 2
    assert len(said.output.strip().splitlines()) == 1
    assert run("old.zip", place / "nothing-here").exit_code == 2
    assert run("old.zip", os.devnull).exit_code == 2


def test_a_zip_that_unpacks_beyond_all_measure_is_not_unpacked(place: Path) -> None:
    with zipfile.ZipFile(place / "bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("p/manifest.json", "{}")
        archive.writestr("p/bomb.xml", bytes(70 * 2**20))

    said = run("old.zip", "bomb.zip")

    assert said.exit_code == 2
    assert "more than any lesson needs" in said.output
