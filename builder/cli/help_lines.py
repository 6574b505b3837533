"""`lessonpack help-lines`"""

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.common import CONTENT_FAULT, country_option, iso_date, read, shelves, speak, today, wrong
from builder.content.confirmations import FILE, HOLDS_MONTHS
from builder.content.help import Confirmable
from builder.diagnostics import Address, did_you_mean
from builder.source import Data

if TYPE_CHECKING:
    from builder.content.library import Library

WAYS = ("phone", "text", "chat", "address", "hours", "cost")


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One entry of a help directory: what is printed of it, where it was seen, what is still open."""

    id: str
    says: dict[str, str]
    for_pupils: bool
    confidence: str
    seen_in: list[str]
    confirmed: bool
    old: bool
    checked_on: str | None
    checked_by: str | None
    confirm: list[str]
    file: str


def _line(library: "Library", address: Address, name: str, entry: Confirmable) -> Line:
    from builder.checks.helplines import is_confirmed, is_old

    directory = library.help
    months = library.school.model.confirm_every_months if library.school else HOLDS_MONTHS

    sources = directory.model.sources
    known = [sources[source] for source in entry.sources if source in sources]
    return Line(
        id=name,
        says={way: value for way in ("say", *WAYS) if (value := getattr(entry, way, None))},
        for_pupils=getattr(entry, "for_pupils", True),
        confidence=entry.confidence,
        seen_in=[f"{s.publisher}, {s.title} ({s.date})" for s in known],
        confirmed=is_confirmed(entry),
        old=is_old(entry, library.as_of, months),
        checked_on=entry.checked_on.isoformat() if entry.checked_on else None,
        checked_by=entry.checked_by,
        confirm=list(entry.verify),
        file=str(directory.mark(*address)),
    )


@click.command("help-lines")
@country_option
@click.option("--format", "form", type=click.Choice(["human", "json"]), default="human", show_default=True)
@click.option("--confirm", metavar="ID", help="Note that you have checked this line, word for word.")
@click.option("--by", metavar="NAME", help="Who has checked it.")
@click.option(
    "--date",
    callback=iso_date,
    metavar="YYYY-MM-DD",
    help="The day of the check, or the one to reckon from.  [default: today]",
)
def command(country: str, form: str, confirm: str | None, by: str | None, date: str) -> None:
    """List what a country's packs print of help, where it was seen, and what a person must confirm.

    With --confirm it is noted in help-checks.yaml in your folder that somebody has rung the number or opened
    the page, and found every word right. After six months (school.yaml can say otherwise) it waits again.

    \b
    Examples:
      lessonpack help-lines --country IE
      lessonpack help-lines --confirm childline --by "Jo Bell"
    """
    if confirm:
        _confirm(country, confirm, (by or "").strip(), date)
        return
    from builder.checks.helplines import entries_of

    library, said = read(country, (), date)
    if library is None:
        speak(said, form)
        raise SystemExit(CONTENT_FAULT)
    directory = library.help.model
    found = [_line(library, *each) for each in entries_of(library.help)]
    if form == "json":
        lines = [dataclasses.asdict(line) for line in found]
        listed = {"country": directory.country, "name": directory.name, "lines": lines}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    click.echo(f"{directory.name} ({directory.country}): what packs print of help")
    for line in found:
        mark = "CHECKED LONG AGO" if line.old else "confirmed" if line.confirmed else "NOT CONFIRMED"
        readers = "pupils" if line.for_pupils else "adults"
        click.echo(f"\n{line.id}  [{mark}; for {readers}; {line.confidence}]  {line.file}")
        for way, value in line.says.items():
            click.echo(f"    {way}: {value}")
        for seen in line.seen_in:
            click.echo(f"    seen in: {seen}")
        if line.checked_on:
            click.echo(f"    checked on {line.checked_on} by {line.checked_by}")
        for asked in line.confirm:
            click.echo(f"    confirm: {asked}")
    waiting = sum(line.old or not line.confirmed for line in found)
    click.echo(f"\n{len(found)} lines, {waiting} of them wait for a person.")


def _confirm(country: str, name: str, by: str, date: str) -> None:
    from builder.checks.helplines import entries_of
    from builder.cli.own_files import one_line, plainly, save
    from builder.content.confirmations import entry_named, printed
    from builder.content.overlay.editing import ChangesText
    from builder.source.writing import with_item

    if len(shelves()) < 2:
        wrong("A check is noted in a school's folder. Make one with: lessonpack init our-school")
    if not by:
        wrong("Say who has checked it, with --by.")
    by = one_line(by, "name")
    if date > today():
        wrong(f"{date} is still to come. A check is of what is printed today.")
    library, said = read(country, (), date)
    if library is None:
        speak(said, "human")
        raise SystemExit(CONTENT_FAULT)
    entry = entry_named(library.help.source, name)
    if entry is None:
        known = [each for _, each, _ in entries_of(library.help)]
        wrong(f"There is no line called “{name}”. {did_you_mean(name, known)}")
    place = Path(FILE)
    head = "# What people of this school have checked of the help lines; “lessonpack help-lines” writes it.\n"
    with plainly():
        here = ChangesText(place.read_text("utf-8") if place.is_file() else head, FILE)
    noted: dict[str, Data] = {"country": country, "id": name, "date": date, "by": by, "of": printed(entry)}
    with plainly():
        save(place, with_item(here.text, here.source, "checks", noted))
    click.echo(f"Noted in {FILE}: {by} checked “{name}” on {date}.")
