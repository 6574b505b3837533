import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from builder import sealed
from builder.cli import lessonpack
from builder.pack import assemble, write, zipped
from builder.render import Artefact
from builder.verify import archive, verify
from builder.verify.contents import check_zip
from builder.verify.found import Kind
from tests.conftest import ROOT

# Words that can be packed in several ways, as the same stretch stands in them again and again.
WORDS = b"Tell a safe adult. Today is good. Later is fine too. " * 30
FILES = {"slides.pptx": WORDS, "read-me-first.txt": b"Start here.\n" * 4, "word/handout.docx": b"PK handout"}
NAME = "a-lesson-GB-ENG.zip"


def packed(lesson: str = "a-lesson", files: dict[str, bytes] = FILES) -> bytes:
    artefacts = [Artefact(name, data) for name, data in files.items()]
    return zipped(assemble(lesson, "GB-ENG", artefacts, {"lesson.yaml": "00"}, {"date": "2026-09-01"}))


def make_release(place: Path) -> None:
    place.mkdir()
    packs = {f"{lesson}-GB-ENG.zip": packed(lesson) for lesson in ("a-lesson", "one-more")}
    for name, data in packs.items():
        (place / name).write_bytes(data)
    about = {name: {"sha256": hashlib.sha256(data).hexdigest()} for name, data in packs.items()}
    (place / "manifest.json").write_text(
        json.dumps({"release": {"version": "1"}, "packs": about}), encoding="utf-8"
    )
    (place / "sbom.cdx.json").write_text("{}", encoding="utf-8")
    (place / "CHANGES.md").write_text("# Changes\n", encoding="utf-8")
    sum_up(place)


