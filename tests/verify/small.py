"""A small pack and a small release, zips put together by hand, and what verify says of them."""

import hashlib
import json
import zlib
from pathlib import Path

from builder.pack import assemble, zipped
from builder.render import Artefact
from builder.verify import archive, verify
from builder.verify.found import Kind

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


def kinds(path: Path) -> list[tuple[str, Kind]]:
    return [(found.file, found.kind) for found in verify(path).findings]


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def unseen_bits(file: Path, root: Path) -> list[int]:
    """The bits of a file whose flipping `verify` of the folder `root` doesn't find; the file stays as it was.

    In steps of seven, every byte and each of the eight bits has its turn.
    """
    whole = file.read_bytes()
    unseen = []
    for bit in range(0, len(whole) * 8, 7):
        file.write_bytes(flipped(whole, bit))
        if not verify(root).findings:
            unseen.append(bit)
    file.write_bytes(whole)
    return unseen


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


def member(name: str, data: bytes = b"words") -> archive.Member:
    packing = zlib.compressobj(6, zlib.DEFLATED, -15)
    return archive.Member(name, packing.compress(data) + packing.flush(), data)
