"""`lessonpack schema`"""

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(["lesson", "case-study", "help", "school", "release"]))
def command(kind: str) -> None:
    """Print the JSON Schema of a lesson, case study, help directory, school or release.

    Save it beside your files and name it in your editor's YAML settings, or put this line on top of a file:

    \b
      # yaml-language-server: $schema=lesson.schema.json
    """
    from builder.content.case_study import CaseStudy
    from builder.content.help import HelpDirectory
    from builder.content.lesson import Lesson
    from builder.content.school import School
    from builder.content.starting import schema_of
    from builder.content.text import Model
    from builder.release.config import ReleasePlan

    models: dict[str, type[Model]] = {
        "lesson": Lesson,
        "case-study": CaseStudy,
        "help": HelpDirectory,
        "school": School,
        "release": ReleasePlan,
    }
    click.echo(schema_of(models[kind]))
