"""`lessonpack list`"""

import json

import click

from builder.cli.common import CONTENT_FAULT, country_option, read, speak


@click.command("list")
@country_option
@click.option("--format", "form", type=click.Choice(["human", "json"]), default="human", show_default=True)
def command(country: str, form: str) -> None:
    """Show the lessons, case studies and countries that can be built here."""
    from builder.content.shelves import countries

    library, said = read(country, ())
    if library is None:
        speak(said, form)
        raise SystemExit(CONTENT_FAULT)
    lessons = [
        {
            "id": one.id,
            "title": one.model.title,
            "for": one.model.audience,
            "ages": one.model.age_band,
            "minutes": one.model.minutes,
            "file": one.source.file,
        }
        for one in library.lessons.values()
    ]
    cases = [
        {"id": one.id, "title": one.model.title, "tier": one.model.tier, "file": one.source.file}
        for one in library.cases.values()
    ]
    if form == "json":
        click.echo(
            json.dumps(
                {"lessons": lessons, "case_studies": cases, "countries": countries()},
                ensure_ascii=False,
                indent=2,
            )
        )
        return
    click.echo("Lessons")
    for lesson in lessons:
        readers = f"ages {lesson['ages']}" if lesson["for"] == "pupils" else f"for {lesson['for']}"
        click.echo(f"  {lesson['id']}  {readers}, {lesson['minutes']} minutes: {lesson['title']}")
    click.echo("Case studies")
    for case in cases:
        click.echo(
            f"  {case['id']}  for {case['tier']}s: {case['title']}"
            if case["tier"] != "staff"
            else f"  {case['id']}  for staff: {case['title']}"
        )
    click.echo(f"Countries\n  {', '.join(countries())}")
