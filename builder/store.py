"""Results kept in a folder under the hash of what they were made from; it may be deleted at any time.

No library: those at hand keep a database, which two builds would have to share, and unpickle what they find.
"""

import contextlib
import hashlib
import os

FOLDER = ".cache"
"""Where a build keeps its results: within the folder that it writes to, as they may hold names of staff."""
MOST_BYTES = 1 << 30
_DIGEST = 32


def key_of(*parts: str | bytes) -> str:
    """One key for several parts, however they are cut."""
    found = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        found.update(b"%d\0" % len(data))
        found.update(data)
    return found.hexdigest()


class Store:
    """Bytes by key; each stands behind a hash of its own, so that damage is found.

    Nothing here raises OSError: what can't be kept or read is made again.
    """

    def __init__(self, folder: str, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most_bytes = most_bytes
        self._written = False

    def get(self, key: str) -> bytes | None:
        """What was kept under `key`, whole; None if it isn't there or has been damaged."""
        place = self._place(key)
        try:
            with open(place, "rb", buffering=0) as file:
                stored = file.read()
        except OSError:
            return None
        digest, data = stored[:_DIGEST], stored[_DIGEST:]
        if hashlib.blake2b(data, digest_size=_DIGEST).digest() == digest:
            return data
        with contextlib.suppress(OSError):
            os.unlink(place)
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`, in one step: whoever reads meanwhile finds all of it or nothing."""
        place = self._place(key)
        # Two builds at once have two names; a killed one leaves a file that is pruned in its time.
        staged = f"{place}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(staged, "wb") as file:
                file.write(hashlib.blake2b(data, digest_size=_DIGEST).digest() + data)
            os.replace(staged, place)
            self._written = True
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(staged)

    def prune(self) -> None:
        """Delete what was kept longest ago until the folder is within its size, if anything was added."""
        if not self._written:
            return
        found = []
        for folder, _, names in os.walk(self.folder):
            for name in names:
                place = os.path.join(folder, name)
                with contextlib.suppress(OSError):
                    state = os.stat(place)
                    found.append((state.st_mtime_ns, state.st_size, place))
        over = sum(size for _, size, _ in found) - self._most_bytes
        for _, size, place in sorted(found):
            if over <= 0:
                break
            with contextlib.suppress(OSError):
                os.unlink(place)
                over -= size

    def _place(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key[2:])
