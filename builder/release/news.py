"""CHANGES.md: what a release holds or what is new in it, for teachers."""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.release.bench import Checked
from builder.release.refused import RefusedError

DRAFT = (
    "This is a **draft**: some help lines, sources or stories still wait for somebody to check or sign them. "
    "They are listed at the end of each pack's teacher notes. Check them before pupils see a pack."
)
WHY = (
    ("lessons/", "the lesson itself"),
    ("case_studies/", "its case studies"),
    ("builder/data/help/", "the help lines"),
    ("builder/data/safe_teaching/", "the advice on teaching it safely"),
    ("builder/data/sheets/", "the sheets"),
    ("builder/data/labels/", "words on every paper"),
)


def news(header: Mapping[str, object], countries: Sequence[Checked], old: Path | None, new: Path) -> bytes:
    """The page for the release in the folder `new`; without an `old` one it is the first."""
    lines = [f"# Lesson packs {header['version']}", "", f"{header['date']}", ""]
    lines += [DRAFT, ""] if header["draft"] else []
    lines += _first(countries) if old is None else told(old, new)
    return ("\n".join(lines).rstrip() + "\n").encode()


def _first(countries: Sequence[Checked]) -> list[str]:
    titles = {lesson: title for one in countries for lesson, title in one.titles.items()}
    places = ", ".join(one.name for one in countries)
    listed = [f"- `{lesson}`: {title}" for lesson, title in titles.items()]
    return [f"The first release, with these lessons for {places}:", "", *listed]


def told(old: Path, new: Path) -> list[str]:
    """What changed from one release's folder to the other's, in lines for teachers."""
    before, now = read_release(old), read_release(new)
    was, packs = before["packs"], now["packs"]
    lines = [f"What changed since {before['release']['version']} ({before['release']['date']}):", ""]
    fresh, gone, changed = packs.keys() - was.keys(), was.keys() - packs.keys(), packs.keys() & was.keys()
    lines += _listed("New", fresh, packs)
    lines += _listed("No longer published", gone, was)
    why: dict[tuple[str, str], set[str]] = {}
    for name in sorted(changed):
        for reason in _reasons(old / name, new / name) if was[name] != packs[name] else ():
            why.setdefault((packs[name]["lesson"], reason), set()).add(packs[name]["country"])
    lines += [
        f"- `{lesson}`: {reason} changed ({', '.join(sorted(places))})"
        for (lesson, reason), places in sorted(why.items())
    ]
    if lines[-1] == "":
        lines += ["Nothing that teachers or pupils read."]
    return lines


def _listed(word: str, names: Sequence[str] | set[str], packs: Mapping[str, Mapping[str, str]]) -> list[str]:
    places: dict[str, set[str]] = {}
    for name in names:
        places.setdefault(packs[name]["lesson"], set()).add(packs[name]["country"])
    return [f"- {word}: `{lesson}` ({', '.join(sorted(some))})" for lesson, some in sorted(places.items())]


def _reasons(old: Path, new: Path) -> Iterator[str]:
    """Which of a pack's sources differ, in a teacher's words."""
    was, now = _sources(old), _sources(new)
    files = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
    for start, reason in WHY:
        if any(name.startswith(start) for name in files):
            yield reason


def _sources(file: Path) -> dict[str, str]:
    try:
        with zipfile.ZipFile(file) as archive:
            name = next(one for one in archive.namelist() if one.endswith("/manifest.json"))
            found: dict[str, str] = json.loads(archive.read(name))["sources"]
            return found
    except (OSError, ValueError, KeyError, StopIteration, zipfile.BadZipFile) as fault:
        raise RefusedError(f"{file} is not a pack that can be read, so nothing can be compared.") from fault


def read_release(folder: Path) -> dict[str, Any]:
    """The manifest of a release. Raises RefusedError for a folder that is none."""
    try:
        found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        _ = found["release"]["version"], found["release"]["date"], found["packs"].keys()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise RefusedError(
            f"{folder} is not a release: it has no manifest.json that says so. Name the folder of an earlier "
            "one, such as releases/lesson-packs-1.0."
        ) from fault
    return found
