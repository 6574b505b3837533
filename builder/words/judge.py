"""Judging a text: transparent rules for known wordings, a model for paraphrase, and how words are meant."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from builder.words.features import Kinds, features
from builder.words.finding import Audience, Finder, Hit, WordRule
from builder.words.model import Model, most_telling
from builder.words.phrases import Sentence, sentences

CLAUSE = re.compile(r"(?<=[,;:.!?])\s+|\s+(?=(?:and|but|because|so|or|if|when)\s)")
AS_WRONG = "; even as words not to say, a pupil's page is better off without them"
FEWEST = 4
"""A model that reads words has nothing to read in a heading of fewer."""
ALL_BUT = 0.6
"""Known words that are so much of a sentence leave no room for a frame: nothing makes them doubtful."""
LEAST_QUOTED = 12
"""A quotation of fewer letters is a word or a name, and says nothing yet."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a text may harm: the `rule`, the words that it met, and what to say `instead`.

    `summary` completes “this …”. `confidence` is between 0 and 1 where a model judged, and None where
    words alone decide; `framed` words stand there as words not to say.
    """

    rule: str
    severity: Literal["error", "warning"]
    match: str
    summary: str
    why: str
    instead: tuple[str, ...]
    source: str
    confidence: float | None = None
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Judge:
    """`policy` are rules on what a page may hold, `harm` those on what harms; `ways` explain the model."""

    policy: Finder
    harm: Finder
    kinds: Kinds
    model: Model
    ways: Mapping[str, WordRule]

    def hits(self, sentence: Sentence, audience: Audience) -> list[Hit]:
        """What harms in a sentence: words of rules unless the model doubts them, and what it finds itself."""
        told = self.policy.hits(sentence, audience)
        harmful = self.harm.hits(sentence, audience)
        seen = features(sentence.low, audience, self.kinds, harmful)
        score = self.model.score(seen)
        told += [
            hit
            for hit in harmful
            if hit.framed or score >= self.model.doubtful or len(hit.words) >= ALL_BUT * len(sentence.low)
        ]
        if all(hit.framed for hit in told):
            told += self._read(sentence, audience, seen, score)
        return told

    def rules(self) -> tuple[WordRule, ...]:
        return (*self.policy.rules(), *self.harm.rules())

    def paraphrases(self, sentence: Sentence, audience: Audience) -> list[Hit]:
        """What the model finds in a sentence in which no rule has found anything."""
        seen = features(sentence.low, audience, self.kinds)
        return list(self._read(sentence, audience, seen, self.model.score(seen)))

    def _read(self, sentence: Sentence, audience: Audience, seen: set[str], score: float) -> Iterator[Hit]:
        if score >= self.model.threshold and len(sentence.low.split()) >= FEWEST:
            yield self._paraphrase(sentence, audience, seen, score)
        elif audience == "pupil":
            yield from self._quoted(sentence, audience)

    def _paraphrase(self, sentence: Sentence, audience: Audience, seen: set[str], score: float) -> Hit:
        rule = self.ways[self.model.way(seen)]
        clauses = [part for part in CLAUSE.split(sentence.low) if part]
        each = [features(clause, audience, self.kinds) for clause in clauses]
        words = clauses[most_telling(self.model, each)].strip(" \"'(:,.;!?")
        sure = score >= self.model.sure
        return Hit(rule, words, framed=False, confidence=self.model.confidence(score), sure=sure)

    def _quoted(self, sentence: Sentence, audience: Audience) -> Iterator[Hit]:
        """What a pupil's page quotes as wrong is a warning; the sentence around it made the model calm."""
        for start, end in sentence.quoted:
            words = sentence.low[start:end].strip(" \"'")
            if len(words) >= LEAST_QUOTED:
                seen = features(words, audience, self.kinds)
                score = self.model.score(seen)
                if score >= self.model.threshold:
                    inside = Sentence(words)
                    yield replace(self._paraphrase(inside, audience, seen, score), framed=True)


def check_text(text: str, audience: Audience, judge: Judge) -> list[Finding]:
    """What is wrong with `text` for those who read it, each rule once, errors before warnings.

    Words that stand as words not to say are nothing for parents and staff; a pupil's page is better off
    without them, so there they are a warning.
    """
    met: dict[str, list[Hit]] = {}
    for sentence in sentences(text):
        for hit in judge.hits(sentence, audience):
            # Whose age it is, nobody says here.
            if hit.rule.every_age:
                met.setdefault(hit.rule.id, []).append(hit)
    found = [one for hits in met.values() for one in _found(hits, audience)]
    return sorted(found, key=lambda one: one.severity)


def _found(hits: list[Hit], audience: Audience) -> Iterator[Finding]:
    rule = hits[0].rule
    bare = [hit for hit in hits if not hit.framed]
    if not bare and audience != "pupil":
        return
    said = bare or hits
    swaps = tuple(dict.fromkeys(hit.say for hit in said if hit.say))
    sure = [hit.confidence for hit in said if hit.confidence is not None]
    yield Finding(
        rule.id,
        rule.severity if any(hit.sure for hit in bare) else "warning",
        max((hit.words for hit in said), key=len),
        rule.summary if bare else f"{rule.summary}{AS_WRONG}",
        rule.why,
        swaps or rule.instead,
        rule.source,
        max(sure) if len(sure) == len(said) else None,
        not bare,
    )
