"""What two manifests say differently: of the packs themselves, and of the help lines in them."""

import json
from collections.abc import Iterator, Mapping

from builder.compare.changes import Edit, HelpChange
from builder.compare.pieces import PackFiles

Manifest = Mapping[str, object]
# Files are compared themselves; what they were made from and how they are packed is no teacher's matter.
APART = {"files", "parts", "sources", "help", "lesson", "country"}
SHORT = 200


def manifest(pack: PackFiles) -> Manifest:
    """A pack's manifest; empty where it has none that can be read."""
    try:
        found = json.loads(pack.files["manifest.json"].decode())
    except (KeyError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def about(old: Manifest, new: Manifest) -> Iterator[tuple[str, Edit]]:
    """What the packs say of themselves, key by key."""
    for key in sorted({*old, *new} - APART):
        was, now = _said(old.get(key)), _said(new.get(key))
        if was != now:
            yield key, Edit("text", was, now)


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"


def help_changes(old: Manifest, new: Manifest) -> Iterator[HelpChange]:
    """Services that came, went, are reached otherwise or were checked anew; none where a list is missing."""
    ours, theirs = _services(old), _services(new)
    if ours is None or theirs is None:
        return
    for key, now in theirs.items():
        was = ours.get(key)
        if was is None:
            yield HelpChange(key, None, _text(now, "name"))
            continue
        before, after = _contacts(was), _contacts(now)
        ways = tuple(
            (way, Edit("text", before.get(way, ""), after.get(way, "")))
            for way in dict.fromkeys((*before, *after))
            if before.get(way) != after.get(way)
        )
        checked = _text(now, "checked_on")
        newly = checked if checked and checked != _text(was, "checked_on") else ""
        found = HelpChange(key, _text(was, "name"), _text(now, "name"), ways, newly)
        if ways or newly or found.was_name != found.name:
            yield found
    for key, was in ours.items():
        if key not in theirs:
            yield HelpChange(key, _text(was, "name"), None)


def _services(found: Manifest) -> dict[str, Mapping[str, object]] | None:
    listed = found.get("help")
    if not isinstance(listed, list):
        return None
    services = [one for one in listed if isinstance(one, dict)]
    return {_text(one, "id"): one for one in services}


def _contacts(service: Mapping[str, object]) -> dict[str, str]:
    contacts = service.get("contacts")
    return {str(way): str(to) for way, to in contacts.items()} if isinstance(contacts, dict) else {}


def _text(service: Mapping[str, object], key: str) -> str:
    value = service.get(key)
    return value if isinstance(value, str) else ""
