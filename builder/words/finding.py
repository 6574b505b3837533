"""Finding the words of rules in sentences: which patterns to try, and how what they find is meant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from builder.words.phrases import REMEMBERED, Frames, Sentence, compiled, words_of

Audience = Literal["pupil", "parent", "staff"]


@dataclass(frozen=True, slots=True)
class WordRule:
    """A rule on words as it is found and told; its fields are those of the rule files.

    `phrases` are its patterns, each with what to say instead if it knows (else an empty text);
    `for_pupils_alone` are tried only in what pupils read and hear.
    """

    id: str
    kind: Literal["existence", "substitution"]
    summary: str
    severity: Literal["error", "warning"]
    audiences: tuple[Audience, ...]
    why: str
    instead: tuple[str, ...]
    source: str
    phrases: tuple[tuple[str, str], ...]
    for_pupils_alone: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    waivable: bool = True
    waivable_for_pupils: bool = True
    negation: bool = True
    framing: bool = True
    as_choice: bool = False
    as_vote: bool = False
    as_message: bool = False
    policy: bool = False
    lesson_only: bool = False
    every_age: bool = True

    def patterns(self) -> list[str]:
        return [*(pattern for pattern, _ in self.phrases), *self.for_pupils_alone]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a rule found in a sentence; `framed` if they stand there as words not to say.

    `confidence` is between 0 and 1 where a model found them, and None where the rule's patterns did; a model
    that isn't `sure` only warns.
    """

    rule: WordRule
    words: str
    framed: bool
    say: str = ""
    confidence: float | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Phrase:
    """One pattern of a rule, and what to say instead if it knows."""

    rule: WordRule
    pattern: str
    say: str = ""
    for_pupils_alone: bool = False


class Finder:
    """The patterns of many rules, each tried only where one of its cue words stands.

    `cues` are those of each pattern as `cues_of` gives them; reading them would take most of the start.
    """

    def __init__(
        self,
        rules: Iterable[WordRule],
        groups: Mapping[str, str],
        frames: Frames,
        cues: Mapping[str, str],
    ) -> None:
        self._frames = frames
        self._phrases = tuple(phrase for rule in rules for phrase in _phrases(rule))
        self._by_cue: dict[str, list[tuple[int, str]]] = {}
        self._ready: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = {}
        self._always: list[int] = []
        self._compiled = cache(lambda patterns: compiled(patterns, groups))
        self._known = lru_cache(maxsize=REMEMBERED)(self._found)
        for number, phrase in enumerate(self._phrases):
            if not cues[phrase.pattern]:
                self._always.append(number)
                continue
            for choice in cues[phrase.pattern].split("|"):
                first, _, others = choice.partition("/")
                for cue in first.split():
                    self._by_cue.setdefault(cue, []).append((number, others))

    def hits(self, sentence: Sentence, audience: Audience, everywhere: bool = False) -> list[Hit]:
        """What is found for this audience, in the order of the rules; `everywhere` tries every pattern."""
        return list(self._known(sentence, audience, everywhere))

    def _found(self, sentence: Sentence, audience: Audience, everywhere: bool) -> list[Hit]:
        numbers = range(len(self._phrases)) if everywhere else self.likely(sentence)
        hits: list[Hit] = []
        for number in numbers:
            phrase = self._phrases[number]
            if audience not in phrase.rule.audiences or (phrase.for_pupils_alone and audience != "pupil"):
                continue
            found = self._compiled((phrase.pattern,)).search(sentence.low)
            while found is not None:
                hits += self._met(phrase, sentence, found)
                found = found.re.search(sentence.low, max(found.end(), found.start() + 1))
        return hits

    def likely(self, sentence: Sentence) -> list[int]:
        """The numbers of the patterns that could find something in `sentence`."""
        words = words_of(sentence.low)
        likely = set(self._always)
        for cue in self._by_cue.keys() & words:
            tried = self._ready.get(cue) or self._readied(cue)
            for number, sets in tried:
                # A loop, as this runs on every sentence, and a generator would take twice as long.
                for set_of_cues in sets:
                    if set_of_cues.isdisjoint(words):
                        break
                else:
                    likely.add(number)
        return sorted(likely)

    def _readied(self, cue: str) -> list[tuple[int, tuple[frozenset[str], ...]]]:
        # When first met: most are never needed, and would take a tenth of the start.
        ready = self._ready[cue] = [(number, _sets(others)) for number, others in self._by_cue[cue]]
        return ready

    def rules(self) -> tuple[WordRule, ...]:
        return tuple(dict.fromkeys(phrase.rule for phrase in self._phrases))

    def patterns(self) -> Iterator[re.Pattern[str]]:
        """Every pattern, compiled. Raises re.error for one that can't be read."""
        for phrase in self._phrases:
            yield self._compiled((phrase.pattern,))
            if phrase.rule.unless:
                yield self._compiled(phrase.rule.unless)

    def _met(self, phrase: Phrase, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
        rule = phrase.rule
        if rule.unless and self._excused(rule, sentence, found):
            return
        if rule.negation and self._frames.turned_round(sentence, found.start()):
            return
        framed = rule.framing and self._frames.shown_as_wrong(
            sentence, found.start(), found.end(), quoted_alone=not rule.waivable
        )
        yield Hit(rule, found[0].strip(" \"'(:"), framed, phrase.say)

    def _excused(self, rule: WordRule, sentence: Sentence, found: re.Match[str]) -> bool:
        """Whether words of `unless` overlap the finding or stand beside it, and aren't turned round."""
        low = sentence.low
        for near in self._compiled(rule.unless).finditer(low):
            apart = low[near.end() : found.start()] or low[found.end() : near.start()]
            if not apart.strip(' "(') and not (
                rule.negation and self._frames.turned_round(sentence, near.start())
            ):
                return True
        return False


@cache
def _sets(cues: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in cues.split("/")) if cues else ()


def _phrases(rule: WordRule) -> Iterator[Phrase]:
    yield from (Phrase(rule, pattern, say) for pattern, say in rule.phrases)
    yield from (Phrase(rule, pattern, for_pupils_alone=True) for pattern in rule.for_pupils_alone)
