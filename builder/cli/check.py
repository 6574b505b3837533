"""`lessonpack check`"""

import click

from builder.cli.common import (
    CONTENT_FAULT,
    country_option,
    failed,
    format_option,
    read,
    speak,
    strict_option,
)


@click.command("check")
@click.argument("lessons", nargs=-1, metavar="[LESSON]...")
@country_option
@strict_option
@format_option
def command(lessons: tuple[str, ...], country: str, strict: bool, form: str) -> None:
    """Check each LESSON with its case studies, or everything if none is named.

    Everything that a build would refuse is found here too, text that is too long for its slide included.
    Nothing is written.

    \b
    Examples:
      lessonpack check
      lessonpack check online-blackmail --strict
    """
    library, said = read(country, lessons)
    if library is not None:
        from builder.build import paper_of, plan, theme_for
        from builder.checks import check, check_library, load_rules, readings
        from builder.cli.common import own_theme, today

        rules, (own, unlike) = load_rules(), own_theme()
        said = [*said, *unlike]
        said = [*said, *check_library(library, rules, lessons or None)]
        for name in library.lessons:
            checked, _ = check(library, name, rules)
            if checked is not None:
                theme = theme_for(checked.lesson.model, own, paper=paper_of(library))
                said += plan(checked, theme, today())[2]
        levels = readings(library, rules)
        said += [warned for _, _, warnings in levels for warned in warnings]
    speak(said, form, strict)
    if failed(said, strict):
        raise SystemExit(CONTENT_FAULT)
    if form == "human" and library is not None:
        for name, reading, _ in levels:
            click.echo(
                f"  {name}: pupils read {reading.words} words, {reading.sentence:.0f} to a sentence, "
                f"reading age about {reading.grade + 5:.0f}"
            )
        click.echo(f"Checked {len(library.lessons)} lessons and {len(library.cases)} case studies: no fault.")
