"""Shelves: folders with lessons and case studies, one laid over the other, and what stands on them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from builder.diagnostics import Diagnostic, Mark, warning

DATA = files("builder") / "data"
# What people rightly keep beside lessons and case studies.
OTHER_FILES = ("license", "readme", ".")
CHANGES = "changes.yaml"
"""A school's changes to a lesson, in the lesson's folder; to a case study, as its-name.changes.yaml."""
EARLIER = "earlier-changes.txt"
"""What a school took out of its changes; kept, and not read."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder with `lessons/` and `case_studies/`; `shown` stands before its files' names in messages."""

    root: Traversable
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A file on a shelf that nobody has read yet."""

    id: str
    file: Traversable
    folder: Traversable
    name: str
    shown: str
    own: bool = False
    """Whether it stands on a school's shelf, laid over the shipped one."""
    changes: "Found | None" = None
    """A school's changes to it."""
    beneath: "Found | None" = None
    """The shipped text of this name, which a school's own file stands for."""


def shipped() -> Traversable:
    """The content that comes with the tool: in the installed package, or the clone it runs from."""
    packed = DATA / "shipped"
    if packed.is_dir():
        return packed
    return Path(str(files("builder"))).parent


def countries() -> list[str]:
    """Every country that has a help directory, as its code."""
    return sorted(f.name.removesuffix(".yaml") for f in (DATA / "help").iterdir() if f.name.endswith(".yaml"))


def find_lessons(shelves: Sequence[Shelf]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for level, shelf in enumerate(shelves):
        for folder in children(shelf.root / "lessons"):
            if not folder.is_dir():
                continue
            for file_name in ("lesson.yaml", CHANGES):
                file, name = folder / file_name, f"lessons/{folder.name}/{file_name}"
                if file.is_file():
                    one = Found(folder.name, file, folder, name, shelf.shown + name, level > 0)
                    _put(found, one, file_name == CHANGES)
    return dict(sorted(found.items()))


def find_cases(shelves: Sequence[Shelf]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for level, shelf in enumerate(shelves):
        folder = shelf.root / "case_studies"
        for file in children(folder):
            if file.name.endswith(".yaml") and file.is_file():
                changes = file.name.endswith(f".{CHANGES}")
                case = file.name.removesuffix(f".{CHANGES}" if changes else ".yaml")
                name = f"case_studies/{file.name}"
                _put(found, Found(case, file, folder, name, shelf.shown + name, level > 0), changes)
    return dict(sorted(found.items()))


def _put(found: dict[str, Found], one: Found, changes: bool) -> None:
    """A file of changes belongs to the text beneath it; where there is none, it is found all the same."""
    beneath = found.get(one.id)
    if not changes and beneath is not None and one.file.read_bytes() == beneath.file.read_bytes():
        # A copy without a change is the shipped text, wherever it stands.
        found[one.id] = replace(one, own=beneath.own)
    elif not changes:
        found[one.id] = replace(one, beneath=beneath)
    elif beneath is not None and not beneath.own:
        found[one.id] = replace(beneath, changes=one)
    else:
        found.setdefault(one.id, one)


def children(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else []


def strays(shelf: Shelf) -> list[Diagnostic]:
    """A warning for everything on the shelf that looks like content and is not read."""
    said = []
    for folder in children(shelf.root / "lessons"):
        name = f"{shelf.shown}lessons/{folder.name}"
        if folder.name.lower().startswith(OTHER_FILES):
            continue
        if not folder.is_dir():
            said.append(_stray(name, "Put it into a folder of its own, as lessons/some-name/lesson.yaml."))
        elif not any((folder / name).is_file() for name in ("lesson.yaml", CHANGES)):
            said.append(_stray(name, "A lesson's folder holds a file called lesson.yaml, in small letters."))
        elif (folder / "lesson.yaml").is_file() and (folder / CHANGES).is_file():
            said.append(_stray(f"{name}/{CHANGES}", "lesson.yaml beside it is your own: change that one."))
    if (shelf.root / "school.yml").is_file():
        said.append(_stray(f"{shelf.shown}school.yml", "Call it school.yaml, with an “a”."))
    for file in children(shelf.root / "case_studies"):
        own = file.name.removesuffix(f".{CHANGES}")
        if own != file.name and (shelf.root / "case_studies" / f"{own}.yaml").is_file():
            name = f"{shelf.shown}case_studies/{file.name}"
            said.append(_stray(name, f"{own}.yaml beside it is your own: change that one."))
        kept = file.name.lower().startswith(OTHER_FILES) or file.name.endswith(EARLIER)
        if not kept and not (file.name.endswith(".yaml") and file.is_file()):
            name = f"{shelf.shown}case_studies/{file.name}"
            said.append(_stray(name, "A case study is one file whose name ends in .yaml."))
    return said


def _stray(name: str, hint: str) -> Diagnostic:
    # A line end in a file's name would break the report.
    shown = "".join(sign if sign.isprintable() else "�" for sign in name)
    return warning(Mark(shown, 1, 1), "reference/not-read", "This is not read.", "", hint)
