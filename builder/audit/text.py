"""Plain text: paragraphs of lines, as far as the next empty one."""

import re
from collections.abc import Iterable, Iterator

from builder.audit.passage import Passage, Read, UnreadableError, numbered

SIZE_LIMIT = 8 * 2**20
# What no text holds, and every other kind of file does.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BULLET = re.compile(r"^\s*(?:[•●○◦▪■□–*+-]|\d{1,2}[.)])\s")


def read(data: bytes) -> Read:
    lines = lines_of(decoded(data))
    found = [Passage(text, numbered("line", line)) for text, line in paragraphs(lines, _BULLET)]
    return Read(tuple(found), "line", len(lines))


def decoded(data: bytes, said: str = "") -> str:
    """The text in `data`: in UTF-8, as the file says, or as older Windows programs save it.

    Raises UnreadableError for what is no text.
    """
    if len(data) > SIZE_LIMIT:
        raise UnreadableError(
            "audit/too-large",
            f"This text has {len(data) / 2**20:.0f} MB; up to {SIZE_LIMIT // 2**20} MB are read.",
            "Split it into several files.",
        )
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", said, "cp1252"):
        try:
            text = data.decode(encoding) if encoding else ""
        except (UnicodeError, LookupError):
            continue
        if encoding and not _CONTROL.search(text):
            # Only "\n" ends a line, for editors count so.
            return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", " ").replace("\x0c", " ")
    raise UnreadableError(
        "audit/broken", "This is not text, whatever its name says.", "Save it as text in UTF-8."
    )


def lines_of(text: str) -> list[str]:
    """The lines as an editor numbers them."""
    return text.removesuffix("\n").split("\n")


def paragraphs(lines: Iterable[str], starts: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Each paragraph with the number of its first line; one begins too at a line that matches `starts`."""
    gathered: list[str] = []
    first = 1
    for number, line in enumerate(lines, 1):
        if gathered and (not line.strip() or starts.match(line)):
            yield "\n".join(gathered), first
            gathered = []
        if line.strip():
            first = first if gathered else number
            gathered.append(line)
    if gathered:
        yield "\n".join(gathered), first
