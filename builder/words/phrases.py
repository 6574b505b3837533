"""Finding words in sentences: patterns with word groups, and the frames that turn their meaning."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from builder.words.ready import pattern as pattern_of

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
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
        # Signs of emphasis come and go with the layout; the words stay.
        "*": None,
        "~": None,
        "`": None,
    }
)
_EMPHASIS = re.compile("[*~`]")
_WRITTEN_OUT = {"ll": " will", "re": " are", "ve": " have", "m": " am"}
_SHORT = re.compile(r"(?<=[a-z])'(ll|re|ve|m)\b")
# Short forms as they are typed in a hurry.
_HASTY = re.compile(r"\b(?:(should|could|would|must|might)(?:ve| of|a)|(you|they)(re|ve|ll)|(ur?))\b")
# Dots that run on into the same sentence end none.
_DOTS = re.compile(r"\s*\.{2,}(?=\s*[^\s.A-Z])")
_UNDERSCORES = re.compile(r"(?<=[^\W_])_+(?=[^\W_])")
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|(?<!\w)'(?=\w)(?:[^'\"]|(?<=\w)'(?=\w))+'(?!\w)")
TOKEN = re.compile(r"[\w']+")
_WORD = re.compile(r"\w+")
_GROUP = re.compile(r"\{([a-z_]+)\}")
_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
# `^` in a pattern is the beginning of a sentence, of quoted words or of what follows a colon.
_BEGINNING = re.compile(r"(?<!\[)\^")
_BEGINS = r"(?:^|(?<=[\"(:])|(?<=[\"(:;,] ))"
# … and `$` its end, before the last signs.
_END = re.compile(r"\$(?![^\[]*\])")
_ENDS = r"(?=\W*$)"
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=\S)")
_QUESTION = re.compile(
    r"^\W*(?:so |and |but )?(?:is|are|was|were|can|could|does|do|did|will|would|should|true or false)\b"
)
_CLAUSE_END = re.compile(r"[,;:]| and | but ")
# Only the words just before a finding can turn it round; more would cost time for nothing.
_NEGATION_REACH = 90
REMEMBERED = 1 << 13
"""Of how many texts what was found in them is remembered: a lesson with its cases has two thousand."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in small letters, quotes straight and short forms written out; and the one after it.

    `quoted` are the stretches of it that stand between quotation marks.
    """

    low: str
    following: str = ""
    quoted: tuple[tuple[int, int], ...] = ()

    def quotation(self, start: int) -> int | None:
        """Where the quotation that holds `start` begins, if there is one."""
        return next((begin for begin, end in self.quoted if begin <= start < end), None)


def plain(text: str) -> str:
    """`text` as patterns expect it: small letters, straight quotes, single blanks, gaps filled in."""
    even = text if text.isascii() and not _EMPHASIS.search(text) else _evened(text)
    even = even.replace("[[", "").replace("]]", "")
    if ".." in even:
        even = _DOTS.sub(" ", even)
    if "_" in even:
        even = _UNDERSCORES.sub(" ", even).replace("_", "")
    low = " ".join(even.split()).lower()
    if "'" in low:
        low = _SHORT.sub(lambda found: _WRITTEN_OUT[found[1]], low)
    return _HASTY.sub(_unhurried, low)


def _evened(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_PLAIN))


def _unhurried(found: re.Match[str]) -> str:
    modal, person, verb, letters = found.groups()
    if modal:
        return f"{modal} have"
    return person + _WRITTEN_OUT[verb] if person else {"u": "you", "ur": "your"}[letters]


def sentences(text: str) -> list[Sentence]:
    return list(_sentences(text))


@lru_cache(maxsize=REMEMBERED)
def _sentences(text: str) -> tuple[Sentence, ...]:
    return tuple(_apart(plain(text)))


def _apart(low: str) -> list[Sentence]:
    quotes = [found.span() for found in _QUOTED.finditer(low)] if "'" in low or '"' in low else []
    ends = [*_SENTENCE_END.finditer(low)]
    if not ends:
        return [Sentence(low, "", tuple(quotes))] if low else []
    starts = [0, *(found.end() for found in ends)]
    spans = [*zip(starts, [*(found.start() for found in ends), len(low)], strict=True)]
    parts = [low[start:end] for start, end in spans if end > start]
    return [
        Sentence(part, following, _within(quotes, start, end))
        for part, following, (start, end) in zip(parts, [*parts[1:], ""], spans, strict=False)
    ]


def _within(quotes: list[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((begin - start, stop - start) for begin, stop in quotes if begin < end and stop > start)


@lru_cache(maxsize=4)
def words_of(low: str) -> frozenset[str]:
    """Every word of a text in small letters that could be a cue, with its apostrophe and without."""
    words = _WORD.findall(low)
    if "'" in low:
        words += [token.strip("'") for token in TOKEN.findall(low)]
    return frozenset(words)


def _asks(low: str) -> bool:
    return low.rstrip("\"' )").endswith("?")


def expand(pattern: str, groups: Mapping[str, str]) -> str:
    """`pattern` as a regular expression; raises KeyError for a word group that isn't there."""
    # Groups may name groups; a ring of them would never end.
    for _ in range(5):
        if not _GROUP.search(pattern):
            break
        pattern = _GROUP.sub(lambda found: f"(?:{groups[found[1]]})", pattern)
    return _END.sub(lambda _: _ENDS, _BEGINNING.sub(_BEGINS, _APOSTROPHE.sub("'?", pattern)))


