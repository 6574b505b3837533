"""The table of schools: its rows, each looked at, each with its key, and everything that is wrong with them.

Of each row only its place is kept: however many there are, one is read at a time.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.batch.cells import Record
from builder.batch.columns import KEY
from builder.batch.keys import key_from, numbered
from builder.batch.opened import Encoding, Opened, opened
from builder.batch.rows import Row, faults_of, logo_file, no_logo
from builder.content.school import FILE
from builder.content.schooling import school_from
from builder.content.text import is_slug
from builder.diagnostics import Diagnostic, Mark, did_you_mean, error
from builder.source import excerpt

RULES: dict[str, str] = {
    "batch/read": "The table of schools is a CSV file that can be read.",
    "batch/quotes": "A cell of the table that starts with a quote ends with one.",
    "batch/columns": "Each column of the table is known and there once, and none that is needed lacks.",
    "batch/row": "A row of the table has a cell for each column, and what is needed is filled in.",
    "batch/key": "Each school of the table has a key of its own: small letters, figures and hyphens.",
    "batch/logo": "A logo that the table names is in its folder.",
    "batch/not-made": "A school's pack could be made and written.",
}

SHOWN = 12
"""Keys that are listed for somebody who named one that isn't there."""


@dataclass(frozen=True, slots=True)
class Table:
    """The schools that can be built, each by its number; `bad` counts the rows in which an error stands."""

    opened: Opened
    bad: int
    keys: Sequence[str]
    countries: Sequence[str]
    starts: Sequence[int]
    lines: Sequence[int]

    def __len__(self) -> int:
        return len(self.keys)

    def row(self, number: int) -> Row:
        record = self.opened.record(self.starts[number], self.lines[number])
        return self.opened.row(record, number, self.keys[number])

    def numbers(self, keys: Sequence[str] = ()) -> list[int]:
        """The schools of these keys, or all. Raises LookupError for a key that none of them has."""
        if not keys:
            return list(range(len(self)))
        known = {key: number for number, key in enumerate(self.keys)}
        for key in keys:
            if key not in known:
                hint = did_you_mean(key, known)
                if len(known) > SHOWN and not hint.startswith("Did"):
                    hint = ""
                raise LookupError(f"No school that can be built has the key “{key}”. {hint}".strip())
        return sorted({known[key] for key in keys})


def read_table(path: Path, encoding: Encoding = "utf-8") -> tuple[Table | None, list[Diagnostic]]:
    """The table and what is wrong with any of its rows; None where none can be read. Raises OSError."""
    there, said = opened(path, encoding)
    if there is None:
        return None, said
    keys: list[str] = []
    countries: list[str] = []
    starts, lines = array("q"), array("q")
    bad = 0
    for record, row, found in _looked_at(there):
        said += found
        if found:
            bad += 1
            continue
        keys.append(row.key)
        countries.append(row.country)
        starts.append(record.start)
        lines.append(record.line)
    return Table(there, bad, keys, countries, starts, lines), said


def _looked_at(there: Opened) -> Iterator[tuple[Record, Row, list[Diagnostic]]]:
    keys = _Keys(_given(there))
    for record in there.records():
        row = there.row(record, 0, "")
        said = list(_shape(there, record))
        if not said:
            key, said = keys.key(row)
            row = there.row(record, 0, key)
            said += faults_of(row)
        yield record, row, said or _school_faults(there, row)


def _shape(there: Opened, record: Record) -> Iterator[Diagnostic]:
    if record.fault is not None:
        yield record.fault
        return
    wanted, has = len(there.header.names), len(record.cells)
    named = zip(there.header.names, record.cells, strict=False)
    unnamed = next((cell for name, cell in named if not name and cell.text), None)
    if unnamed is not None:
        yield error(
            unnamed.mark,
            "batch/row",
            f"“{excerpt(unnamed.text, 30)}” stands in a column without a name.",
            "Nobody can tell what it is.",
            "Name the column in the first line. A name that starts with # is for you alone.",
        )
    beyond = next((cell for cell in record.cells[wanted:] if cell.text), None)
    if beyond is not None:
        yield error(
            beyond.mark,
            "batch/row",
            f"“{excerpt(beyond.text, 30)}” stands behind the last of {wanted} columns.",
            "A cell too many moves all that is behind it into the wrong column.",
            "Put quotes round a cell that holds the sign which parts cells, or take the cell away.",
        )
    if has < wanted:
        yield error(
            Mark(there.file, record.line, 1),
            "batch/row",
            f"This row has {has} of {wanted} cells.",
            "A cell too few moves all that is behind it into the wrong column.",
            "Leave cells empty rather than out; a line break within a cell needs quotes round the cell.",
        )


def _given(there: Opened) -> dict[str, int]:
    """The keys that the table gives, and the line of the first row that has each."""
    given: dict[str, int] = {}
    if KEY in there.header.names:
        at = there.header.names.index(KEY)
        for record in there.records():
            if at < len(record.cells) and record.cells[at].text:
                given.setdefault(record.cells[at].text, record.line)
    return given


class _Keys:
    """Gives each row its key: the one in the table, or one made from its name that no other row has."""

    def __init__(self, given: dict[str, int]) -> None:
        self._given = given
        self._taken = set(given)
        self._counts: dict[str, int] = {}

    def key(self, row: Row) -> tuple[str, list[Diagnostic]]:
        wished, name = row.said(KEY), row.said("name")
        if wished:
            return wished, self._faults(row, wished)
        plain = key_from(name)
        if plain:
            return self._unlike_any(plain), []
        if not name:
            # That is said of the name itself.
            return "", []
        what = f"No key can be made from “{excerpt(name, 40)}”."
        why, hint = "A key names a folder, and has to work on every system.", "Give one in the column “key”."
        return "", [error(row.mark("name"), "batch/key", what, why, hint)]

    def _faults(self, row: Row, wished: str) -> list[Diagnostic]:
        if not is_slug(wished):
            meant = key_from(wished) or "hill-school"
            what = f"“{excerpt(wished, 40)}” can't be used as a key."
            why = "It names a folder, and has to work on every system."
            return [error(row.mark(KEY), "batch/key", what, why, f"Write it such as “{meant}”.")]
        if self._given[wished] != row.start.line:
            what = f"Line {self._given[wished]} has the key “{wished}” already."
            why, hint = "Two schools would be written into one folder.", "Give each school a key of its own."
            return [error(row.mark(KEY), "batch/key", what, why, hint)]
        return []

    def _unlike_any(self, plain: str) -> str:
        count = self._counts.get(plain, 0) + 1
        key = plain if count == 1 else numbered(plain, count)
        while key in self._taken:
            count += 1
            key = numbered(plain, count)
        self._counts[plain] = count
        self._taken.add(key)
        return key


def _school_faults(there: Opened, row: Row) -> list[Diagnostic]:
    """What the reader of a school's folder says; pictures are only looked for, as there may be thousands."""
    try:
        logo = logo_file(row, there.folder)
        if logo is not None:
            logo.open("rb").close()
    except (OSError, ValueError) as fault:
        return [no_logo(row, fault)]
    row.source()
    _, said = school_from(row.text(), FILE, _read_later)
    return [row.pointed(one) for one in said if one.rule != "school/picture"]


def _read_later(_: str) -> bytes:
    raise ValueError("it is read when the pack is made")
