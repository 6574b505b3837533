"""What packs are made from: the folder's own lessons as they were at the start, and the hash of everything.

The folder is read once and packed up. So an edit in the midst of a batch can't get into half of its packs,
and the same bytes go to workers on other machines.
"""

import hashlib
import io
import platform
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from builder import __version__
from builder.content.shelves import Shelf, shipped

CHECKS, CASES, LESSONS = "help-checks.yaml", "case_studies", "lessons"
LIBRARIES = ("lxml", "numpy", "phonenumbers", "pillow", "pydantic", "python-docx", "python-pptx", "reportlab")
"""Those of which another version may draw other bytes."""
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def packed_up(folder: Path) -> bytes | None:
    """What a folder lays over the shipped content, as a zip; None in the tool's own. Raises OSError."""
    base = shipped()
    if isinstance(base, Path) and base.resolve() == folder.resolve():
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in _own(folder):
            name = file.relative_to(folder).as_posix()
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), file.read_bytes(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _own(folder: Path) -> Iterator[Path]:
    if (folder / CHECKS).is_file():
        yield folder / CHECKS
    for name in (LESSONS, CASES):
        for file in sorted((folder / name).rglob("*")):
            # A link to a picture isn't read in a folder either; one to a text is.
            if file.is_file() and not (file.is_symlink() and file.suffix != ".yaml"):
                yield file


def shelves_of(packed: bytes | None) -> list[Shelf]:
    """The shipped content, and what was packed up laid over it."""
    base = shipped()
    if packed is None:
        return [Shelf(base)]
    own = zipfile.Path(zipfile.ZipFile(io.BytesIO(packed)))
    return [Shelf(base, "shipped:"), Shelf(own)]


def content_hash(shelves: Sequence[Shelf], lesson: str) -> str:
    """The sha256 of every file that a lesson's packs may be made from, beside code and school."""
    found = hashlib.sha256()
    for shelf in shelves:
        for place in (CHECKS, CASES, f"{LESSONS}/{lesson}"):
            _add(found, _files(shelf.root / place, f"{shelf.shown}{place}"))
    return found.hexdigest()


def code_hash() -> str:
    """The sha256 of the tool's own code and data, and of the versions of what draws with it.

    `builder.inputs.code` knows every library there is: two machines would hardly ever agree on that.
    """
    found = hashlib.sha256(f"{__version__} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    found.update(" ".join([platform.python_version(), *(version(name) for name in LIBRARIES)]).encode())
    _add(found, _files(files("builder"), "builder"))
    return found.hexdigest()


def _add(found: "hashlib._Hash", named: Iterable[tuple[str, Traversable]]) -> None:
    for name, file in named:
        found.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())


def _files(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """A file, or every file of a folder, in the order of their names."""
    if place.is_file():
        yield name, place
    elif place.is_dir():
        for one in sorted(place.iterdir(), key=lambda one: one.name):
            if one.name not in ("__pycache__", "shipped") and not one.name.startswith("."):
                yield from _files(one, f"{name}/{one.name}")
