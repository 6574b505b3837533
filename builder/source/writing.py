"""Text data → YAML as people write it, and single parts of a file changed without touching the rest.

Whatever is written is read again first: it says all that it said before and the change, or it is not written.
"""

import re
from collections.abc import Mapping

import yaml

from builder.diagnostics import any_error
from builder.source.model import Data, Source
from builder.source.reading import read_text

WIDTH = 100
_REMARK = re.compile(r"(?:^|\s)(#(?:\s.*)?)$")


class UneditableError(ValueError):
    """A file is written in a way that only a person can change safely."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} is written in a way that this command can't change without harm, such as in one line. "
            "Nothing was written. Edit it by hand, with each part on lines of its own."
        )


def as_yaml(data: Data) -> str:
    """The data as block YAML, its names in their order; read back, it is the same data."""
    text: str = yaml.safe_dump(
        data, allow_unicode=True, sort_keys=False, default_flow_style=False, width=WIDTH
    )
    return text


def with_block(text: str, source: Source, name: str, data: Data) -> str:
    """The file with the top-level part `name` put in place of the old one, or behind all others."""
    lines = _lines(text)
    block = as_yaml({name: data}).splitlines()
    start, end = _block(lines, source, name)
    if start == end and lines and lines[-1].strip():
        block = ["", *block]
    return _read_again(text, source, [*lines[:start], *block, *lines[end:]], _data(source) | {name: data})


def with_item(text: str, source: Source, name: str, item: Data, before: tuple[str, ...] = ()) -> str:
    """The file with a further item at the end of the list `name`; a new list stands `before` those parts."""
    lines, items = _lines(text), _items(source, name)
    start, end = _block(lines, source, name)
    written = _written(item, _indent(lines, source, name) if items else "  ")
    if items:
        made = [*lines[:end], *written, *lines[end:]]
    else:
        if start == end:
            places = [source.key_mark((other,)).line - 1 for other in before if other in _data(source)]
            start = end = min(places, default=len(lines))
        made = [*lines[:start], f"{name}:", *written, *lines[end:]]
    return _read_again(text, source, made, _data(source) | {name: [*items, item]})


def without_item(text: str, source: Source, name: str, number: int) -> tuple[str, str]:
    """The file without one item of the list `name`, and the lines that were taken out."""
    lines, items = _lines(text), _items(source, name)
    start, end = _item(lines, source, name, number)
    rest = [*lines[:start], *lines[end:]]
    expected = _data(source) | {name: [*items[:number], *items[number + 1 :]]}
    if len(items) == 1:
        # An empty part would be read as a text; a remark beside its name stays.
        head = source.key_mark((name,)).line - 1
        remark = _REMARK.search(rest[head])
        rest[head : head + 1] = [remark[1]] if remark else []
        del expected[name]
    return _read_again(text, source, rest, expected), "".join(f"{line}\n" for line in lines[start:end])


def with_changed_item(text: str, source: Source, name: str, number: int, item: Data) -> str:
    """The file with one item of the list `name` written anew; remarks within it are kept in front of it."""
    lines, items = _lines(text), _items(source, name)
    start, end = _item(lines, source, name, number)
    indent = _indent(lines, source, name)
    remarks = [f"{indent}{found[1]}" for line in lines[start:end] if (found := _REMARK.search(line))]
    made = [*lines[:start], *remarks, *_written(item, indent), *lines[end:]]
    return _read_again(
        text, source, made, _data(source) | {name: [*items[:number], item, *items[number + 1 :]]}
    )


def _data(source: Source) -> dict[str, Data]:
    return dict(source.data) if isinstance(source.data, dict) else {}


def _items(source: Source, name: str) -> list[Data]:
    found = _data(source).get(name)
    return found if isinstance(found, list) else []


def _written(item: Data, indent: str) -> list[str]:
    return [f"{indent}{line}" if line else "" for line in as_yaml([item]).splitlines()]


def _indent(lines: list[str], source: Source, name: str) -> str:
    """What stands before the dash of the list's items."""
    line = lines[source.marks[(name, 0)].line - 1]
    before, dash, _ = line.partition("-")
    if not dash or before.strip():
        raise UneditableError(source.file)
    return before


def _item(lines: list[str], source: Source, name: str, number: int) -> tuple[int, int]:
    _indent(lines, source, name)
    start = source.marks[(name, number)].line - 1
    further = source.marks.get((name, number + 1))
    return start, further.line - 1 if further else _block(lines, source, name)[1]


def _block(lines: list[str], source: Source, name: str) -> tuple[int, int]:
    """The first line of a top-level part, and the line behind its last; both the end where it isn't there."""
    data = _data(source)
    if name not in data:
        return len(lines), len(lines)
    start = source.key_mark((name,)).line - 1
    later = (source.key_mark((other,)).line - 1 for other in data)
    end = min((line for line in later if line > start), default=len(lines))
    # Remarks and blank lines before the next part belong to that one.
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return start, end


def _lines(text: str) -> list[str]:
    # Line ends as the reader counts them: other signs that break lines elsewhere are part of a text.
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _read_again(before: str, source: Source, lines: list[str], expected: Mapping[str, Data]) -> str:
    end = "\r\n" if "\r\n" in before else "\n"
    text = "".join(f"{line}{end}" for line in lines)
    again, said = read_text(text.encode(), source.file)
    if any_error(said):
        again = None
    if expected and (again is None or again.data != _even(dict(expected))):
        raise UneditableError(source.file)
    return text


def _even(data: Data) -> Data:
    """As the reader gives it: without white space around a text."""
    if isinstance(data, str):
        return data.strip()
    if isinstance(data, list):
        return [_even(item) for item in data]
    return {name: _even(part) for name, part in data.items()}
