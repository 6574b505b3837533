"""Exchange one folder for another in a single step, where the system can."""

import ctypes
import errno
import os
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2


def put_in_place(new: Path, place: Path) -> Path | None:
    """Make the folder `new` stand at `place`; both must be in one folder.

    Returns where the folder that stood there is now, or None if there was none. On Linux and macOS the
    exchange is one step. Elsewhere the old folder steps aside first, and steps back if the new one can't
    take its place. Raises OSError.
    """
    if not place.exists() and put_if_free(new, place):
        return None
    # A folder that another build put there meanwhile is exchanged like any old one.
    if _exchange(new, place):
        return new
    aside = _aside(place)
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise
    return aside


def put_if_free(new: Path, place: Path) -> bool:
    """Make the folder `new` stand at `place` unless something does already, in one step. Raises OSError."""
    try:
        new.rename(place)
    except OSError as fault:
        # Of a folder that another process put there meanwhile, systems say the one or the other.
        if fault.errno in (errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR):
            return False
        raise
    return True


def recover(place: Path) -> Path | None:
    """Undo half an exchange that a crash left: the old folder steps back, or is returned as left over."""
    aside = _aside(place)
    if not aside.exists():
        return None
    if place.exists():
        return aside
    aside.rename(place)
    return None


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}-old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system can't."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renameat2"):  # Linux
            return bool(library.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0)
        return bool(library.renamex_np(first, second, RENAME_SWAP) == 0)  # macOS
    except (AttributeError, OSError, TypeError):
        return False
