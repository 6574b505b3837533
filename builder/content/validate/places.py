"""Where pydantic's `loc` leads: the address in the file, and what the model expects there.

A `loc` holds more than an address: the tag or the type that pydantic chose within a union, and a
"[key]" behind a faulty key. The models' annotations tell which part is which.
"""

import enum
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from builder.diagnostics import Address
from builder.source import Data

_LISTS = (list, tuple, set, frozenset, Sequence, Iterable)
_GROUPS = (dict, Mapping)


@dataclass(frozen=True, slots=True)
class Expected:
    """A type without its wrappers: `members` if it's a union, `tag_field` if a field tells them apart."""

    core: Any
    members: tuple[Any, ...] = ()
    tag_field: str = ""
    description: str = ""

    @property
    def model(self) -> type[BaseModel] | None:
        return self.core if isinstance(self.core, type) and issubclass(self.core, BaseModel) else None

    @property
    def is_list(self) -> bool:
        return (get_origin(self.core) or self.core) in _LISTS

    @property
    def is_group(self) -> bool:
        return self.model is not None or (get_origin(self.core) or self.core) in _GROUPS


@dataclass(frozen=True, slots=True)
class Spot:
    """The end of a `loc`. `tag` is the kind of group it ends in, such as “kind: quiz”.

    `choice_at` is where it led through a choice without a tag, if it did; `choice_fits` says whether the
    author's value is of the sort (text, list, group) that it was held against there.
    """

    address: Address
    found: Data | None
    expected: Expected
    owner: type[BaseModel] | None
    tag: str = ""
    is_key: bool = False
    choice_at: Address | None = None
    choice_fits: bool = True


def follow(model: type[BaseModel], loc: tuple[int | str, ...], data: Data) -> Spot:
    expected = unwrapped(model)
    address: Address = ()
    found: Data | None = data
    owner: type[BaseModel] | None = None
    tag = next_tag = ""
    is_key, choice_at, fits = False, None, True
    for part in loc:
        while expected.tag_field and part != _tag(expected, found):
            expected = _tagged(expected, found)
        if expected.tag_field:
            next_tag, expected = f"{expected.tag_field}: {part}", _tagged(expected, found)
        elif expected.members:
            choice_at, expected = address, _chosen(expected, str(part))
            fits = _fits(expected, found)
        elif part == "[key]":
            is_key = True
        else:
            owner, tag, next_tag = expected.model, next_tag, ""
            expected = _within(expected, part)
            address, found = (*address, part), _inside(found, part)
    return Spot(address, found, expected, owner, tag, is_key, choice_at, fits)


def unwrapped(annotation: Any) -> Expected:
    tag_field = description = ""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *notes = get_args(annotation)
            for note in notes:
                if isinstance(note, FieldInfo):
                    tag_field = note.discriminator if isinstance(note.discriminator, str) else tag_field
                    description = description or note.description or ""
        elif origin in (Union, types.UnionType):
            members = tuple(member for member in get_args(annotation) if member is not type(None))
            if len(members) != 1:
                return Expected(None, members, tag_field, description)
            annotation = members[0]
        elif isinstance(annotation, NewType):
            annotation = annotation.__supertype__
        else:
            return Expected(annotation, description=description)


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields by the name that an author writes."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _field(model: type[BaseModel], name: str) -> FieldInfo | None:
    return fields_of(model).get(name) or model.model_fields.get(name)


def tags_of(expected: Expected) -> dict[str, Any]:
    """The members of a union by the tag that an author writes."""
    tags: dict[str, Any] = {}
    for member in expected.members:
        inner = unwrapped(member)
        if inner.model:
            field = _field(inner.model, expected.tag_field)
            tags |= dict.fromkeys(choices_of(unwrapped(field.annotation)) if field else (), member)
        elif inner.tag_field:
            tags |= dict.fromkeys(tags_of(inner), member)
    return tags


def choices_of(expected: Expected) -> list[str]:
    """The words that a `Literal` or an enum knows."""
    if get_origin(expected.core) is Literal:
        return [str(getattr(choice, "value", choice)) for choice in get_args(expected.core)]
    if isinstance(expected.core, type) and issubclass(expected.core, enum.Enum):
        return [str(member.value) for member in expected.core]
    return []


def _tag(expected: Expected, found: Data | None) -> str | None:
    tag = found.get(expected.tag_field) if isinstance(found, dict) else None
    return tag if isinstance(tag, str) else None


def _tagged(expected: Expected, found: Data | None) -> Expected:
    tag = _tag(expected, found)
    member = tags_of(expected).get(tag) if tag is not None else None
    return unwrapped(member)


def _chosen(expected: Expected, label: str) -> Expected:
    """The member that pydantic calls `label`: `int`, `literal['all']`, `function-before[f(), Word]`."""
    inner = [unwrapped(member) for member in expected.members]
    for one in inner:
        name = getattr(one.core, "__name__", str(one.core)).lower()
        if label.lower().split("[")[0] == name or label.lower().endswith(f" {name}]"):
            return one
    return next((one for one in inner if one.core is str), inner[0])


def _fits(expected: Expected, found: Data | None) -> bool:
    if isinstance(found, dict):
        return expected.is_group
    if isinstance(found, list):
        return expected.is_list
    return not expected.is_group and not expected.is_list


def _within(expected: Expected, part: int | str) -> Expected:
    if expected.model:
        field = _field(expected.model, str(part))
        return unwrapped(Annotated[field.annotation, field]) if field else Expected(None)
    arguments = get_args(expected.core)
    if expected.is_group and len(arguments) == 2:
        return unwrapped(arguments[1])
    if expected.is_list and arguments and isinstance(part, int):
        fixed = get_origin(expected.core) is tuple and Ellipsis not in arguments
        return unwrapped(arguments[part if fixed and part < len(arguments) else 0])
    return Expected(None)


def _inside(found: Data | None, part: int | str) -> Data | None:
    if isinstance(found, dict) and isinstance(part, str):
        return found.get(part)
    if isinstance(found, list) and isinstance(part, int) and part < len(found):
        return found[part]
    return None
