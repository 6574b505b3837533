"""A country's own words in a lesson: “mum” becomes “mom”, the school's lead has the name used there."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from builder.content.sources import Reference
from builder.content.text import Model

M = TypeVar("M", bound=Model)
# Titles are quoted as printed; ids, drawings and provenance are no words of ours.
KEPT = {"sources", "provenance", "curriculum_links", "id", "kind", "case", "drawing", "file", "rule", "at"}


def in_words_of(model: M, words: Mapping[str, str]) -> M:
    """The same model with every whole word of `words` replaced; capitals at its start are kept."""
    if not words:
        return model
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

    def swap(found: re.Match[str]) -> str:
        new = words[found[0].lower()]
        return new[:1].upper() + new[1:] if found[0][:1].isupper() else new

    changed: M = _in(model, lambda text: pattern.sub(swap, text))
    return changed


def _in(value: Any, change: Any) -> Any:
    if isinstance(value, Reference):
        return value
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        new = {name: old if name in KEPT else _in(old, change) for name, old in fields.items()}
        return value.model_copy(update=new)
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_in(item, change) for item in value)
    return value
