"""`lessonpack release`: what its folder holds, when it is refused, and that a release never changes."""

import errno
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builder.diagnostics import Mark, error, warning
from tests.release.folder import WAITING, Quick, listed, quick, release

__all__ = ["quick"]
OUT = Path("out")
PLACE = OUT / "lesson-packs-1.0"
FAULT = error(Mark("lessons/small/lesson.yaml", 7, 1), "structure/minutes", "The parts take 9 minutes.")


def test_a_release_holds_packs_and_what_proves_them(quick: Quick) -> None:
    ran = release()

    assert ran.exit_code == 0, ran.output
    assert "1 pack, " in ran.output
    names = ["CHANGES.md", "SHA256SUMS", "manifest.json", "sbom.cdx.json", "small-GB-ENG.zip"]
    assert sorted(file.name for file in PLACE.iterdir()) == names
    lines = (PLACE / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert sums == {name: digest for name, digest in listed(PLACE).items() if name != "SHA256SUMS"}
    manifest = json.loads((PLACE / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["packs"] == {
        "small-GB-ENG.zip": {
            "sha256": sums["small-GB-ENG.zip"],
            "bytes": (PLACE / "small-GB-ENG.zip").stat().st_size,
            "lesson": "small",
            "country": "GB-ENG",
            "paper": "A4",
            "draft": False,
        }
    }
    told = manifest["release"]
    assert (told["version"], told["date"], told["draft"]) == ("1.0", "2026-09-01", False)
    assert {"builder", "python", "zlib", "lock"} < told.keys()
    assert manifest["help"] == {"GB-ENG": {"emergency": "2026-08-30", "childline": None}}
    assert manifest["licence"] == "CC BY 4.0"
    assert "`small`: Small" in (PLACE / "CHANGES.md").read_text(encoding="utf-8")
    with zipfile.ZipFile(PLACE / "small-GB-ENG.zip") as archive:
        assert archive.testzip() is None


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="not GNU")
def test_the_sums_are_read_by_the_common_tool(quick: Quick) -> None:
    release()

    assert (
        subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=PLACE, check=False).returncode
        == 0
    )
    (PLACE / "CHANGES.md").write_text("other", encoding="utf-8")
    assert subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=PLACE, check=False).returncode


def test_while_something_waits_nothing_is_published(quick: Quick) -> None:
    quick.said = [WAITING]

    ran = release()

    assert ran.exit_code == 1
    assert "1 text without a second person's signature, in case_studies/a.yaml" in ran.output
    assert "--draft" in ran.output
    assert not OUT.exists()
    assert not quick.papers


def test_a_draft_says_so_everywhere(quick: Quick) -> None:
    quick.said = [WAITING]

    ran = release("--draft")

    assert ran.exit_code == 0, ran.output
    place = OUT / "lesson-packs-1.0-draft"
    manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["release"]["draft"] is True
    assert [one["draft"] for one in manifest["packs"].values()] == [True]
    assert manifest["waiting"] == {"review": ["case_studies/a.yaml"]}
    assert "**draft**" in (place / "CHANGES.md").read_text(encoding="utf-8")


def test_a_fault_in_content_is_told_and_nothing_is_published(quick: Quick) -> None:
    quick.said = [FAULT, warning(Mark("lessons/x", 1, 1), "reference/not-read", "This is not read.")]

    ran = release("--draft")

    assert ran.exit_code == 1
    assert "lessons/small/lesson.yaml:7:1" in ran.output
    assert not OUT.exists()


def test_a_fault_that_only_drawing_shows_stops_everything(quick: Quick) -> None:
    quick.faulty, quick.drawn = True, [FAULT]

    ran = release()

    assert ran.exit_code == 1
    assert "structure/minutes" in ran.output
    assert list(OUT.iterdir()) == []


def test_the_same_release_again_changes_nothing(quick: Quick) -> None:
    release()
    before = PLACE.stat().st_mtime_ns, listed(OUT)

    ran = release()

    assert ran.exit_code == 0
    assert "stands already" in ran.output
    assert (PLACE.stat().st_mtime_ns, listed(OUT)) == before


def test_another_release_of_the_same_version_is_refused_unless_asked_for(quick: Quick) -> None:
    release()
    before = listed(OUT)
    quick.words = b"Telling early works."

    refused = release()

    assert refused.exit_code == 2
    assert "--replace" in refused.output
    assert listed(OUT) == before

    assert release("--replace").exit_code == 0
    assert listed(OUT) != before
    assert [file.name for file in OUT.iterdir()] == [PLACE.name]


def test_a_release_in_which_somebody_changed_a_byte_is_not_the_same(quick: Quick) -> None:
    release()
    (PLACE / "CHANGES.md").write_text("our own words", encoding="utf-8")

    assert release().exit_code == 2
    assert (PLACE / "CHANGES.md").read_text(encoding="utf-8") == "our own words"


