"""`lessonpack schema`"""

import json

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(["lesson", "case-study", "help"]))
def command(kind: str) -> None:
    """Print the JSON Schema of a lesson, case study or help directory.

    Save it beside your files and name it in your editor's YAML settings, or put this line on top of a file:

    \b
      # yaml-language-server: $schema=lesson.schema.json
    """
    from builder.content.case_study import CaseStudy
    from builder.content.help import HelpDirectory
    from builder.content.lesson import Lesson
    from builder.content.text import Model

    models: dict[str, type[Model]] = {"lesson": Lesson, "case-study": CaseStudy, "help": HelpDirectory}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **models[kind].model_json_schema()}
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
