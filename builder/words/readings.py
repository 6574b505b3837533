"""What the deep reader makes of sentences that come with the tool: read once, and kept beside its weights.

A sentence in other words isn't among them, and is read when it is met.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

READINGS = Path(__file__).parent.parent / "data" / "messaging" / "readings.json"


class Readings:
    """Scores and ways by sentence, as `tools/messaging.py --read` wrote them for these `weights`."""

    def __init__(self, weights: str, file: Path = READINGS) -> None:
        self._weights, self._file = weights, file

    def of(self, sentence: str) -> tuple[float, str] | None:
        return self._known.get(key(sentence))

    @cached_property
    def _known(self) -> dict[str, tuple[float, str]]:
        if not self._file.is_file():
            return {}
        stored = json.loads(self._file.read_text("utf-8"))
        # Other weights read otherwise: then nothing that was kept counts.
        known = stored["read"] if stored["weights"] == self._weights else {}
        return {name: (score, stored["ways"][way]) for name, (score, way) in known.items()}


def key(sentence: str) -> str:
    return hashlib.blake2b(sentence.encode(), digest_size=8).hexdigest()


def stored(weights: str, read: Mapping[str, tuple[float, str]]) -> dict[str, object]:
    """What the file holds for scores and ways by sentence."""
    ways = sorted({way for _, way in read.values()})
    # To the third place: where the processor rounds otherwise, the file stays the same.
    found = {key(one): (round(score, 3), ways.index(way)) for one, (score, way) in sorted(read.items())}
    return {"weights": weights, "ways": ways, "read": found}