def test_another_date_is_refused_before_any_work(quick: Quick) -> None:
    release()
    quick.papers.clear()

    refused = release("--date", "2026-09-02")

    assert refused.exit_code == 2
    assert not quick.papers


def test_what_a_killed_release_left_is_cleared_by_any_version(quick: Quick) -> None:
    OUT.mkdir()
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    for owner in (child.pid, os.getpid()):
        (OUT / f".lesson-packs-new-{owner}-abc").mkdir()

    release()

    assert {file.name for file in OUT.iterdir()} == {PLACE.name, f".lesson-packs-new-{os.getpid()}-abc"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_the_disk_refuses_is_one_line(
    quick: Quick, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    release()
    before = listed(OUT)

    def refuse(path: Path, _data: bytes) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr("builder.release.bench.write_through", refuse)
    ran = release(version="2.0")

    assert ran.exit_code == 2
    assert os.strerror(number) in ran.output
    assert len(ran.output.strip().splitlines()) == 1
    assert listed(OUT) == before
    assert [file.name for file in OUT.iterdir()] == [PLACE.name]


def test_a_file_in_its_place_is_left_alone(quick: Quick) -> None:
    OUT.mkdir()
    PLACE.write_text("mine", encoding="utf-8")

    ran = release()

    assert ran.exit_code == 2
    assert "not a folder" in ran.output
    assert PLACE.read_text(encoding="utf-8") == "mine"


def test_a_pdf_that_is_not_open_to_everyone_is_not_published(
    quick: Quick, monkeypatch: pytest.MonkeyPatch
) -> None:
    from builder.build import Built
    from builder.pack import assemble
    from builder.render import Artefact

    pdf = Artefact("handout.pdf", b"%PDF-1.4\nnot one at all")
    monkeypatch.setattr(
        "builder.release.bench._drawn", lambda *_: Built(assemble("small", "GB-ENG", [pdf], {}, {}), [])
    )

    ran = release()

    assert ran.exit_code == 2
    assert "A file of small for GB-ENG is not PDF/UA-1: handout.pdf" in ran.output
    assert list(OUT.iterdir()) == []


@pytest.mark.parametrize(
    ("module", "package"), [("page", "page-validation"), ("cyclonedx.model.bom", "cyclonedx-python-lib")]
)
def test_a_missing_library_is_named_before_any_work(
    quick: Quick, monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)

    ran = release()

    assert ran.exit_code == 2
    assert package in ran.output
    assert ".[release]" in ran.output
    assert not OUT.exists()


def test_another_paper_is_a_pack_of_its_own_name(quick: Quick) -> None:
    Path("release.yaml").write_text(
        "lessons: [small]\ncountries: [GB-ENG, US]\npapers: [own, A4, Letter]\n", encoding="utf-8"
    )

    release()

    assert {file.name for file in PLACE.glob("*.zip")} == {
        "small-GB-ENG.zip", "small-GB-ENG-Letter.zip", "small-US.zip", "small-US-A4.zip"
    }  # fmt: skip


def test_what_changed_is_told_since_the_release_before(quick: Quick) -> None:
    release()
    quick.words = b"Telling early works."
    Path("release.yaml").write_text("lessons: [small]\ncountries: [GB-ENG, IE]\n", encoding="utf-8")

    assert release("--since", str(PLACE), version="1.1").exit_code == 0

    told = (OUT / "lesson-packs-1.1" / "CHANGES.md").read_text(encoding="utf-8")
    assert "since 1.0 (2026-09-01)" in told
    assert "- New: `small` (IE)" in told
    assert "## `small`\n\n- handout" in told
    assert "Telling early works." in told
    assert "(GB-ENG)" in told.rpartition("Telling early works.")[2]


def test_without_a_change_that_is_told(quick: Quick) -> None:
    release()

    release("--since", str(PLACE), version="1.1")

    told = (OUT / "lesson-packs-1.1" / "CHANGES.md").read_text(encoding="utf-8")
    assert "Nothing that teachers or pupils read." in told


@pytest.mark.parametrize("spoilt", ["folder", "manifest", "pack"])
def test_what_is_no_release_cant_be_compared_with(quick: Quick, spoilt: str) -> None:
    release()
    if spoilt == "folder":
        shutil.rmtree(PLACE)
    elif spoilt == "manifest":
        (PLACE / "manifest.json").write_text("[]", encoding="utf-8")
    else:
        (PLACE / "small-GB-ENG.zip").write_bytes(b"not a zip")
    quick.words = b"other"

    ran = release("--since", str(PLACE), version="1.1")

    assert ran.exit_code == 2
    assert "is not a release" in ran.output or "can't be compared" in ran.output
    assert not (OUT / "lesson-packs-1.1").exists()
