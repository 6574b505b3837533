"""The text of a CSV file → records of cells, each with its place; and which sign parts them.

The standard library's reader doesn't say where a cell stands, and lets an unclosed quote pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics import Diagnostic, Mark, error
from builder.source import excerpt

SEPARATORS = ",;\t"
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_BREAK = re.compile(r"\r\n|\n|\r")
_SEP_LINE = re.compile(r'"?sep=([,;\t])"?[ ]*(\r\n|\n|\r|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, white space around it taken off, and where it starts."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Record:
    """A row of cells; `start` and `line` are where it begins in the text. A `fault` makes it unreadable."""

    cells: tuple[Cell, ...]
    start: int
    line: int
    fault: Diagnostic | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it: programs leave such rows behind the last."""
        return self.fault is None and not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text: its offset, its line, and the offset at which that line begins."""

    at: int = 0
    line: int = 1
    line_start: int = 0


class Reader:
    """Reads records from anywhere in the text of one file."""

    def __init__(self, text: str, file: str, separator: str) -> None:
        self._text = text
        self._file = file
        self._separator = separator
        self._bare = re.compile(f"[^{separator}\r\n]*")

    def records(self, start: int = 0, line: int = 1) -> Iterator[Record]:
        """Every record from a place at which one begins. Behind a quote that isn't closed there is none."""
        place = Place(start, line, start)
        while place.at < len(self._text):
            record, place = self._record(place)
            yield record

    def _record(self, place: Place) -> tuple[Record, Place]:
        text, start, line = self._text, place.at, place.line
        cells: list[Cell] = []
        fault: Diagnostic | None = None
        while True:
            cell, place, wrong = self._cell(place)
            cells.append(cell)
            fault = fault or wrong
            if place.at >= len(text):
                break
            if text[place.at] == self._separator:
                place = Place(place.at + 1, place.line, place.line_start)
                continue
            found = _BREAK.match(text, place.at)
            assert found is not None  # noqa: S101 - nothing else ends a cell
            place = Place(found.end(), place.line + 1, found.end())
            break
        return Record(tuple(cells), start, line, fault), place

    def _cell(self, place: Place) -> tuple[Cell, Place, Diagnostic | None]:
        text = self._text
        opens = place.at
        while text[opens : opens + 1] == " ":
            opens += 1
        mark = Mark(self._file, place.line, opens - place.line_start + 1)
        if text[opens : opens + 1] != '"':
            end = _end(self._bare, text, place.at)
            return Cell(text[place.at : end].strip(), mark), Place(end, place.line, place.line_start), None
        quoted = _QUOTED.match(text, opens)
        if quoted is None:
            return Cell("", mark), Place(len(text), place.line, place.line_start), _unclosed(mark)
        inside, end = quoted[1], _end(self._bare, text, quoted.end())
        lines = list(_BREAK.finditer(inside))
        last = opens + 1 + lines[-1].end() if lines else place.line_start
        after = Place(end, place.line + len(lines), last)
        behind = text[quoted.end() : end].strip()
        fault = _behind(Mark(self._file, after.line, quoted.end() - last + 1), behind) if behind else None
        return Cell(inside.replace('""', '"').strip(), mark), after, fault


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _unclosed(mark: Mark) -> Diagnostic:
    return error(
        mark,
        "batch/quotes",
        "The quotes that open here are never closed; nothing behind them is read.",
        "A cell that starts with a quote ends at the next one.",
        'Close them at the end of the cell. A quote within a cell in quotes is written twice: "".',
    )


def _behind(mark: Mark, behind: str) -> Diagnostic:
    return error(
        mark,
        "batch/quotes",
        f"“{excerpt(behind, 20)}” stands behind the closing quote of its cell.",
        "A cell that starts with a quote ends at the next one.",
        'Put quotes round the whole cell, and write each quote within it twice: "".',
    )


def beginning(text: str) -> tuple[str, int, int]:
    """What Excel's “sep=;” says (empty where it isn't there), and the offset and line of the header."""
    found = _SEP_LINE.match(text)
    return (found[1], found.end(), 2) if found else ("", 0, 1)
