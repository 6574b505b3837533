"""What is easily lost or misread in a text that the parser found nothing wrong with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics import Diagnostic, Mark, error, warning
from builder.source.events import Text
from builder.source.letters import UNPRINTABLE
from builder.source.wording import BACKSLASH_PAIR, TWO_BACKSLASHES, excerpt, in_quotes, without_remark

_PROPER_REMARK = re.compile(r" {2,}#+(?: |$)")
_HASH = re.compile(r" +#")
_LOST_LINE = re.compile(r"( *)#\w")
_TIGHT_DASH = re.compile(r"-(?:[^-\s\d]|\u00a0)")


@dataclass(frozen=True, slots=True)
class Holder:
    """What a text stands in: the column of its names or dashes, and the line of its own name, from 0."""

    file: str
    lines: list[str]
    column: int
    in_brackets: bool
    key_line: int | None

    def mark(self, line: int, column: int) -> Mark:
        return Mark(self.file, line + 1, column + 1)


def faults_in(text: Text, holder: Holder) -> Iterator[Diagnostic]:
    if not text.style:
        yield from _tight_dash(text, holder) or _stray_dashes(text, holder)
        yield from _lost(text, holder)
    elif text.style in ("'", '"'):
        if text.style == '"':
            yield from odd_escapes(text, holder)
        yield from _unclosed(text, holder)


def odd_escapes(text: Text, holder: Holder) -> Iterator[Diagnostic]:
    """Complains about a letter that only a backslash can make, for text in double quotes."""
    if odd := UNPRINTABLE.search(text.value):
        sign = f"U+{ord(odd.group()):04X}"
        yield error(
            holder.mark(text.start.line, text.start.column),
            "yaml/backslash",
            f"a backslash in this text makes a letter that can't be printed ({sign})",
            why=BACKSLASH_PAIR,
            hint=TWO_BACKSLASHES,
        )


def _tight_dash(text: Text, holder: Holder) -> list[Diagnostic]:
    line, column = text.start.line, text.start.column
    if holder.key_line in (None, line) or not _TIGHT_DASH.match(holder.lines[line], column):
        return []
    item = excerpt(without_remark(holder.lines[line][column + 1 :]))
    return [
        error(
            holder.mark(line, column),
            "yaml/dash",
            "there is no space after the dash, so this isn't read as a list",
            hint=f"Write “- {item}”.",
        )
    ]


def _stray_dashes(text: Text, holder: Holder) -> Iterator[Diagnostic]:
    for number in range(text.start.line + 1, text.end.line + 1):
        line = holder.lines[number].strip(" ")
        if line.startswith("- ") or line == "-":
            yield error(
                holder.mark(number, holder.lines[number].index("-")),
                "yaml/indent",
                "this dash is further to the right than those above it, so the line is read as more "
                "of the text above",
                hint="Line it up with the other dashes of its list.",
            )


def _lost(text: Text, holder: Holder) -> Iterator[Diagnostic]:
    if holder.in_brackets and not text.value:
        return
    number, column = text.end.line, text.end.column
    line = holder.lines[number]
    if found := _HASH.match(line, column):
        if text.value and _PROPER_REMARK.match(line, column):
            return
        column = found.end() - 1
    elif text.value and column == len(line) and (below := _lost_below(number + 1, holder)) is not None:
        number, column = number + 1, below
    else:
        return
    lost = without_remark(holder.lines[number][column:])
    whole = in_quotes(f"{text.value} {lost}".strip())
    yield warning(
        holder.mark(number, column),
        "yaml/lost-comment",
        f"“{excerpt(lost)}” is left out, because # starts a remark",
        why="What stands behind a # is for people who read this file; it isn't printed.",
        hint=f"If it's part of the text, put quotes round the whole: {whole}. For a remark, "
        "leave two spaces before the # and one after it.",
    )


def _lost_below(number: int, holder: Holder) -> int | None:
    """The column of a line such as “  #BeKind” that was meant to go on with the text above it."""
    found = _LOST_LINE.match(holder.lines[number]) if number < len(holder.lines) else None
    return found.end(1) if found and found.end(1) > holder.column else None


def _unclosed(text: Text, holder: Holder) -> Iterator[Diagnostic]:
    if holder.in_brackets:
        return
    for number in range(text.start.line + 1, text.end.line + 1):
        line = holder.lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= holder.column:
            yield error(
                holder.mark(text.start.line, text.start.column),
                "yaml/unclosed-quote",
                "the quotes that open here aren't closed on this line, and "
                f"line {number + 1} doesn't look like more of the text",
                hint="Close the quotes at the end of the text. If it does go on, indent its lines "
                "further than the name before it.",
            )
            return
