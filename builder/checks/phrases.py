"""Finding words in sentences: patterns with word groups, and the frames that turn their meaning."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.checks.rules import FramesFile

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
    }
)
_WRITTEN_OUT = {"ll": " will", "re": " are", "ve": " have", "m": " am"}
_SHORT = re.compile(r"(?<=[a-z])'(ll|re|ve|m)\b")
_GROUP = re.compile(r"\{([a-z_]+)\}")
_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
# `^` in a pattern is the beginning of a sentence, of quoted words or of what follows a colon.
_BEGINNING = re.compile(r"(?<!\[)\^")
_BEGINS = r"(?:^|(?<=[\"(:])|(?<=[\"(:] ))"
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=\S)")
_QUESTION = re.compile(
    r"^\W*(?:so |and |but )?(?:is|are|was|were|can|could|does|do|did|will|would|should|true or false)\b"
)
# Only the words just before a finding can turn it round; more would cost time for nothing.
_NEGATION_REACH = 90


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in small letters, quotes straight and short forms written out; and the one after it."""

    low: str
    following: str = ""


def plain(text: str) -> str:
    """`text` as patterns expect it: small letters, straight quotes, single blanks, gaps filled in."""
    low = " ".join(text.translate(_PLAIN).replace("[[", "").replace("]]", "").split()).lower()
    return _SHORT.sub(lambda found: _WRITTEN_OUT[found[1]], low)


def sentences(text: str) -> list[Sentence]:
    parts = [part for part in _SENTENCE_END.split(plain(text)) if part]
    return [Sentence(part, following) for part, following in zip(parts, [*parts[1:], ""], strict=False)]


def expand(pattern: str, groups: Mapping[str, str]) -> str:
    """`pattern` as a regular expression; raises KeyError for a word group that isn't there."""
    # Groups may name groups; a ring of them would never end.
    for _ in range(5):
        if not _GROUP.search(pattern):
            break
        pattern = _GROUP.sub(lambda found: f"(?:{groups[found[1]]})", pattern)
    return _BEGINNING.sub(_BEGINS, _APOSTROPHE.sub("'?", pattern))


def compiled(patterns: Iterable[str], groups: Mapping[str, str]) -> re.Pattern[str]:
    """One regular expression for whole words matching any of `patterns`, of which there is one at least.

    Raises re.error or KeyError for a pattern that can't be read.
    """
    several = "|".join(f"(?:{expand(pattern, groups)})" for pattern in patterns)
    return re.compile(rf"(?<!\w)(?:{several})(?!\w)")


@dataclass(frozen=True, slots=True)
class Frames:
    """What shows that found words are meant the other way round, or stand as words not to say."""

    negated: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    following: re.Pattern[str]

    def turned_round(self, sentence: Sentence, start: int) -> bool:
        return bool(self.negated.search(sentence.low[max(0, start - _NEGATION_REACH) : start]))

    def shown_as_wrong(self, sentence: Sentence, start: int, end: int) -> bool:
        low = sentence.low
        return bool(
            self.before.search(low, 0, start)
            or self.after.search(low, end)
            or (low.rstrip("\"' )").endswith("?") and _QUESTION.search(low))
            or self.following.match(sentence.following)
        )


def frames(file: FramesFile, groups: Mapping[str, str]) -> Frames:
    """Raises re.error or KeyError for a pattern that can't be read."""
    nots = "|".join(expand(pattern, groups) for pattern in file.negated)
    word = rf"(?!(?:{file.negation_stops})\b)[\w'/-]+"
    # “Never view, copy or forward it”: a comma ends the reach of a negation, save in a list with “or”.
    in_list = rf"(?: {word},)+(?: {word}){{0,4}} or(?: {word}){{0,3}}"
    return Frames(
        re.compile(rf"(?<!\w)(?:{nots})(?:(?: {word}){{0,5}}|{in_list}) $"),
        _any(file.before, groups),
        _any(file.after, groups),
        re.compile(rf"\W*(?:{'|'.join(expand(pattern, groups) for pattern in file.next)})"),
    )


def _any(patterns: Iterable[str], groups: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{expand(p, groups)})' for p in patterns)})")