def compiled(patterns: Iterable[str], groups: Mapping[str, str]) -> re.Pattern[str]:
    """One regular expression for whole words matching any of `patterns`, of which there is one at least.

    Raises re.error or KeyError for a pattern that can't be read.
    """
    several = "|".join(f"(?:{expand(pattern, groups)})" for pattern in patterns)
    return pattern_of(rf"(?<!\w)(?:{several})(?!\w)")


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The patterns of frames as `data/messaging/frames.yaml` explains them."""

    negated: tuple[str, ...]
    negated_subjects: tuple[str, ...]
    negation_stops: str
    negation_verbs: str
    negation_opens: str
    before: tuple[str, ...]
    before_any: tuple[str, ...]
    before_quoted: tuple[str, ...]
    quoted_stops: str
    to_say: tuple[str, ...]
    breaks: str
    after: tuple[str, ...]
    next: tuple[str, ...]


@dataclass(frozen=True)
class Frames:
    """What shows that found words are meant the other way round, or stand as words not to say.

    Each pattern is compiled when it is first asked for, which takes longer than reading many sentences. It
    raises re.error or KeyError if it can't be read.
    """

    file: FrameWords
    groups: Mapping[str, str]

    @cached_property
    def negated(self) -> re.Pattern[str]:
        file = self.file
        nots, nobody = (self._any_of(patterns) for patterns in (file.negated, file.negated_subjects))
        word = rf"(?!(?:{file.negation_stops})\b)[\w'/-]+"
        # “Not telling is your own fault”: another verb ends the reach of “not”, unless it is what isn't
        # thought.
        own = rf"(?!(?:{file.negation_stops}|{file.negation_verbs})\b)[\w'/-]+"
        thought = rf"(?: {own}){{0,3}} (?:{file.negation_opens})(?: {word}){{0,5}}"
        # “Never view, copy or forward it”: a comma ends the reach of a negation, save in a list with “or”.
        in_list = rf"(?: {word},)+(?: {word}){{0,4}} or(?: {word}){{0,3}}"
        return pattern_of(
            rf"(?<!\w)(?:(?:{nobody})(?: {word}){{0,5}}"
            rf"|(?:{nots})(?:(?: {own}){{0,5}}|{thought}|{in_list})) $"
        )

    @cached_property
    def before(self) -> re.Pattern[str]:
        return self._words(self.file.before)

    @cached_property
    def before_any(self) -> re.Pattern[str]:
        return self._words(self.file.before_any)

    @cached_property
    def before_quoted(self) -> re.Pattern[str]:
        few = rf"(?: (?!{self.file.quoted_stops})[\w'-]+){{0,5}}"
        return pattern_of(rf"(?<!\w)(?:{'|'.join(self.file.before_quoted)}){few}[,:]? $")

    @cached_property
    def to_say(self) -> re.Pattern[str]:
        return pattern_of(rf"(?:{'|'.join(self.file.to_say)})[,:]? $")

    @cached_property
    def breaks(self) -> re.Pattern[str]:
        return pattern_of(self.file.breaks)

    @cached_property
    def after(self) -> re.Pattern[str]:
        return self._words(self.file.after)

    @cached_property
    def following(self) -> re.Pattern[str]:
        return pattern_of(rf"\W*(?:{self._any_of(self.file.next)})")

    def turned_round(self, sentence: Sentence, start: int) -> bool:
        return bool(self.negated.search(sentence.low[max(0, start - _NEGATION_REACH) : start]))

    def denied(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether what stands there is said not to be so, or only asked."""
        # “Mistakes happen, and it is not your fault”: what follows is about something else.
        clause = _CLAUSE_END.search(sentence.low, end)
        low = sentence.low[: clause.start()] if clause and not _asks(sentence.low) else sentence.low
        there = Sentence(low, sentence.following, sentence.quoted)
        return self.turned_round(there, start) or self.shown_as_wrong(there, start, end)

    def shown_as_wrong(self, sentence: Sentence, start: int, end: int, quoted_alone: bool = False) -> bool:
        """Whether the words from `start` stand there as wrong; `quoted_alone` looks at quotations alone."""
        low, opens = sentence.low, sentence.quotation(start)
        if opens is None and quoted_alone:
            return self._framed_before(self.before_any, low, start)
        if opens is not None and opens > 0:
            if self.to_say.search(low[:opens]):
                return False
            if self.before_quoted.search(low[:opens]):
                return True
        return bool(
            self._framed_before(self.before_any, low, start)
            or self._framed_before(self.before, low, start)
            or self.after.search(low, end)
            or (_asks(low) and _QUESTION.search(low))
            or self.following.match(sentence.following)
        )

    def _framed_before(self, frames: re.Pattern[str], low: str, start: int) -> bool:
        """A frame reaches as far as its clause: “people say so, but …” frames nothing behind the “but”."""
        ends = [frame.end() for frame in frames.finditer(low, 0, start)]
        return bool(ends) and not self.breaks.search(low, ends[-1], start)

    def _any_of(self, patterns: Iterable[str]) -> str:
        return "|".join(expand(pattern, self.groups) for pattern in patterns)

    def _words(self, patterns: Iterable[str]) -> re.Pattern[str]:
        return pattern_of(rf"(?<!\w)(?:{'|'.join(f'(?:{expand(p, self.groups)})' for p in patterns)})")
