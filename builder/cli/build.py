"""`lessonpack build`"""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.answering import Answering, kept_answer
from builder.cli.common import (
    CONTENT_FAULT,
    countries_option,
    failed,
    format_option,
    iso_date,
    read,
    spoken,
    strict_option,
    wrong,
)
from builder.cli.order import Order, kept_line
from builder.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from builder.theme import Paper


@dataclass(frozen=True, slots=True)
class Made:
    """What became of an order: what was found, and a line for each pack that was written or kept."""

    said: list[Diagnostic]
    packs: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    wrong: str = ""


def known_variants(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The variants by name, each once; every one where “all” is asked for."""
    if not value:
        return ()
    from builder.diagnostics import did_you_mean
    from builder.plan import PRINTS
    from builder.theme import variants

    known = (*variants(), *PRINTS)
    for name in value:
        if name not in (*known, "all"):
            raise click.BadParameter(f"There is no variant “{name}”. {did_you_mean(name, known)}")
    return known if "all" in value else tuple(dict.fromkeys(value))


@click.command("build")
@click.argument("lessons", nargs=-1, metavar="[LESSON]...")
@countries_option
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
@click.option(
    "--variant",
    "wished",
    multiple=True,
    callback=known_variants,
    metavar="NAME",
    help="A variant to print, in a folder of its name beside the rest; may be given several times, or “all”.",
)
@click.option(
    "--also",
    multiple=True,
    type=click.Choice(["web", "text", "all"]),
    help="A further format of every document, in a folder of its name; may be given several times.",
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"]),
    help="The size of paper.  [default: your school's, or the country's]",
)
@click.option(
    "--watch",
    "watched",
    is_flag=True,
    help="Stay, and make the pack again whenever one of its files is saved; Ctrl-C ends.",
)
@click.option(
    "--no-cache",
    "anew",
    is_flag=True,
    help="Make everything anew; what was made before is neither used nor kept.",
)
@strict_option
@format_option
def command(
    lessons: tuple[str, ...],
    chosen: tuple[str, ...],
    out: Path,
    date: str,
    wished: tuple[str, ...],
    also: tuple[str, ...],
    paper: "Paper | None",
    watched: bool,
    anew: bool,
    strict: bool,
    form: str,
) -> None:
    """Make a pack for each LESSON, or for every lesson if none is named.

    A pack is a folder OUT/LESSON/COUNTRY with slides.pptx, slides-to-share.pdf, the notes, handouts and
    papers as PDF and, to edit, as Word files, and a zip of them all. Nothing is written of a country while
    a fault stands in it, and a pack that was there before stays as it was.

    \b
    Examples:
      lessonpack build
      lessonpack build online-blackmail --country GB-ENG
      lessonpack build online-blackmail --country GB-ENG --watch
      lessonpack build --variant low-ink --variant slides-three-to-a-page

    \b
    Variants:
      low-ink                 black on white, outlines instead of filled areas
      large-print             18 points and more, set anew
      dyslexia-friendly       cream pages, Lexend, more room between lines
      slides-three-to-a-page  three slides with lines to write on
      slides-with-notes       each slide above its notes
      parents-copy            all that parents and carers may ask to see, as PDF and as a web page

    \b
    Further formats:
      web   a page for a browser of each document, the slides with their notes
      text  plain text of each document
    """
    more = ("web", "text") if "all" in also else tuple(dict.fromkeys(also))
    formats = ("word", *more)
    orders = [
        Order(lessons, country, out, date, strict, wished, paper, formats, not anew) for country in chosen
    ]
    if watched:
        if form != "human":
            raise click.UsageError("--watch speaks to people: leave out --format.")
        # Only here: watching needs a library that a single build does not.
        from builder.cli.watching import watch

        watch(orders)
    with kept_answer(out, wanted=not anew) as answer:
        with click.progressbar(
            _all_made(orders),
            length=len(orders),
            label="Building",
            file=sys.stderr,
            hidden=len(orders) < 2 or form != "human",
        ) as done:
            made = list(done)
        # The same fault in a lesson is found in every country.
        said = list(dict.fromkeys(found for one in made for found in one.said))
        _tell(made, said, form, strict, answer)
        for one in made:
            if one.wrong:
                wrong(one.wrong)
        if failed(said, strict):
            raise SystemExit(CONTENT_FAULT)
        answer.packs = [place for one in made for place in one.places]


def _tell(made: list[Made], said: list[Diagnostic], form: str, strict: bool, answer: Answering) -> None:
    packs = [line for one in made for line in one.packs]
    waiting = [found for found in said if found.severity is Severity.NEEDS_PERSON]
    listed = said
    if form == "human" and len(packs) > 1:
        listed = [found for found in said if found not in set(waiting)]
    answer.say(spoken(listed, form, strict), err=form == "human")
    for one in made:
        if form == "human":
            answer.say("".join(f"{line}\n" for line in one.packs))
        # That an old pack was kept is said once: the next time there is none.
        for line in one.kept:
            click.echo(line, err=True)
    if form == "human" and len(packs) > 1 and waiting:
        answer.say(
            f"{len(waiting)} things wait for a person. “lessonpack check” and “help-lines” list them.\n"
        )
    if form == "human" and not packs and not listed:
        answer.say("There is no lesson here to build.\n", err=True)


def _all_made(orders: list[Order]) -> Iterator[Made]:
    """In the order of the countries; several at once where there are several."""
    workers = min(len(orders), os.cpu_count() or 1)
    if workers < 2:
        yield from map(_make, orders)
        return
    # A wrong lesson or folder ends the command once, before there are processes to end.
    read(orders[0].country, orders[0].lessons)
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_make, orders)


def _make(order: Order) -> Made:
    library, said = read(order.country, order.lessons, order.date)
    if library is None:
        return Made(said)

    # Only now: what draws slides and pages takes longer to import than all the reading.
    from builder.build import build
    from builder.checks import load_rules
    from builder.cli.common import own_theme
    from builder.pack import CantWriteError, Pack, write

    rules, (own, unlike) = load_rules(), own_theme()
    said = [*said, *unlike]
    packs: list[Pack] = []
    store = order.store
    for name in library.lessons:
        theme, wanted = order.looks(library, name, own)
        built = build(library, name, rules, theme, order.date, wanted, store)
        said = [*said, *built.diagnostics]
        packs += [built.pack] if built.pack else []
    if store is not None:
        store.prune()
    if failed(said, order.strict):
        return Made(said)
    made = Made(said)
    for pack in packs:
        try:
            written = write(pack, order.out)
        except CantWriteError as fault:
            return Made(said, made.packs, made.places, made.kept, str(fault))
        made.places.append(str(written.place))
        made.packs.append(f"{written.place}: {len(pack.files)} files and {pack.name}.zip")
        if written.kept:
            made.kept.append(kept_line(written.kept))
    return made
