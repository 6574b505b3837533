"""The table of schools: what can be built, and what must be put right, by line and column."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.batch.cells import Cell
from builder.batch.columns import COLUMNS, EXAMPLE
from builder.batch.keys import key_from
from builder.batch.opened import Encoding
from builder.batch.rows import row_of
from builder.batch.table import RULES, Table, read_table
from builder.content.text import is_slug
from builder.diagnostics import Diagnostic, Mark
from tests.batch.tables import BRIGID, HEAD, HILL, VALE, table_in

TEXT = """\
name: Hill School
country: GB-ENG
logo: hill.png
lead:
  name: Ms Amara Okoye
  room: Room 12, by the library
  phone: 01632 960 001
deputies:
- name: Mr Ben Hart
  room: Room 4
safe_adults:
- your form tutor
- the school nurse
"""


def read(folder: Path, text: str, encoding: Encoding = "utf-8") -> tuple[Table, list[Diagnostic]]:
    table, said = read_table(table_in(folder, text), encoding)
    assert table is not None, said
    return table, said


def test_a_row_is_the_school_yaml_that_a_folder_would_hold(tmp_path: Path) -> None:
    table, said = read(tmp_path, HEAD + HILL + VALE + BRIGID)

    assert said == []
    assert table.row(0).text().decode() == TEXT
    assert list(table.keys) == ["hill", "vale-school", "st-brigids-college"]
    assert list(table.countries) == ["GB-ENG", "GB-ENG", "IE"]


def test_the_example_is_one_to_start_from(tmp_path: Path) -> None:
    (tmp_path / "schools.csv").write_text(EXAMPLE, encoding="utf-8")

    table, said = read_table(tmp_path / "schools.csv")

    assert said == []
    assert table is not None
    assert len(table) == 2


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("first", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_excel_of_every_country_is_read(tmp_path: Path, separator: str, first: str, end: str) -> None:
    names = ["Name", "Country", "Lead name", "LEAD-ROOM", "safe adults"]
    cells = ["Écol, Hill", "gb-eng", "Ms A", "Room; 1", "a tutor; a nurse"]
    rows = [separator.join(names), separator.join(f'"{cell}"' for cell in cells), separator * 4]
    file = tmp_path / "schools.csv"
    file.write_bytes((first + end.join(rows) + end).encode())

    table, said = read_table(file)

    assert said == []
    assert table is not None
    assert table.row(0).data() == {
        "name": "Écol, Hill",
        "country": "GB-ENG",
        "lead": {"name": "Ms A", "room": "Room; 1"},
        "safe_adults": ["a tutor", "a nurse"],
    }


def test_windows_1252_is_read_only_where_it_is_said(tmp_path: Path) -> None:
    file = table_in(tmp_path)
    file.write_bytes((HEAD + VALE.replace("Vale", "Véle")).encode("cp1252"))

    table, (said,) = read_table(file)
    again, none = read_table(file, "windows-1252")

    assert table is None
    assert (said.rule, said.mark.line, said.mark.column) == ("batch/read", 2, 3)
    assert "--encoding windows-1252" in said.hint
    assert again is not None
    assert (again.row(0).said("name"), none) == ("Véle School", [])


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (HEAD.encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04rest", "workbook"),
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, raw: bytes, words: str) -> None:
    file = tmp_path / "schools.csv"
    file.write_bytes(raw)

    table, (said,) = read_table(file)

    assert table is None
    assert words in said.message
    assert said.hint


GOOD = "hill,Hill,GB-ENG,,Ms A,R 1,,,,\n"


@pytest.mark.parametrize(
    ("row", "rule", "line", "column", "words"),
    [
        ("x,,GB-ENG,,Ms A,R 1,,,,\n", "batch/row", 3, 3, "name"),
        ("x,Vale,GB-ENG,,,R 1,,,,\n", "batch/row", 3, 16, "lead_name"),
        ("x,Vale,,,Ms A,R 1,,,,\n", "batch/row", 3, 8, "country"),
        ("x,Vale,GB-EMG,,Ms A,R 1,,,,\n", "school/country", 3, 8, "GB-ENG"),
        ("x,Vale,GB-ENG,,Ms A,,,,,\n", "school/lead", 3, 16, "Ms A"),
        ("x,Vale,GB-ENG,,Ms A,R 1,,Mr B,,\n", "school/lead", 3, 26, "Mr B"),
        ("x,Vale,GB-ENG,,Ms A,R 1,,,R 2,\n", "batch/row", 3, 26, "deputy_name"),
        ("x,Vale,GB-ENG,gone.png,Ms A,R 1,,,,\n", "batch/logo", 3, 15, "gone.png"),
        ("x,Vale,GB-ENG,../logo.png,Ms A,R 1,,,,\n", "batch/logo", 3, 15, "leads out"),
        ("x,Vale,GB-ENG,/etc/passwd,Ms A,R 1,,,,\n", "batch/logo", 3, 15, "leads out"),
        ("x,Vale,GB-ENG,link.png,Ms A,R 1,,,,\n", "batch/logo", 3, 15, "leads out"),
        ("x,Vale,GB-ENG,logos,Ms A,R 1,,,,\n", "batch/logo", 3, 15, "logos"),
        ("Vale School,Vale,GB-ENG,,Ms A,R 1,,,,\n", "batch/key", 3, 1, "vale-school"),
        ("con,Vale,GB-ENG,,Ms A,R 1,,,,\n", "batch/key", 3, 1, "school-con"),
        ("hill,Vale,GB-ENG,,Ms A,R 1,,,,\n", "batch/key", 3, 1, "Line 2"),
        (",学校,GB-ENG,,Ms A,R 1,,,,\n", "batch/key", 3, 2, "key"),
        ("x,Vale,GB-ENG\n", "batch/row", 3, 1, "3 of 10"),
        ("x,Vale,GB-ENG,,Ms A,R 1,,,,,extra\n", "batch/row", 3, 29, "extra"),
        ('x,Vale,GB-ENG,,"Ms A,R 1,,,,\n', "batch/quotes", 3, 16, "never closed"),
        ('x,Vale,GB-ENG,,"Ms" A,R 1,,,,\n', "batch/quotes", 3, 20, "A"),
        ('x,"Va\nle",GB-EMG,,Ms A,R 1,,,,\n', "school/country", 4, 5, "GB-EMG"),
        ("x,Va\x07le,GB-ENG,,Ms A,R 1,,,,\n", "batch/row", 3, 3, "U+0007"),
    ],
)
def test_a_bad_row_is_told_by_line_and_column_and_the_others_stay(
    tmp_path: Path, row: str, rule: str, line: int, column: int, words: str
) -> None:
    (tmp_path.parent / "secret.png").write_bytes(b"")
    if not (tmp_path / "link.png").is_symlink():
        (tmp_path / "link.png").symlink_to(tmp_path.parent / "secret.png")
    tail = "" if "never" in words else "vale,Vale,IE,,Ms B,R 2,,,,\n"

    table, (said,) = read(tmp_path, HEAD + GOOD + row + tail)

    assert (said.rule, said.mark) == (rule, Mark("schools.csv", line, column))
    assert words in said.message + said.hint
    assert said.is_error
    assert said.hint
    assert list(table.keys) == (["hill", "vale"] if tail else ["hill"])
    assert table.bad == 1
    assert said.rule.startswith("school/") or said.rule in RULES


@pytest.mark.parametrize(
    ("head", "column", "words"),
    [
        ("name,country,lead_nam,lead_room", 14, "lead_name"),
        ("name,country,lead_room", 1, "lead_name"),
        ("name,name,country,lead_name", 6, "twice"),
        ("school,land", 1, "name"),
    ],
)
def test_a_column_that_is_not_known_or_lacks_is_told(
    tmp_path: Path, head: str, column: int, words: str
) -> None:
    table, said = read_table(table_in(tmp_path, f"{head}\na,IE,b,c\n"))

    assert table is None
    assert said[0].rule == "batch/columns"
    assert any(one.mark.column == column and words in one.message + one.hint for one in said)


def test_a_column_of_ones_own_is_left_alone_and_one_without_a_name_is_not(tmp_path: Path) -> None:
    head = "#urn,name,country,lead_name,lead_room,\n"
    table, (said,) = read(tmp_path, f"{head}1,Hill,IE,Ms A,R 1,\n2,Vale,IE,Ms B,R 2,more\n")

    assert list(table.keys) == ["hill"]
    assert (said.mark.line, said.mark.column) == (3, 20)
    assert "more" in said.message


def test_schools_of_one_name_get_keys_of_their_own(tmp_path: Path) -> None:
    names = ["Hill", "Hill", "Hill 2", "Hill", "Bourne", "Hill"]
    keys = ["", "", "", "", "hill-4", ""]
    rows = "".join(f"{key},{name},IE,,Ms A,R 1,,,,\n" for key, name in zip(keys, names, strict=True))

    table, said = read(tmp_path, HEAD + rows)

    assert said == []
    assert list(table.keys) == ["hill", "hill-2", "hill-2-2", "hill-3", "hill-4", "hill-5"]


def test_a_second_deputy_alone_is_a_deputy(tmp_path: Path) -> None:
    head = "name,country,lead_name,lead_room,deputy_name,deputy2_name,deputy2_email\n"
    table, (said,) = read(tmp_path, f"{head}A,IE,B,C,,D,d@e.example\nA,IE,B,C,,D,\n")

    assert table.row(0).data()["deputies"] == [{"name": "D", "email": "d@e.example"}]
    assert (said.rule, said.mark.line, said.mark.column) == ("school/lead", 3, 11)


def test_only_some_schools_are_asked_for_by_key(tmp_path: Path) -> None:
    table, _ = read(tmp_path, HEAD + HILL + VALE + BRIGID)

    assert table.numbers() == [0, 1, 2]
    assert table.numbers(["vale-school", "hill"]) == [0, 1]
    with pytest.raises(LookupError, match="Did you mean “vale-school”"):
        table.numbers(["vale-schol"])


@given(
    st.dictionaries(st.sampled_from(COLUMNS), st.text(st.characters(exclude_categories=["Cs"])), min_size=3)
)
def test_whatever_stands_in_cells_is_read_as_it_was_written(cells: dict[str, str]) -> None:
    mark = Mark("a.csv", 1, 1)
    row = row_of(0, "a", {name: Cell(text.strip(), mark) for name, text in cells.items()}, mark)

    try:
        source = row.source()
    except ValueError:
        # Signs that no file may hold; they are told of before anything is written.
        assert any(not sign.isprintable() for text in cells.values() for sign in text)
    else:
        assert source.data == row.data()


@given(st.text())
def test_a_key_can_name_a_folder_on_every_system(name: str) -> None:
    key = key_from(name)

    assert key == "" or is_slug(key)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root is refused nothing")
def test_a_logo_that_may_not_be_read_is_told_before_anything_is_built(tmp_path: Path) -> None:
    file = table_in(tmp_path)
    (tmp_path / "logos" / "hill.png").chmod(0)

    _, (said,) = read_table(file)

    assert said.rule == "batch/logo"
    assert "Permission denied" in said.message
