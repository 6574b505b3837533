"""`lessonpack update`"""

import click

from builder.cli.common import wrong
from builder.cli.own_files import OwnText, known_texts, own_text, plainly, save
from builder.content.overlay import Change, State
from builder.content.overlay.editing import ChangesText, noted, shown
from builder.source import Data, read_text

LOOKED_AT = (State.CHANGED, State.LOST)
CHOICES = {"k": "keep", "t": "take", "e": "edit", "s": "skip"}


@click.command("update")
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.option(
    "--all",
    "answer",
    type=click.Choice(["keep", "take"]),
    help="Answer for every change at once: keep yours, or take the shipped text.",
)
def command(names: tuple[str, ...], answer: str | None) -> None:
    """Walk through your changes whose shipped text has changed: keep yours, take theirs, or edit.

    Nothing is lost: a change that you take back is kept in earlier-changes.txt beside your file.

    \b
    Examples:
      lessonpack update
      lessonpack update online-blackmail --all keep
    """
    chosen = [own_text(name) for name in names] or list(_adapted())
    seen = 0
    with plainly():
        for text in chosen:
            seen += _walk(text, answer)
    if not seen:
        click.echo("Nothing that you changed has changed beneath. There is nothing to do.")
    else:
        click.echo("Then: lessonpack check, and let somebody sign what is new.")


def _adapted() -> list[OwnText]:
    return [
        own_text(name, kind)
        for kind, found in known_texts().items()
        for name, one in found.items()
        if one.changes is not None
    ]


def _walk(text: OwnText, answer: str | None) -> int:
    if text.found.own:
        wrong(f"{text.place} is your own: nothing lies beneath it.")
    here, seen, later = text.text(), 0, set[int]()
    while True:
        _, laid, said = text.laid_over(here)
        if laid is None:
            if said:
                wrong(f"{said[0].mark}: {said[0].message}")
            return seen
        change = next((c for c in laid.changes if c.state in LOOKED_AT and c.number not in later), None)
        if change is None:
            return seen
        seen += 1
        _show(text, change)
        does = (
            answer
            or CHOICES[
                click.prompt(
                    "[k]eep yours, [t]ake theirs, [e]dit, [s]kip",
                    type=click.Choice(list(CHOICES)),
                    default="s",
                )
            ]
        )
        if does == "keep" and change.state is State.LOST:
            click.echo("Its place is gone, so it can't be kept there; it waits in your file.")
            does = "skip"
        if does == "skip":
            later.add(change.number)
            continue
        if does == "take":
            # Those behind it move up by one.
            later = {number - (number > change.number) for number in later}
        here = _answered(text, here, change, does)
        save(text.place, here.text)


def _show(text: OwnText, change: Change) -> None:
    click.echo(f"\n{text.kind} {text.id}, {change.written.at}")
    if change.written.was:
        click.echo(f"  It was:       {change.written.was}")
    now = "there is no such place any more" if change.state is State.LOST else shown(change.base)
    click.echo(f"  It is now:    {now}")
    own = "left out" if change.written.does == "remove" else shown(change.own)
    click.echo(f"  You have ({change.written.does}): {own}")


def _answered(text: OwnText, here: ChangesText, change: Change, does: str) -> ChangesText:
    if does == "take":
        made, taken = here.without(change.number)
        earlier = text.earlier.read_text("utf-8") if text.earlier.is_file() else ""
        save(text.earlier, f"{earlier}# {text.id}, taken back\n{taken}\n")
        return made
    entry = noted(change.written, change.base)
    if does == "edit":
        entry[change.written.does] = _edited(shown(change.own), change)
        if change.state is State.LOST:
            entry["at"] = click.prompt("At which place", default=change.written.at)
            entry.pop("base")
    return here.rewritten(change.number, entry)


def _edited(own: str, change: Change) -> Data:
    kept = change.own if change.own is not None else "yes"
    if change.written.does == "remove":
        click.echo("There is nothing to edit: your change leaves something out. It stays.")
        return kept
    made = click.edit(own)
    if made is None or not made.strip():
        click.echo("Nothing came from the editor. Yours stays as it was.")
        return kept
    if isinstance(change.own, str):
        return made.strip()
    indented = "".join(f"  {line}\n" for line in made.split("\n"))
    source, said = read_text(f"text:\n{indented}".encode(), "your text")
    if source is None or any(one.is_error for one in said):
        wrong(f"{said[0].mark}: {said[0].message} Nothing was changed.")
    return source.data["text"] if isinstance(source.data, dict) else kept
