"""The lid: files, a manifest with their hashes, and a zip that is the same bytes every time.

A crash leaves the old pack or the new one, never half of one: everything is written beside its place
and put there in one move.
"""

import contextlib
import hashlib
import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.render import Artefact
from builder.swap import put_in_place

# The earliest moment a zip can hold: a pack's own date stands in its manifest.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


class CantWriteError(Exception):
    """The pack could not be put in its place; the old one stands. The message is for the user."""


@dataclass(frozen=True, slots=True)
class Pack:
    """All files of one lesson for one country, the manifest among them, in the order of their names."""

    lesson: str
    country: str
    files: tuple[Artefact, ...]

    @property
    def name(self) -> str:
        return f"{self.lesson}-{self.country}"


def assemble(
    lesson: str,
    country: str,
    artefacts: Sequence[Artefact],
    sources: Mapping[str, str],
    about: Mapping[str, object],
) -> Pack:
    """A pack with its manifest: `sources` are sha256 by file, `about` whatever else is to be recorded."""
    manifest = {
        "lesson": lesson,
        "country": country,
        **about,
        "files": {artefact.name: _sha256(artefact.data) for artefact in artefacts},
        "sources": dict(sorted(sources.items())),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    files = [*artefacts, Artefact("manifest.json", text.encode())]
    return Pack(lesson, country, tuple(sorted(files, key=lambda f: f.name)))


def zipped(pack: Pack) -> bytes:
    """The pack as a zip: names sorted, times and permissions fixed, in one folder of the pack's name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for artefact in pack.files:
            entry = zipfile.ZipInfo(f"{pack.name}/{artefact.name}", FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, artefact.data)
    return out.getvalue()


def write(pack: Pack, out: Path) -> Path:
    """Put the pack into `out/<lesson>/<country>/`, its zip among the files; returns that folder.

    Raises CantWriteError, in one line for the user, when a file is open elsewhere, the disk is full or
    the folder can't be written.
    """
    place = out / pack.lesson / pack.country
    staging: Path | None = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{pack.country}-new-", dir=place.parent))
        staging.chmod(0o755)
        for artefact in (*pack.files, Artefact(f"{pack.name}.zip", zipped(pack))):
            _write_through(staging / artefact.name, artefact.data)
        put_in_place(staging, place)
    except PermissionError as fault:
        raise CantWriteError(
            f"{_shown(fault, place)} can't be written. Is a file of this pack open in PowerPoint or a PDF "
            "viewer? Close it and build again; the old pack is still there."
        ) from fault
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CantWriteError(
            f"{_shown(fault, place)} can't be written: {reason}. "
            "The old pack, if there was one, is still there."
        ) from fault
    finally:
        if staging is not None:
            with contextlib.suppress(OSError):
                shutil.rmtree(staging, ignore_errors=True)
    return place


def _write_through(path: Path, data: bytes) -> None:
    """Write and make sure it is on the disk: a pack must not turn out empty after a power cut."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _shown(fault: OSError, place: Path) -> str:
    return str(fault.filename or place)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
