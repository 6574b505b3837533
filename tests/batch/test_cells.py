"""Cells with their places, as programs of every country write them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.batch.cells import Reader, beginning


def cells(text: str, separator: str = ",") -> list[list[tuple[str, int, int]]]:
    records = Reader(text, "a.csv", separator).records()
    return [[(cell.text, cell.mark.line, cell.mark.column) for cell in record.cells] for record in records]


def test_each_cell_knows_its_place() -> None:
    assert cells('a,bb,c\r\n"d, e",,f\n') == [
        [("a", 1, 1), ("bb", 1, 3), ("c", 1, 6)],
        [("d, e", 2, 1), ("", 2, 8), ("f", 2, 9)],
    ]


def test_a_line_break_in_quotes_moves_what_follows_to_the_next_line() -> None:
    assert cells('"a\nb";c\nd;e', ";") == [[("a\nb", 1, 1), ("c", 2, 4)], [("d", 3, 1), ("e", 3, 3)]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_once(end: str) -> None:
    assert [row[0][1] for row in cells(f'a{end}"b{end}b"{end}c')] == [1, 2, 4]


def test_quotes_within_quotes_are_written_twice() -> None:
    assert cells('"say ""no"" to it",x')[0][0][0] == 'say "no" to it'


def test_a_quote_after_a_space_opens_too_and_one_within_a_word_does_not() -> None:
    assert [cell[0] for cell in cells('a, "b, c",5" tall')[0]] == ["a", "b, c", '5" tall']


def test_quotes_that_never_close_end_the_table_where_they_open() -> None:
    first, second = Reader('a,b\nc,"d\ne,f\n', "a.csv", ",").records()

    assert first.fault is None
    assert second.fault is not None
    assert (second.fault.mark.line, second.fault.mark.column) == (2, 3)


def test_words_behind_a_closing_quote_are_a_fault_at_their_place() -> None:
    (record, other) = Reader('x,"b"c,d\ne,f,g\n', "a.csv", ",").records()

    assert record.fault is not None
    assert (record.fault.mark.line, record.fault.mark.column) == (1, 6)
    assert other.fault is None


def test_a_record_is_read_again_from_where_it_began() -> None:
    reader = Reader('a,b\n"c\nd",e\nf,g\n', "a.csv", ",")
    every = list(reader.records())

    assert [next(reader.records(one.start, one.line)) for one in every] == every


def test_excel_may_say_its_separator_first() -> None:
    assert beginning("sep=;\r\nname;country") == (";", 7, 2)
    assert beginning("separate,name") == ("", 0, 1)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
LONGER = st.builds("{}\n{}".format, TEXTS, TEXTS).map(str.strip)


@given(
    st.lists(st.lists(TEXTS | LONGER, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from(",;\t"),
)
def test_what_the_standard_library_writes_is_read(rows: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)

    records = list(Reader(out.getvalue(), "a.csv", separator).records())

    assert [[cell.text for cell in record.cells] for record in records] == rows
    assert all(record.fault is None for record in records)
