"""What must not be said: every sentence against every rule for those who read or hear it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from builder.checks.context import Context, Shared, fits, readers_of
from builder.checks.rules import Occurrence
from builder.checks.ruleset import Rules
from builder.content.activities import Quiz, Sort
from builder.content.case_study import CaseStudy
from builder.content.help import Ages
from builder.content.lesson import Lesson
from builder.content.loaded import Loaded
from builder.content.text import Passage, Voice, passages
from builder.diagnostics import Address, Diagnostic, Mark, Severity
from builder.source import Source
from builder.words.finding import Audience, Hit, WordRule
from builder.words.phrases import sentences

EVERY_AGE = Ages()

# How a publication is called is not ours to change: of its words only the meaning counts.
TITLES = ("publisher", "title", "framework", "name")
Setting = Literal["plain", "never", "message", "wrong", "vote"]


@dataclass(frozen=True, slots=True)
class Stand:
    """Who reads a passage, and how it is meant.

    It may stand among words `never` to say, as a stranger's `message`, as a `wrong` answer, or among the
    options of an open `vote`. A `title` is someone else's, a `note` tells whoever checks a source what to do.
    """

    audience: Audience
    setting: Setting = "plain"
    title: bool = False
    note: bool = False

    @property
    def by_meaning(self) -> bool:
        """Whether models judge it.

        A stranger's message or a wrong answer is told by its place instead, and what to do with a web page
        sounds to them like what not to do with a picture.
        """
        return self.setting == "plain" and not (self.title or self.note)


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    lesson, rules = context.lesson, context.shared.rules
    band = lesson.model.age_band
    wanted = frozenset(rule.id for rule in rules.words if fits(rule.ages, band))
    stands = [(one, _stand(one, readers_of(lesson.model), lesson.model)) for one in context.passages]
    rules.judge.ahead(
        rules.judge.bare_sight(sentence, stand.audience)
        for passage, stand in stands
        if stand and stand.by_meaning
        for sentence in sentences(passage.text)
    )
    for passage, stand in stands:
        if stand:
            yield from _passage(lesson.source, passage, stand, rules, wanted)
    # A case study has no age of its own: what is only for some ages is found where it is used.
    for_some = wanted - _for_all_ages(rules)
    for case in context.cases.values():
        for passage in passages(case.model) if for_some else ():
            if stand := _stand(passage, case.model.tier):
                yield from _passage(case.source, passage, stand, rules, for_some)
    yield from _name(lesson, readers_of(lesson.model), rules, wanted)
    if lesson.model.audience == "pupils":
        yield from _counts(context)


def check_case(case: Loaded[CaseStudy], shared: Shared) -> Iterator[Diagnostic]:
    wanted = _for_all_ages(shared.rules)
    for passage in passages(case.model):
        if stand := _stand(passage, case.model.tier):
            yield from _passage(case.source, passage, stand, shared.rules, wanted)
    yield from _name(case, case.model.tier, shared.rules, wanted)


def check_shared(shared: Shared) -> Iterator[Diagnostic]:
    rules, wanted = shared.rules, _for_all_ages(shared.rules)
    for passage in passages(shared.safe_teaching.model):
        if stand := _stand(passage, "staff"):
            yield from _passage(shared.safe_teaching.source, passage, stand, rules, wanted)
    for passage in passages(shared.help.model):
        # These sentences are what the rule sends everybody to.
        country = passage.address[0] in ("in_trouble", "law", "good_to_know")
        own_words = {"messaging/in-trouble"} if country and passage.address[-1] == "say" else set()
        if stand := _stand(passage, "staff"):
            yield from _passage(shared.help.source, passage, stand, rules, wanted - own_words)
    for passage in passages(shared.sheets.model):
        if stand := _stand(passage, "pupil"):
            yield from _passage(shared.sheets.source, passage, stand, rules, wanted)
    if shared.school is not None:
        for passage in passages(shared.school.model):
            if stand := _stand(passage, "pupil"):
                yield from _passage(shared.school.source, passage, stand, rules, wanted)
    labels = f"builder/data/labels/{shared.labels.language}.yaml"
    for passage in passages(shared.labels):
        if stand := _stand(passage, "staff"):
            yield from _passage(labels, passage, stand, rules, wanted)


def _name(
    file: Loaded[Lesson] | Loaded[CaseStudy], audience: Audience, rules: Rules, wanted: frozenset[str]
) -> Iterator[Diagnostic]:
    """The file's own name travels with the pack, so its words count too."""
    named = Passage((), Voice.PUPIL, file.id.replace("-", " "))
    yield from _passage(file.source, named, Stand(audience), rules, wanted)


def _for_all_ages(rules: Rules) -> frozenset[str]:
    return frozenset(rule.id for rule in rules.words if rule.ages == EVERY_AGE)


def _stand(passage: Passage, tier: Audience, lesson: Lesson | None = None) -> Stand | None:
    """Who reads the passage and how it is meant; None for what no rule applies to."""
    if passage.voice is Voice.QUOTED:
        return None
    audience: Audience = "staff"
    if passage.voice in (Voice.PUPIL, Voice.SPOKEN):
        # What a session for adults shows and says, adults read and hear.
        audience = readers_of(lesson) if lesson else "pupil"
    elif passage.voice is Voice.PARENT:
        audience = "parent"
    elif passage.voice is Voice.TIER:
        audience = tier
    if "never" in passage.address:
        return Stand(audience, "never")
    if _is_title(passage.address):
        return Stand(audience, title=True)
    if {"verify", "trail"} & set(passage.address):
        return Stand(audience, note=True)
    return _in_activity(passage.address, audience, lesson) if lesson else Stand(audience)


def _is_title(address: Address) -> bool:
    return address[-1] in TITLES and bool({"sources", "curriculum_links", "services"} & set(address))


