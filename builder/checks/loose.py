"""Text on its own, as `check-text` and `audit` judge it: with no lesson around it and no place in a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.checks.ruleset import Rules
from builder.words.finding import Audience, Hit
from builder.words.phrases import sentences


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a text may harm: the `rule`, the words that it met, and what to say `instead`.

    `summary` completes “this …”. `confidence` is between 0 and 1 where a model judged, and None where
    words alone decide.
    """

    rule: str
    severity: Literal["error", "warning"]
    match: str
    summary: str
    why: str
    instead: tuple[str, ...]
    source: str
    confidence: float | None = None


def check_text(text: str, audience: Audience, rules: Rules) -> list[Finding]:
    """What is wrong with `text` for those who read it, in the order of the rules, each rule once.

    Words that stand as words not to say are nothing for parents and staff; a pupil's page is better off
    without them, so there they are a warning.
    """
    met: dict[str, list[Hit]] = {}
    for sentence in sentences(text):
        for hit in rules.finder.hits(sentence, audience):
            # Whose age it is, nobody says here.
            if hit.rule.every_age:
                met.setdefault(hit.rule.id, []).append(hit)
    return [found for hits in met.values() for found in _found(hits, audience)]


def _found(hits: list[Hit], audience: Audience) -> Iterator[Finding]:
    rule = hits[0].rule
    bare = [hit for hit in hits if not hit.framed]
    if not bare and audience != "pupil":
        return
    said = bare or hits
    swaps = tuple(dict.fromkeys(hit.say for hit in said if hit.say))
    yield Finding(
        rule.id,
        rule.severity if bare else "warning",
        max((hit.words for hit in said), key=len),
        rule.summary,
        rule.why,
        swaps or rule.instead,
        rule.source,
    )