def sum_up(place: Path) -> None:
    names = sorted(file.name for file in place.iterdir() if file.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256((place / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (place / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    make_release(tmp_path / "release")
    return tmp_path / "release"


@pytest.fixture(scope="module")
def kept_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kept") / "release"
    make_release(place)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    artefacts = [Artefact(name, data) for name, data in FILES.items()]
    pack = assemble("a-lesson", "GB-ENG", artefacts, {"lesson.yaml": "00"}, {"date": "2026-09-01"})
    return write(pack, tmp_path / "output").place


def kinds(path: Path) -> list[tuple[str, Kind]]:
    return [(found.file, found.kind) for found in verify(path).findings]


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


# What is whole is said to be whole.


def test_what_nobody_touched_is_as_it_was_built(release: Path, folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / "a-lesson-GB-ENG (1).zip"
    alone.write_bytes(packed())

    for place, what in ((release, "release"), (folder, "folder"), (alone, "zip")):
        found = verify(place)
        assert (found.what, found.findings, found.notes) == (what, (), ())
        assert found.files >= 4


def test_an_unpacked_pack_is_whole_with_its_zip_beside_it(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(packed())
    with zipfile.ZipFile(tmp_path / NAME) as found:
        found.extractall(tmp_path)

    assert verify(tmp_path / "a-lesson-GB-ENG").findings == ()
    assert verify(tmp_path / "a-lesson-GB-ENG").notes == ()


def test_without_its_zip_a_folder_says_what_could_not_be_checked(folder: Path) -> None:
    (folder / NAME).unlink()

    assert verify(folder).same
    assert "manifest.json itself could not be checked" in verify(folder).notes[0]


def test_the_strict_reader_knows_exactly_what_is_written() -> None:
    names = {"ä – und “mehr”.txt": b"x" * 4000, "leer.txt": b"", "z/tief.bin": bytes(range(256)) * 9}
    data = sealed.zipped("pack", sorted(names.items()))

    assert {member.name: member.data for member in archive.members(data)} == {
        f"pack/{name}": content for name, content in names.items()
    }


# A single bit.


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_single_bit_of_a_release_is_found(kept_release: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(kept_release.iterdir())))
    whole = file.read_bytes()
    bit = data.draw(st.integers(0, len(whole) * 8 - 1))
    try:
        file.write_bytes(flipped(whole, bit))
        found = verify(kept_release)
    finally:
        file.write_bytes(whole)

    assert found.findings, f"bit {bit} of {file.name}"
    assert verify(kept_release).same


def test_a_bit_of_every_byte_of_the_sums_is_found(release: Path) -> None:
    file = release / "SHA256SUMS"
    data = file.read_bytes()
    # In steps of seven, every byte and each of the eight bits has its turn.
    for bit in range(0, len(data) * 8, 7):
        file.write_bytes(flipped(data, bit))
        assert verify(release).findings, f"bit {bit}"


def test_every_single_bit_of_a_zip_alone_is_found() -> None:
    data = packed()

    missed = [bit for bit in range(len(data) * 8) if not check_zip(NAME, flipped(data, bit)).findings]

    assert missed == []


def test_a_flipped_bit_that_changes_no_file_is_found_too() -> None:
    # In a run of equal words, a distance may be another one and copy the same; so it is not the content
    # alone that has to be looked at.
    data = packed()
    silent = []
    for bit in range(len(data) * 8):
        try:
            with zipfile.ZipFile(io.BytesIO(flipped(data, bit))) as other:
                if {
                    name.split("/", 1)[1]: other.read(name) for name in other.namelist()
                }.items() >= FILES.items():
                    silent.append(bit)
        except Exception:  # noqa: S112 - whatever a damaged zip makes of the library
            continue

    assert len(silent) > 100
    assert all(check_zip(NAME, flipped(data, bit)).findings for bit in silent)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data + b"\0",
        lambda data: b"\0" + data,
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda _: b"",
        lambda data: data[:-2] + struct.pack("<H", 5) + b"hello",
        lambda data: data + data,
    ],
)
def test_bytes_before_behind_and_missing_are_found(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    (tmp_path / NAME).write_bytes(spoil(packed()))

    assert kinds(tmp_path / NAME) == [(NAME, Kind.ZIP)]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_one_file_packed_otherwise_is_damage(level: int) -> None:
    found = check_zip(NAME, by_hand(level_of={"slides.pptx": level}))

    assert [one.kind for one in found.findings] == [Kind.ZIP]
    assert "slides.pptx" in found.findings[0].message


def test_another_machines_zlib_is_no_fault_and_is_said() -> None:
    found = check_zip(NAME, by_hand(level=1))

    assert found.findings == ()
    assert "another zlib" in found.notes[0]


def by_hand(level: int = 6, level_of: dict[str, int] | None = None) -> bytes:
    """The pack's zip, with each file packed at a level of its own."""
    inner = archive.members(packed())
    made = []
    for member in inner:
        packing = zlib.compressobj(
            (level_of or {}).get(member.name.split("/", 1)[1], level), zlib.DEFLATED, -15
        )
        made.append(archive.Member(member.name, packing.compress(member.data) + packing.flush(), member.data))
    return put_together(made)


def put_together(made: list[archive.Member]) -> bytes:
    body, tail = b"", b""
    for member in made:
        tail += member.central(len(body))
        body += member.local() + member.packed
    end = archive.END.pack(b"PK\5\6", 0, 0, len(made), len(made), len(tail), len(body), 0)
    return body + tail + end


# Zips of strangers.


def member(name: str, data: bytes = b"words") -> archive.Member:
    packing = zlib.compressobj(6, zlib.DEFLATED, -15)
    return archive.Member(name, packing.compress(data) + packing.flush(), data)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "pack/../../evil.txt",
        "/etc/passwd",
        "C:/evil.txt",
        "pack\\..\\evil.txt",
        "bare.txt",
        "p/a\nb",
    ],
)
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / NAME).write_bytes(put_together([member(name)]))

    assert kinds(tmp_path / NAME) == [(NAME, Kind.NAME)]
    assert "\n" not in verify(tmp_path / NAME).findings[0].message


@pytest.mark.parametrize("names", [["p/b", "p/a"], ["p/a", "p/a"]])
def test_another_order_and_the_same_name_twice_are_refused(names: list[str]) -> None:
    assert [f.kind for f in check_zip(NAME, put_together([member(n) for n in names])).findings] == [Kind.ZIP]


def test_a_zip_bomb_is_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    bytes_of_it = bomb.compress(bytes(40 * 2**20)) + bomb.flush()
    unpacked = []
    real = archive._inflated

    def noted(name: str, data: bytes, size: int) -> bytes:
        unpacked.append(size)
        return real(name, data, size)

    monkeypatch.setattr(archive, "_inflated", noted)
    liar = archive.Member("p/bomb", bytes_of_it, b"x" * 10)
    honest = put_together([archive.Member("p/bomb", bytes_of_it, b"")]).replace(
        struct.pack("<2L", len(bytes_of_it), 0), struct.pack("<2L", len(bytes_of_it), 2**31), 1
    )

    tracemalloc.start()
    assert check_zip(NAME, put_together([liar])).findings[0].kind is Kind.TOO_LARGE
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()
    assert check_zip(NAME, honest).findings[0].kind is Kind.TOO_LARGE
    assert unpacked == [10]


def test_many_files_are_no_more_than_their_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 1000)
    data = put_together([member(f"p/{number}", b"x" * 400) for number in range(4)])

    assert check_zip(NAME, data).findings[0].kind is Kind.TOO_LARGE


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        (b"not JSON", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "no list of files"),
        (b'{"files": {}}', "not that of a pack"),
        (b'{"lesson": "a", "country": "b", "files": {"../x": "00"}}', "can't be a file"),
        (b'{"lesson": "a", "country": "b", "files": {"x": "00"}}', "no hash"),
        (b"\xff\xfe", "no JSON"),
    ],
)
def test_a_manifest_that_is_none_is_one_line(manifest: bytes, words: str) -> None:
    data = put_together([member("p/manifest.json", manifest)])

    (found,) = check_zip(NAME, data).findings

    assert found.kind is Kind.MANIFEST
    assert words in found.message


