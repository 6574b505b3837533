"""The lock file: which libraries, in exactly which files, the tool runs on."""

import re
from dataclasses import dataclass
from pathlib import Path

from builder.release.refused import RefusedError

_PINNED = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)\s*(?:;\s*([^\\]+?))?\s*\\?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\s*\\?")


@dataclass(frozen=True, slots=True)
class Locked:
    """One library: `when` is the condition under which it is installed, `sha256` are those of its files."""

    name: str
    version: str
    when: str
    sha256: tuple[str, ...]


def read_lock(file: Path) -> tuple[bytes, list[Locked]]:
    """The bytes of the file, and what it pins. Raises RefusedError for a file that is no lock."""
    try:
        raw = file.read_bytes()
        lines = raw.decode().splitlines()
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise RefusedError(
            f"{file} can't be read: {why}. A release says which libraries made it; make it in a clone of the "
            "project, or name the file behind “lock:” in release.yaml."
        ) from fault
    except ValueError as fault:
        raise RefusedError(f"{file} isn't plain text, so it can't be the lock file.") from fault
    found: list[Locked] = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if pinned := _PINNED.fullmatch(text):
            found.append(Locked(pinned[1], pinned[2], pinned[3] or "", ()))
        elif (one := _HASH.fullmatch(text)) and found:
            last = found[-1]
            found[-1] = Locked(last.name, last.version, last.when, (*last.sha256, one[1]))
        elif text and not text.startswith("#"):
            raise RefusedError(
                f"{file}:{number}: “{text[:60]}” pins no library. “make lock” writes this file; run it again."
            )
    loose = next((one.name for one in found if not one.sha256), None)
    if loose or not found:
        raise RefusedError(f"{file} has no sha256 for {loose or 'any library'}. “make lock” writes them.")
    return raw, found
