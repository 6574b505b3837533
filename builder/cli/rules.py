"""`lessonpack rules`"""

import textwrap

import click

from builder.cli.common import wrong


@click.command("rules")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Show every rule that can speak, or explain RULE: what it asks for, why, and what to say instead.

    An error means that no pack is made; a warning fails only under --strict; needs-person is listed, marks
    the pack DRAFT, and never fails. A rule marked “may be waived” can be set aside in a lesson, with a
    reason, under “waivers”.

    \b
    Examples:
      lessonpack rules
      lessonpack rules messaging/blame
    """
    from builder.checks import load_rules
    from builder.cli.rulebook import rulebook
    from builder.diagnostics import did_you_mean

    rules = load_rules()
    table = rulebook(rules)
    if rule is None:
        for name, entry in table.items():
            click.echo(f"{name:30}  {entry.severity:12}  {entry.summary}")
        return
    if rule not in table:
        wrong(f"There is no rule “{rule}”. {did_you_mean(rule, table)}")
    one = table[rule]
    click.echo(f"{rule}: {one.severity}{', may be waived' if one.waivable else ''}\n{one.summary}")
    for worded in rules.worded:
        if worded.id == rule:
            click.echo(_paragraph(f"Why: {worded.why}"))
            click.echo("It speaks up at:")
            for words in worded.bad[:3]:
                click.echo(_paragraph(f"- {words}"))
            click.echo("Say instead:")
            better = (*worded.instead, *(swap.say for swap in getattr(worded, "swaps", ())))
            for words in dict.fromkeys(better):
                click.echo(_paragraph(f"- {words}"))
            click.echo(_paragraph(f"Source: {worded.source}"))
    if rule == "messaging/required":
        click.echo("What must be said, by age and document:")
        for message in rules.required.messages:
            click.echo(_paragraph(f"- {message.id}: {', '.join(message.documents)}. {message.why}"))


def _paragraph(text: str) -> str:
    return textwrap.fill(text, 96, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
