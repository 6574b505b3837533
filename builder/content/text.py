"""Who a sentence speaks to, said in its type; and one walker that yields every sentence.

A field typed `PupilText` is under every rule for pupils from the day it is added.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator

from builder.diagnostics import Address


class Voice(StrEnum):
    """Pupils read `pupil` and hear `spoken`; a `quoted` text stands as an example of what not to say.

    `tier` is read by whoever a case study is for.
    """

    PUPIL = "pupil"
    SPOKEN = "spoken"
    PARENT = "parent"
    STAFF = "staff"
    QUOTED = "quoted"
    TIER = "tier"


def _as_printed(text: Any) -> Any:
    """One paragraph of composed letters: pasted line ends, hard spaces and hidden hyphens print badly."""
    if not isinstance(text, str):
        return text
    return unicodedata.normalize("NFC", " ".join(text.replace("\u00ad", "").split()))


_clean = BeforeValidator(_as_printed)
_filled = StringConstraints(min_length=1)

PupilText = Annotated[str, _clean, _filled, Voice.PUPIL]
SpokenText = Annotated[str, _clean, _filled, Voice.SPOKEN]
ParentText = Annotated[str, _clean, _filled, Voice.PARENT]
StaffText = Annotated[str, _clean, _filled, Voice.STAFF]
QuotedText = Annotated[str, _clean, _filled, Voice.QUOTED]
TierText = Annotated[str, _clean, _filled, Voice.TIER]
PupilCell = Annotated[str, _clean, Voice.PUPIL]
"""A cell of a table: empty, it is room to write."""
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
"""A neutral id: small letters, figures and single hyphens."""


# Windows can't make files of these names, and paths over 260 letters trip it up.
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
LONGEST_NAME = 60


def is_slug(name: str) -> bool:
    """Whether `name` can name a lesson or case study on every system."""
    return re.fullmatch(SLUG, name) is not None and name not in _RESERVED and len(name) <= LONGEST_NAME


class Model(BaseModel):
    """What people write: no unknown keys, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _blank_means_not_given(cls, data: Any) -> Any:
        # `subtitle:` with nothing behind it reads as empty text; for a field one may leave out, that is
        # what the author meant.
        if not isinstance(data, dict):
            return data
        optional = {name for name, info in cls.model_fields.items() if not info.is_required()}
        return {key: value for key, value in data.items() if not (value == "" and key in optional)}


@dataclass(frozen=True, slots=True)
class Passage:
    address: Address
    voice: Voice
    text: str


def passages(model: BaseModel, at: Address = ()) -> Iterator[Passage]:
    """Every sentence of `model` that has a voice, with its address, in the order of the fields."""
    for name, info in type(model).model_fields.items():
        voice = next((m for m in info.metadata if isinstance(m, Voice)), None)
        yield from _in_value(getattr(model, name), info.annotation, voice, (*at, name))


def _in_value(value: Any, annotation: Any, voice: Voice | None, at: Address) -> Iterator[Passage]:
    if isinstance(value, BaseModel):
        yield from passages(value, at)
    elif isinstance(value, str):
        found = voice or _voice_of(annotation)
        if found is not None:
            yield Passage(at, found, value)
    elif isinstance(value, tuple | list):
        inner = _item_type(annotation)
        for index, item in enumerate(value):
            yield from _in_value(item, inner, _voice_of(inner), (*at, index))
    elif isinstance(value, dict):
        arguments = get_args(annotation)
        inner = arguments[1] if len(arguments) == 2 else None
        for key, item in value.items():
            yield from _in_value(item, inner, _voice_of(inner), (*at, key))


def _item_type(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    arguments = get_args(annotation)
    return arguments[0] if arguments else None


def _voice_of(annotation: Any) -> Voice | None:
    if get_origin(annotation) is Annotated:
        own = next((m for m in get_args(annotation)[1:] if isinstance(m, Voice)), None)
        return own or _voice_of(get_args(annotation)[0])
    for argument in get_args(annotation):
        if get_origin(argument) is Annotated and (found := _voice_of(argument)):
            return found
    return None
