"""Reading: everything is text, every value has its place, and no bytes bring it down."""

import pathlib
import time

import pytest

from builder.diagnostics import Diagnostic, Mark
from builder.source import DEPTH_LIMIT, SIZE_LIMIT, Data, Source, read_file, read_text

LESSON = """\
# A remark
title: Pictures and pressure
minutes: 50  # a remark
say:
  - Mistakes happen,
    and help exists.
  - 'It isn''t your fault'
story: |
  First line.
  Second line.

help: {phone: 0116123, opens: 18:00}
country: NO
subtitle:
people:
- name: Sam
  ages: [11, 14]
"""


def read(text: str, pure: bool = False) -> Source:
    source, faults = read_text(text.encode(), "lesson.yaml", pure)
    assert faults == []
    assert source is not None
    return source


def only_fault(raw: bytes) -> Diagnostic:
    _, faults = read_text(raw, "lesson.yaml")
    assert faults == read_text(raw, "lesson.yaml", pure=True)[1]
    [fault] = faults
    return fault


def place(fault: Diagnostic) -> tuple[int, int, str]:
    return fault.mark.line, fault.mark.column, fault.rule


@pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])
def test_everything_is_text(pure: bool) -> None:
    assert read(LESSON, pure).data == {
        "title": "Pictures and pressure",
        "minutes": "50",
        "say": ["Mistakes happen, and help exists.", "It isn't your fault"],
        "story": "First line.\nSecond line.",
        "help": {"phone": "0116123", "opens": "18:00"},
        "country": "NO",
        "subtitle": "",
        "people": [{"name": "Sam", "ages": ["11", "14"]}],
    }


def test_both_parsers_give_the_same_source() -> None:
    assert read(LESSON) == read(LESSON, pure=True)


@pytest.mark.parametrize(
    ("address", "line", "column"),
    [
        ((), 2, 1),
        (("title",), 2, 8),
        (("say",), 4, 1),
        (("say", 0), 5, 5),
        (("say", 1), 7, 5),
        (("story",), 8, 8),
        (("help",), 12, 1),
        (("help", "opens"), 12, 31),
        (("subtitle",), 14, 1),
        (("people", 0), 16, 3),
        (("people", 0, "name"), 16, 9),
        (("people", 0, "ages", 1), 17, 14),
    ],
    ids=str,
)
def test_a_value_has_its_place(address: tuple[str | int, ...], line: int, column: int) -> None:
    assert read(LESSON).mark(address) == Mark("lesson.yaml", line, column)


@pytest.mark.parametrize(
    ("address", "line", "column"),
    [
        (("title",), 2, 1),
        (("help", "opens"), 12, 24),
        (("people", 0, "ages"), 17, 3),
        (("say", 1), 7, 5),
    ],
    ids=str,
)
def test_a_key_has_its_place(address: tuple[str | int, ...], line: int, column: int) -> None:
    assert read(LESSON).key_mark(address) == Mark("lesson.yaml", line, column)


def test_what_is_missing_points_at_its_parent() -> None:
    source = read(LESSON)

    assert source.mark(("people", 0, "surname")) == source.mark(("people", 0))
    assert source.mark(("people", 7)) == source.mark(("people",))
    assert source.key_mark(("minute",)) == source.mark(())


def test_a_part_that_isnt_in_the_file_is_stepped_over() -> None:
    source = read(LESSON)

    assert source.nearest(("people", 0, "pupil", "ages", 1)) == ("people", 0, "ages", 1)


def test_a_column_counts_characters() -> None:
    assert read("a: ['😀é', x]").mark(("a", 1)) == Mark("lesson.yaml", 1, 11)


@pytest.mark.parametrize("line_break", ["\r\n", "\r"], ids=["windows", "old mac"])
def test_line_breaks_of_other_systems_and_a_byte_order_mark_are_fine(line_break: str) -> None:
    raw = b"\xef\xbb\xbf" + LESSON.replace("\n", line_break).encode()

    source, faults = read_text(raw, "lesson.yaml")

    assert faults == []
    assert source == read(LESSON)


def test_white_space_around_a_text_is_left_out() -> None:
    assert read('a: " x "\nb: |\n  y\n\n\nc: z  \n').data == {"a": "x", "b": "y", "c": "z"}


def test_three_dashes_at_the_top_are_fine() -> None:
    assert read("---\na: b\n").data == {"a": "b"}


def test_a_warning_leaves_the_source_standing() -> None:
    source, [fault] = read_text(b"title: The #BeKind lesson\n", "lesson.yaml")

    assert source is not None
    assert source.data == {"title": "The"}
    assert not fault.is_error


