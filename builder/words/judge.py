"""Judging a text: transparent rules for known wordings, a model for paraphrase, and how words are meant."""

import math
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from builder.words.features import Kinds, features
from builder.words.finding import Audience, Finder, Hit, WordRule
from builder.words.model import Model, likelihood, most_telling
from builder.words.phrases import REMEMBERED, Sentence, sentences

if TYPE_CHECKING:
    from builder.words.deep import DeepReader, Lines

CLAUSE = re.compile(r"(?<=[,;:.!?])\s+|\s+(?=(?:and|but|because|so|or|if|when)\s)")
AS_WRONG = "; even as words not to say, a pupil's page is better off without them"
CLEARLY_NOT = -3.2
"""No slogan that a rule names as bad scores lower, and nearly every innocent one that was kept back does."""
FEWEST = 4
"""A model that reads words has nothing to read in a heading of fewer."""
ALL_BUT = 0.6
"""Known words that are so much of a sentence leave no room for a frame: nothing makes them doubtful."""
ENDLESS, PART = 60, 40
"""Words of the longest sentence that is judged whole, and of the parts of a longer one."""
LONGEST, OVERLAP = 2000, 200
"""Signs of the longest text that is judged at once, and of what two parts of a longer one share."""
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
    """`finder` knows the rules; `ways` explain what the models find.

    Without a `deep` reader the quick model decides alone.
    """

    finder: Finder
    kinds: Kinds
    model: Model
    ways: Mapping[str, WordRule]
    deep: "DeepReader | None" = None
    _seen: "dict[tuple[Sentence, Audience, bool], Sight]" = field(
        default_factory=dict, init=False, compare=False
    )

    def sight(self, sentence: Sentence, audience: Audience) -> "Sight":
        """What rules and quick model make of a sentence."""
        return self._sight(sentence, audience, bare=False)

    def ahead(self, sights: Iterable["Sight"]) -> None:
        """Read deeply, many at once, what the quick model can't dismiss: three times as fast as singly."""
        if self.deep is not None:
            gate = self._least
            wanted = (one for one in sights if one.hits or (one.score >= gate and _has_words(one.sentence)))
            self.deep.ahead([one.sentence.low for one in wanted])

    def hits(self, sight: "Sight") -> list[Hit]:
        """What harms in a sentence: words of rules unless the models doubt them, and what they find."""
        sentence, audience = sight.sentence, sight.audience
        if not sight.hits:
            if sight.score < self._least and not sentence.quoted:
                return []
            if not _has_words(sentence):
                return list(self._quoted(sentence, audience))
        verdict = self._verdict(sight)
        # What a page may not hold is no question of how it is meant: no model is asked.
        told = [
            hit
            for hit in sight.hits
            if hit.rule.policy or hit.framed or verdict.believes(standing(hit, sentence))
        ]
        if all(hit.framed for hit in told):
            told += self._read(sentence, audience, verdict)
        return told

    @property
    def _least(self) -> float:
        """The score of the quick model below which a sentence without known words is left alone."""
        return self.deep.lines.gate if self.deep is not None else self.model.threshold

    def rules(self) -> tuple[WordRule, ...]:
        return self.finder.rules()

    def paraphrases(self, sentence: Sentence, audience: Audience) -> list[Hit]:
        """What the models find in a sentence of a lesson in which no rule has found anything.

        What people in a story say stays theirs: a lesson asks what could be answered.
        """
        if not _has_words(sentence):
            return []
        verdict = self._verdict(self.bare_sight(sentence, audience))
        return [self._paraphrase(sentence, audience, verdict)] if verdict.harms else []

    def bare_sight(self, sentence: Sentence, audience: Audience) -> "Sight":
        """What the quick model makes of a sentence in which no rule was looked for."""
        return self._sight(sentence, audience, bare=True)

    def _sight(self, sentence: Sentence, audience: Audience, *, bare: bool) -> "Sight":
        key = (sentence, audience, bare)
        known = self._seen.get(key)
        if known is None:
            if len(self._seen) >= REMEMBERED:
                self._seen.clear()
            hits = [] if bare else self.finder.hits(sentence, audience)
            score = self.model.score(self.seen(sentence, audience, hits, self.model.weights))
            known = self._seen[key] = Sight(sentence, audience, hits, score)
        return known

    def seen(
        self,
        sentence: Sentence,
        audience: Audience,
        hits: Iterable[Hit],
        known: Container[str] | None = None,
    ) -> set[str]:
        """The features of a sentence in which rules found `hits`: all, or those that are `known`."""
        harmful = [hit for hit in hits if not hit.rule.policy]
        return features(sentence.low, audience, self.kinds, harmful, known)

    def _verdict(self, sight: "Sight") -> "_Verdict":
        quick = sight.score
        if self.deep is None:
            if quick < self.model.threshold:
                return _Verdict(quick, "", self.model)
            # Looked at once more: few come here, and what was seen of all others need not be kept.
            seen = self.seen(sight.sentence, sight.audience, sight.hits, self.model.weights)
            return _Verdict(quick, self.model.way(seen), self.model)
        lines = self.deep.lines
        if quick < lines.gate and not sight.hits:
            return _Verdict(-math.inf, "", lines)
        read = self.deep.read(sight.sentence.low)
        return _Verdict(lines.mixed(quick, read.score), read.way, lines)

    def _read(self, sentence: Sentence, audience: Audience, verdict: "_Verdict") -> Iterator[Hit]:
        if verdict.harms and _has_words(sentence):
            yield self._paraphrase(sentence, audience, verdict)
        else:
            yield from self._quoted(sentence, audience)

    def _paraphrase(self, sentence: Sentence, audience: Audience, verdict: "_Verdict") -> Hit:
        clauses = [part for part in CLAUSE.split(sentence.low) if part]
        each = [features(clause, audience, self.kinds, (), self.model.weights) for clause in clauses]
        words = clauses[most_telling(self.model, each)].strip(" \"'(:,.;!?")
        rule = self.ways[verdict.way]
        return Hit(rule, words, framed=False, confidence=likelihood(verdict.score), sure=verdict.sure)

    def _quoted(self, sentence: Sentence, audience: Audience) -> Iterator[Hit]:
        """What a pupil's page quotes as wrong is a warning; the sentence around it made the models calm."""
        for start, end in sentence.quoted if audience == "pupil" else ():
            words = sentence.low[start:end].strip(" \"'")
            if len(words) >= LEAST_QUOTED:
                inside = Sentence(words)
                verdict = self._verdict(self.bare_sight(inside, audience))
                if verdict.harms:
                    yield replace(self._paraphrase(inside, audience, verdict), framed=True)


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence with what rules found in it, and the quick model's score of it; not to be changed."""

    sentence: Sentence
    audience: Audience
    hits: list[Hit]
    score: float


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What the models make of a sentence, and the lines that its score is held against."""

    score: float
    way: str
    lines: "Model | Lines"

    @property
    def harms(self) -> bool:
        return self.score >= self.lines.threshold

    @property
    def sure(self) -> bool:
        return self.score >= self.lines.sure

    def believes(self, stands: "Standing") -> bool:
        """Whether a rule's words that stand so are believed."""
        if stands == "slogan":
            # A whole sentence of known words is what it seems, unless both models are sure that it isn't.
            return self.score >= CLEARLY_NOT
        return self.score >= (self.lines.doubtful if stands == "inside" else self.lines.threshold)


