"""Where packs go: each is put there whole or not at all, and a small record says what it was made from.

A record is taken away before its pack is replaced and written after it, so that no crash leaves one that
vouches for another pack.
"""

import errno
import hashlib
import itertools
import json
import os
import platform
from pathlib import Path
from typing import Protocol

from builder.processes import alive

_COUNT = itertools.count()
FOR_ALL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}
"""What keeps every other pack from being written too."""


class CantStoreError(Exception):
    """Something could not be written; the message is for the user. `for_all`: nor can anything else be."""

    def __init__(self, message: str, for_all: bool = False) -> None:
        super().__init__(message, for_all)
        self.message = message
        self.for_all = for_all


class Store(Protocol):
    """A place for files by name, “/” between folders. All but `read` and `stamp` raise CantStoreError."""

    def put(self, name: str, data: bytes) -> str:
        """Make `data` stand there in one step; its stamp."""

    def stamp(self, name: str) -> str:
        """What changes whenever the file does; empty where there is none."""

    def read(self, name: str) -> bytes | None:
        """None where there is no such file, or none that can be read."""

    def remove(self, name: str) -> None:
        """Whether it is there or not."""

    def tidy(self, folder: str) -> None:
        """Take away what killed processes of this machine left half-written in a folder."""


class Folder:
    """A local folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._ours = f"{platform.node() or 'here'}-"

    def put(self, name: str, data: bytes) -> str:
        place = self._root / name
        beside = place.with_name(f"{_litter(place.name)}{self._ours}{os.getpid()}-{next(_COUNT)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                with beside.open("xb") as file:
                    file.write(data)
                    file.flush()
                    # A pack must not turn out empty after a power cut.
                    os.fsync(file.fileno())
                    stamp = _stamp(os.fstat(file.fileno()))
                beside.replace(place)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
        except OSError as fault:
            raise _in_words(fault, place) from fault
        return stamp

    def stamp(self, name: str) -> str:
        try:
            return _stamp((self._root / name).stat())
        except OSError:
            return ""

    def read(self, name: str) -> bytes | None:
        try:
            return (self._root / name).read_bytes()
        except OSError:
            return None

    def remove(self, name: str) -> None:
        place = self._root / name
        try:
            place.unlink(missing_ok=True)
        except OSError as fault:
            if not isinstance(fault, NotADirectoryError):
                raise _in_words(fault, place) from fault

    def tidy(self, folder: str) -> None:
        for file in (self._root / folder).glob(f"{_litter('*')}{self._ours}*"):
            owner = file.name.rpartition(_NEW)[2].removeprefix(self._ours).split("-")[0]
            if owner.isdigit() and not alive(int(owner)):
                file.unlink(missing_ok=True)


_NEW = ".new-"


def _litter(name: str) -> str:
    return f".{name}{_NEW}"


def _stamp(found: os.stat_result) -> str:
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ino}"


def _in_words(fault: OSError, place: Path) -> CantStoreError:
    return CantStoreError(f"{place} can't be written: {fault.strerror or fault}.", fault.errno in FOR_ALL)


def record_name(pack: str) -> str:
    return f".made/{pack.removesuffix('.zip')}.json"


def finished(store: Store, pack: str, fingerprint: str) -> bool:
    """Whether the pack stands there that was made from exactly this."""
    try:
        record = json.loads(store.read(record_name(pack)) or b"")
        if record["fingerprint"] != fingerprint:
            return False
        if record["stamp"] == store.stamp(pack):
            return True
        # Copied to another disk it has another stamp, and is the same pack.
        data = store.read(pack)
        return data is not None and record["sha256"] == hashlib.sha256(data).hexdigest()
    except (ValueError, KeyError, TypeError):
        return False


def keep(store: Store, pack: str, fingerprint: str, data: bytes) -> None:
    """Make the pack stand there, and its record behind it. Raises CantStoreError."""
    store.remove(record_name(pack))
    stamp = store.put(pack, data)
    record = {"fingerprint": fingerprint, "sha256": hashlib.sha256(data).hexdigest(), "stamp": stamp}
    store.put(record_name(pack), (json.dumps(record, sort_keys=True) + "\n").encode())


def try_out(store: Store) -> None:
    """Write a file and take it away again. Raises CantStoreError where nothing can be written there."""
    name = f".made/.try-{platform.node()}-{os.getpid()}"
    store.put(name, b"")
    store.remove(name)
