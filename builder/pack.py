"""The lid: files, a manifest with their hashes, and a zip that is the same bytes every time.

A crash leaves the old pack or the new one, never half of one: everything is written beside its place
and put there in one move.
"""

import errno
import itertools
import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder import sealed
from builder.parts import uncompressed
from builder.processes import alive
from builder.render import Artefact
from builder.swap import put_in_place, recover


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
    """A pack with its manifest: `sources` are sha256 by file, `about` whatever else is to be recorded.

    The manifest's `parts` are what the files say, whatever compressed them; see builder.parts.
    """
    manifest = {
        "lesson": lesson,
        "country": country,
        **about,
        "files": {artefact.name: sealed.sha256(artefact.data) for artefact in artefacts},
        "parts": {artefact.name: uncompressed(artefact.name, artefact.data) for artefact in artefacts},
        "sources": dict(sorted(sources.items())),
    }
    text = sealed.manifest_text(manifest)
    files = [*artefacts, Artefact(sealed.MANIFEST, text.encode())]
    return Pack(lesson, country, tuple(sorted(files, key=lambda f: f.name)))


def zipped(pack: Pack) -> bytes:
    """The pack as a zip: names sorted, times and permissions fixed, in one folder of the pack's name."""
    return sealed.zipped(pack.name, ((artefact.name, artefact.data) for artefact in pack.files))


@dataclass(frozen=True, slots=True)
class Written:
    """Where the pack stands, and where the old one is kept if somebody had worked in it."""

    place: Path
    kept: Path | None = None


def write(pack: Pack, out: Path, zip_too: bool = True) -> Written:
    """Put the pack into `out/<lesson>/<country>/`, its zip among the files unless it isn't to be sent yet.

    What a teacher changed or added in the old folder is never lost: that folder is kept under another
    name. Raises CantWriteError, in one line for the user, when a file is open elsewhere, the disk is full
    or the folder can't be written.
    """
    place = out / pack.lesson / pack.country
    staging: Path | None = None
    stood = place.is_dir()
    try:
        if (place.is_symlink() or place.exists()) and (place.is_symlink() or not stood):
            raise NotADirectoryError(errno.ENOTDIR, "it is not a folder", str(place))
        place.parent.mkdir(parents=True, exist_ok=True)
        clear_litter(place)
        if left := recover(place):
            _put_away(left, place)
        staging = Path(tempfile.mkdtemp(prefix=f"{_litter(place)}{os.getpid()}-", dir=place.parent))
        staging.chmod(0o755)
        whole = [Artefact(f"{pack.name}.zip", zipped(pack))] if zip_too else []
        for artefact in (*pack.files, *whole):
            (staging / artefact.name).parent.mkdir(exist_ok=True)
            write_through(staging / artefact.name, artefact.data)
        old = put_in_place(staging, place)
        return Written(place, _put_away(old, place) if old else None)
    except OSError as fault:
        raise CantWriteError(_in_words(fault, place, stood)) from fault
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)


def _put_away(old: Path, place: Path) -> Path | None:
    """Delete the old pack, or keep it beside the new one where somebody has worked in it."""
    if not own_work(old, place):
        shutil.rmtree(old, ignore_errors=True)
        return None
    for number in itertools.count(1):
        kept = place.with_name(f"{place.name}-kept-{number}")
        if not kept.exists():
            return old.rename(kept)
    return None


def own_work(folder: Path, place: Path) -> list[str]:
    """Names of the files in a pack's folder that are not as they were built."""
    try:
        built = dict(json.loads((folder / sealed.MANIFEST).read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        built = {}
    ours = {sealed.MANIFEST, f"{place.parent.name}-{place.name}.zip"}
    try:
        found = list(sealed.differing(folder, built, ours))
    except OSError:
        # What can't be looked into may be somebody's: it is kept.
        return [folder.name]
    return [name for name, how in found if how is not sealed.Differs.MISSING]


def _litter(place: Path) -> str:
    return f".{place.name}-new-"


def clear_litter(place: Path) -> None:
    """Remove what a killed build left; a build that is still at work keeps its folder."""
    for folder in place.parent.glob(f"{_litter(place)}*"):
        owner = folder.name.removeprefix(_litter(place)).split("-")[0]
        if owner.isdigit() and not alive(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _in_words(fault: OSError, place: Path, stood: bool) -> str:
    reason = fault.strerror or str(fault)
    old = " The old pack is still there." if stood and place.exists() else ""
    if isinstance(fault, PermissionError) and os.name == "nt":
        return f"{place} can't be written. Close the files that are open in PowerPoint or a PDF viewer.{old}"
    return f"{place} can't be written: {reason}.{old}"


def write_through(path: Path, data: bytes) -> None:
    """Write and make sure it is on the disk: a pack must not turn out empty after a power cut."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
