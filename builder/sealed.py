"""How a pack is closed, apart from what draws it: its zip, its hashes, and whose its files are.

It needs nothing but the standard library, so that `verify` starts in a moment.
"""

import hashlib
import io
import json
import os
import stat
import zipfile
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

# The earliest moment a zip can hold: a pack's own date stands in its manifest.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
# Most of what is in a pack is compressed already: more effort gains a hundredth.
LEVEL = 6
MANIFEST = "manifest.json"
CREATED_ON_UNIX = 3
MODE = 0o644


class Differs(StrEnum):
    """How a file of a folder differs from what was built."""

    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"
    LINK = "link"
    UNREADABLE = "unreadable"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def manifest_text(manifest: Mapping[str, object]) -> str:
    """A manifest as it is written: the same words wherever and whenever."""
    return json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def zipped(folder: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files as a zip in one folder: times and permissions fixed, in the order in which they come."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(f"{folder}/{name}", FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = CREATED_ON_UNIX
            entry.external_attr = MODE << 16
            archive.writestr(entry, data, compresslevel=LEVEL)
    return out.getvalue()


def is_litter(name: str) -> bool:
    """Hidden files and lock files come from the desktop, not from a person."""
    last = name.rsplit("/", 1)[-1]
    return last.startswith((".", "~$")) or last == "Thumbs.db"


def differing(
    folder: Path,
    built: Mapping[str, str],
    ours: Container[str] = (),
    spared: Callable[[str], bool] = is_litter,
) -> Iterator[tuple[str, Differs]]:
    """What in a folder is not as the sha256 of `built` say, in the order of names; raises OSError.

    `ours` are files that have no hash; what was never built and is `spared` is no matter.
    """
    there = dict(entries(folder))
    for name in sorted({*there, *built}):
        if name in ours or (name not in built and spared(name)):
            continue
        if name not in there:
            yield name, Differs.MISSING
        elif there[name]:
            yield name, Differs.LINK
        elif name not in built:
            yield name, Differs.ADDED
        else:
            try:
                same = hash_of(folder / name) == built[name]
            except OSError:
                yield name, Differs.UNREADABLE
            else:
                if not same:
                    yield name, Differs.CHANGED


def entries(folder: Path) -> Iterator[tuple[str, bool]]:
    """Every file beneath a folder, by its name with “/”, and whether it is a link, which is not followed.

    Raises OSError where a folder can't be looked into.
    """
    for place, folders, files in os.walk(folder, onerror=_raised):
        beneath = Path(place)
        links = [name for name in folders if (beneath / name).is_symlink()]
        for name in (*links, *files):
            path = beneath / name
            yield path.relative_to(folder).as_posix(), path.is_symlink()


def _raised(fault: OSError) -> None:
    raise fault


def hash_of(path: Path) -> str:
    """The sha256 of a file; raises OSError, also for what is no file, such as a pipe that never ends."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(f"{path} is not a file")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
