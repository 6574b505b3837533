"""The columns of the table of schools: their names, what each fills in a `school.yaml`, and the header."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from builder.batch.cells import Reader, Record, beginning
from builder.diagnostics import Address, Diagnostic, Mark, did_you_mean, error

PEOPLE = {"lead": ("lead",), "deputy": ("deputies", 0), "deputy2": ("deputies", 1)}
"""Whose columns begin with what, and where they stand in a `school.yaml`."""
PARTS = ("name", "role", "room", "phone", "email")
KEY, ADULTS, LOGO = "key", "safe_adults", "logo"
SCHOOL = ("name", "country", "paper", "language", LOGO)
COLUMNS = (KEY, *SCHOOL, *(f"{who}_{part}" for who in PEOPLE for part in PARTS), ADULTS)
NOT_READ = "#"
"""Begins the name of a column that is for people alone."""
NEEDED = ("name", "country", "lead_name")
EXAMPLE = """\
key,name,country,logo,lead_name,lead_role,lead_room,lead_phone,deputy_name,deputy_room,safe_adults
hill,Hill School,GB-ENG,,Ms Okoye,,"Room 12, by the library",01632 960 001,Mr Hart,Room 4,the school nurse
,St Brigid's College,IE,,Ms Byrne,year head,Room 3,,,,your form tutor; the school nurse
"""
"""A table to start from; it reads without a fault wherever it is put."""
_OTHER_SIGNS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns in their order (“#” for one not to be read), and the sign between cells."""

    names: tuple[str, ...]
    separator: str
    start: int
    line: int


def header_of(text: str, file: str) -> tuple[Header | None, list[Diagnostic]]:
    """The header, read by the sign that parts it into the most known columns; None where it can't be used."""
    separator, at, line = beginning(text)
    tried = {sign: _first(text, file, sign, at, line) for sign in separator or ",;\t"}
    separator = max(tried, key=lambda sign: (_known(tried[sign]), len(tried[sign].cells)))
    record = tried[separator]
    if record.fault is not None:
        return None, [record.fault]
    names, said = _names(record, file)
    if any(one.is_error for one in said):
        return None, said
    following = Reader(text, file, separator).records(at, line)
    next(following, None)
    second = next(following, None)
    start, first = (len(text), line + 1) if second is None else (second.start, second.line)
    return Header(tuple(names), separator, start, first), said


def address_of(column: str, people: Mapping[str, Address]) -> Address:
    """Where a column's text stands in a `school.yaml`; `people` tells where those stand who are named."""
    who, _, part = column.partition("_")
    return (*people[who], part) if who in people and part in PARTS else (column,)


def _first(text: str, file: str, separator: str, at: int, line: int) -> Record:
    return next(Reader(text, file, separator).records(at, line), Record((), at, line))


def _tidy(name: str) -> str:
    return _OTHER_SIGNS.sub("_", name.strip().lower())


def _known(record: Record) -> int:
    return sum(_tidy(cell.text) in COLUMNS for cell in record.cells)


def _names(record: Record, file: str) -> tuple[list[str], list[Diagnostic]]:
    names: list[str] = []
    said: list[Diagnostic] = []
    for cell in record.cells:
        name = _tidy(cell.text)
        if not name or name.startswith(NOT_READ):
            names.append(name[:1])
        elif name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS)
            said.append(error(cell.mark, "batch/columns", f"There is no column “{cell.text}”.", "", hint))
        elif name in names:
            hint = "Take one of the two away."
            said.append(error(cell.mark, "batch/columns", f"The column “{name}” is there twice.", "", hint))
        else:
            names.append(name)
    while names and not names[-1]:
        del names[-1]
    lacking = [f"“{name}”" for name in NEEDED if name not in names]
    if lacking:
        said.append(
            error(
                Mark(file, record.line, 1),
                "batch/columns",
                f"The first line names no column {' and no column '.join(lacking)}.",
                "The first line says what stands in each column.",
                "“lessonpack batch --example” prints a table to start from.",
            )
        )
    return names, said
