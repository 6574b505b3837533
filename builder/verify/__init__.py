"""Verify: whether a release, a pack's folder or its zip is, to the last bit, as it was built."""

from pathlib import Path

from builder.sealed import MANIFEST
from builder.verify.contents import check_zip
from builder.verify.folder import check_folder
from builder.verify.found import Finding, Kind, Verified, shown
from builder.verify.reading import read
from builder.verify.release import check_release, is_release

__all__ = ["Finding", "Kind", "Verified", "verify"]

NAME_ONE = "Name a release's folder, a pack's folder, or a pack's zip."


def verify(path: Path) -> Verified:
    """What at `path` is not as it was built. Raises nothing for what strangers made of it."""
    name = shown(str(path))
    try:
        if path.is_dir():
            if is_release(path):
                return check_release(path)
            if (path / MANIFEST).is_file():
                return check_folder(path)
            return _not_a_pack(name, f"{name} is no pack and no release: there is no {MANIFEST} in it.")
        if not path.exists():
            return _not_a_pack(name, f"There is no {name}.", Kind.UNREADABLE)
        zipped = check_zip(shown(path.name), read(path))
        return Verified(name, "zip", zipped.files, zipped.findings, zipped.notes)
    except (OSError, ValueError) as fault:
        said = getattr(fault, "strerror", None) or "its name can't be used"
        where = shown(str(getattr(fault, "filename", None) or path))
        finding = Finding(where, Kind.UNREADABLE, f"{where} can't be read: {said}.", NAME_ONE)
        return Verified(name, "nothing", 0, (finding,))


def _not_a_pack(name: str, said: str, kind: Kind = Kind.NOT_A_PACK) -> Verified:
    return Verified(name, "nothing", 0, (Finding(name, kind, said, NAME_ONE),))
