"""Where the parser gave up, in words that a teacher would use.

The place and the clue come from the pure parser alone, so that every machine says the same.
"""

import re
from collections.abc import Callable

from builder.diagnostics import Diagnostic, error
from builder.source.colons import dash_after_colon, extra_colon, no_colon
from builder.source.complaint import Complaint
from builder.source.indents import after_the_end, stray
from builder.source.wording import (
    BACKSLASH_PAIR,
    TWO_BACKSLASHES,
    excerpt,
    in_quotes,
    percent_line,
    quotes_round,
    sentence,
    without_remark,
)

# A line up to something in quotes or brackets. Each repeat ends on a sign that the next one can't start
# with, so that the longest line takes no longer than its length.
_CLOSED = re.compile(
    r"""[ ]*(?:-[ ]+)*(?:(?P<name>[^\s:"'\[{-][^:]*):[ ]+)?"""
    r"""(?P<closed>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\]]*\]|\{[^}]*\})[ ]*$"""
)
_SIGNS = {
    "@": "an @",
    "`": "a backtick",
    "%": "a %",
    ",": "a comma",
    "|": "a |",
    ">": "a >",
    "*": "a *",
    "&": "an &",
    "!": "an exclamation mark",
    "?": "a ? and a space",
    "]": "a square bracket",
    "}": "a curly bracket",
}


def explain(complaint: Complaint) -> Diagnostic:
    """The complaint as an author should hear it."""
    closed = _CLOSED.match(complaint.before)
    if closed and complaint.rest.strip():
        return _after_closed(complaint, closed)
    for clue, explanation in _EXPLANATIONS:
        if clue in complaint.said:
            return explanation(complaint)
    return _unknown(complaint)


def _unknown(complaint: Complaint) -> Diagnostic:
    return complaint.here(
        "yaml/syntax",
        "this line can't be read",
        hint="Look here and on the line above for a missing quote or bracket, a colon "
        "within a text, or a line that isn't lined up.",
    )


def _after_closed(complaint: Complaint, closed: re.Match[str]) -> Diagnostic:
    after = complaint.whole[closed.end("closed") :]
    text = without_remark(closed["closed"] + after)
    name = f"{closed['name']}: " if closed["name"] else ""
    if text[0] in "[{":
        kind = "square" if text[0] == "[" else "curly"
        return complaint.at(
            complaint.line,
            closed.start("closed"),
            "yaml/bracket",
            f"a text can't start with a {kind} bracket unless it stands in quotes",
            why="A bracket at the start is a sign for computers.",
            hint=f"Put quotes round the whole text: {name}{in_quotes(text)}",
        )
    hint = f"Put quotes of the other kind round the whole text: {name}{in_quotes(text)}"
    if text[0] == "'" and after[:1].isalpha():
        inner = text[1:-1] if text.endswith("'") else text[1:]
        hint = f"An apostrophe ends a text in single quotes. Use double quotes: {name}{in_quotes(inner)}"
    return complaint.here(
        "yaml/text-after-quote",
        f"“{excerpt(without_remark(complaint.rest))}” stands behind the closing quote",
        why="A text that starts with a quote ends at the next one.",
        hint=hint,
    )


def _bracket(complaint: Complaint) -> Diagnostic:
    mark = complaint.bracket
    if not mark:
        return complaint.origin("yaml/bracket", "this bracket can't be read here")
    text = complaint.lines[mark.line - 1][mark.column - 1 :]
    closes = ("]" if text.startswith("[") else "}") in text
    what = "holds something that can't stand in brackets" if closes else "isn't closed on its line"
    return error(
        mark,
        "yaml/bracket",
        f"the bracket that opens here {what}",
        hint=f"If it's part of the text, {quotes_round(text)}. If it's a list, put each item "
        "on its own line, starting with a dash and a space.",
    )


