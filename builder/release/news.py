"""CHANGES.md: what a release holds or what is new in it, for teachers."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.compare import CompareError, PackFiles, changes_between
from builder.compare.opening import opened
from builder.compare.words import in_words
from builder.release.bench import Checked
from builder.release.refused import RefusedError

DRAFT = (
    "This is a **draft**: some help lines, sources or stories still wait for somebody to check or sign them. "
    "They are listed at the end of each pack's teacher notes. Check them before pupils see a pack."
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
    found: dict[str, dict[str, list[str]]] = {}
    for name in sorted(changed):
        if was[name] != packs[name]:
            for bullet in _bullets(old / name, new / name):
                found.setdefault(packs[name]["lesson"], {}).setdefault(bullet, []).append(
                    packs[name]["country"]
                )
    for lesson, bullets in sorted(found.items()):
        everywhere = {one["country"] for one in packs.values() if one["lesson"] == lesson}
        lines += [*([""] if lines[-1] else []), f"## `{lesson}`", ""]
        lines += [
            bullet if everywhere == {*places} else f"{bullet} ({', '.join(dict.fromkeys(places))})"
            for bullet, places in bullets.items()
        ]
    if lines[-1] == "":
        lines += ["Nothing that teachers or pupils read."]
    return lines


def _listed(word: str, names: Sequence[str] | set[str], packs: Mapping[str, Mapping[str, str]]) -> list[str]:
    places: dict[str, set[str]] = {}
    for name in names:
        places.setdefault(packs[name]["lesson"], set()).add(packs[name]["country"])
    return [f"- {word}: `{lesson}` ({', '.join(sorted(some))})" for lesson, some in sorted(places.items())]


def _bullets(old: Path, new: Path) -> list[str]:
    """What a teacher finds changed from one pack's zip to the other's."""
    try:
        before, now = opened(old), opened(new)
        if not isinstance(before, PackFiles) or not isinstance(now, PackFiles):
            raise CompareError("One of them is not a pack.")
        return in_words(changes_between(before, now))
    except (CompareError, OSError) as fault:
        raise RefusedError(f"{old} and {new} can't be compared: {fault}") from fault


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
