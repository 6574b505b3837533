"""What a model sees of a sentence: word stems, pairs of them, kinds of words, and what is denied.

A feature is a short text: a stem; two stems side by side, with a blank between, or with one left out and a
`_` between; `k:` a kind of word (`!` where a “not” stands before it), `kk:` two kinds in a row, `F:` how the
sentence begins and is built, `R:` a rule that found words in it (`RF:` as words not to say), `A:` who reads
it.
"""

import re
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from builder.words.finding import Audience, Hit

TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[\"?!:;]")
QUOTED = re.compile(r"\"|(?<!\w)'\w")
ENDING = re.compile(r"(?:ing|ed|es|s|ly|'s)$")
LONG_ENOUGH = 5
DENIAL_REACH = 6
FIVE_WORDS, LONGEST = 5, 7
MOST_LEFT_OPEN = 5
"""A kind's word with an open end (“remov*”) stands for words with so many letters more."""

DENIAL = "denial"
"""The kind of words that turn round what follows them."""
_STOPS = frozenset(';:?!"')


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    return ENDING.sub("", word) if len(word) > LONG_ENOUGH else word


class Kinds:
    """Kinds of words by name, each a list of words; “remov*” stands for every word that begins so."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[str]] = {}
        self._open: dict[str, list[str]] = {}
        for kind, words in lists.items():
            for word in words:
                table = self._open if word.endswith("*") else self._whole
                table.setdefault(word.removesuffix("*"), []).append(kind)
        self._shortest = min(map(len, self._open), default=0)
        self._starts = {beginning[: self._shortest] for beginning in self._open}
        self.of = lru_cache(maxsize=1 << 15)(self._of)
        """The kinds that a word is of, whole words first."""

    def _of(self, word: str) -> tuple[str, ...]:
        kinds = list(self._whole.get(word, ()))
        if word[: self._shortest] in self._starts:
            for length in range(len(word), max(self._shortest, len(word) - MOST_LEFT_OPEN) - 1, -1):
                kinds += [kind for kind in self._open.get(word[:length], ()) if kind not in kinds]
        return tuple(kinds)


def features(
    low: str,
    audience: Audience,
    kinds: Kinds,
    hits: Iterable[Hit] = (),
    known: Container[str] | None = None,
) -> set[str]:
    """The features of one sentence, given in small letters with straight quotes (see `phrases.plain`).

    Only those that are `known`, if that is given: three of four are in no model.
    """
    tokens = TOKEN.findall(low)
    stems = list(map(stem, tokens))
    first = stems[0] if stems else ""
    row = ["^", *stems, "$"]
    found = [
        f"A:{audience}",
        f"F:first {first}",
        f"F:{min(len(tokens) // FIVE_WORDS, LONGEST)}",
        *stems,
        *map(" ".join, pairwise(row)),
        *map("_".join, zip(row, row[2:], strict=False)),
        *_of_kinds(tokens, first, kinds),
    ]
    if '"' in low or "'" in low:
        found += ["F:quote"] * bool(QUOTED.search(low))
    if low.endswith("?"):
        found.append("F:?")
    for hit in hits:
        found += (f"RF:{hit.rule.id}", "RF:any") if hit.framed else (f"R:{hit.rule.id}", "R:any")
    return set(found if known is None else filter(known.__contains__, found))


def _of_kinds(tokens: list[str], first: str, kinds: Kinds) -> list[str]:
    found: list[str] = []
    until, before = 0, ""
    for number, own in enumerate(map(kinds.of, tokens)):
        if not own:
            # Most words are of no kind: what is done for them is done most often.
            if until and tokens[number] in _STOPS:
                until = 0
            continue
        denied = ""
        if DENIAL in own:
            until = number + DENIAL_REACH
        elif number < until:
            denied = "!"
        for kind in own:
            found.append(f"k:{denied}{kind}")
            if number:
                found.append(f"F:{first} {kind}")
        if before:
            found.append(f"kk:{before} {denied}{own[0]}")
        before = f"{denied}{own[0]}"
    return found