def _odd_start(complaint: Complaint) -> Diagnostic:
    sign = complaint.rest[:1]
    if sign == "%" and complaint.column == 0:
        return percent_line(complaint.mark(complaint.line, 0))
    if sign not in _SIGNS:
        return _bracket(complaint) if complaint.bracket else _unknown(complaint)
    return complaint.here(
        "yaml/text-start",
        _not_at_the_start(sign),
        hint=sentence(quotes_round(complaint.rest, _name_in(complaint.before))),
    )


def _not_at_the_start(sign: str) -> str:
    return f"a text can't start with {_SIGNS[sign]} unless it stands in quotes"


def _name_in(before: str) -> str:
    name = before.strip().removeprefix("- ").strip()
    return name[:-1] if name.endswith(":") and ": " not in name else ""


def _name_before_origin(complaint: Complaint) -> str:
    return _name_in(complaint.lines[complaint.from_line][: complaint.from_column])


def _signed(rule: str) -> Callable[[Complaint], Diagnostic]:
    def explanation(complaint: Complaint) -> Diagnostic:
        sign = complaint.since[:1]
        if sign not in _SIGNS:
            return _unknown(complaint)
        return complaint.origin(
            rule,
            _not_at_the_start(sign),
            hint=sentence(quotes_round(complaint.since, _name_before_origin(complaint))),
        )

    return explanation


def _directive(complaint: Complaint) -> Diagnostic:
    numbers = (n for n, line in enumerate(complaint.lines) if line.startswith("%"))
    return percent_line(complaint.mark(next(numbers, complaint.line), 0))


def _behind_the_bar(complaint: Complaint) -> Diagnostic:
    sign = complaint.since[:1]
    quoted = quotes_round(complaint.since, _name_before_origin(complaint))
    return complaint.origin(
        "yaml/text-start",
        f"nothing else can stand on the line behind a {sign}",
        why=f"A {sign} says that the text starts on the next line.",
        hint=f"If the {sign} is part of the text, {quoted}. Otherwise start the text on "
        "the next line, two spaces further in.",
    )


def _backslash(complaint: Complaint) -> Diagnostic:
    column = max(complaint.whole.rfind("\\", 0, complaint.column + 1), 0)
    return complaint.at(
        complaint.line,
        column,
        "yaml/backslash",
        f"“{excerpt(complaint.whole[column : column + 2])}” means nothing in double quotes",
        why=BACKSLASH_PAIR,
        hint=TWO_BACKSLASHES,
    )


def _unclosed_quote(complaint: Complaint) -> Diagnostic:
    text = without_remark(complaint.since)
    if text.endswith(("”", "’")):
        hint = "A curly quote doesn't close a straight one: end the text with the quote it starts with."
    elif text.startswith("'"):
        hint = f"Close them at the end of the text; if this is an apostrophe, {quotes_round(text)}"
    else:
        hint = f"Close them at the end of the text: {excerpt(text)}{text[:1]}"
    return complaint.origin("yaml/unclosed-quote", "the quotes that open here are never closed", hint=hint)


_EXPLANATIONS: tuple[tuple[str, Callable[[Complaint], Diagnostic]], ...] = (
    ("could not find expected ':'", no_colon),
    ("mapping values are not allowed", extra_colon),
    ("sequence entries are not allowed", dash_after_colon),
    ("mapping keys are not allowed", _odd_start),
    ("that cannot start any token", _odd_start),
    ("scanning an alias", _signed("yaml/alias")),
    ("scanning an anchor", _signed("yaml/anchor")),
    ("scanning a tag", _signed("yaml/tag")),
    ("parsing a tag", _signed("yaml/tag")),
    ("undefined tag handle", _signed("yaml/tag")),
    ("scanning a block scalar", _behind_the_bar),
    ("scanning a double-quoted scalar", _backslash),
    ("scanning a quoted scalar", _unclosed_quote),
    ("directive", _directive),
    ("tag handle", _directive),
    ("version 1", _directive),
    ("parsing a flow", _bracket),
    ("found '<document end>'", after_the_end),
    ("node content, but found '?'", stray),
    ("node content, but found ':'", stray),
    ("expected the node content", _odd_start),
    ("<document start>", after_the_end),
    ("<block end>", stray),
)
"""Read downward: the first clue found in the parser's wording decides."""
