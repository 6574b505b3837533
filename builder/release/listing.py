"""The two lists of a release: its manifest, and the sums by which anybody can check a download."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from builder.release.bench import Checked, MadePack

LICENCE = "CC BY 4.0"
SUMS = "SHA256SUMS"


def manifest(
    header: Mapping[str, object],
    countries: Sequence[Checked],
    packs: Sequence[MadePack],
    waiting: Mapping[str, Sequence[str]],
) -> bytes:
    """What a release says of itself. `help` is the day of each line's last check; nobody is named."""
    signatures = {json.dumps(one, sort_keys=True): one for country in countries for one in country.signed}
    told = {
        "release": header,
        "packs": {
            one.file: {
                "sha256": one.sha256,
                "bytes": one.size,
                "lesson": one.lesson,
                "country": one.country,
                "paper": one.paper,
                "draft": one.draft,
            }
            for one in packs
        },
        "help": {one.country: one.help for one in countries},
        "signed": [signatures[key] for key in sorted(signatures)],
        "waiting": waiting,
        "licence": LICENCE,
    }
    return (json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def sums(folder: Path, known: Mapping[str, str]) -> bytes:
    """A line for every file but itself, as `sha256sum --check` reads it; `known` were summed when written."""
    names = sorted(file.name for file in folder.iterdir() if file.name != SUMS)
    return "".join(f"{known.get(name) or _sha256(folder / name)}  {name}\n" for name in names).encode()


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
