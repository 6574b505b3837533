"""The bytes of a file → letters that can be trusted, or what stands in the way."""

import re
from dataclasses import dataclass

from builder.diagnostics import Diagnostic, Mark, error
from builder.source.wording import excerpt

SIZE_LIMIT = 1_000_000
"""In bytes. A long lesson has about 50,000."""

# What YAML calls unprintable, and beyond that the breaks and byte-order marks that one parser counts as
# the end of a line and an editor doesn't, so that every line number after them would be wrong.
UNPRINTABLE = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ODD_SPACE = re.compile("[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000])")
_NAMES = {
    "\x00": "a zero byte",
    "\x0b": "a vertical tab",
    "\x0c": "a page break",
    "\x85": "a next-line character",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "an invisible byte-order mark",
}
HOW_TO_START = "Start from a copy of a file that works, or run “lessonpack new”."
_SAVE_AS = "Save it again as “UTF-8”: editors offer that under “Save as”, next to the file's name."


@dataclass(frozen=True, slots=True)
class Letters:
    """A file's text: "\\n" behind every line, the last too, and a space for every letter complained about.

    From line `shaky_from` on (0: nowhere) the indentation isn't what the author sees.
    """

    text: str
    faults: list[Diagnostic]
    shaky_from: int = 0


def letters_of(raw: bytes, file: str) -> Letters | Diagnostic:
    """The letters of `raw`; a diagnostic where there is no going on."""
    start = Mark(file, 1, 1)
    if len(raw) > SIZE_LIMIT:
        return error(
            start,
            "yaml/size",
            f"this file is larger than {SIZE_LIMIT:,} bytes",
            why="A lesson has a twentieth of that; something else may have got into the file.",
            hint="Split it into several files, and keep pictures in files of their own.",
        )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:4]:
        return error(
            start, "yaml/encoding", "this file is saved as “Unicode” (UTF-16), not as UTF-8", hint=_SAVE_AS
        )
    try:
        text = _one_kind_of_break(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        before = _one_kind_of_break(raw[: fault.start].decode("utf-8"))
        mark = Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return error(
            mark,
            "yaml/encoding",
            "this file isn't saved as UTF-8; here is the first letter that can't be read",
            why="A guess could turn “é” or “’” into something else on a slide.",
            hint=_SAVE_AS,
        )
    if not text.strip():
        return error(start, "yaml/empty", "this file is empty", hint=HOW_TO_START)
    return _cleared(text, file)


def _one_kind_of_break(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _cleared(text: str, file: str) -> Letters:
    faults: list[Diagnostic] = []
    if UNPRINTABLE.search(text):
        lines = text.split("\n")
        faults += _tabs(lines, file) + _controls(lines, file)
        shaky = [number for number, line in enumerate(lines, 1) if "\t" in line[: _indent(line)]]
        text = UNPRINTABLE.sub(" ", text)
    else:
        shaky = []
    if not text.endswith("\n"):
        # At the end of a file without one, the parsers disagree on which line they are.
        text += "\n"
    odd = _odd_spaces(text.split("\n"), file)
    shaky += [fault.mark.line for fault in odd]
    return Letters(text, faults + odd, min(shaky, default=0))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _tabs(lines: list[str], file: str) -> list[Diagnostic]:
    return [
        error(
            Mark(file, number, line.index("\t") + 1),
            "yaml/tab",
            "there is a tab on this line",
            why="Tabs are drawn wider or narrower in every editor, so nobody can see what lines up.",
            hint="Put spaces in its place, two for each step of indentation.",
        )
        for number, line in enumerate(lines, 1)
        if "\t" in line
    ]


def _controls(lines: list[str], file: str) -> list[Diagnostic]:
    found = []
    for number, line in enumerate(lines, 1):
        match = next((m for m in UNPRINTABLE.finditer(line) if m.group() != "\t"), None)
        if match:
            what = _NAMES.get(match.group(), f"a control character (U+{ord(match.group()):04X})")
            where = f", after “{excerpt(line[: match.start()][-20:])}”" if match.start() else ""
            found.append(
                error(
                    Mark(file, number, match.start() + 1),
                    "yaml/control-character",
                    f"there is {what} on this line{where}",
                    why="It can't be seen or printed; text pasted from word processors brings it.",
                    hint="Delete it, or type the line again.",
                )
            )
    return found


def _odd_spaces(lines: list[str], file: str) -> list[Diagnostic]:
    found = []
    for number, line in enumerate(lines, 1):
        if line and not line.isascii() and (match := _ODD_SPACE.match(line)):
            found.append(
                error(
                    Mark(file, number, match.start(1) + 1),
                    "yaml/odd-space",
                    "this line starts with a special space that doesn't count as indentation",
                    why="Pasted text often brings such spaces along; they look like any other.",
                    hint="Delete the space at the start of the line and type it again.",
                )
            )
    return found
