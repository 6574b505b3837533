"""The tasks of a batch, one by one; packs of one lesson for one country come together, to be made alike."""

from collections.abc import Iterator, Sequence

from builder.batch.columns import LOGO
from builder.batch.rows import Row, logo_file
from builder.batch.table import Table
from builder.batch.work import Task


def tasks(table: Table, numbers: Sequence[int], lessons: Sequence[str]) -> Iterator[Task]:
    """A task for each of these schools and lessons."""
    for country in sorted({table.countries[number] for number in numbers}):
        for lesson in lessons:
            for number in numbers:
                if table.countries[number] == country:
                    yield task_of(table, table.row(number), lesson)


def task_of(table: Table, row: Row, lesson: str) -> Task:
    try:
        file = logo_file(row, table.opened.folder)
        raw = file.read_bytes() if file is not None else b""
    except (OSError, ValueError):
        # It was there when the table was read. Without a byte of it the pack is refused, and the cell named.
        raw = b""
    name = str(row.data().get(LOGO, ""))
    return Task(row.number, row.key, row.country, lesson, row.text(), name, raw)
