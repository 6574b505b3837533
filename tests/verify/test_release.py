"""A release's folder: what came, went or was exchanged, and another form of its sums."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.verify import archive, verify
from builder.verify.found import Kind
from tests.verify.small import FILES, NAME, kinds, member, packed, put_together, sum_up


def test_one_file_more_or_less_in_a_release_is_found(release: Path) -> None:
    (release / ".htaccess").write_text("Options +Indexes", encoding="utf-8")
    (release / "CHANGES.md").unlink()

    assert kinds(release) == [(".htaccess", Kind.ADDED), ("CHANGES.md", Kind.MISSING)]


def test_a_changed_name_in_the_sums_is_a_file_missing_and_one_left_over(release: Path) -> None:
    change_sums(release, lambda text: text.replace("CHANGES.md", "CHANGED.md"))

    assert kinds(release) == [("CHANGED.md", Kind.MISSING), ("CHANGES.md", Kind.ADDED)]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.upper().replace("SHA", "sha"),
        lambda text: text.replace("  CHANGES", " *CHANGES"),
        lambda text: text.replace("  CHANGES", " CHANGES"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text + "\n",
        lambda text: text + text.splitlines()[0] + "\n",
        lambda _: "",
    ],
)
def test_another_form_of_the_sums_is_found(release: Path, change: Callable[[str], str]) -> None:
    change_sums(release, change)

    assert ("SHA256SUMS", Kind.SUMS) in kinds(release)


def test_the_sums_name_nothing_outside(release: Path) -> None:
    (release.parent / "secret").write_bytes(b"x")
    line = f"{hashlib.sha256(b'x').hexdigest()}  ../secret\n"
    change_sums(release, lambda text: text + line)

    assert kinds(release) == [("SHA256SUMS", Kind.NAME)]


def test_a_release_without_sums_or_manifest_is_told_so(release: Path) -> None:
    (release / "SHA256SUMS").rename(release.parent / "sums")
    assert kinds(release) == [("SHA256SUMS", Kind.MISSING)]

    (release.parent / "sums").rename(release / "SHA256SUMS")
    (release / "manifest.json").unlink()
    assert kinds(release) == [("manifest.json", Kind.MISSING)]


def test_a_pack_exchanged_with_its_sum_is_found_by_the_manifest(release: Path) -> None:
    (release / NAME).write_bytes(packed(files={**FILES, "slides.pptx": b"evil"}))
    sum_up(release)

    assert kinds(release) == [("manifest.json", Kind.MANIFEST)]


def test_a_pack_that_was_never_whole_is_found_in_its_release(release: Path) -> None:
    inner = {m.name: m.data for m in archive.members(packed())}
    inner["a-lesson-GB-ENG/slides.pptx"] += b"!"
    (release / NAME).write_bytes(put_together([member(n, data) for n, data in inner.items()]))
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    manifest["packs"][NAME]["sha256"] = hashlib.sha256((release / NAME).read_bytes()).hexdigest()
    (release / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    sum_up(release)

    assert [one.message for one in verify(release).findings] == [
        f"{NAME}: slides.pptx in it is not as it was built."
    ]


def change_sums(release: Path, change: Callable[[str], str]) -> None:
    file = release / "SHA256SUMS"
    file.write_bytes(change(file.read_bytes().decode()).encode())
