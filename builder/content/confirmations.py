"""What people of a school have checked of the help lines: kept in its folder, and laid over the directory.

A check holds for exactly what was printed then, and for some months; after that it waits for a person again.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from builder.content.help import IsoDate
from builder.content.text import Model, StaffText
from builder.content.validate import validate
from builder.diagnostics import Diagnostic, did_you_mean, needs_person, warning
from builder.source import Data, Source, read_text
from builder.source.tree import Node, fingerprint, node_of, source_of, tree_of

FILE = "help-checks.yaml"
HOLDS_MONTHS = 6
RULES: dict[str, str] = {
    "help/check-unknown": "A check is of a line of help that is there.",
    "help/check-outdated": "What somebody checked of a help line is what is printed now.",
}
NOT_PRINTED = frozenset({"sources", "confidence", "verify", "checked_on", "checked_by"})


class HelpCheck(Model):
    """`of` is the fingerprint of what was printed; `lessonpack help-lines --confirm` writes all of it."""

    country: StaffText
    id: StaffText
    date: IsoDate
    by: StaffText
    of: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class HelpChecks(Model):
    checks: tuple[HelpCheck, ...] = ()


def read_checks(raw: bytes, shown: str) -> tuple[Source | None, tuple[HelpCheck, ...], list[Diagnostic]]:
    source, said = read_text(raw, shown)
    if source is None:
        return None, (), [one for one in said if one.rule != "yaml/empty"]
    model, further = validate(HelpChecks, source)
    return source, model.checks if model else (), [*said, *further]


def with_checks(
    directory: Source, country: str, source: Source, checks: tuple[HelpCheck, ...]
) -> tuple[Source, list[Diagnostic]]:
    """The directory in which every line that a school has checked says so, at the place where it is noted."""
    tree, said = tree_of(directory), []
    entries = dict(_entries(tree))
    for number, check in _that_count(checks, country, entries):
        entry = entries.get(check.id)
        if entry is None or not isinstance(entry.value, dict):
            said.append(
                warning(
                    source.mark(("checks", number, "id")),
                    "help/check-unknown",
                    f"{country} has no line of help called “{check.id}”, so this check is for nothing.",
                    "",
                    did_you_mean(check.id, entries),
                    ("checks", number, "id"),
                )
            )
            continue
        mark = source.mark(("checks", number))
        if check.of != printed(entry.data()):
            said.append(
                needs_person(
                    mark,
                    "help/check-outdated",
                    f"{check.by} checked “{check.id}” on {check.date}, and what it says has changed since.",
                    "A child may rely on this tonight.",
                    f"Check it again, then: lessonpack help-lines --confirm {check.id} --by “…”",
                    ("checks", number),
                )
            )
            continue
        entry.value.pop("verify", None)
        stated = {"confidence": "sourced", "checked_on": check.date.isoformat(), "checked_by": check.by}
        entry.value |= {name: node_of(value, mark) for name, value in stated.items()}
    return source_of(tree, directory.file), said


def _that_count(
    checks: tuple[HelpCheck, ...], country: str, entries: Mapping[str, Node]
) -> list[tuple[int, HelpCheck]]:
    """Of each line the newest check of what is printed now; if there is none, the newest of all."""
    best: dict[str, tuple[int, HelpCheck]] = {}
    for number, check in enumerate(checks):
        if check.country.casefold() == country.casefold():

            def worth(one: HelpCheck) -> tuple[bool, datetime.date]:
                entry = entries.get(one.id)
                return entry is not None and one.of == printed(entry.data()), one.date

            if check.id not in best or worth(check) >= worth(best[check.id][1]):
                best[check.id] = (number, check)
    return list(best.values())


def printed(entry: Data) -> str:
    """The fingerprint of what a line of help says to those who read it."""
    if not isinstance(entry, dict):
        return fingerprint(entry)
    return fingerprint({name: value for name, value in entry.items() if name not in NOT_PRINTED})


def entry_named(directory: Source, name: str) -> Data | None:
    entry = dict(_entries(tree_of(directory))).get(name)
    return entry.data() if entry else None


def _entries(tree: Node) -> Iterator[tuple[str, Node]]:
    """Every line that a person confirms, by the name that `help-lines` gives it."""
    parts = tree.value if isinstance(tree.value, dict) else {}
    if "in_trouble" in parts:
        yield "in-trouble", parts["in_trouble"]
    for name in ("law", "good_to_know"):
        lines = parts[name].value if name in parts else []
        for number, line in enumerate(lines if isinstance(lines, list) else []):
            yield f"{name.replace('_', '-')}-{number + 1}", line
    services = parts["services"].value if "services" in parts else []
    for service in services if isinstance(services, list) else []:
        own = service.value.get("id") if isinstance(service.value, dict) else None
        if own is not None and isinstance(own.value, str):
            yield own.value, service


def still_holds(checked_on: datetime.date, as_of: datetime.date, months: int) -> bool:
    """Whether a check of that day counts on another; it does to the same day of the month, `months` later."""
    later = checked_on.month - 1 + months
    year, month = checked_on.year + later // 12, later % 12 + 1
    # The last day of a shorter month stands for those that it lacks.
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = (following - datetime.timedelta(days=1)).day
    return as_of <= datetime.date(year, month, min(checked_on.day, last))
