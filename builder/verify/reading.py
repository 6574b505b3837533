"""Files of strangers are read up to a limit, and only if they are files."""

import stat
from pathlib import Path

LIMIT = 300 * 2**20


class TooLargeError(OSError):
    """A file that is larger than any pack."""


def read(path: Path) -> bytes:
    """All of a file; raises OSError, also for what is no file or larger than a pack can be."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "it is not a file", str(path))
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise TooLargeError(0, f"it is larger than {LIMIT // 2**20} MB, and no pack is", str(path))
    return data
