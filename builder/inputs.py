"""What a result is made from, as hashes of contents: the tool itself, and the folder it is run in.

It is what a build asks first, so nothing heavy is imported (pathlib would take longer than all of it), and no
file is parsed.
"""

import os
import sys
import zlib
from collections.abc import Callable, Iterator

from builder.store import key_of

HERE = os.path.dirname(os.path.abspath(__file__))
ENDINGS = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".pptx")
CONTENT = ("lessons", "case_studies")
DEEPEST = 8
_NAMED = ("deep.npz",)
"""Large files whose hash stands in a small one beside them, which a test compares."""


def code() -> str:
    """The hash of everything that a result depends on beside its content: the tool, Python and libraries."""
    libraries = sorted(
        name
        for folder in sys.path
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith(".dist-info")
    )
    return key_of(sys.version, zlib.ZLIB_RUNTIME_VERSION, *libraries, *_within(HERE))


def content(folder: str) -> str:
    """The hash of all that a build reads in a school's or an author's folder. Raises OSError."""
    parts = [*_files(folder, lambda name: name.lower().endswith(ENDINGS))]
    for name in CONTENT:
        parts += [name.encode(), *_within(os.path.join(folder, name))]
    for name in _templates(os.path.join(folder, "school.yaml")):
        # It may stand deeper than everything else.
        place = os.path.join(folder, name)
        parts += [name.encode(), _read(place) if os.path.isfile(place) else b""]
    return key_of(*parts)


def base() -> str:
    """The folder of the shipped content, where it doesn't lie within the package."""
    packed = os.path.join(HERE, "data", "shipped")
    return "" if os.path.isdir(packed) else os.path.dirname(HERE)


def _templates(school: str) -> Iterator[str]:
    """Every name that `school.yaml` may mean as a template; one too many does no harm."""
    for line in _read(school).splitlines() if os.path.isfile(school) else ():
        _, colon, name = line.decode("utf-8", "replace").partition("template:")
        if colon:
            yield name.partition(" #")[0].strip().strip("\"'}")


def _within(folder: str, depth: int = 0) -> Iterator[bytes]:
    """Names and contents of all files in a folder and below, in order."""
    if depth > DEEPEST or not os.path.isdir(folder):
        return
    yield from _files(folder, lambda name: name not in _NAMED and not name.endswith(".pyc"))
    with os.scandir(folder) as entries:
        inner = sorted(one.name for one in entries if one.is_dir() and one.name != "__pycache__")
    for name in inner:
        yield f"{name}/".encode("utf-8", "surrogateescape")
        yield from _within(os.path.join(folder, name), depth + 1)


def _files(folder: str, wanted: Callable[[str], bool]) -> Iterator[bytes]:
    with os.scandir(folder) as entries:
        names = sorted(one.name for one in entries if wanted(one.name) and one.is_file())
    for name in names:
        yield name.encode("utf-8", "surrogateescape")
        yield _read(os.path.join(folder, name))


def _read(place: str) -> bytes:
    with open(place, "rb", buffering=0) as file:
        return file.read()
