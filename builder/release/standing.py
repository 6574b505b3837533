"""Where a release stands: built beside its place, and put there in one step or not at all."""

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from filecmp import cmp
from pathlib import Path

from builder.pack import clear_litter
from builder.release.refused import RefusedError
from builder.swap import put_if_free, put_in_place, recover

NAME = "lesson-packs"


def folder_name(version: str, draft: bool) -> str:
    return f"{NAME}-{version}-draft" if draft else f"{NAME}-{version}"


@contextmanager
def staging(place: Path) -> Iterator[Path]:
    """A folder beside `place` for the time of the block; what killed releases left is cleared first.

    Raises RefusedError, in one line for the user, where the disk is full or the folder can't be written.
    """
    ours: Path | None = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        # Of whatever version: nobody may ever make that one again.
        clear_litter(place.with_name(NAME))
        if left := recover(place):
            shutil.rmtree(left, ignore_errors=True)
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise NotADirectoryError(errno.ENOTDIR, "it is not a folder", str(place))
        ours = Path(tempfile.mkdtemp(prefix=f".{NAME}-new-{os.getpid()}-", dir=place.parent))
        ours.chmod(0o755)
        yield ours
    except OSError as fault:
        reason = fault.strerror or str(fault)
        old = " The release that stood there still does." if place.is_dir() else ""
        raise RefusedError(f"{place} can't be written: {reason}.{old}") from fault
    finally:
        if ours is not None:
            shutil.rmtree(ours, ignore_errors=True)


def put(made: Path, place: Path, replace: bool) -> bool:
    """Put the folder `made` in its place; False where the same release stands there already.

    Raises RefusedError where another one does and is not to be replaced, and OSError.
    """
    if put_if_free(made, place):
        return True
    if same(made, place):
        return False
    if not replace:
        raise stands_already(place)
    old = put_in_place(made, place)
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)
    return True


def stands_already(place: Path) -> RefusedError:
    return RefusedError(
        f"{place} holds another release of this version. What is published never changes silently: give "
        "this one a new --version, or replace the old one with --replace if nobody has it yet."
    )


def differs(place: Path, header: Mapping[str, object]) -> bool:
    """Whether a release stands at `place` that says something else of itself, before any pack is compared."""
    try:
        told = json.loads((place / "manifest.json").read_text(encoding="utf-8"))["release"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(told != header)


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    names = _files(one)
    return names == _files(other) and all(cmp(one / name, other / name, shallow=False) for name in names)


def _files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir())
