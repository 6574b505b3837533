"""What a model sees of a sentence: word stems, pairs of them, kinds of words, and what is denied.

A feature is a short text. `1:` a stem, `2:` two stems side by side, `s:` two with one between, `k:` a kind
of word (`!` where a “not” stands before it), `kk:` two kinds in a row, `F:` how the sentence begins and is
built, `R:` a rule that found words in it (`RF:` as words not to say), `A:` who reads it.
"""

import re
from collections.abc import Iterable, Mapping
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
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The kinds that `word` is of, whole words first."""
        found = self._known.get(word)
        if found is None:
            kinds = list(self._whole.get(word, ()))
            for length in range(len(word), max(self._shortest, len(word) - MOST_LEFT_OPEN) - 1, -1):
                kinds += [kind for kind in self._open.get(word[:length], ()) if kind not in kinds]
            found = self._known[word] = tuple(kinds)
        return found


def features(low: str, audience: Audience, kinds: Kinds, hits: Iterable[Hit] = ()) -> set[str]:
    """The features of one sentence, given in small letters with straight quotes (see `phrases.plain`)."""
    tokens = TOKEN.findall(low)
    stems = [stem(token) for token in tokens]
    first = stems[0] if stems else ""
    found = {f"A:{audience}", f"F:first {first}", f"F:{min(len(tokens) // FIVE_WORDS, LONGEST)}"}
    if QUOTED.search(low):
        found.add("F:quote")
    if low.endswith("?"):
        found.add("F:?")
    row = ["^", *stems, "$"]
    found.update([f"1:{one}" for one in stems])
    found.update([f"2:{one} {two}" for one, two in pairwise(row)])
    found.update([f"s:{one} {two}" for one, two in zip(row, row[2:], strict=False)])
    found.update(_of_kinds(tokens, first, kinds))
    for hit in hits:
        found.update((f"RF:{hit.rule.id}", "RF:any") if hit.framed else (f"R:{hit.rule.id}", "R:any"))
    return found


def _of_kinds(tokens: list[str], first: str, kinds: Kinds) -> Iterable[str]:
    left, before = 0, ""
    for number, token in enumerate(tokens):
        left -= 1
        if token in _STOPS:
            left = 0
        own = kinds.of(token)
        denial = DENIAL in own
        if denial:
            left = DENIAL_REACH
        denied = "!" if left > 0 and not denial else ""
        for kind in own:
            yield f"k:{denied}{kind}"
            if number:
                yield f"F:{first} {kind}"
        if own:
            if before:
                yield f"kk:{before} {denied}{own[0]}"
            before = f"{denied}{own[0]}"
