"""A line that belongs to nothing above it."""

from builder.diagnostics import Diagnostic
from builder.source.complaint import Complaint, indent_of
from builder.source.wording import NAME_AND_COLON, choice_of, excerpt, percent_line, without_remark

_LINE_UP = "Lines of one group start in one column, and what belongs to a name is further in than the name."


def stray(complaint: Complaint) -> Diagnostic:
    """What stands here can't follow what went before."""
    if complaint.rest.startswith(":"):
        return complaint.here("yaml/key", "there is no name before the colon", hint=NAME_AND_COLON)
    if not complaint.starts_line:
        return complaint.here(
            "yaml/syntax",
            f"“{excerpt(complaint.rest)}” can't stand here",
            hint="Put quotes round the whole text that it is part of.",
        )
    if "block mapping start" in complaint.said or "block sequence start" in complaint.said:
        return _between(complaint)
    if "found '-'" in complaint.said:
        return complaint.here(
            "yaml/indent",
            "this dash starts a list, but the lines level with it are no list",
            hint="Write the list's name and a colon on the line before it, or line up the "
            "dash with those it belongs to.",
        )
    if "found '?'" in complaint.said:
        return complaint.here(
            "yaml/indent",
            "this line stands level with the dashes of the list above it",
            hint="Indent it further to make it part of the last item, or less to end the list.",
        )
    if "<scalar>" in complaint.said:
        return _loose_text(complaint)
    return complaint.here("yaml/indent", "this line belongs to nothing above it", hint=_LINE_UP)


def _between(complaint: Complaint) -> Diagnostic:
    fitting = choice_of([str(step) for step in _steps_above(complaint)])
    spaces = "1 space" if complaint.column == 1 else f"{complaint.column} spaces"
    return complaint.here(
        "yaml/indent",
        f"this line is indented by {spaces}; {fitting} would fit the lines above",
        hint=_LINE_UP,
    )


def _steps_above(complaint: Complaint) -> list[int]:
    """The columns in which a line could have started here."""
    steps: set[int] = set()
    number = complaint.above(complaint.line)
    while number is not None and 0 not in steps:
        line = complaint.lines[number]
        if indent_of(line) < min(steps, default=1_000_000) and not line.lstrip().startswith("#"):
            steps.add(indent_of(line))
            if line.lstrip().startswith("- "):
                steps.add(len(line) - len(line.lstrip(" -")))
        number = complaint.above(number)
    return sorted(steps)


def _loose_text(complaint: Complaint) -> Diagnostic:
    above = complaint.above(complaint.line)
    line = complaint.lines[above] if above is not None else ""
    if line.lstrip().startswith("#"):
        return complaint.here(
            "yaml/indent",
            "a remark ended the text above; this line belongs to nothing",
            hint="Move the remark. If the # is part of the text, quote all of it.",
        )
    if " #" in line:
        lost = excerpt(without_remark(line[line.index(" #") + 1 :]))
        return complaint.here(
            "yaml/indent",
            f"“{lost}” ended the text above; this line belongs to nothing",
            why="A # after a space starts a remark, and a text ends there.",
            hint="Put quotes round the whole text, from its first line to its last.",
        )
    return complaint.here(
        "yaml/indent",
        "this line has no name and belongs to nothing above it",
        hint="Indent it like the text that it goes on with, or give it a name and a colon.",
    )


def after_the_end(complaint: Complaint) -> Diagnostic:
    """The file seemed to be over, and something follows."""
    first = next(
        (
            n
            for n, line in enumerate(complaint.lines)
            if line.strip() and not line.lstrip().startswith("#") and not line.startswith("---")
        ),
        0,
    )
    if complaint.lines[first].startswith("%"):
        return percent_line(complaint.mark(first, 0))
    if any(line.startswith("...") for line in complaint.lines[: complaint.line + 1]):
        return complaint.here(
            "yaml/documents",
            "a line of three dots ends the file, and more follows",
            hint="Take the line of dots away.",
        )
    return complaint.here(
        "yaml/indent",
        f"this line is further to the left than the first one, line {first + 1}",
        hint=f"Start line {first + 1} and its neighbours in the first column.",
    )