def _in_activity(address: Address, audience: Audience, lesson: Lesson) -> Stand:
    """Wrong answers, and cards for a tray that doesn't help, are marked as such; a vote is open."""
    if address[0] != "activities" or not isinstance(address[1], int):
        return Stand(audience)
    activity = lesson.activities[address[1]]
    match address[2:]:
        case ("cards", int(number), "text") if isinstance(activity, Sort):
            helpful = {tray.id for tray in activity.trays if tray.helps}
            return Stand(audience, "plain" if activity.cards[number].tray in helpful else "wrong")
        case ("questions", int(asked), "options", int(option)) if isinstance(activity, Quiz):
            return Stand(audience, "plain" if option + 1 == activity.questions[asked].answer else "wrong")
        case ("slides", int(), "options", _):
            return Stand(audience, "vote")
        case ("slides", int(slide), "messages", int(entry), "text"):
            message = getattr(activity, "slides", ())[slide].messages[entry]
            strange = message.name is not None and not message.mine
            return Stand(audience, "message" if strange else "plain")
    return Stand(audience)


def _passage(
    source: Source | str, passage: Passage, stand: Stand, rules: Rules, wanted: frozenset[str]
) -> Iterator[Diagnostic]:
    """One complaint for each rule that the passage breaks, with all the words that break it."""
    by_rule: dict[str, list[Hit]] = {}
    for sentence in sentences(passage.text):
        hits = rules.finder.hits(sentence, stand.audience)
        if not hits and stand.by_meaning:
            hits = rules.judge.paraphrases(sentence, stand.audience)
        for hit in hits:
            if hit.rule.id in wanted and not _excused(hit.rule, stand):
                by_rule.setdefault(hit.rule.id, []).append(hit)
    for hits in by_rule.values():
        bare = [hit for hit in hits if not hit.framed]
        framed = hits[0].rule.framing and (not bare or _softened(hits[0].rule, stand))
        if not framed or stand.audience == "pupil":
            yield _said(source, passage.address, bare or hits, framed)


def _excused(rule: WordRule, stand: Stand) -> bool:
    if stand.title and rule.kind == "substitution":
        return True
    return (stand.setting == "wrong" and rule.as_choice) or (stand.setting == "vote" and rule.as_vote)


def _softened(rule: WordRule, stand: Stand) -> bool:
    """A stranger's message may say what a lesson may waive, and no more: a thread never needs it."""
    if stand.setting == "message":
        return rule.as_message or (rule.waivable and rule.waivable_for_pupils)
    return stand.setting == "never"


def _said(source: Source | str, address: Address, hits: list[Hit], framed: bool) -> Diagnostic:
    rule = hits[0].rule
    found = list(dict.fromkeys(hit.words for hit in hits))
    longest = [words for words in found if not any(words in other and words != other for other in found)]
    words = " and ".join(f"“{words}”" for words in longest)
    message = f"{words}: this {rule.summary}"
    if framed:
        message += "; even as words to weigh or not to say, a pupil's page is better off without them"
    swaps = " or ".join(dict.fromkeys(hit.say for hit in hits if hit.say))
    instead = " or ".join(f"“{line}”" for line in rule.instead)
    read = [hit.confidence for hit in hits if hit.confidence is not None]
    if read and len(read) == len(hits):
        message += (
            f"; no rule knows these words, and a model that has read many like them is {max(read):.0%} sure"
        )
    warns = framed or not any(hit.sure for hit in hits)
    severity = Severity.WARNING if warns else Severity(rule.severity)
    hint = f"Say {swaps or instead}"
    mark = Mark(source, 1, 1) if isinstance(source, str) else source.mark(address)
    return Diagnostic(mark, severity, rule.id, f"{message}.", rule.why, hint, address)


def _counts(context: Context) -> Iterator[Diagnostic]:
    """Rules of how often, over what the lesson itself prints for pupils."""
    lesson = context.lesson.model
    printed = [p for p in context.passages if p.voice is Voice.PUPIL and p.address[-1] != "alt"]
    for rule, pattern in context.shared.rules.counts:
        if not fits(rule.ages, lesson.age_band):
            continue
        places: dict[Address, list[Passage]] = {}
        for passage in printed:
            if rule.per == "lesson":
                places.setdefault((), []).append(passage)
            elif slide := slide_of(passage.address):
                places.setdefault(slide, []).append(passage)
        for where, there in places.items():
            if said := counted(rule, pattern, [p.text for p in there]):
                last = next((p.address for p in reversed(there) if count(pattern, p.text)), ("title",))
                address = where or (("title",) if rule.at_least else last)
                yield Diagnostic(
                    context.lesson.mark(*address),
                    Severity(rule.severity),
                    rule.id,
                    said,
                    rule.why,
                    "Say " + " or ".join(f"“{line}”" for line in rule.instead) + ".",
                    address,
                )


def slide_of(address: Address) -> Address:
    """The part of an address in an activity that makes one slide; empty for what makes none."""
    if address[0] != "activities" or "handout" in address:
        return ()
    return (
        address[:4] if len(address) > 3 and address[2] in ("slides", "questions", "prompts") else address[:2]
    )


def count(pattern: re.Pattern[str], text: str) -> int:
    return sum(len(pattern.findall(sentence.low)) for sentence in sentences(text))


def counted(rule: Occurrence, pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    """What is wrong with how often the words are found in all `texts` together, or nothing."""
    total = sum(count(pattern, text) for text in texts)
    if rule.at_most is not None and total > rule.at_most:
        return f"This {rule.per} {rule.summary}: {total} times, where {rule.at_most} are enough."
    if rule.at_least is not None and total < rule.at_least:
        return f"This {rule.per} {rule.summary}."
    return ""
