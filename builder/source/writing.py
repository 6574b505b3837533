"""Text data → YAML as people write it, and single parts of a file changed without touching the rest."""

import yaml

from builder.source.model import Data, Source

WIDTH = 100


def as_yaml(data: Data) -> str:
    """The data as block YAML, its names in their order; read back, it is the same data."""
    text: str = yaml.safe_dump(
        data, allow_unicode=True, sort_keys=False, default_flow_style=False, width=WIDTH
    )
    return text


def with_block(text: str, source: Source, name: str, data: Data) -> str:
    """The file with the top-level part `name` put in place of the old one, or behind all others."""
    lines = text.splitlines()
    block = as_yaml({name: data}).splitlines()
    start, end = _block(lines, source, name)
    if start == end and lines and lines[-1].strip():
        block = ["", *block]
    return _joined([*lines[:start], *block, *lines[end:]])


def with_item(text: str, source: Source, name: str, item: Data, before: tuple[str, ...] = ()) -> str:
    """The file with a further item at the end of the list `name`; a new list stands `before` those parts."""
    lines = text.splitlines()
    listed = source.data.get(name) if isinstance(source.data, dict) else None
    written = [f"  {line}" if line else "" for line in as_yaml([item]).splitlines()]
    start, end = _block(lines, source, name)
    if isinstance(listed, list) and listed:
        return _joined([*lines[:end], *written, *lines[end:]])
    if start == end:
        known = source.data if isinstance(source.data, dict) else {}
        places = [source.key_mark((other,)).line - 1 for other in before if other in known]
        start = end = min(places, default=len(lines))
    return _joined([*lines[:start], f"{name}:", *written, *lines[end:]])


def without_item(text: str, source: Source, name: str, number: int) -> tuple[str, str]:
    """The file without one item of the list `name`, and the lines that were taken out."""
    lines = text.splitlines()
    start, end = _item(lines, source, name, number)
    rest = [*lines[:start], *lines[end:]]
    listed = source.data.get(name) if isinstance(source.data, dict) else None
    if isinstance(listed, list) and len(listed) == 1:
        # An empty part would be read as a text.
        head = source.key_mark((name,)).line - 1
        del rest[head]
    return _joined(rest), _joined(lines[start:end])


def with_changed_item(text: str, source: Source, name: str, number: int, item: Data) -> str:
    """The file with one item of the list `name` written anew; remarks within it are kept in front of it."""
    lines = text.splitlines()
    start, end = _item(lines, source, name, number)
    remarks = [line for line in lines[start:end] if line.lstrip().startswith("#")]
    written = [f"  {line}" if line else "" for line in as_yaml([item]).splitlines()]
    return _joined([*lines[:start], *remarks, *written, *lines[end:]])


def _item(lines: list[str], source: Source, name: str, number: int) -> tuple[int, int]:
    start = source.marks[(name, number)].line - 1
    further = source.marks.get((name, number + 1))
    return start, further.line - 1 if further else _block(lines, source, name)[1]


def _block(lines: list[str], source: Source, name: str) -> tuple[int, int]:
    """The first line of a top-level part, and the line behind its last; both the end where it isn't there."""
    if not isinstance(source.data, dict) or name not in source.data:
        return len(lines), len(lines)
    start = source.key_mark((name,)).line - 1
    later = (source.key_mark((other,)).line - 1 for other in source.data)
    end = min((line for line in later if line > start), default=len(lines))
    # Remarks and blank lines before the next part belong to that one.
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return start, end


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
