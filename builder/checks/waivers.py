"""Waivers: a rule set aside at one place of a lesson, for a reason; used, allowed, and pointing somewhere."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from builder.checks.catalogue import RuleInfo
from builder.content.lesson import Lesson, Waiver
from builder.content.loaded import Loaded
from builder.content.text import Voice, passages
from builder.diagnostics import Address, Diagnostic, Severity, did_you_mean, error, warning


@dataclass(frozen=True, slots=True)
class Waived:
    """What a lesson set aside: the complaint's `rule` and `message`, where it stood, and the reason given."""

    rule: str
    at: str
    message: str
    reason: str


def address_of(text: str) -> Address:
    """`activities.2.say.0` as an address; numbers count from 0, as in every address."""
    return tuple(int(part) if part.isdecimal() else part for part in text.strip().split("."))


def apply(
    lesson: Loaded[Lesson], said: Sequence[Diagnostic], known: Mapping[str, RuleInfo]
) -> tuple[list[Diagnostic], list[Waived]]:
    """`said` without what the lesson waives, with what is wrong with the waivers; and what was waived."""
    kept, set_aside = list(said), []
    for_pupils = {p.address for p in passages(lesson.model) if p.voice in (Voice.PUPIL, Voice.SPOKEN)}
    for number, waiver in enumerate(lesson.model.waivers):
        here: Address = ("waivers", number)
        address = address_of(waiver.at)
        met = [
            d
            for d in said
            if d.rule == waiver.rule and d.address == address and d.mark.file == lesson.source.file
        ]
        refused = [d for d in met if not _may_waive(d, known, for_pupils)]
        waived = [d for d in met if d not in refused]
        kept = [d for d in kept if d not in waived]
        set_aside += [Waived(d.rule, waiver.at, d.message, waiver.reason) for d in waived]
        kept += _faults(lesson, waiver, here, known, met, refused)
    return kept, set_aside


def _may_waive(found: Diagnostic, known: Mapping[str, RuleInfo], for_pupils: Set[Address]) -> bool:
    """A warning always; an error if its rule allows it there; what waits for a person never."""
    if found.severity is Severity.WARNING:
        return True
    info = known[found.rule]
    allowed = info.waivable and (info.waivable_for_pupils or found.address not in for_pupils)
    return found.severity is Severity.ERROR and allowed


def _faults(
    lesson: Loaded[Lesson],
    waiver: Waiver,
    here: Address,
    known: Mapping[str, RuleInfo],
    met: list[Diagnostic],
    refused: list[Diagnostic],
) -> Iterator[Diagnostic]:
    if refused:
        person = refused[0].severity is Severity.NEEDS_PERSON
        yield error(
            lesson.mark(*here, "rule"),
            "waiver/refused",
            f"“{waiver.rule}” can't be waived.",
            "It waits for a person, and a file can't answer for one."
            if person
            else "It keeps pupils safe whatever the reason.",
            "Change the sentence instead, and take the waiver out.",
            (*here, "rule"),
        )
    elif waiver.rule not in known:
        yield error(
            lesson.mark(*here, "rule"),
            "waiver/unknown",
            f"There is no rule “{waiver.rule}”.",
            "",
            did_you_mean(waiver.rule, known),
            (*here, "rule"),
        )
    elif lesson.source.nearest(address_of(waiver.at)) != address_of(waiver.at):
        yield error(
            lesson.mark(*here, "at"),
            "waiver/unknown",
            f"There is nothing at “{waiver.at}” in this lesson.",
            "",
            "Write the address as the complaint gave it; numbers count from 0, as in “activities.2.say.0”.",
            (*here, "at"),
        )
    elif not met:
        yield warning(
            lesson.mark(*here, "rule"),
            "waiver/unused",
            f"Nothing at “{waiver.at}” is complained about by “{waiver.rule}”.",
            "A waiver that waives nothing may one day hide a real fault.",
            "Take the waiver out.",
            (*here, "rule"),
        )
