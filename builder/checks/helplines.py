"""The help directory: complete enough to print, and honest about what nobody has confirmed."""

import datetime
import re
from collections.abc import Iterator

from builder.checks.context import Context, Shared, services_of
from builder.content.confirmations import still_holds
from builder.content.help import Confirmable, HelpDirectory, Service
from builder.content.loaded import Loaded
from builder.diagnostics import Address, Diagnostic, error, needs_person

FOR_PUPILS = "A child may rely on this tonight. Only a person can make sure that it is right."
FOR_STAFF = "It stands in the teacher notes, and someone may need it in a hurry."
WAYS = ("phone", "text", "chat", "address", "hours", "cost")


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    """What a person must confirm of the help that is printed, for pupils or in the teacher notes."""
    shared, directory = context.shared, context.shared.help
    for_pupils = {number for number, _ in services_of(context)}
    for number, service in enumerate(directory.model.services):
        at: Address = ("services", number)
        why = FOR_PUPILS if number in for_pupils else FOR_STAFF
        yield from _unconfirmed(shared, at, service, f"{service.name}: {_ways(service)}", why)
    for name in ("law", "good_to_know"):
        for number, line in enumerate(getattr(directory.model, name)):
            yield from _unconfirmed(
                shared, (name, number), line, f"What pupils are told: “{line.say}”", FOR_PUPILS
            )
    own = directory.model.in_trouble
    if own is not None:
        what = f"What pupils are told about getting into trouble: “{own.say}”"
        yield from _unconfirmed(shared, ("in_trouble",), own, what, FOR_PUPILS)


def check_shared(shared: Shared) -> Iterator[Diagnostic]:
    directory = shared.help
    if not any(s.role == "emergency" and s.for_pupils and s.phone for s in directory.model.services):
        yield error(
            directory.mark("services"),
            "help/missing",
            f"{directory.model.name} has no emergency service for pupils with a phone number.",
            "Somebody in danger right now needs one number.",
            "Add a service with “role: emergency”, “for_pupils: true” and its “phone”.",
            ("services",),
        )
    for at, _, entry in entries_of(directory):
        yield from _half_checked(directory, at, entry)
    for number, service in enumerate(directory.model.services):
        if service.phone and not re.search(r"\d", service.phone):
            here: Address = ("services", number, "phone")
            yield error(
                directory.mark(*here),
                "help/phone",
                f"“{service.phone}” holds no figures, so nobody can ring it.",
                "",
                "Give the number in figures, and put words to send in “text”.",
                here,
            )


def entries_of(directory: Loaded[HelpDirectory]) -> Iterator[tuple[Address, str, Confirmable]]:
    """Everything that a person must confirm: its address, a name to speak of it by, and itself."""
    model = directory.model
    if model.in_trouble is not None:
        yield ("in_trouble",), "in-trouble", model.in_trouble
    for name in ("law", "good_to_know"):
        for number, line in enumerate(getattr(model, name)):
            yield (name, number), f"{name.replace('_', '-')}-{number + 1}", line
    for number, service in enumerate(model.services):
        yield ("services", number), service.id, service


def is_confirmed(entry: Confirmable) -> bool:
    """Whether a person has said when and who, and nothing is left open."""
    said = entry.checked_on is not None and entry.checked_by is not None
    return said and not entry.verify and entry.confidence == "sourced"


def _ways(service: Service) -> str:
    return ", ".join(f"{way} {value}" for way in WAYS if (value := getattr(service, way)))


def is_old(entry: Confirmable, as_of: str, months: int) -> bool:
    """Whether it was so long ago that somebody checked the line that it has to be checked again."""
    if not as_of or entry.checked_on is None:
        return False
    return not still_holds(entry.checked_on, datetime.date.fromisoformat(as_of), months)


def _unconfirmed(
    shared: Shared, at: Address, entry: Confirmable, what: str, why: str
) -> Iterator[Diagnostic]:
    directory = shared.help
    if is_confirmed(entry):
        if is_old(entry, shared.as_of, shared.holds_months):
            yield needs_person(
                directory.mark(*at, "checked_on"),
                "help/old-check",
                f"{what.removesuffix('.')}. It was checked on {entry.checked_on} by {entry.checked_by}.",
                f"{why} Numbers and hours change; a check counts for {shared.holds_months} months.",
                "Check it again, then: lessonpack help-lines --confirm …",
                at,
            )
        return
    where = [directory.model.sources[source] for source in entry.sources if source in directory.model.sources]
    seen = "; ".join(f"{s.publisher}, {s.title} ({s.date})" for s in where)
    yield needs_person(
        directory.mark(*at, "verify" if entry.verify else "confidence"),
        "help/unconfirmed",
        f"{what.removesuffix('.')}. Seen in {seen}.",
        f"{why} Then write who checked it and when into checked_by and checked_on.",
        " ".join(entry.verify),
        at,
    )


def _half_checked(directory: Loaded[HelpDirectory], at: Address, entry: Confirmable) -> Iterator[Diagnostic]:
    given = [name for name in ("checked_on", "checked_by") if getattr(entry, name)]
    if len(given) == 1:
        lacking = "checked_by" if given == ["checked_on"] else "checked_on"
        yield error(
            directory.mark(*at, given[0]),
            "help/checked",
            f"“{given[0]}” is filled in, and “{lacking}” is not.",
            "A check counts when somebody stands for it, with a date.",
            f"Fill in “{lacking}” too, or leave both out.",
            (*at, given[0]),
        )
