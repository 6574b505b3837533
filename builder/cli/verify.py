"""`lessonpack verify`"""

from pathlib import Path

import click

from builder.cli.common import CONTENT_FAULT, WRONG_COMMAND


@click.command("verify")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["human", "json"]),
    default="human",
    show_default=True,
    help="How to say what was found: for people or for programs.",
)
def command(paths: tuple[Path, ...], form: str) -> None:
    """Check every hash of a release, of a pack's folder or of a pack's zip, and say what differs.

    Each FILE is a pack's zip; each FOLDER is a pack's, or a release's with SHA256SUMS in it. In a pack's
    folder, files that you changed or added are named; nothing is changed, and nothing is fetched.

    Ends with 0 if all is as it was built, 1 if something differs, 2 if something can't be read.

    \b
    Examples:
      lessonpack verify online-blackmail-GB-ENG.zip
      lessonpack verify output/online-blackmail/GB-ENG
    """
    # Only here, and nothing that draws: a thousand packs are checked in a loop.
    from builder.verify import verify
    from builder.verify.told import as_json, human

    checked = [verify(path) for path in dict.fromkeys(paths)]
    click.echo(as_json(checked) if form == "json" else human(checked), nl=False)
    if any(one.trouble for one in checked):
        raise SystemExit(WRONG_COMMAND)
    if not all(one.same for one in checked):
        raise SystemExit(CONTENT_FAULT)
