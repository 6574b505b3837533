"""What must be said, and what help must be named, in each document for this age."""

import re
from collections.abc import Iterable, Iterator, Mapping

from builder.checks.context import Context, fits, services_of
from builder.checks.rules import DocumentName, RequiredMessage, RequiredService
from builder.checks.ruleset import Rules
from builder.checks.surfaces import surface
from builder.content.help import Service
from builder.content.overlay import Adapted, Change
from builder.diagnostics import Address, Diagnostic, error
from builder.source import Data
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
# What turns the words round although no “not” stands before them …
OTHERWISE = re.compile(
    r"\b(?:skip|skipping|forget|only|no (?:point|use|sense)(?: in)?|too late|no time|whether|instead of"
    r"|(?:will|would) regret)(?: [\w']+){0,3} $"
)
# … or what comes of it in the end: “stop replying and you make it worse”.
SPOILED = re.compile(
    r"(?: [\w']+){0,3},? (?:and |then )?"
    r"(?:(?:you|they) (?:will |are |get )?(?:be |make )?(?:(?:in|into) trouble|it worse)"
    r"|(?:they|he|she) (?:will )?(?:post|share|send|publish)\w*|makes? (?:it|things) worse"
    r"|(?:is|are) (?:wrong|pointless|useless|risky|dangerous|no (?:good|use|help)|too late|a bad idea))\b"
)
UNSURE = re.compile(
    r"\b(?:unless|only (?:if|when|after|once)"
    r"|if (?:you|they) (?:have|has|find) (?:(?:a|any|the|enough|good) )*(?:time|reason|proof|evidence)"
    r"|(?:when|if) (?:you have time|they keep asking)|if (?:you|they|he|she) (?:had|were))\b"
)
UNTRUE = re.compile(r"\b(?:not|\w+n't) (?:true|the case)\b")
SOME_SAY = re.compile(r"\b(?:some|many|most)(?: \w+)? (?:say|think|believe|feel|claim|argue)\b")
BUT = re.compile(r",? (?:but|yet|though|although|however)\b")
QUESTION = re.compile(
    r"\W*(?:so |and |but )?(?:may|might|must|shall|has|have|had|am|need|is|are|was|were|can|could"
    r"|does|do(?! not)|did|will|would|should|whose|when|why|how)\b"
)
# “If they ask for money, …”: what is said comes after the comma, whoever asks.
OPENING = re.compile(
    r"(?:even |and |but |so )?(?:if|when|whenever|whatever|once|after|in case|where)\b[^,;:.!?]*, "
)
# What somebody else does is no advice: “they keep your messages”, “pupils read the slips”.
THEY = re.compile(
    r"\b(?:they|he|she|blackmailers?|scammers?|offenders?|criminals?)(?: (?:may|might|will|often|can))? $"
)
PUPILS = re.compile(r"\b(?:pupils|students|children|a pupil|a student)(?: (?:may|must|should|can))? $")
OTHERS = {
    "dont-pay": THEY,
    "stop-replying": THEY,
    "keep-messages": THEY,
    "staff-image": PUPILS,
    "staff-read-today": PUPILS,
}
# Of these half the message is its limit: “often”, not “always”.
LIMITED = frozenset({"taken-down"})
HEDGE = re.compile(
    r"\b(?:often|usually|frequently|sometimes|most(?:ly)?|many|lots|plenty|generally|can|could|may|might|help\w*"
    r"|chance|able|ways?|possible|possibly|try|tries|work|ask|in many cases)\b"
)
PROMISE = re.compile(
    r"(?<!not )\b(?:every|all|any|always|definitely|certainly|surely|guarantee\w*|completely|for sure"
    r"|for good|without fail|each)\b(?! reported)"
)


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    band, rules = context.lesson.model.age_band, context.shared.rules
    required = rules.required
    if context.lesson.model.audience != "pupils":
        yield from _for_adults(context)
        return
    documents = {
        name: dict.fromkeys(s for printed in surface(context, name) for s in sentences(printed.text))
        for name in IN_WORDS
    }
    for message in required.messages:
        if fits(message.ages, band):
            lacking = _lacking(rules, message, documents)
            if lacking:
                spoken = [sentence for name in lacking for sentence in documents[name]]
                yield _missing(context, message, lacking, spoken)
    for service in required.services:
        if fits(service.ages, band):
            yield from _service(context, service)


def _lacking(
    rules: Rules, message: RequiredMessage, documents: Mapping[DocumentName, Iterable[Sentence]]
) -> list[DocumentName]:
    """The documents that ought to say it and don't; what two documents share is read once."""
    silent: set[Sentence] = set()
    lacking = []
    for name in message.documents:
        for sentence in documents[name]:
            if sentence not in silent:
                if says(rules, message, sentence):
                    break
                silent.add(sentence)
        else:
            lacking.append(name)
    return lacking


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
    asked = (message.id, sentence)
    if asked not in rules.heard:
        rules.heard[asked] = _says(rules, message, sentence)
    return rules.heard[asked]


