"""Labelled sentences: those to train on, in groups of paraphrases, and those to test on once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from builder.words.finding import Audience

HERE = Path(__file__).parent
HARMFUL = (
    "permanence",
    "scare",
    "hopeless_help",
    "victim_blame",
    "shame_minimise",
    "disclosure_deterrent",
    "abstinence_only",
    "gender_stereotype",
    "nationality",
    "confidentiality_promise",
    "removal_capture_promise",
    "pay_comply",
    "unsafe_instruction",
    "evidence_delete",
    "staff_view_share",
    "outdated_term",
    "suicide_language",
    "explicit_or_method",
)
OK = (
    "guidance",
    "lesson",
    "innocent",
    "hn_negated",
    "hn_quoted_bad",
    "hn_mythbust",
    "hn_shared_vocab",
    "hn_staff",
)
EASY = ("shipped", "rules")
"""Writers of our own lessons and of the rules' examples: trained on, and left out of every figure."""
PLAIN = ("p", "q", "r", "s", "t", "w")
"""Writers who were asked for what stands in school material, as those of the test sets are: neither pairs
that are hard to tell apart nor every corner of three categories."""
HEADER = re.compile(r"# (harmful|ok) (\w+) (\w+)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, what it is, and the `group` of paraphrases (one writer's one message) that it is of."""

    text: str
    category: str
    audience: Audience
    group: str
    writer: str

    @property
    def harmful(self) -> bool:
        return self.category in HARMFUL


def training() -> list[Labelled]:
    """Every sentence of `train/`, in the order of the files' names, but those that a test set has too.

    Groups of different writers that share a sentence are one group.
    """
    tested = {one.text.lower() for one in (*fresh(), *spent())}
    rows = [one for one in _of("train") if one.text.lower() not in tested]
    first: dict[str, str] = {}
    joined: dict[str, str] = {}
    for row in rows:
        group = _end(row.group, joined)
        other = _end(first.setdefault(row.text.lower(), group), joined)
        if other != group:
            joined[group] = other
    return [replace(row, group=_end(row.group, joined)) for row in rows]


def fresh() -> list[Labelled]:
    """The sentences of `fresh/`, by three writers who saw neither rules nor training sentences."""
    return _of("fresh")


def spent() -> list[Labelled]:
    """The test sentences of the round before: never trained on, but lines are drawn on them now."""
    return _of("spent")


def _end(group: str, joined: Mapping[str, str]) -> str:
    while group in joined:
        group = joined[group]
    return group


def _of(folder: str) -> list[Labelled]:
    return [one for path in sorted((HERE / folder).glob("*.txt")) for one in _read(path)]


def _read(path: Path) -> Iterator[Labelled]:
    """Raises ValueError for a line that is neither a header nor a sentence under one."""
    audiences = get_args(Audience)
    found: re.Match[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.startswith("#"):
            found = HEADER.fullmatch(line)
            known = {"harmful": HARMFUL, "ok": OK}
            if not found or found[2] not in known[found[1]] or found[3] not in audiences:
                raise ValueError(f"{path.name}:{number}: {line!r} is no header.")
            group = f"{path.stem}:{number}"
        elif not found or not line.strip():
            raise ValueError(f"{path.name}:{number}: a sentence belongs under a header.")
        else:
            audience: Audience = found[3]  # type: ignore[assignment]  # one of them, as checked above
            yield Labelled(line.strip(), found[2], audience, group, path.stem)
