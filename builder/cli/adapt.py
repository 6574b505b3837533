"""`lessonpack adapt`"""

from pathlib import Path
from typing import cast

import click

from builder.cli.common import wrong
from builder.cli.own_files import Kind, OwnText, one_line, own_text, plainly, save, unfit
from builder.content.overlay.adapting import Adapted
from builder.content.overlay.editing import ChangesText, entry_for, shown, text_at
from builder.content.overlay.places import parts_of
from builder.content.review import wrote
from builder.diagnostics import Diagnostic, did_you_mean
from builder.source import Data, Source, excerpt, read_text
from builder.source.tree import tree_of

LINE = 96


@click.command("adapt")
@click.argument("kind", type=click.Choice(["lesson", "case-study"]))
@click.argument("name", metavar="ID")
@click.option("--list", "listed", is_flag=True, help="Show every place with its text; change nothing.")
@click.option("--at", metavar="PLACE", help="The place to change, as --list shows it.")
@click.option("--replace", metavar="TEXT", help="Put this text there.")
@click.option("--remove", is_flag=True, help="Leave out what stands there.")
@click.option("--insert-after", metavar="TEXT", help="Put this text behind it.")
@click.option("--insert-before", metavar="TEXT", help="Put this text before it.")
@click.option(
    "--file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take the text for “-” from this YAML file: a whole slide, question or activity.",
)
@click.option("--by", metavar="NAME", help="Who makes the changes; somebody else signs them.")
def command(
    kind: str,
    name: str,
    listed: bool,
    at: str | None,
    replace: str | None,
    remove: bool,
    insert_after: str | None,
    insert_before: str | None,
    file: Path | None,
    by: str | None,
) -> None:
    """Change a shipped lesson or case study without copying it: only what differs is written down.

    The changes stand in lessons/ID/changes.yaml or case_studies/ID.changes.yaml, to edit by hand as well.
    Run again after that, the command notes which shipped text each new change was made for.

    \b
    Examples:
      lessonpack adapt lesson online-blackmail --list
      lessonpack adapt lesson online-blackmail --at activities.a-good-start.slides.talk-about.say.0 \\
          --replace "In our room we talk about “someone”."
      lessonpack adapt case-study after-midnight --at questions.made-hard-robin-tell --remove
    """
    text = own_text(name, cast("Kind", kind))
    if text.found.own:
        wrong(f"{text.place} is your own: edit it as it is.")
    if listed:
        for place, words in parts_of(tree_of(text.base)):
            click.echo(f"{place}: {excerpt(str(words), LINE)}")
        return
    asked: dict[str, str | None] = {
        "replace": replace,
        "remove": "yes" if remove else None,
        "insert_after": insert_after,
        "insert_before": insert_before,
    }
    wished = {does: value for does, value in asked.items() if value is not None}
    if len(wished) > 1:
        wrong("One change at a time: --replace, --remove, --insert-after or --insert-before.")
    if file is not None and "-" not in wished.values():
        wrong("--file gives the text for “-”: say for example --replace - --file slide.yaml")
    if wished and not at:
        wrong("Say where, with --at. “--list” shows every place.")
    with plainly():
        here = text.text()
        if by is not None:
            here = here.with_part("author", _authors(here, one_line(by, "name")))
        if at:
            here = here.added(_entry(text, at, wished, file))
        merged, laid, said = text.laid_over(here)
        if laid is not None:
            here = here.noted(laid.changes)
        _refuse(text, at, merged, laid, said)
        save(text.place, here.text)
    if at and not wished:
        click.echo(f"The text of {at} stands in {text.place} now, to be edited.")
    click.echo(f"{text.place} is written. Then run: lessonpack check, and let somebody else sign it.")


def _authors(here: ChangesText, by: str) -> str:
    """Everybody who has written in the file: none of them can sign it."""
    data = here.source.data
    before = data.get("author") if isinstance(data, dict) else None
    if not isinstance(before, str) or not before or wrote(before, by):
        return by if not before else str(before)
    return f"{before} and {by}"


def _refuse(
    text: OwnText, at: str | None, merged: Source, laid: Adapted | None, said: list[Diagnostic]
) -> None:
    """A change that can't be made is not written; what was wrong before is said, and stays as it is."""
    errors = [one for one in said if one.is_error]
    if at:
        last = len(laid.changes) - 1 if laid is not None else -1
        own = [one for one in errors if one.address[:2] == ("changes", last) or laid is None]
        faults = [*own, *(one for one in unfit(text, merged) if one.is_error)]
        if faults:
            first = faults[0]
            wrong(f"{at}: {first.message.rstrip('.')}. {first.hint} Nothing was written.")
    for one in errors:
        click.echo(f"{one.mark}: {one.message} {one.hint}", err=True)


def _entry(text: OwnText, at: str, wished: dict[str, str], file: Path | None) -> dict[str, Data]:
    does, value = next(iter(wished.items()), ("replace", None))
    try:
        data: Data = shown(text_at(text.base, at)) if value is None else value
        if value is None:
            data = text_at(text.base, at) or ""
        if value == "-" and file is not None:
            source, said = read_text(file.read_bytes(), str(file))
            if source is None:
                wrong(f"{said[0].mark}: {said[0].message}")
            data = source.data
        return entry_for(text.base, at, does, data)
    except LookupError:
        known = [place for place, _ in parts_of(tree_of(text.base))]
        wrong(f"There is nothing at “{at}”. {did_you_mean(at, known)}")
