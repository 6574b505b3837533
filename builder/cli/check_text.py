"""`lessonpack check-text`"""

import json
import sys
from collections.abc import Iterator
from typing import IO

import click

from builder.cli.common import CONTENT_FAULT, audience_option, quick_option, wrong
from builder.words.finding import Audience
from builder.words.judge import Finding, check_texts

WIDTH = 96
CHUNK, AT_ONCE = 1 << 16, 256
"""Bytes that are read, and lines that are judged, at once."""


@click.command("check-text")
@click.argument("file", type=click.File("rb"))
@audience_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["human", "json"]),
    help="How to say what was found.  [default: human in a terminal, else json]",
)
@quick_option
def command(file: IO[bytes], audience: Audience, form: str | None, quick: bool) -> None:
    """Judge each line of FILE as a sentence of its own; a FILE of “-” reads standard input.

    As JSON, each line is answered with one object: {"line", "findings": [{"rule", "severity", "match",
    "why", "instead", "confidence"}]}. Findings are empty where all is well. The command ends with 1 if
    any finding is an error.

    \b
    Examples:
      lessonpack check-text sentences.txt
      echo "It will be online for ever." | lessonpack check-text --audience pupil --format json -
    """
    from builder.words.shipped import load_judge

    judge = load_judge(quick)
    plain = (form or ("human" if sys.stdout.isatty() else "json")) == "human"
    errors = number = 0
    for lines in _lines(file):
        for line, findings in zip(
            lines, check_texts([(line, audience) for line in lines], judge), strict=True
        ):
            number += 1
            errors += sum(one.severity == "error" for one in findings)
            if not plain:
                click.echo(_as_json(number, findings))
            elif findings:
                click.echo("\n".join([f"{number}: {line}", *_told(findings)]))
    if plain and not errors:
        click.echo(f"{number} {'line' if number == 1 else 'lines'} read: no error.")
    if errors:
        raise SystemExit(CONTENT_FAULT)


def _lines(file: IO[bytes]) -> Iterator[list[str]]:
    """Lines, as many at once as have come: a program that waits for each answer gets it, and a long file is
    judged many lines at a time. Ends the command with 2 at a byte that is no UTF-8.
    """
    seen, rest = 0, b""
    # What `click.File` opens is buffered, and gives what is there without waiting for more.
    while came := file.read1(CHUNK):  # type: ignore[attr-defined]
        *whole, rest = (rest + came).split(b"\n")
        for start in range(0, len(whole), AT_ONCE):
            part = whole[start : start + AT_ONCE]
            yield [_decoded(raw, seen + number) for number, raw in enumerate(part, 1)]
            seen += len(part)
    if rest:
        yield [_decoded(rest, seen + 1)]


def _decoded(raw: bytes, number: int) -> str:
    try:
        return raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r")
    except UnicodeDecodeError as fault:
        wrong(
            f"Line {number} isn't UTF-8: byte {fault.start + 1} of it is 0x{raw[fault.start]:02x}. "
            "Save the text as UTF-8, then try again."
        )


def _as_json(number: int, findings: list[Finding]) -> str:
    told = {"line": number, "findings": [_fields(one) for one in findings]}
    return json.dumps(told, ensure_ascii=False)


def _fields(one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule,
        "severity": one.severity,
        "match": one.match,
        "why": one.why,
        "instead": list(one.instead),
        "confidence": one.confidence,
    }


def _told(findings: list[Finding]) -> Iterator[str]:
    for one in findings:
        sure = "" if one.confidence is None else f" ({one.confidence:.0%} sure)"
        yield from _wrapped(f"{one.severity}  {one.rule}: “{one.match}” {one.summary}{sure}.", "  ", "    ")
        yield from _wrapped(f"Why: {one.why}", "    ", "         ")
        for better in one.instead[:3]:
            yield from _wrapped(f"Say: {better}", "    ", "         ")
        yield from _wrapped(f"Source: {one.source}", "    ", "         ")
    yield ""


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    import textwrap  # a program that reads JSON needs it not

    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
