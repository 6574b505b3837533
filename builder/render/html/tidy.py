"""A document without the characters that no page may hold, so that a text of nothing else counts as none."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from builder.render.html.markup import cleaned

T = TypeVar("T")


def tidied(tree: T) -> T:
    """The same tree of blocks and sections; every text in it is cleaned."""
    made: Any = _tidied(tree)
    return made  # type: ignore[no-any-return]  # of the type that went in


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, tuple):
        return tuple(_tidied(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        own = ((field.name, getattr(value, field.name)) for field in fields(value))
        changed = {name: made for name, was in own if (made := _tidied(was)) != was}
        return replace(value, **changed) if changed else value
    return value
