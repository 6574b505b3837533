"""The deep reader: a small transformer in numpy, for sentences that the quick model can't be sure of.

It is all-MiniLM-L6-v2 (Apache 2.0, see `data/messaging/deep-LICENSE.txt`), tuned on the sentences of
`benchmarks/messaging/train` and stored in 8 bits by `benchmarks/messaging/deep_storing.py`. numpy is
imported when the first such sentence comes.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from builder.words.pieces import Pieces
from builder.words.readings import Readings

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]

DATA = Path(__file__).parent.parent / "data" / "messaging"
WEIGHTS = DATA / "deep.npz"
LINES = DATA / "deep.json"
HEADS = 12
AT_ONCE = 32
MOST_KNOWN = 20_000
"""Readings that are remembered; a batch of thousands of schools meets more sentences than it needs twice."""
GELU = math.sqrt(2 / math.pi)
SMALL = 1e-12


@dataclass(frozen=True, slots=True)
class Lines:
    """How quick and deep score are mixed, and where the lines are drawn; see `Model` for the names.

    Below `gate` the quick score is believed, and nothing is read deeply.
    """

    gate: float
    quick: float
    deep: float
    bias: float
    threshold: float
    doubtful: float
    sure: float

    def mixed(self, quick: float, deep: float) -> float:
        return self.bias + self.quick * quick + self.deep * deep


@dataclass(frozen=True, slots=True)
class Reading:
    """`score` is the logarithm of the odds that the sentence harms, `way` the likeliest way."""

    score: float
    way: str


class DeepReader:
    """Reads sentences, some milliseconds each, and remembers what it has read."""

    def __init__(self, lines: Lines, weights: str, recalling: bool = True) -> None:
        """`recalling` what it made of the sentences that come with the tool; `weights` names its weights."""
        self.lines, self.weights = lines, weights
        self._known: dict[str, Reading] = {}
        self._readings = Readings(weights) if recalling else None

    def read(self, low: str) -> Reading:
        whole = _whole(low)
        if whole not in self._known:
            self.ahead([low])
        return self._known[whole]

    def ahead(self, lows: Iterable[str]) -> None:
        """Read many at once, so that `read` knows them."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        wanted = {_whole(low) for low in lows} - self._known.keys()
        new = sorted((one for one in wanted if not self._recalled(one)), key=lambda text: (len(text), text))
        for start in range(0, len(new), AT_ONCE):
            part = new[start : start + AT_ONCE]
            self._known.update(zip(part, self._network.read(part), strict=True))

    @property
    def known(self) -> dict[str, tuple[float, str]]:
        """Everything that was read so far: score and way by sentence."""
        return {sentence: (one.score, one.way) for sentence, one in self._known.items()}

    def _recalled(self, sentence: str) -> bool:
        kept = self._readings.of(sentence) if self._readings is not None else None
        if kept is not None:
            self._known[sentence] = Reading(*kept)
        return kept is not None

    @cached_property
    def _network(self) -> "_Network":
        return _Network()


def _whole(low: str) -> str:
    # It was tuned on sentences, and reads one that lacks its full stop as half a sentence.
    return f"{low}." if low[-1:].isalnum() else low


def load_deep(recalling: bool = True) -> DeepReader:
    """`recalling` spares the sentences that come with the tool another reading."""
    stored = json.loads(LINES.read_text("utf-8"))
    weights = stored.pop("weights")
    return DeepReader(Lines(**stored), weights, recalling)


class _Network:
    """Weights as 8-bit rows with a scale each. A matrix is spread to floats for as long as it is multiplied:
    all of them at once take four times the memory, and what spreading takes is soon shared by many sentences.
    """

    def __init__(self) -> None:
        import io
        import os

        # Many small products: threads that wait for one another make each of them a hundred times slower.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # noqa: TID251 - numpy has no other way
        import numpy as np

        self._np = np
        with np.load(io.BytesIO(WEIGHTS.read_bytes())) as stored:
            self._parts = {name: stored[name] for name in stored.files}
        about = json.loads(str(self._parts.pop("about")))
        self._pieces = Pieces(about["pieces"])
        self._harmful, self._ways, self._layers = about["harmful"], about["ways"], about["layers"]

    def read(self, lows: Sequence[str]) -> list[Reading]:
        """The rows of all sentences stand below one another: large products take less time than many."""
        np, part = self._np, self._parts
        rows = [self._pieces.numbers(low) for low in lows]
        ends = np.cumsum([len(row) for row in rows])
        starts = np.concatenate([[0], ends[:-1]])
        ids = np.concatenate(rows)
        x = part["words"][ids].astype(np.float32) * part["words.scale"][ids][:, None]
        x = self._norm(x + np.concatenate([part["place"][: len(row)] for row in rows]), "first")
        spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
        for number in range(self._layers):
            at = f"layers.{number}"
            x = self._norm(x + self._attend(x, spans, at), f"{at}.after_attention")
            wide = self._gelu(self._dense(x, f"{at}.up"))
            x = self._norm(x + self._dense(wide, f"{at}.down"), f"{at}.after")
        means = np.add.reduceat(x, starts, axis=0) / (ends - starts)[:, None]
        logits = self._dense(np.concatenate([means, x[starts]], axis=1), "head")
        harm, fine = logits[:, : self._harmful], logits[:, self._harmful :]
        scores = np.logaddexp.reduce(harm, axis=1) - np.logaddexp.reduce(fine, axis=1)
        ways = [self._ways[way] for way in harm.argmax(1)]
        return [Reading(float(score), way) for score, way in zip(scores, ways, strict=True)]

    def _attend(self, x: "Array", spans: Sequence[tuple[int, int]], at: str) -> "Array":
        """Each sentence, a span of rows, attends to itself."""
        np = self._np
        whole = [self._dense(x, f"{at}.{name}") for name in ("query", "key", "value")]
        seen = np.empty_like(x)
        for start, end in spans:
            heads = (part[start:end].reshape(end - start, HEADS, -1).transpose(1, 0, 2) for part in whole)
            query, key, value = heads
            near = query @ key.transpose(0, 2, 1) / math.sqrt(x.shape[1] // HEADS)
            near = np.exp(near - near.max(-1, keepdims=True))
            near /= near.sum(-1, keepdims=True)
            seen[start:end] = (near @ value).transpose(1, 0, 2).reshape(end - start, -1)
        return self._dense(seen, f"{at}.out")

    def _dense(self, x: "Array", name: str) -> "Array":
        weight, scale = self._parts[f"{name}.weight"], self._parts.get(f"{name}.weight.scale")
        if scale is not None:
            weight = weight.astype(self._np.float32) * scale[:, None]
        dense: Array = x @ weight.T + self._parts[f"{name}.bias"]
        return dense

    def _norm(self, x: "Array", name: str) -> "Array":
        centred = x - x.mean(-1, keepdims=True)
        spread = self._np.sqrt((centred * centred).mean(-1, keepdims=True) + SMALL)
        normed: Array = centred / spread * self._parts[f"{name}.weight"] + self._parts[f"{name}.bias"]
        return normed

    def _gelu(self, x: "Array") -> "Array":
        bent: Array = 0.5 * x * (1 + self._np.tanh(GELU * (x + 0.044715 * x * x * x)))
        return bent
