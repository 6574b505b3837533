"""A row of the table → the very `school.yaml` that the school's folder would hold, and back to its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from unicodedata import category

from builder.batch.cells import Cell
from builder.batch.columns import ADULTS, KEY, LOGO, NEEDED, PARTS, PEOPLE, SCHOOL, address_of
from builder.content.pictures import LARGEST_FILE_BYTES
from builder.content.school import FILE
from builder.content.shelves import countries
from builder.diagnostics import Address, Diagnostic, Mark, error
from builder.source import Data, Source, read_text
from builder.source.writing import as_yaml

PAPERS = ("A4", "Letter")


@dataclass(frozen=True, slots=True)
class Row:
    """A school's row: its cells by column, its number in the table from 0, and the key it goes by."""

    number: int
    key: str
    cells: Mapping[str, Cell]
    start: Mark
    people: Mapping[str, Address] = field(default_factory=dict)

    @property
    def country(self) -> str:
        return _as_known(self.said("country"), countries())

    def said(self, column: str) -> str:
        """What stands in a column, in one line; empty where nothing does."""
        cell = self.cells.get(column)
        return " ".join(cell.text.split()) if cell else ""

    def mark(self, column: str) -> Mark:
        """The place of a column's cell; of the row where the table has no such column."""
        cell = self.cells.get(column)
        return cell.mark if cell else self.start

    def data(self) -> dict[str, Data]:
        """What the school's `school.yaml` says."""
        own = {name: self.said(name) for name in SCHOOL}
        own["country"] = self.country
        own["paper"] = _as_known(own["paper"], PAPERS)
        own[LOGO] = own[LOGO].replace("\\", "/").rpartition("/")[2]
        data: dict[str, Data] = {name: text for name, text in own.items() if text or name in NEEDED}
        data["lead"] = self._person("lead")
        deputies: list[Data] = [self._person(who) for who in self.people if who != "lead"]
        if deputies:
            data["deputies"] = deputies
        adults: list[Data] = [one.strip() for one in self.said(ADULTS).split(";") if one.strip()]
        if adults:
            data[ADULTS] = adults
        return data

    def text(self) -> bytes:
        """The `school.yaml`, always in the same words."""
        return as_yaml(self.data()).encode()

    def source(self) -> Source:
        """The text read again. Raises ValueError where it says something else, which would be our fault."""
        source, _ = read_text(self.text(), FILE)
        if source is None or source.data != self.data():
            raise ValueError(f"the school.yaml of {self.start} reads otherwise than it was meant")
        return source

    def pointed(self, said: Diagnostic) -> Diagnostic:
        """A complaint about the `school.yaml`, pointing at the cell that it is about."""
        address = said.address or self._address(said.mark)
        hint = said.hint
        if said.rule == "school/picture":
            hint = "Save it as a PNG or JPEG in the table's folder or one within it."
        return replace(said, mark=self.mark(self._column(address)), hint=hint, address=())

    def _person(self, who: str) -> dict[str, Data]:
        said = {part: self.said(f"{who}_{part}") for part in PARTS}
        return {part: text for part, text in said.items() if text or part == "name"}

    def _address(self, mark: Mark) -> Address:
        # The deepest place that starts there: a group is marked at its first part too.
        source = self.source()
        places = [at for at, one in (*source.marks.items(), *source.keys.items()) if one == mark]
        return max(places, key=len, default=())

    def _column(self, address: Address) -> str:
        for name in self.cells:
            if name != KEY and address_of(name, self.people) == address:
                return name
        for who, at in self.people.items():
            if address[: len(at)] == at:
                return f"{who}_name"
        return str(address[0]) if address else ""


def row_of(number: int, key: str, cells: Mapping[str, Cell], start: Mark) -> Row:
    people: dict[str, Address] = {"lead": PEOPLE["lead"]}
    for who in PEOPLE:
        if who != "lead" and any(cells[name].text for name in _columns_of(who) if name in cells):
            people[who] = ("deputies", len(people) - 1)
    return Row(number, key, cells, start, people)


def faults_of(row: Row) -> list[Diagnostic]:
    """What is wrong with the cells themselves: what is empty that mustn't be, and what can't be printed."""
    said = []
    for name in (*NEEDED, *(f"{who}_name" for who in row.people if who != "lead")):
        if not row.said(name):
            said.append(_empty(row, name))
    for name, cell in row.cells.items():
        odd = next((sign for sign in cell.text if category(sign) == "Cc" and not sign.isspace()), "")
        if odd:
            said.append(
                error(
                    cell.mark,
                    "batch/row",
                    f"“{name}” holds a sign that can't be printed (U+{ord(odd):04X}).",
                    "Text that was copied from elsewhere brings it along.",
                    "Type the cell again.",
                )
            )
    return said


def logo_file(row: Row, folder: Path) -> Path | None:
    """The logo in the table's folder; None where none is named. Raises ValueError, in words that go on from
    “it can't be used”, and OSError.
    """
    said = row.said(LOGO).replace("\\", "/")
    if not said:
        return None
    if Path(said).is_absolute() or ":" in said or ".." in said.split("/"):
        raise ValueError("it leads out of the table's folder")
    file = (folder / said).resolve()
    if not file.is_relative_to(folder.resolve()):
        raise ValueError("it leads out of the table's folder")
    if not file.is_file():
        raise ValueError("there is no such file beside the table")
    if file.stat().st_size > LARGEST_FILE_BYTES:
        raise ValueError(f"it is larger than {LARGEST_FILE_BYTES // 1_000_000} MB")
    return file


def no_logo(row: Row, fault: ValueError | OSError) -> Diagnostic:
    words = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return error(
        row.mark(LOGO),
        "batch/logo",
        f"“{row.said(LOGO)}” can't be used: {words}.",
        "",
        "Save it as a PNG or JPEG in the table's folder or one within it, and write its name as it is there.",
    )


def _empty(row: Row, name: str) -> Diagnostic:
    whose = f" of {row.said('name')}" if name != "name" and row.said("name") else ""
    return error(
        row.mark(name),
        "batch/row",
        f"“{name}”{whose} is empty.",
        "A school's pack says who keeps its pupils safe." if name == "lead_name" else "",
        "Fill the cell in, or take the whole row away.",
    )


def _columns_of(who: str) -> tuple[str, ...]:
    return tuple(f"{who}_{part}" for part in PARTS)


def _as_known(said: str, known: list[str] | tuple[str, ...]) -> str:
    """As it is written elsewhere, where it differs in capitals alone."""
    return next((one for one in known if one.lower() == said.lower()), said)
