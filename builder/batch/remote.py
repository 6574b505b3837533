"""Stores that fsspec knows: a cloud's objects, a server, a memory. The only home of fsspec."""

import itertools
import os
import platform
from typing import Any

import fsspec

from builder.batch.store import CantStoreError

WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "oci", "r2", "memory"})
"""Where an object is there whole or not at all, however it is put."""
_COUNT = itertools.count()


def remote_store(target: str) -> "Remote":
    """Raises CantStoreError where there is no such kind of store, or what reaches it isn't installed."""
    try:
        files, root = fsspec.core.url_to_fs(target)
    except (ImportError, ValueError, OSError) as fault:
        raise CantStoreError(f"{target} can't be used: {_one_line(fault)}.", True) from fault
    return Remote(files, root, target)


class Remote:
    """A place in a file system of fsspec's; see `Store`."""

    def __init__(self, files: Any, root: str, target: str) -> None:
        self._files = files
        self._root = root.rstrip("/")
        self._target = target.rstrip("/")
        kinds = files.protocol if isinstance(files.protocol, list | tuple) else [files.protocol]
        self._whole = bool(WHOLE & set(kinds))

    def put(self, name: str, data: bytes) -> str:
        place = self._place(name)
        try:
            if self._whole:
                self._files.pipe_file(place, data)
            else:
                self._renamed(place, data)
        # Every kind of store has faults of its own.
        except Exception as fault:
            raise CantStoreError(f"{self._target}/{name} can't be written: {_one_line(fault)}.") from fault
        return self.stamp(name)

    def _renamed(self, place: str, data: bytes) -> None:
        folder, _, last = place.rpartition("/")
        beside = f"{folder}/.{last}.new-{platform.node()}-{os.getpid()}-{next(_COUNT)}"
        self._files.makedirs(folder, exist_ok=True)
        try:
            self._files.pipe_file(beside, data)
            self._files.mv(beside, place)
        except BaseException:
            if self._files.exists(beside):
                self._files.rm_file(beside)
            raise

    def stamp(self, name: str) -> str:
        try:
            # What it remembers of a folder may be older than what another worker wrote.
            self._files.invalidate_cache(self._place(name).rpartition("/")[0])
            return str(self._files.ukey(self._place(name)))
        except Exception:
            return ""

    def read(self, name: str) -> bytes | None:
        try:
            return bytes(self._files.cat_file(self._place(name)))
        except Exception:
            return None

    def remove(self, name: str) -> None:
        place = self._place(name)
        try:
            self._files.rm_file(place)
        except FileNotFoundError:
            pass
        except Exception as fault:
            raise CantStoreError(f"{self._target}/{name} can't be removed: {_one_line(fault)}.") from fault

    def tidy(self, folder: str) -> None:
        """Nothing: whether a process of another machine is still at work can't be told from here."""

    def _place(self, name: str) -> str:
        return f"{self._root}/{name}"


def _one_line(fault: BaseException) -> str:
    said = " ".join(str(fault).split()) or type(fault).__name__
    return said.rstrip(".")
