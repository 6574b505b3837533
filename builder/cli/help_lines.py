"""`lessonpack help-lines`"""

import dataclasses
import json

import click

from builder.cli.common import CONTENT_FAULT, country_option, read, speak
from builder.content.help import Confirmable, HelpDirectory
from builder.content.library import Loaded
from builder.diagnostics import Address

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
    checked_on: str | None
    checked_by: str | None
    confirm: list[str]
    file: str


def _line(directory: Loaded[HelpDirectory], address: Address, name: str, entry: Confirmable) -> Line:
    from builder.checks.helplines import is_confirmed

    sources = directory.model.sources
    known = [sources[source] for source in entry.sources if source in sources]
    return Line(
        id=name,
        says={way: value for way in ("say", *WAYS) if (value := getattr(entry, way, None))},
        for_pupils=getattr(entry, "for_pupils", True),
        confidence=entry.confidence,
        seen_in=[f"{s.publisher}, {s.title} ({s.date})" for s in known],
        confirmed=is_confirmed(entry),
        checked_on=entry.checked_on.isoformat() if entry.checked_on else None,
        checked_by=entry.checked_by,
        confirm=list(entry.verify),
        file=str(directory.mark(*address)),
    )


@click.command("help-lines")
@country_option
@click.option("--format", "form", type=click.Choice(["human", "json"]), default="human", show_default=True)
def command(country: str, form: str) -> None:
    """List what a country's packs print of help, where it was seen, and what a person must confirm.

    \b
    Example:
      lessonpack help-lines --country IE
    """
    from builder.checks.helplines import entries_of

    library, said = read(country, ())
    if library is None:
        speak(said, form)
        raise SystemExit(CONTENT_FAULT)
    directory = library.help.model
    found = [_line(library.help, *each) for each in entries_of(library.help)]
    if form == "json":
        lines = [dataclasses.asdict(line) for line in found]
        listed = {"country": directory.country, "name": directory.name, "lines": lines}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    click.echo(f"{directory.name} ({directory.country}): what packs print of help")
    for line in found:
        mark = "confirmed" if line.confirmed else "NOT CONFIRMED"
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
    waiting = sum(not line.confirmed for line in found)
    click.echo(f"\n{len(found)} lines, {waiting} of them wait for a person.")
