"""Packs and releases are opened: zips of strangers within limits, names never as paths."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from builder import sealed
from builder.audit.passage import UnreadableError
from builder.audit.zipped import look_into
from builder.compare import CompareError, PackFiles, changes_between
from builder.compare.changes import Compared, PackChanges

SHARED = "slides-to-share.pdf"
LIMIT = 300 * 2**20
NAME_ONE = "Name a pack's zip, a pack's folder or a release's folder."


@dataclass(frozen=True, slots=True)
class Release:
    """A release's folder, and its packs by the names of their zips."""

    path: Path
    packs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The old and the new slides of a pack as PDFs, to take pictures from."""

    old: bytes | None
    new: bytes | None


Couple = tuple[str, PackFiles | None, PackFiles | None]


def opened(path: Path) -> PackFiles | Release:
    """What stands at `path`; raises CompareError."""
    try:
        if not path.is_dir():
            return _pack(path)
        manifest = _manifest(path)
        if "packs" in manifest:
            return Release(path, tuple(sorted(one.name for one in path.glob("*.zip"))))
        return _folder(path, manifest)
    except (OSError, ValueError) as fault:
        said = getattr(fault, "strerror", None) or "its name can't be used"
        raise CompareError(f"{path} can't be read: {said}. {NAME_ONE}") from fault


def compared(old: PackFiles | Release, new: PackFiles | Release) -> tuple[Compared, list[Shown]]:
    """What changed, and the slides of each pack in which something did; raises CompareError.

    Of a pack and a release, the pack of the same name in the release is compared.
    """
    added: list[str] = []
    removed: list[str] = []
    packs: list[PackChanges] = []
    shown: list[Shown] = []
    same = 0
    for name, ours, theirs in _couples(old, new):
        if ours is None:
            added.append(name)
        elif theirs is None:
            removed.append(name)
        elif ours.files != theirs.files and (changes := changes_between(ours, theirs)):
            packs.append(changes)
            shown.append(Shown(ours.files.get(SHARED), theirs.files.get(SHARED)))
        else:
            same += 1
    return Compared(tuple(added), tuple(removed), tuple(packs), same), shown


def _couples(old: PackFiles | Release, new: PackFiles | Release) -> Iterator[Couple]:
    if isinstance(old, PackFiles):
        yield old.name, old, new if isinstance(new, PackFiles) else _of(new, f"{old.name}.zip")
    elif isinstance(new, PackFiles):
        yield new.name, _of(old, f"{new.name}.zip"), new
    else:
        for name in sorted({*old.packs, *new.packs}):
            ours = _of(old, name) if name in old.packs else None
            yield name.removesuffix(".zip"), ours, _of(new, name) if name in new.packs else None


def _of(release: Release, name: str) -> PackFiles:
    if name not in release.packs:
        raise CompareError(f"There is no {name} in {release.path}.")
    return _pack(release.path / name)


def _manifest(path: Path) -> dict[str, object]:
    file = path / sealed.MANIFEST
    if not file.is_file():
        raise CompareError(f"{path} is no pack and no release: there is no {sealed.MANIFEST}. {NAME_ONE}")
    try:
        found = json.loads(_read(file))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise CompareError(f"{file} is damaged. “lessonpack verify” says more.")
    return found


def _folder(path: Path, manifest: dict[str, object]) -> PackFiles:
    """The pack's own files as they are now: what somebody added, and links, are left out."""
    there = {name for name, link in sealed.entries(path) if not link}
    named = manifest.get("files")
    names = [name for name in named if name in there] if isinstance(named, dict) else []
    files = {name: _read(path / name) for name in (*names, sealed.MANIFEST)}
    return PackFiles(f"{manifest.get('lesson')}-{manifest.get('country')}", files)


def _pack(path: Path) -> PackFiles:
    if not path.exists():
        raise CompareError(f"There is no {path}. {NAME_ONE}")
    data = _read(path)
    try:
        look_into(data, "a pack's zip")
        with zipfile.ZipFile(BytesIO(data)) as archive:
            inner = {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}
    except UnreadableError as fault:
        raise CompareError(f"{path}: {fault.message} {NAME_ONE}") from fault
    except Exception as fault:  # a damaged zip makes the library raise more kinds than it names
        raise CompareError(f"{path} is damaged. “lessonpack verify” says more.") from fault
    folders = {name.split("/")[0] for name in inner}
    folder = folders.pop() if len(folders) == 1 else ""
    if not folder or f"{folder}/{sealed.MANIFEST}" not in inner:
        raise CompareError(f"{path} is no pack: there is no {sealed.MANIFEST} in it. {NAME_ONE}")
    return PackFiles(folder, {name.removeprefix(f"{folder}/"): content for name, content in inner.items()})


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise OSError(0, "it is not a file", str(path))
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise CompareError(f"{path} is larger than {LIMIT // 2**20} MB, and no pack is.")
    return data
