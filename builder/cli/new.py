"""`lessonpack new`"""

from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

import click

from builder.cli.common import shelves, wrong
from builder.content.text import is_slug

PLACES = {"lesson": "lessons/{id}/lesson.yaml", "case-study": "case_studies/{id}.yaml"}


@click.command("new")
@click.argument("kind", type=click.Choice(list(PLACES)))
@click.argument("name", metavar="ID")
def command(kind: str, name: str) -> None:
    """Start a new lesson or case study in this folder, from a template with guidance in it.

    ID is its name in small letters and hyphens, such as “telling-early”. Choose neutral words for a case
    study: nothing that leads to a person.

    \b
    Examples:
      lessonpack new lesson telling-early
      lessonpack new case-study the-borrowed-phone
    """
    if not is_slug(name):
        wrong(
            f"“{name}” can't be used as a name. "
            "Use small letters, figures and hyphens, such as “telling-early”."
        )
    if name in _shipped(kind):
        wrong(
            f"There is a shipped {kind} called “{name}”. Choose another name, "
            f"or change that one: lessonpack adapt {kind} {name}"
        )
    place = Path(PLACES[kind].format(id=name))
    text = (files("builder") / "data" / "templates" / f"{kind}.yaml").read_text(encoding="utf-8")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        # "x" refuses a file that somebody made in this very moment.
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        wrong(f"{place} is there already. Choose another name, or edit that file.")
    except OSError as fault:
        wrong(f"{place} can't be written: {fault.strerror}.")
    click.echo(f"{place} is ready to edit. Then run: lessonpack check")


def _shipped(kind: str) -> Collection[str]:
    """The names that are taken, unless this is the folder in which the shipped texts are written."""
    from builder.content.shelves import find_cases, find_lessons

    shelf = shelves()[:-1]
    return find_lessons(shelf) if kind == "lesson" else find_cases(shelf)
