"""`lessonpack build`"""

import sys
from pathlib import Path

import click

from builder.cli.common import (
    CONTENT_FAULT,
    country_option,
    failed,
    format_option,
    iso_date,
    read,
    speak,
    strict_option,
    wrong,
)


@click.command("build")
@click.argument("lessons", nargs=-1, metavar="[LESSON]...")
@country_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="The folder to put packs into.",
)
@click.option(
    "--date",
    callback=iso_date,
    metavar="YYYY-MM-DD",
    help="The date to record in the pack.  [default: today]",
)
@strict_option
@format_option
def command(lessons: tuple[str, ...], country: str, out: Path, date: str, strict: bool, form: str) -> None:
    """Make a pack for each LESSON, or for every lesson if none is named.

    A pack is a folder OUT/LESSON/COUNTRY with slides.pptx, slides-to-share.pdf, teacher-notes.pdf,
    handout.pdf and a zip of them all. Nothing is written while a fault stands, and a pack that was there
    before stays as it was.

    \b
    Examples:
      lessonpack build
      lessonpack build online-blackmail --country GB-ENG
    """
    library, said = read(country, lessons)
    if library is None:
        speak(said, form)
        raise SystemExit(CONTENT_FAULT)

    # Only now: what draws slides and pages takes longer to import than all the reading.
    from builder.build import Built, build
    from builder.checks import load_rules
    from builder.pack import CantWriteError, write
    from builder.theme import load_theme

    rules, theme = load_rules(), load_theme("house")
    if not library.lessons:
        click.echo("There is no lesson here to build.", err=True)
    built: list[Built] = []
    with click.progressbar(
        library.lessons,
        label="Building",
        file=sys.stderr,
        hidden=len(library.lessons) < 2 or form != "human",
    ) as names:
        built += [build(library, name, rules, theme, date) for name in names]
    said = [*said, *(d for one in built for d in one.diagnostics)]
    speak(said, form)
    if failed(said, strict):
        raise SystemExit(CONTENT_FAULT)
    for one in built:
        if one.pack is not None:
            try:
                written = write(one.pack, out)
            except CantWriteError as fault:
                wrong(str(fault))
            if form == "human":
                click.echo(f"{written.place}: {len(one.pack.files)} files and {one.pack.name}.zip")
            if written.kept:
                click.echo(f"Somebody had worked in the old pack: it is kept in {written.kept}", err=True)