@pytest.mark.parametrize("raw", [b"", b"\n  \n", b"\xef\xbb\xbf", b"---\n", b"# a remark\n"], ids=repr)
def test_an_empty_file_says_so(raw: bytes) -> None:
    assert place(only_fault(raw)) == (1, 1, "yaml/empty")


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"title: caf\xe9\n", 1, 11),
        ("title: é\nsay: “Hi".encode() + b"\x93\n", 2, 9),
        (b"a: b\r\nc: \xff\n", 2, 4),
        (b"\xef\xbb\xbf\xff", 1, 1),
        ("title: Bilder\n".encode("utf-16"), 1, 1),
        ("title: Bilder\n".encode("utf-16-le"), 1, 1),
    ],
    ids=["one letter", "further down", "windows", "behind a mark", "utf-16", "utf-16 without a mark"],
)
def test_another_encoding_is_told_with_its_place(raw: bytes, line: int, column: int) -> None:
    assert place(only_fault(raw)) == (line, column, "yaml/encoding")


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert place(only_fault(b"a: " + b"x" * SIZE_LIMIT)) == (1, 1, "yaml/size")


def test_the_deepest_nesting_that_is_read() -> None:
    just = "a: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1)
    data: Data = read(just).data
    depth = 0
    while not isinstance(data, str) and data:
        data, depth = (data["a"] if isinstance(data, dict) else data[0]), depth + 1

    assert depth == DEPTH_LIMIT - 1
    assert only_fault(just.replace("[]", "[[]]").encode()).rule == "yaml/depth"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 900_000,
        "{" * 900_000,
        "- " * 450_000,
        "? " * 450_000,
        "a: " + "[a, " * 200_000,
        "\n".join(" " * level + "a:" for level in range(1200)),
    ],
    ids=["brackets", "curly", "dashes", "questions", "lists", "steps"],
)
def test_nesting_without_end_is_told_at_once(text: str) -> None:
    start = time.perf_counter()
    source, faults = read_text(text.encode(), "lesson.yaml")

    assert source is None
    assert "yaml/depth" in {fault.rule for fault in faults}
    assert time.perf_counter() - start < 10


def test_one_long_line_of_faults_takes_no_longer_than_its_length() -> None:
    start = time.perf_counter()
    for text in ("a: [" + "{a}," * 40_000 + "]", "a: " + "b: " * 60_000, "a: b" + " " * 200_000 + "#"):
        read_text(text.encode(), "lesson.yaml")

    assert time.perf_counter() - start < 20


def test_the_same_fault_over_and_over_is_counted() -> None:
    _, faults = read_text(b"\ta: b\n" * 50, "lesson.yaml")

    tabs = [fault for fault in faults if fault.rule == "yaml/tab"]
    assert len(tabs) == 20
    assert "30 more" in tabs[-1].message


def test_a_duplicate_names_the_first_line() -> None:
    assert "line 2" in only_fault(b"b: 1\na: 1\nc: 1\na: 2\n").message


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        (b"say: Remember: tell someone  # now", 'say: "Remember: tell someone"'),
        (b'say: He said: "no"', "say: 'He said: \"no\"'"),
        (b'say: "Hello" she said', "say: '\"Hello\" she said'"),
        (b"say: 'Don't pay'", 'say: "Don\'t pay"'),
        (b"minutes:50\nx: y", "“minutes: 50”"),
        (b"say:\n  - a\n  -b c", "“- b c”"),
        (b"a:\n  - say: [Pause] Now talk", 'say: "[Pause] Now talk"'),
    ],
    ids=repr,
)
def test_a_hint_shows_the_line_as_it_should_be(raw: bytes, hint: str) -> None:
    assert hint in only_fault(raw).hint


def test_a_file_is_read_under_the_name_it_is_shown_with(tmp_path: pathlib.Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"title: a\n")

    source, faults = read_file(tmp_path / "x.yaml", "lessons/x.yaml")

    assert faults == []
    assert source is not None
    assert source.mark(("title",)) == Mark("lessons/x.yaml", 1, 8)


def test_a_file_that_isnt_there_or_is_a_folder_is_told(tmp_path: pathlib.Path) -> None:
    for path in (tmp_path, tmp_path / "no.yaml", tmp_path / "no" / "no.yaml", tmp_path / "x\0y"):
        source, [fault] = read_file(path, "shown.yaml")
        assert source is None
        assert (fault.rule, fault.mark) == ("yaml/read", Mark("shown.yaml", 1, 1))


def test_a_file_that_cant_be_opened_is_told(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"title: a\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(pathlib.Path, "open", refuse)

    assert [fault.rule for fault in read_file(path, "x.yaml")[1]] == ["yaml/read"]


def test_beside_a_small_error_the_rest_of_the_file_can_still_be_checked() -> None:
    source, faults = read_text(b"title: One\ntitle: Two\nminutes: &m 50\n", "lesson.yaml")

    assert [fault.rule for fault in faults] == ["yaml/duplicate-key", "yaml/anchor"]
    assert source is not None
    assert source.data == {"title": "One", "minutes": "50"}


def test_beside_an_error_that_misleads_nothing_more_is_said() -> None:
    source, faults = read_text(b"title: One\nsay: Remember: tell\nkind: [a\n", "lesson.yaml")

    assert source is None
    assert any(fault.is_error for fault in faults)
