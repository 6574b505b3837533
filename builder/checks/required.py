"""What must be said, and what help must be named, in each document for this age."""

import re
from collections.abc import Iterator

from builder.checks.context import Context, fits, services_of
from builder.checks.rules import DocumentName, RequiredMessage, RequiredService
from builder.checks.ruleset import Rules
from builder.checks.surfaces import surface
from builder.content.help import Service
from builder.diagnostics import Address, Diagnostic, error
from builder.words.phrases import Sentence, sentences

IN_WORDS: dict[DocumentName, str] = {
    "slides": "on the slides",
    "handout": "in the handout",
    "teacher-notes": "in the teacher notes",
}

NO = re.compile(r"\b(?:not|never|no|nobody|nothing|cannot|rarely|seldom|hardly|barely|scarcely|\w+n't)\b")
NO_AFTER = re.compile(
    r" (?:never|rarely|seldom|hardly|doesn't|does not|don't|do not|won't|will not|can't|cannot)"
    r"(?: \w+)? (?:works?|helps?|exists?|happens?|matters?|makes?|stops?)\b"
)


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    band, rules = context.lesson.model.age_band, context.shared.rules
    required = rules.required
    if context.lesson.model.audience != "pupils":
        yield from _for_adults(context)
        return
    documents = {
        name: [sentence for printed in surface(context, name) for sentence in sentences(printed.text)]
        for name in IN_WORDS
    }
    for message in required.messages:
        if fits(message.ages, band):
            lacking = [
                name
                for name in message.documents
                if not any(says(rules, message, s) for s in documents[name])
            ]
            if lacking:
                yield _missing(context, message, lacking)
    for service in required.services:
        if fits(service.ages, band):
            yield from _service(context, service)


def _for_adults(context: Context) -> Iterator[Diagnostic]:
    """A session for adults says what it teaches; what must be in it is the help, and how to take it."""
    named = {service.role for _, service in services_of(context)}
    for role, why in (
        ("emergency", "Somebody in danger needs one number."),
        ("crisis", "Adults need help too."),
    ):
        if role not in named:
            yield error(
                context.lesson.mark("signposting", "roles"),
                "help/missing",
                f"This session names no service of role “{role}”.",
                why,
                f"Add “{role}” to the roles.",
                ("signposting", "roles"),
            )


def says(rules: Rules, message: RequiredMessage, sentence: Sentence) -> bool:
    """Whether `sentence` says it, and not its opposite: “it is not true that help exists” doesn't."""
    for found in rules.said[message.id].finditer(sentence.low):
        denied = not message.holds_no and (NO.search(found[0]) or NO_AFTER.match(sentence.low, found.end()))
        start, end = found.span()
        if not denied and not rules.frames.denied(sentence, start, end):
            return True
    return False


def _missing(context: Context, message: RequiredMessage, lacking: list[DocumentName]) -> Diagnostic:
    where = " or ".join(IN_WORDS[name] for name in lacking)
    examples = " or ".join(f"“{line}”" for line in message.say)
    address: Address = ("advice",) if message.fits == "safe_teaching" else (message.fits,)
    file = context.shared.safe_teaching if message.fits == "safe_teaching" else context.lesson
    place = "the safe-teaching advice"
    if message.fits != "safe_teaching":
        place = f"“{message.fits}”, shown on a slide with “shows: {message.fits}”"
    return error(
        file.mark(*address),
        "messaging/required",
        f"Nothing {where} says that {message.summary} ({message.id}).",
        message.why,
        f"Say for example {examples} It would fit in {place}.",
        address,
    )


def _service(context: Context, wanted: RequiredService) -> Iterator[Diagnostic]:
    lesson, directory = context.lesson, context.shared.help
    if wanted.help_role not in lesson.model.signposting.roles:
        yield error(
            lesson.mark("signposting", "roles"),
            "help/missing",
            f"The lesson doesn't name {wanted.summary}: “{wanted.help_role}” is not among the roles.",
            wanted.why,
            f"Add “{wanted.help_role}” to the roles.",
            ("signposting", "roles"),
        )
        return
    found = [(n, service) for n, service in services_of(context) if service.role == wanted.help_role]
    if not found:
        yield error(
            directory.mark("services"),
            "help/missing",
            f"{directory.model.name} lacks {wanted.summary}, for all of ages {lesson.model.age_band}.",
            wanted.why,
            f"Add a service of “role: {wanted.help_role}” with “for_pupils: true” and ages to match.",
            ("services",),
        )
        return
    # A slide and a card hold one service of each role, the first; so the first must do on its own.
    number, first = found[0]
    for lack, hint in _lacks(wanted, first):
        yield error(
            directory.mark("services", number, "name"),
            "help/missing",
            f"{first.name} is what pupils see as {wanted.summary}, and it has {lack}.",
            wanted.why,
            hint,
            ("services", number),
        )


def _lacks(wanted: RequiredService, service: Service) -> Iterator[tuple[str, str]]:
    for group in wanted.ways:
        ways = [way for way in group if getattr(service, way)]
        unconfirmed = ways == ["text"] and service.checked_on is None
        if not ways or unconfirmed:
            names = " or ".join(group)
            yield (
                f"no {names} that is printed" if unconfirmed else f"no {names}",
                "A text number is printed once somebody has confirmed it (checked_on, checked_by)."
                if unconfirmed
                else f"Add its {names}, or put a service first that has one.",
            )
    if wanted.limits and not service.limits:
        yield "no “limits”", "Say in “limits” what it can't do, so that nothing is promised that isn't true."
