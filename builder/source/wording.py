"""Turns of phrase that several complaints share."""

from builder.diagnostics import Diagnostic, Mark, error

NAME_AND_COLON = "Write a name, a colon and a space, such as “title: …”."
TWO_BACKSLASHES = "Write two backslashes for one, or put the text in single quotes."
BACKSLASH_PAIR = "In double quotes a backslash and the letter behind it are read as one sign."


def excerpt(text: str, most: int = 60) -> str:
    """The start of `text`, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def in_quotes(text: str) -> str:
    """`text` as an author should type it so that it's taken as it stands."""
    line = excerpt(text)
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    return "'" + line.replace("'", "''") + "'"


def without_remark(text: str) -> str:
    """`text` without a remark as people write them; a “ #” alone is rather meant as part of the text."""
    return text.partition("  # ")[0].rstrip()


def quotes_round(text: str, name: str = "") -> str:
    """The hint to put quotes round `text`, shown as it would then look."""
    shown = in_quotes(without_remark(text))
    return f"put quotes round the whole text: {name + ': ' if name else ''}{shown}"


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def choice_of(words: list[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def percent_line(mark: Mark) -> Diagnostic:
    return error(
        mark,
        "yaml/directive",
        "a line that starts with % is an order to the computer",
        hint="Take the line away; nothing here needs it.",
    )