def test_another_spelling_of_the_manifest_is_found() -> None:
    inner = {m.name: m.data for m in archive.members(packed())}
    name = "a-lesson-GB-ENG/manifest.json"
    inner[name] = json.dumps(json.loads(inner[name])).encode()

    (found,) = check_zip(NAME, put_together([member(n, data) for n, data in inner.items()])).findings

    assert "not written as it was built" in found.message


def test_what_a_zip_holds_is_held_against_its_manifest() -> None:
    inner = {m.name: m.data for m in archive.members(packed())}
    inner["a-lesson-GB-ENG/slides.pptx"] += b"!"
    inner["a-lesson-GB-ENG/zz.exe"] = b"MZ"
    del inner["a-lesson-GB-ENG/word/handout.docx"]

    found = check_zip(NAME, put_together([member(n, data) for n, data in sorted(inner.items())])).findings

    assert [one.kind for one in found] == [Kind.CHANGED, Kind.MISSING, Kind.ADDED]


def test_a_folder_of_another_name_in_the_zip_is_found() -> None:
    inner = {m.name.replace("a-lesson", "b-lesson"): m.data for m in archive.members(packed())}

    (found,) = check_zip(NAME, put_together([member(n, data) for n, data in inner.items()])).findings

    assert found.kind is Kind.NAME


# A teacher's folder.


def test_what_a_teacher_changed_and_added_is_told_in_plain_words(folder: Path) -> None:
    (folder / "slides.pptx").write_bytes(b"my own words")
    (folder / "my-notes.docx").write_bytes(b"notes")
    (folder / "read-me-first.txt").unlink()

    found = verify(folder).findings

    assert [(one.file, one.kind) for one in found] == [
        ("my-notes.docx", Kind.ADDED),
        ("read-me-first.txt", Kind.MISSING),
        ("slides.pptx", Kind.CHANGED),
    ]
    assert found[2].message == "slides.pptx is not as it was built."
    assert "yours" in found[2].hint