Standing = Literal["slogan", "quoted", "inside"]


def standing(hit: Hit, sentence: Sentence) -> Standing:
    """Whether the words are all but the whole sentence, are quoted in it, or are a part of it."""
    start = sentence.low.find(hit.words)
    opens = sentence.quotation(start)
    if opens is not None and opens > 0:
        return "quoted"
    return "slogan" if len(hit.words) >= ALL_BUT * len(sentence.low) else "inside"


def check_text(text: str, audience: Audience, judge: Judge) -> list[Finding]:
    """`check_texts` of one text."""
    return check_texts([(text, audience)], judge)[0]


def check_texts(texts: Sequence[tuple[str, Audience]], judge: Judge) -> list[list[Finding]]:
    """What is wrong with each text, however long, for those who read it: each rule once, errors first.

    Words that stand as words not to say are nothing for parents and staff; a pupil's page is better off
    without them, so there they are a warning.
    """
    each = [[judge.sight(sentence, audience) for sentence in _apart(text)] for text, audience in texts]
    judge.ahead(sight for sights in each for sight in sights)
    return [_findings(sights, judge) for sights in each]


def _has_words(sentence: Sentence) -> bool:
    """Whether there is anything to read for a model: a name of a school or a room has fewer words."""
    return len(sentence.low.split()) >= FEWEST


def _apart(text: str) -> Iterator[Sentence]:
    return (part for piece in pieces(text) for whole in sentences(piece) for part in _parts(whole))


def _findings(sights: Sequence[Sight], judge: Judge) -> list[Finding]:
    met: dict[str, list[Hit]] = {}
    for sight in sights:
        for hit in judge.hits(sight):
            met.setdefault(hit.rule.id, []).append(hit)
    found = [one for hits in met.values() for one in _found(hits, sights[0].audience)]
    return sorted(found, key=lambda one: one.severity)


def pieces(text: str) -> Iterator[str]:
    """`text` in pieces that are judged quickly; they overlap, so that no sentence is torn."""
    start = 0
    while len(text) - start > LONGEST:
        blank = text.rfind(" ", start + OVERLAP + 1, start + LONGEST)
        end = blank if blank > 0 else start + LONGEST
        yield text[start:end]
        start = end - OVERLAP
    yield text[start:]


def _parts(sentence: Sentence) -> list[Sentence]:
    """A sentence that never ends, in parts that overlap: what harms in it would drown."""
    if len(sentence.low) < 2 * ENDLESS:
        return [sentence]
    words = sentence.low.split()
    if len(words) <= ENDLESS:
        return [sentence]
    starts = range(0, len(words) - PART // 2, PART // 2)
    return [part for start in starts for part in sentences(" ".join(words[start : start + PART]))]


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
