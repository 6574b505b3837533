"""`lessonpack compare`"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.common import wrong

if TYPE_CHECKING:
    from builder.compare import Compared
    from builder.compare.opening import Shown

DIFFERENT = 1
PAGE = "changes.html"


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["human", "json", "html"]),
    default="human",
    show_default=True,
    help="How to say what changed: for people, for programs, or as a page with pictures of the slides.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"Write it into this file.  [default for html: {PAGE}]",
)
def command(old: Path, new: Path, form: str, out: Path | None) -> None:
    """Say what changed from OLD to NEW: slides, speaker notes, questions, pages and help lines.

    Each is a pack's zip, a pack's folder or a release's folder. Of two releases all packs are compared.
    Words are read from the slides and from the Word files.

    Ends with 0 if nothing changed, 1 if something did, 2 if something can't be read.

    \b
    Examples:
      lessonpack compare last-year/online-blackmail-GB-ENG.zip online-blackmail-GB-ENG.zip
      lessonpack compare release-1 release-2 --format html --out whats-new.html
    """
    from builder.compare import CompareError
    from builder.compare.opening import compared, opened

    target = out or (Path(PAGE) if form == "html" else None)
    if target is not None:
        _may_be_written(target, old, new)
    try:
        found, shown = compared(opened(old), opened(new))
    except CompareError as fault:
        wrong(str(fault))
    text = _text(found, shown, form, old, new)
    if target is None:
        click.echo(text, nl=False)
    else:
        _save(target, text)
        click.echo(f"{target} is written.", err=True)
    if not found.nothing:
        raise SystemExit(DIFFERENT)


def _text(found: "Compared", shown: "list[Shown]", form: str, old: Path, new: Path) -> str:
    if form == "json":
        return json.dumps({"same": found.nothing, **asdict(found)}, ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from builder.compare.page import page

        names = (old.name, new.name) if old.name != new.name else (str(old), str(new))
        text, said = page(found, shown, *names)
        for line in said:
            click.echo(line, err=True)
        return text
    from builder.compare.words import human

    return human(found)


def _may_be_written(target: Path, *read: Path) -> None:
    if any(one.exists() and target.exists() and one.samefile(target) for one in read):
        wrong(f"{target} is what is to be compared: choose another name with --out.")
    if not target.parent.is_dir():
        wrong(f"There is no folder {target.parent} to put {target.name} into.")


def _save(target: Path, text: str) -> None:
    beside = target.with_name(f".{target.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(target)
