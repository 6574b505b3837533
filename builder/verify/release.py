"""A release's folder: SHA256SUMS covers every file, the manifest every pack, each pack its own files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.sealed import MANIFEST, Differs, differing
from builder.verify.contents import HASH, ManifestError, check_zip, loaded
from builder.verify.found import RELEASE, Finding, Kind, Verified, leads_out, of_file, shown
from builder.verify.reading import read

SUMS = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def is_release(path: Path) -> bool:
    """Whether a folder is that of a release, even if one of its two lists is missing; raises OSError."""
    if (path / SUMS).exists():
        return True
    if not (path / MANIFEST).is_file():
        return False
    try:
        return "packs" in loaded(read(path / MANIFEST))
    except ManifestError:
        return False


def check_release(path: Path) -> Verified:
    """Every file of a release, and what is in every pack of it; raises OSError."""
    sums, findings = _sums(path)
    differ = dict(differing(path, sums, {SUMS}, spared=lambda _: False))
    if SUMS in differ or not sums:
        # Without hashes every file would be told as one that nobody knows.
        differ = {}
    findings += [of_file(name, how, RELEASE) for name, how in differ.items()]
    packs: Mapping[str, str] = {}
    if (path / MANIFEST).is_file() and not (path / MANIFEST).is_symlink():
        packs, said = _packs(read(path / MANIFEST))
        findings += said
        findings += _agree(packs, sums)
    elif MANIFEST not in differ:
        findings.append(of_file(MANIFEST, Differs.MISSING, RELEASE))
    inner = 0
    for name in packs:
        file = path / name
        if leads_out(name) or file.is_symlink() or not file.is_file() or differ.get(name) in _NOT_READ:
            continue
        hashed = name in sums and name not in differ
        zipped = check_zip(name, read(file), hashed)
        findings += zipped.findings
        inner += zipped.files
    return Verified(str(path), "release", len(sums) + inner, tuple(dict.fromkeys(findings)))


_NOT_READ = (Differs.LINK, Differs.UNREADABLE, Differs.MISSING)


def _sums(path: Path) -> tuple[dict[str, str], list[Finding]]:
    file = path / SUMS
    if file.is_symlink():
        return {}, [of_file(SUMS, Differs.LINK, RELEASE)]
    if not file.exists():
        return {}, [of_file(SUMS, Differs.MISSING, RELEASE)]
    found: dict[str, str] = {}
    said: list[Finding] = []
    # Only a line feed ends a line: any other sign that does so elsewhere is a changed one here.
    lines = read(file).decode("utf-8", "replace").split("\n")
    if lines.pop() != "":
        said.append(_wrong("doesn't end as it was written"))
    for number, line in enumerate(lines, 1):
        parts = LINE.fullmatch(line)
        if parts is None or not line.isprintable() or "�" in line:
            said.append(_wrong(f"line {number} is not as it was written"))
        elif leads_out(parts[2]) or parts[2] == SUMS:
            said.append(
                Finding(SUMS, Kind.NAME, f"{SUMS}: line {number} names a file that can't be in this folder.")
            )
        elif parts[2] in found:
            said.append(_wrong(f"line {number} names a file for the second time"))
        else:
            found[parts[2]] = parts[1]
    if not found and not said:
        said.append(_wrong("it is empty"))
    return found, said


def _wrong(what: str) -> Finding:
    return Finding(SUMS, Kind.SUMS, f"{SUMS}: {what}.", RELEASE.changed)


def _packs(data: bytes) -> tuple[dict[str, str], list[Finding]]:
    """The sha256 of each pack that the release's manifest names."""
    try:
        packs = loaded(data).get("packs")
        if not isinstance(packs, dict):
            raise ManifestError("is not that of a release: it names no packs.")
        found = {}
        for name, about in packs.items():
            digest = about.get("sha256") if isinstance(about, dict) else None
            if leads_out(name) or not isinstance(digest, str) or not HASH.fullmatch(digest):
                raise ManifestError(f"has no hash for {shown(name)}, or can't name it.")
            found[name] = digest
    except ManifestError as fault:
        return {}, [Finding(MANIFEST, Kind.MANIFEST, f"{MANIFEST} {fault}", RELEASE.changed)]
    return found, []


def _agree(packs: Mapping[str, str], sums: Mapping[str, str]) -> Iterator[Finding]:
    """What the two lists say of a pack must be the same."""
    for name, digest in packs.items():
        if sums and sums.get(name) != digest:
            said = f"{MANIFEST} and {SUMS} don't say the same of {shown(name)}."
            yield Finding(MANIFEST, Kind.MANIFEST, said, RELEASE.changed)
