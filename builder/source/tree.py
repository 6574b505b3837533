"""A `Source` as a tree in which every part knows its place, so that one file can be laid over another.

What is put in keeps the mark of the file that it was written in; a complaint about it points there.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from builder.diagnostics import Address, Mark
from builder.source.model import Data, Source

FINGERPRINT = 12
"""Figures of a fingerprint: enough to tell two texts apart, and short enough to read aloud."""


@dataclass(slots=True)
class Node:
    """A text, a list or a group of named parts, with its place and the place of its name."""

    value: "str | list[Node] | dict[str, Node]"
    mark: Mark
    key: Mark | None = None

    def data(self) -> Data:
        match self.value:
            case str():
                return self.value
            case list():
                return [item.data() for item in self.value]
            case _:
                return {name: part.data() for name, part in self.value.items()}


Place: TypeAlias = tuple[Node, str | int]
"""A part of a tree by the list or group that holds it, and its name or number there."""


def tree_of(source: Source) -> Node:
    return _node(source, source.data, ())


def _node(source: Source, data: Data, at: Address) -> Node:
    mark, key = source.marks[at], source.keys.get(at)
    match data:
        case str():
            return Node(data, mark, key)
        case list():
            return Node([_node(source, item, (*at, n)) for n, item in enumerate(data)], mark, key)
        case _:
            return Node({name: _node(source, part, (*at, name)) for name, part in data.items()}, mark, key)


def source_of(tree: Node, file: str) -> Source:
    """The tree as a source; `file` is what it is called in complaints about the whole."""
    marks: dict[Address, Mark] = {}
    keys: dict[Address, Mark] = {}
    _note(tree, (), marks, keys)
    return Source(file, tree.data(), marks, keys)


def _note(node: Node, at: Address, marks: dict[Address, Mark], keys: dict[Address, Mark]) -> None:
    marks[at] = node.mark
    if node.key is not None:
        keys[at] = node.key
    match node.value:
        case str():
            pass
        case list():
            for number, item in enumerate(node.value):
                _note(item, (*at, number), marks, keys)
        case _:
            for name, part in node.value.items():
                _note(part, (*at, name), marks, keys)


def node_of(data: Data, mark: Mark) -> Node:
    """Data that stands in no file, marked at the place that it comes from."""
    match data:
        case str():
            return Node(data, mark)
        case list():
            return Node([node_of(item, mark) for item in data], mark)
        case _:
            return Node({name: node_of(part, mark) for name, part in data.items()}, mark, mark)


def fingerprint(data: Data) -> str:
    """A short name for exactly this text, however it was laid out in its file."""
    text = json.dumps(_even(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:FINGERPRINT]


def _even(data: Data) -> Data:
    # A line broken elsewhere is the same text.
    if isinstance(data, str):
        return " ".join(data.split())
    if isinstance(data, list):
        return [_even(item) for item in data]
    return {name: _even(part) for name, part in data.items()}


def without(data: Mapping[str, Data], *names: str) -> dict[str, Data]:
    return {name: part for name, part in data.items() if name not in names}
