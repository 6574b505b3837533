"""`lessonpack status`"""

import dataclasses
import json
from collections.abc import Iterator

import click

from builder.cli.common import CONTENT_FAULT, country_option, read, speak
from builder.content.overlay import State, told
from builder.diagnostics import Severity

WAITING = {
    State.CHANGED: "the shipped text has changed since",
    State.LOST: "its place is gone",
    State.TWICE: "changed twice",
    State.UNKNOWN: "not noted yet: run adapt again",
    State.REFUSED: "can't be changed",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One text: how it stands to the shipped one, who signed it, and each change that needs a look."""

    id: str
    kind: str
    state: str
    changes: int
    waiting: list[dict[str, str]]
    signed: str
    file: str


@click.command("status")
@country_option
@click.option("--format", "form", type=click.Choice(["human", "json"]), default="human", show_default=True)
@click.option("--all", "every", is_flag=True, help="List what is untouched too.")
def command(country: str, form: str, every: bool) -> None:
    """Show what your school has changed, what has changed beneath it, and what waits for whom.

    \b
    Example:
      lessonpack status
    """
    from builder.checks.helplines import entries_of, is_confirmed
    from builder.checks.reviews import Signable, author_of, review_of, unsigned

    library, said = read(country, ())
    if library is None:
        speak(said, form)
        raise SystemExit(CONTENT_FAULT)

    def lines() -> Iterator[Line]:
        texts: list[tuple[str, Signable]] = [("lesson", one) for one in library.lessons.values()]
        texts += [("case-study", one) for one in library.cases.values()]
        for kind, one in texts:
            laid = one.adapted
            changes = laid.changes if laid else ()
            waiting = [
                {
                    "at": c.written.at,
                    "why": WAITING[c.state],
                    "was": c.written.was or "",
                    "shipped": told(c.base),
                    "yours": told(c.own) if c.own is not None else "left out",
                }
                for c in changes
                if c.state in WAITING
            ]
            state = "your own" if one.own else "adapted" if changes else "untouched"
            if any(c.state in (State.CHANGED, State.LOST) for c in changes):
                state = "base changed since you adapted it"
            review = review_of(one)
            needs = kind == "case-study" or one.own or bool(changes)
            open_ = next(unsigned(one, ""), None) if needs else None
            signed = f"signed by {review.name}, {review.role}, {review.date}" if review and not open_ else ""
            if open_ is not None:
                by = f" (not by {author_of(one)}, who wrote it)" if author_of(one) else ""
                signed = f"waits for a second person to sign{by}"
                if review is not None and open_.rule == "review/changed":
                    signed = f"changed after {review.name} signed it; {signed}"
            file = one.name if laid is None else laid.name
            yield Line(one.id, kind, state, len(changes), waiting, signed, file)

    found = list(lines())
    open_help = [name for _, name, entry in entries_of(library.help) if not is_confirmed(entry)]
    if form == "json":
        told_all = {"texts": [dataclasses.asdict(one) for one in found], "help_lines_to_confirm": open_help}
        click.echo(json.dumps(told_all, ensure_ascii=False, indent=2))
        return
    for one in said:
        if one.severity is Severity.ERROR:
            click.echo(f"{one.mark}: {one.message}", err=True)
    touched = [line for line in found if every or line.state != "untouched"]
    for line in touched:
        count = f", {line.changes} {'change' if line.changes == 1 else 'changes'}" if line.changes else ""
        click.echo(f"{line.kind} {line.id}: {line.state}{count}  {line.file}")
        if line.signed:
            click.echo(f"    {line.signed}")
        for change in line.waiting:
            click.echo(f"    {change['at']}: {change['why']}")
            if change["was"]:
                click.echo(f"        was:     “{change['was']}”")
            click.echo(f"        shipped: {change['shipped']}")
            click.echo(f"        yours:   {change['yours']}")
    quiet = len(found) - len(touched)
    unsigned_cases = [one for one in found if one.kind == "case-study" and "waits for" in one.signed]
    if not touched:
        click.echo("Nothing is changed here: every lesson and case study is as it is shipped.")
    click.echo(f"\n{quiet} untouched." if quiet and not every else "")
    click.echo(
        f"{len(unsigned_cases)} case studies wait for a second person (lessonpack sign); "
        f"{len(open_help)} help lines wait to be confirmed (lessonpack help-lines)."
    )
    if any(line.waiting for line in found):
        click.echo("“lessonpack update” walks through what has changed.")
