"""What several commands share: their options, the shelves they read, how they speak and end."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from builder.diagnostics import Diagnostic, Severity, any_error, in_order
from builder.report import OF_A_RUN, REPORTS

if TYPE_CHECKING:
    from builder.content.library import Library
    from builder.content.shelves import Shelf
    from builder.report.run import Run
    from builder.theme.own import Own

F = TypeVar("F", bound=Callable[..., object])

CONTENT_FAULT = 1
WRONG_COMMAND = 2
DEFAULT_COUNTRY = "GB-ENG"


def today() -> str:
    return datetime.date.today().isoformat()  # noqa: TID251, DTZ011 - the door is where the clock is read


def iso_date(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    if value is None:
        return today()
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"“{value}” is not a date such as 2026-09-01.") from None


def school_country() -> str | None:
    """The country of the school whose folder the command is run in; None where there is no school."""
    file = Path("school.yaml")
    if not file.is_file():
        return None
    # Not as a model: that would be most of the time that a short command takes.
    from builder.content.shelves import countries
    from builder.source import read_file

    source, _ = read_file(file, file.name)
    said = source.data.get("country") if source is not None and isinstance(source.data, dict) else None
    # What is wrong with it is said when everything is read.
    return said if isinstance(said, str) and said in countries() else DEFAULT_COUNTRY


def known_country(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    from builder.content.shelves import countries
    from builder.diagnostics import did_you_mean

    if value is None:
        return school_country() or DEFAULT_COUNTRY
    known = {country.lower(): country for country in countries()}
    if value.lower() not in known:
        raise click.BadParameter(
            f"There is no help directory for “{value}”. {did_you_mean(value, known.values())}"
        )
    return known[value.lower()]


country_option = click.option(
    "--country",
    callback=known_country,
    metavar="CODE",
    help=f"Whose help services and school words to use.  [default: your school's, or {DEFAULT_COUNTRY}]",
)
strict_option = click.option(
    "--strict",
    is_flag=True,
    help="Treat warnings as errors, as CI does. What waits for a person never fails.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTS)),
    default="human",
    show_default=True,
    help="How to say what was found: for people, editors and programs; the last three are for CI.",
)

audience_option = click.option(
    "--audience",
    type=click.Choice(["pupil", "parent", "staff"]),
    default="pupil",
    show_default=True,
    help="Who reads it.",
)


quick_option = click.option(
    "--quick", is_flag=True, help="Read with the quick model alone: many times faster, and it misses more."
)


def known_countries(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Where none is named, the school's own; without a school, or for “all”, every country."""
    from builder.content.shelves import countries

    own = None if value else school_country()
    if own:
        return (own,)
    if not value or "all" in value:
        return tuple(countries())
    return tuple(dict.fromkeys(known_country(_ctx, _param, one) for one in value))


countries_option = click.option(
    "--country",
    "chosen",
    multiple=True,
    callback=known_countries,
    metavar="CODE",
    help="For which country; may be given several times.  [default: your school's, or all]",
)


def shelves() -> list["Shelf"]:
    """The shipped content, and the folder that the command is run in laid over it."""
    from builder.content.shelves import Shelf, shipped

    base, here = shipped(), Path.cwd()
    own = Shelf(here)
    if isinstance(base, Path) and base.resolve() == here.resolve():
        return [own]
    return [Shelf(base, "shipped:"), own]


def read(
    country: str, lessons: Sequence[str], date: str | None = None
) -> tuple["Library | None", list[Diagnostic]]:
    """The library for these lessons, as of a date (default: today); ends the command with 2 where one of them
    isn't there.
    """
    # Only here: commands that read no lesson start ten times faster without it.
    from builder.content.library import read_library

    try:
        return read_library(shelves(), country, lessons, as_of=date or today())
    except LookupError as fault:
        wrong(str(fault.args[0]))
    except OSError as fault:
        wrong(f"{fault.filename or 'This folder'} can't be read: {fault.strerror}.")


def own_theme() -> tuple["Own", list[Diagnostic]]:
    """The look of the school whose folder the command is run in."""
    from builder.theme.own import read_own

    own, said = read_own(Path.cwd())
    if own.template is not None:
        from builder.render.pptx import template_said

        said += template_said(own.template, own.mark)
    return own, said


class Wrong(click.ClickException):
    """What the user can put right: the command line, or a place that can't be read or written."""

    exit_code = WRONG_COMMAND


def wrong(message: str) -> NoReturn:
    raise Wrong(message)


def speak(diagnostics: Sequence[Diagnostic], form: str, strict: bool = False) -> None:
    """Say the diagnostics: for programs on standard output, for people on standard error."""
    click.echo(spoken(diagnostics, form, strict), err=form == "human", nl=False)


def spoken(diagnostics: Sequence[Diagnostic], form: str, strict: bool = False) -> str:
    """The diagnostics as they are said."""
    said = in_order(diagnostics)
    return REPORTS[form](said, _run(strict)) if form in OF_A_RUN else REPORTS[form](said)


def _run(strict: bool) -> "Run":
    # Only here: the rules and what they ask for take a moment to read.
    from builder import __version__
    from builder.checks import load_rules
    from builder.cli.rulebook import rulebook
    from builder.report.run import Run

    summaries = {name: entry.summary for name, entry in rulebook(load_rules()).items()}
    return Run(__version__, strict, summaries)


def failed(diagnostics: Sequence[Diagnostic], strict: bool) -> bool:
    warned = any(d.severity is Severity.WARNING for d in diagnostics)
    return any_error(diagnostics) or (strict and warned)