def _says(rules: Rules, message: RequiredMessage, sentence: Sentence) -> bool:
    # A loop rather than a generator: this runs for every sentence and every message.
    pattern = rules.said[message.id]
    found = pattern.search(sentence.low)
    while found:
        if _doubt(rules, message, sentence, found) is None:
            return True
        found = pattern.search(sentence.low, found.end())
    return False


def _doubt(rules: Rules, message: RequiredMessage, sentence: Sentence, found: re.Match[str]) -> str | None:
    """Why the words that were found don't say it after all, in words that follow “but”."""
    low, (start, end) = sentence.low, found.span()
    if low.rstrip("\"' )").endswith("?") and QUESTION.match(low):
        return "only asks"
    if message.id in LIMITED and (PROMISE.search(low, 0, end) or not HEDGE.search(low)):
        return "says it without the limit"
    others = OTHERS.get(message.id)
    if others and others.search(low[:start]):
        return "is about what somebody else does"
    if UNSURE.search(low, end) or UNSURE.search(low, 0, start):
        return "says it on a condition"
    if (not message.holds_no and NO.search(found[0])) or NO_AFTER.match(low, end) or SPOILED.match(low, end):
        return "turns it round"
    if (
        OTHERWISE.search(low[:start])
        or UNTRUE.search(low, 0, end)
        or (SOME_SAY.search(low, 0, end) and BUT.search(low, end))
    ):
        return "turns it round"
    opening = OPENING.match(low)
    if opening and end <= opening.end() and " would " in low[end:]:
        return "says it on a condition"
    if opening and opening.end() < end:
        skipped = opening.end()
        quoted = tuple((a - skipped, b - skipped) for a, b in sentence.quoted if b > skipped)
        sentence = Sentence(low[skipped:], sentence.following, quoted)
        start, end = max(0, start - skipped), end - skipped
    return "denies it, or shows it as untrue" if rules.frames.denied(sentence, start, end) else None


def _near(context: Context, message: RequiredMessage, spoken: Iterable[Sentence]) -> str:
    """Names the first sentence that has the words and doesn't say it."""
    rules = context.shared.rules
    for sentence in spoken:
        for found in rules.said[message.id].finditer(sentence.low):
            doubt = _doubt(rules, message, sentence, found)
            if doubt:
                line = sentence.low.rstrip(".")
                return f" “{line[0].upper()}{line[1:]}” comes near, but {doubt}."
    return ""


def _missing(
    context: Context, message: RequiredMessage, lacking: list[DocumentName], spoken: Iterable[Sentence]
) -> Diagnostic:
    where = " or ".join(IN_WORDS[name] for name in lacking)
    examples = " or ".join(f"“{line}”" for line in message.say)
    address: Address = ("advice",) if message.fits == "safe_teaching" else (message.fits,)
    file = context.shared.safe_teaching if message.fits == "safe_teaching" else context.lesson
    place = "the safe-teaching advice"
    if message.fits != "safe_teaching":
        place = f"“{message.fits}”, shown on a slide with “shows: {message.fits}”"
    said = f"othing {where} says that {message.summary} ({message.id}).{_near(context, message, spoken)}"
    hint = f"Say for example {examples} It would fit in {place}."
    for changed in (context.lesson.adapted, *(case.adapted for case in context.cases.values())):
        taken = _taken_by(context.shared.rules, message, changed)
        if changed is not None and taken is not None:
            return error(
                changed.mark(taken),
                "messaging/required",
                f"With your change at “{taken.written.at}” n{said}",
                message.why,
                f"Keep it in words of your own there, or leave this place as it is. {hint}",
                address,
            )
    return error(file.mark(*address), "messaging/required", f"N{said}", message.why, hint, address)


def _taken_by(rules: Rules, message: RequiredMessage, changed: Adapted | None) -> Change | None:
    """The first of a school's changes that puts another text in place of one that says it."""
    for change in changed.changes if changed is not None else ():
        if (
            change.made
            and change.written.does in ("replace", "remove")
            and _told(rules, message, change.base)
        ):
            return None if _told(rules, message, change.own) else change
    return None


def _told(rules: Rules, message: RequiredMessage, data: Data | None) -> bool:
    match data:
        case None:
            return False
        case str():
            return any(says(rules, message, sentence) for sentence in sentences(data))
        case list():
            return any(_told(rules, message, item) for item in data)
        case _:
            return any(_told(rules, message, part) for part in data.values())


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
