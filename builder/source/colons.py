"""A colon too many, a colon too few, and a dash where a list can't start."""

import re

from builder.diagnostics import Diagnostic
from builder.source.complaint import Complaint, indent_of
from builder.source.wording import NAME_AND_COLON, excerpt, quotes_round, sentence, without_remark

_NAMED = re.compile(r"""[ ]*(?:-[ ]+)*(?P<name>"[^"]*"|'[^']*'|[^\s:"'#-][^:]*):[ ]+(?P<text>\S.*)$""")
_TIGHT = re.compile(r"""[ ]*(?:-[ ]+)*(?P<name>\w[\w-]*):(?P<text>(?!//)[^\s:]|[^\S ]).*$""")
_ITEM = re.compile(r"[ ]*-[ ]+(?P<text>\S.*)$")
_NAME = re.compile(r"[a-z][a-z0-9_]*$")
_GOES_ON = "If the line goes on with the text above it, indent it further than the name of that text."


def extra_colon(complaint: Complaint) -> Diagnostic:
    """A colon where the line, or the text that goes on here, already had one."""
    named = _NAMED.match(complaint.whole)
    if named and named.start("text") < complaint.column:
        return _colon_in_text(complaint, complaint.whole[named.start("text") :], named["name"])
    above = complaint.above(complaint.line)
    if above is None:
        return _colon_in_text(complaint, complaint.whole.strip(), "")
    if tight := _no_space(complaint, above):
        return tight
    word = complaint.before.strip()
    owner = _owner(complaint, above)
    if owner is None and _NAME.match(word):
        return complaint.at(
            above,
            indent_of(complaint.lines[above]),
            "yaml/missing-colon",
            "this line has no colon behind its name",
            hint=f"{NAME_AND_COLON} {_GOES_ON}",
        )
    if owner == above and (_NAME.match(word) or word.startswith("- ")):
        return complaint.at(
            complaint.line,
            indent_of(complaint.whole),
            "yaml/indent",
            f"this line is further to the right than line {above + 1}, so it's read as more "
            "of the text there",
            hint="Line it up with the other lines of its group; they start in one column.",
        )
    return _colon_in_text(complaint, complaint.whole.strip(), "")


def _colon_in_text(complaint: Complaint, text: str, name: str) -> Diagnostic:
    hint = (
        sentence(quotes_round(text, name))
        if name
        else (
            "Put quotes round the whole text, from its first line to its last, or write a | behind its name "
            "and start the text on the next line."
        )
    )
    if text[:1] in ("“", "‘"):
        hint += " (Curly quotes don't count for this; straight ones do.)"
    words = complaint.before.rpartition(": ")[2].strip(" -“‘") or complaint.before.strip()
    return complaint.here(
        "yaml/unquoted-colon",
        f"there is a second colon, behind “{excerpt(words)}”",
        why="A colon and a space part a name from its text; this text has them too.",
        hint=hint,
    )


def _owner(complaint: Complaint, above: int) -> int | None:
    """The line with a name or a dash on which the text that reaches down to line `above` started."""
    number: int | None = above
    while number is not None:
        line = complaint.lines[number]
        if _NAMED.match(line) or _ITEM.match(line):
            return number if indent_of(line) < indent_of(complaint.whole) else None
        if line.rstrip().endswith(":") or indent_of(line) == 0:
            return None
        number = complaint.above(number)
    return None


def no_colon(complaint: Complaint) -> Diagnostic:
    """A line that stands where a name should, and has no colon."""
    if tight := _no_space(complaint, complaint.from_line):
        return tight
    text = without_remark(complaint.since)
    if re.match(r"-[^-\s]|-\u00a0", text):
        return complaint.origin(
            "yaml/dash", "there is no space after the dash", hint=f"Write “- {excerpt(text[1:])}”."
        )
    if ":" in text.partition(" #")[2]:
        return complaint.origin(
            "yaml/missing-colon",
            "the # hides the colon, and everything else behind it",
            why="A # after a space starts a remark.",
            hint="Take the # away.",
        )
    return complaint.origin(
        "yaml/missing-colon",
        f"there is no colon after “{excerpt(text)}”",
        hint=f"{_GOES_ON} Otherwise w{NAME_AND_COLON[1:]}",
    )


def _no_space(complaint: Complaint, number: int) -> Diagnostic | None:
    line = complaint.lines[number]
    tight = _TIGHT.match(line)
    if not tight:
        return None
    name = tight["name"]
    message = f"there is no space between “{name}:” and its text"
    if tight["text"].isspace():
        message = f"the space after “{name}:” is a special one that doesn't count"
    return complaint.at(
        number,
        tight.end("name"),
        "yaml/missing-space",
        message,
        hint=f"Write “{name}: {excerpt(without_remark(line[tight.start('text') :]))}”.",
    )


def dash_after_colon(complaint: Complaint) -> Diagnostic:
    """A list that starts on the line of its name, or a text that starts with a dash."""
    name = complaint.before.strip().removeprefix("- ").rstrip(" :")
    return complaint.here(
        "yaml/dash",
        "a dash can't stand behind a colon on the same line",
        hint="If a list starts here, put its first dash on the next line. "
        f"If the dash is part of the text, {quotes_round(complaint.rest, name)}",
    )
