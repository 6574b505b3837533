"""A country's own words in a lesson: “mum” becomes “mom”, the school's lead has the name used there."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from builder.content.text import Model, passages
from builder.diagnostics import Address

M = TypeVar("M", bound=Model)
# Titles are quoted as printed, and where a case comes from is no wording of ours.
KEPT = {"sources", "provenance", "curriculum_links"}


def in_words_of(model: M, words: Mapping[str, str]) -> M:
    """The same model with every whole word of `words` replaced; capitals at its start are kept.

    Only sentences that somebody reads are touched: ids, kinds and names of drawings stay.
    """
    if not words:
        return model
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

    def swap(found: re.Match[str]) -> str:
        new = words[found[0].lower()]
        return new[:1].upper() + new[1:] if found[0][:1].isupper() else new

    read = {passage.address for passage in passages(model) if not KEPT & set(passage.address)}
    changed: M = _in(model, (), lambda at, text: pattern.sub(swap, text) if at in read else text)
    return changed


def _in(value: Any, at: Address, change: Callable[[Address, str], str]) -> Any:
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return value.model_copy(update={n: _in(old, (*at, n), change) for n, old in fields.items()})
    if isinstance(value, str):
        return change(at, value)
    if isinstance(value, tuple):
        return tuple(_in(item, (*at, index), change) for index, item in enumerate(value))
    return value
