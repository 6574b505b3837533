"""The file of the table: its bytes → text that can be trusted, and records from anywhere in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from builder.batch.cells import Reader, Record
from builder.batch.columns import NOT_READ, Header, header_of
from builder.batch.rows import Row, row_of
from builder.diagnostics import Diagnostic, Mark, error

Encoding = Literal["utf-8", "windows-1252"]
LARGEST_BYTES = 100_000_000
"""Some 300,000 schools."""
AGAIN = "In Excel: Save as, “CSV UTF-8”. Or say what it is: --encoding windows-1252."


@dataclass(frozen=True, slots=True)
class Opened:
    """A table whose header was read: `file` is its name in complaints, `folder` where it stands."""

    file: str
    folder: Path
    text: str
    header: Header

    def records(self) -> Iterator[Record]:
        """Those in which anything stands."""
        records = self._reader().records(self.header.start, self.header.line)
        return (record for record in records if not record.empty)

    def record(self, start: int, line: int) -> Record:
        return next(self._reader().records(start, line))

    def row(self, record: Record, number: int, key: str) -> Row:
        named = zip(self.header.names, record.cells, strict=False)
        cells = {name: cell for name, cell in named if name not in ("", NOT_READ)}
        return row_of(number, key, cells, Mark(self.file, record.line, 1))

    def _reader(self) -> Reader:
        return Reader(self.text, self.file, self.header.separator)


def opened(path: Path, encoding: Encoding) -> tuple[Opened | None, list[Diagnostic]]:
    """The file with its header; None where it is none of ours. Raises OSError."""
    file = path.name
    if path.stat().st_size > LARGEST_BYTES:
        return None, [
            _unread(file, f"This file is larger than {LARGEST_BYTES // 1_000_000} MB.", "Split it.")
        ]
    text = _decoded(path.read_bytes(), file, encoding)
    if isinstance(text, Diagnostic):
        return None, [text]
    header, said = header_of(text, file)
    return (None if header is None else Opened(file, path.parent, text, header)), said


def _decoded(raw: bytes, file: str, encoding: Encoding) -> str | Diagnostic:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:4]:
        return _unread(file, "This file is saved as “Unicode text” (UTF-16), or is no text.", AGAIN)
    if raw.startswith(b"PK\x03\x04"):
        return _unread(
            file, "This is a workbook, and a CSV file is expected.", "In Excel: Save as, “CSV UTF-8”."
        )
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if not raw.strip():
        return _unread(
            file, "This file is empty.", "“lessonpack batch --example” prints a table to start from."
        )
    try:
        return raw.decode("cp1252" if encoding == "windows-1252" else "utf-8")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    mark = Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    if encoding == "windows-1252":
        return error(mark, "batch/read", "Here is a letter that Windows-1252 doesn't have.", "", AGAIN)
    what = "This file isn't saved as UTF-8; here is the first letter that can't be read."
    return error(mark, "batch/read", what, "A guess could turn “é” into something else on a poster.", AGAIN)


def _unread(file: str, what: str, hint: str) -> Diagnostic:
    return error(Mark(file, 1, 1), "batch/read", what, "", hint)
