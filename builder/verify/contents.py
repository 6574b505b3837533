"""What is in a pack, held against the pack's own manifest."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.sealed import MANIFEST, manifest_text, sha256
from builder.verify.archive import DamagedError, Member, members
from builder.verify.found import Finding, Kind, leads_out, shown

MANIFEST_LIMIT = 8 * 2**20
HASH = re.compile(r"[0-9a-f]{64}")
TELLING = 1000
"""Bytes of which no two kinds of zlib make the same; shorter files may come out alike by chance."""
AGAIN = "Download or build it again."


class ManifestError(Exception):
    """A manifest that can't be one; the message is the rest of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack's manifest says of its files: `files` are their sha256 by name."""

    name: str
    files: Mapping[str, str]


def loaded(data: bytes) -> dict[str, object]:
    """The JSON object in a manifest; raises ManifestError."""
    if len(data) > MANIFEST_LIMIT:
        raise ManifestError("is far too large.")
    try:
        found = json.loads(data.decode("utf-8"))
    # Deep nesting ends in the last of them.
    except (ValueError, RecursionError) as fault:
        raise ManifestError("is damaged: it is no JSON.") from fault
    if not isinstance(found, dict):
        raise ManifestError("is damaged: it holds no list of files.")
    return found


def of_pack(data: bytes) -> Manifest:
    """A pack's manifest, in which every sign must stand where it was written; raises ManifestError."""
    found = loaded(data)
    lesson, country, files = (found.get(key) for key in ("lesson", "country", "files"))
    if not (isinstance(lesson, str) and isinstance(country, str) and isinstance(files, dict) and files):
        raise ManifestError("is not that of a pack: lesson, country or files are missing.")
    for name, digest in files.items():
        if leads_out(name) or not name.isprintable() or name == MANIFEST:
            raise ManifestError(f"names “{shown(name)}”, which can't be a file of a pack.")
        if not (isinstance(digest, str) and HASH.fullmatch(digest)):
            raise ManifestError(f"has no hash for {name}.")
    if manifest_text(found).encode("utf-8", "surrogatepass") != data:
        raise ManifestError("is not written as it was built.")
    return Manifest(f"{lesson}-{country}", files)


@dataclass(frozen=True, slots=True)
class Zip:
    """A pack's zip: how many files it holds, what was found, its manifest's bytes, and what to know."""

    files: int
    findings: tuple[Finding, ...]
    manifest: bytes | None = None
    notes: tuple[str, ...] = ()


def check_zip(file: str, data: bytes, hashed: bool = False) -> Zip:
    """The zip called `file`; one that is `hashed` agreed with a hash of all its bytes."""
    try:
        found = members(data)
    except DamagedError as fault:
        return Zip(0, (Finding(file, fault.kind, f"{file} {fault.message}", AGAIN),))
    inner = {member.name.split("/", 1)[1]: member for member in found}
    if MANIFEST not in inner:
        return Zip(
            len(found), (Finding(file, Kind.MANIFEST, f"{file} holds no {MANIFEST}: it is no pack.", AGAIN),)
        )
    manifest = inner.pop(MANIFEST).data
    folder = found[0].name.split("/")[0]
    findings = [*_against_manifest(file, folder, inner, manifest)]
    notes: tuple[str, ...] = ()
    if not hashed and not findings:
        odd, notes = _packed_again(file, found)
        findings += odd
    return Zip(len(found), tuple(findings), manifest, notes)


def _against_manifest(file: str, folder: str, inner: Mapping[str, Member], data: bytes) -> Iterator[Finding]:
    try:
        manifest = of_pack(data)
    except ManifestError as fault:
        yield Finding(file, Kind.MANIFEST, f"{file}: {MANIFEST} in it {fault}", AGAIN)
        return
    if manifest.name != folder:
        yield Finding(
            file,
            Kind.NAME,
            f"{file}: the folder in it is {shown(folder)}, not {shown(manifest.name)}.",
            AGAIN,
        )
    for name in sorted({*inner, *manifest.files}):
        where = f"{file}: {name}"
        if name not in inner:
            yield Finding(file, Kind.MISSING, f"{where} is missing in it.", AGAIN)
        elif name not in manifest.files:
            yield Finding(file, Kind.ADDED, f"{where} is in it and was not built with it.", AGAIN)
        elif sha256(inner[name].data) != manifest.files[name]:
            yield Finding(file, Kind.CHANGED, f"{where} in it is not as it was built.", AGAIN)


def _packed_again(file: str, found: list[Member]) -> tuple[list[Finding], tuple[str, ...]]:
    """A bit may have changed in how a file is packed, and not in the file: packing it again shows that.

    Another machine's zlib packs otherwise, and then all of a pack. One file that differs alone is damage.
    """
    odd = [member for member in found if not member.repacked()]
    here = any(member not in odd and len(member.data) >= TELLING for member in found)
    if here or len(odd) == 1:
        names = [shown(member.name.split("/", 1)[1]) for member in odd]
        said = [f"{file}: {name} in it is whole, but not packed as it was." for name in names]
        return [Finding(file, Kind.ZIP, one, AGAIN) for one in said], ()
    if odd:
        note = (
            f"{file} was packed by another zlib than this one. All its files are whole; a bit changed only "
            "in how they are packed could be seen with the SHA256SUMS of its release, and not here."
        )
        return [], (note,)
    return [], ()
