"""The table: for each row medians with the least and the most, and its ratio to a row of the same section."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.run.taking import Taken

COLUMNS = (46, 6, 25, 9, 6, 10, 20)
HEADS = ("", "files", "processor ms", "wall ms", "MiB", "a second", "ratio")


@dataclass(frozen=True, slots=True)
class Row:
    """What was done, how many files it made if it makes any, and what it took."""

    name: str
    taken: Taken
    files: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that are compared with the one called `base`."""

    title: str
    base: str
    rows: Sequence[Row]


def printed(sections: Sequence[Section]) -> str:
    """All sections as one table, in lines."""
    return "\n".join([_line(HEADS), *(line for section in sections for line in _of(section))])


def _of(section: Section) -> Iterator[str]:
    yield ""
    yield f"{section.title} (ratio: to “{section.base}”)"
    base = next((row.taken for row in section.rows if row.name == section.base), Taken())
    for row in section.rows:
        if not row.taken.figures:
            yield f"  {row.name:{COLUMNS[0] - 2}}  {row.taken.fault or 'not measured'}"
            continue
        processor = [one.processor for one in row.taken.figures]
        middle = statistics.median(processor)
        yield _line(
            (
                f"  {row.name}",
                row.files,
                _spread([1000 * seconds for seconds in processor]),
                _short(1000 * statistics.median(one.wall for one in row.taken.figures)),
                f"{statistics.median(one.peak for one in row.taken.figures):.0f}",
                _short(1 / middle) if middle else "",
                "1" if row.name == section.base else _ratio(row.taken, base),
            )
        )


def _ratio(taken: Taken, base: Taken) -> str:
    """Of processor time, round by round: what slows down a round slows down both."""
    pairs = zip(taken.figures, base.figures, strict=False)
    ratios = [one.processor / other.processor for one, other in pairs if other.processor]
    return _spread(ratios) if ratios else "–"


def _spread(numbers: Sequence[float]) -> str:
    return f"{_short(statistics.median(numbers))} ({_short(min(numbers))}–{_short(max(numbers))})"


def _short(number: float) -> str:
    """Three digits that mean something."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def _line(cells: Sequence[str]) -> str:
    (name, *others), (first, *widths) = cells, COLUMNS
    return f"{name:{first}}" + "".join(f"{cell:>{width}}" for cell, width in zip(others, widths, strict=True))
