"""`lessonpack init`"""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from builder.cli.common import CONTENT_FAULT, DEFAULT_COUNTRY, known_country, speak, wrong

REACH = ("--lead-room", "--lead-phone", "--lead-email")


def country(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    return known_country(ctx, param, value) if value else ""


def a_person_answers() -> bool:
    return sys.stdin.isatty()


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The school's name.")
@click.option(
    "--country", callback=country, metavar="CODE", help="Whose help lines to print, such as GB-ENG."
)
@click.option("--lead", default="", metavar="NAME", help="Who keeps pupils safe at the school.")
@click.option("--lead-role", default="", metavar="TEXT", help="What they are called there.")
@click.option("--lead-room", default="", metavar="TEXT", help="Where pupils find them.")
@click.option("--lead-phone", default="", metavar="TEXT", help="The number that reaches them.")
@click.option("--lead-email", default="", metavar="TEXT", help="The address that reaches them.")
@click.option("--lead-photo", type=click.Path(path_type=Path), help="Their photo, a PNG or JPEG.")
@click.option("--logo", type=click.Path(path_type=Path), help="The school's logo, a PNG or JPEG.")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), help="The size of paper.")
@click.option("--language", default="", metavar="CODE", help="The language of the packs, such as en-GB.")
def command(
    folder: Path,
    name: str,
    country: str,
    lead: str,
    lead_role: str,
    lead_room: str,
    lead_phone: str,
    lead_email: str,
    lead_photo: Path | None,
    logo: Path | None,
    paper: str | None,
    language: str,
) -> None:
    """Make FOLDER for your school: whom pupils can go to, a guide, and what your editor needs.

    Asks for what the options don't say. Packs that are built in that folder name your safeguarding lead, and
    print your country's help lines. Nothing is sent anywhere.

    \b
    Examples:
      lessonpack init our-school
      lessonpack init our-school --name "Hill School" --country IE --lead "Ms Byrne" --lead-room "Room 3"
    """
    if folder.is_symlink() or folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        wrong(f"{folder} is there already and holds something. Choose a new name; nothing was changed.")
    if a_person_answers():
        name = name or _asked("The school's name")
        country = country or _asked_country()
        lead = lead or _asked("Who keeps pupils safe at your school? Their name, as pupils say it")
        while not (lead_room or lead_phone or lead_email):
            click.echo("Where do pupils find them? One answer is enough; a room is what pupils use most.")
            lead_room = _asked("Room", "")
            lead_phone = _asked("Phone number", "")
            lead_email = _asked("E-mail address", "")
    lacking = [
        option for option, said in (("--name", name), ("--country", country), ("--lead", lead)) if not said
    ]
    if lacking:
        wrong(f"Please say {', '.join(lacking)}.")
    if not (lead_room or lead_phone or lead_email):
        wrong(f"Please say how pupils reach {lead}: {', '.join(REACH[:-1])} or {REACH[-1]}.")

    from builder.content.starting import Answers, start, write

    answers = Answers(
        name,
        country,
        lead,
        lead_role,
        lead_room,
        lead_phone,
        lead_email,
        paper or "",
        language,
        logo,
        lead_photo,
    )
    try:
        started = start(answers)
    except ValueError as refusal:
        wrong(str(refusal))
    if started.said:
        speak(started.said, "human")
        raise SystemExit(CONTENT_FAULT)
    try:
        write(folder, started.files)
    except OSError as fault:
        wrong(f"{folder} can't be written: {fault.strerror or 'it is there already'}.")
    click.echo(f"{folder} is ready. README.md in it says what to do, step by step. Go on with:")
    click.echo(f"  cd {folder}\n  lessonpack check\n  lessonpack build online-blackmail")


def _asked(question: str, default: str | None = None) -> str:
    said: str = click.prompt(question, default=default, show_default=False, value_proc=_tidy(default is None))
    return said


def _tidy(needed: bool) -> Callable[[str], str]:
    def tidy(said: str) -> str:
        text = " ".join(said.split())
        if needed and not text:
            raise click.UsageError("This one is needed.")
        return text

    return tidy


def _asked_country() -> str:
    from builder.content.shelves import countries

    known = {one.lower(): one for one in countries()}
    question = f"Country, for its help lines ({', '.join(known.values())})"
    while True:
        said = click.prompt(question, default=DEFAULT_COUNTRY).strip().lower()
        if said in known:
            return known[said]
        click.echo(f"There are no help lines for “{said}” here.")