def test_what_the_desktop_leaves_is_no_fault_in_a_pack(folder: Path) -> None:
    for name in (".DS_Store", "~$slides.pptx", "Thumbs.db", "word/.~lock.handout.docx#"):
        (folder / name).write_bytes(b"desktop")

    assert verify(folder).same


def test_a_bit_of_every_byte_of_a_folders_manifest_is_found_with_its_zip(folder: Path) -> None:
    file = folder / "manifest.json"
    data = file.read_bytes()
    for bit in range(0, len(data) * 8, 7):
        file.write_bytes(flipped(data, bit))
        assert verify(folder).findings, f"bit {bit}"


def test_a_zip_of_another_day_beside_the_files_is_found(folder: Path) -> None:
    (folder / NAME).write_bytes(packed(files={**FILES, "slides.pptx": b"newer"}))

    assert kinds(folder) == [("manifest.json", Kind.MANIFEST)]


@pytest.mark.skipif(os.name != "posix", reason="links need a right of their own there")
def test_links_are_not_followed(folder: Path, release: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for place in (folder, release):
        (place / "elsewhere").symlink_to(outside, target_is_directory=True)
    (folder / "slides.pptx").rename(outside / "slides.pptx")
    (folder / "slides.pptx").symlink_to(outside / "slides.pptx")
    (release / "CHANGES.md").unlink()
    (release / "CHANGES.md").symlink_to("gone.md")
    (release / NAME).rename(outside / NAME)
    (release / NAME).symlink_to(outside / NAME)

    assert kinds(folder) == [("elsewhere", Kind.LINK), ("slides.pptx", Kind.LINK)]
    assert kinds(release) == [("CHANGES.md", Kind.LINK), (NAME, Kind.LINK), ("elsewhere", Kind.LINK)]


@pytest.mark.skipif(os.name != "posix", reason="there are no such pipes")
def test_a_pipe_in_place_of_a_file_stops_nobody(folder: Path, tmp_path: Path) -> None:
    (folder / "slides.pptx").unlink()
    os.mkfifo(folder / "slides.pptx")
    os.mkfifo(tmp_path / "pipe.zip")

    assert kinds(folder) == [("slides.pptx", Kind.UNREADABLE)]
    assert verify(tmp_path / "pipe.zip").trouble


# A release.


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


# The command.


def ran(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(lessonpack, ["verify", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_the_command_ends_with_what_it_found(release: Path, folder: Path, tmp_path: Path) -> None:
    assert ran(release, folder)[0] == 0
    (folder / "slides.pptx").write_bytes(b"mine")
    code, said = ran(release, folder)
    assert code == 1
    assert "slides.pptx is not as it was built." in said
    assert ran(folder, tmp_path / "nothing-here.zip")[0] == 2
    assert ran(tmp_path)[0] == 2
    assert ran()[0] == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is unreadable here")
def test_an_unreadable_file_is_trouble(folder: Path) -> None:
    (folder / "slides.pptx").chmod(0)

    assert ran(folder)[0] == 2


def test_programs_get_json(folder: Path) -> None:
    (folder / "slides.pptx").write_bytes(b"mine")

    code, said = ran("--format", "json", folder)

    found = json.loads(said)
    assert code == 1
    assert found["same"] is False
    assert found["checked"][0]["what"] == "folder"
    assert found["checked"][0]["findings"][0]["kind"] == "changed"


def test_it_starts_without_what_draws() -> None:
    heavy = ("reportlab", "pptx", "docx", "pydantic", "yaml", "numpy", "lxml", "PIL", "pypdf")
    code = (
        "import sys\n"
        "from builder.cli import main\n"
        "sys.argv = ['lessonpack', 'verify', 'nothing-here.zip']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules])\n"
        "print('builder.verify.release' in sys.modules)"
    )

    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert shown.stdout.splitlines()[-2:] == ["[]", "True"]
