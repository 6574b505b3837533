"""`validate`: text data → a model, or one complaint for everything that doesn't fit."""

import difflib
from collections.abc import Callable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core.core_schema import ErrorType

from builder.content.validate.fault import Fault
from builder.content.validate.names import bad_key, kind_missing, missing, unknown_key, unknown_kind
from builder.content.validate.places import fields_of, follow
from builder.content.validate.values import wrong_value
from builder.content.validate.words import described
from builder.diagnostics import Diagnostic, in_order
from builder.source import Source

M = TypeVar("M", bound=BaseModel)

RULES: dict[str, str] = {
    "schema/missing": "Everything that has to be said is there.",
    "schema/unknown-key": "Every name is one that is known at its place.",
    "schema/type": "A text, a list or a group of lines stands where one is expected.",
    "schema/value": "A value is one of those that can be: a known word, a number in its range, a date.",
    "schema/kind": "A kind is one of the known kinds.",
    "schema/empty": "Nothing that's needed is left empty.",
}

_NAMES: dict[str, Callable[[Fault], Diagnostic]] = {
    "missing": missing,
    "extra_forbidden": unknown_key,
    "union_tag_not_found": kind_missing,
    "union_tag_invalid": unknown_kind,
}
_PYDANTICS_OWN = frozenset(get_args(ErrorType))


def validate(model: type[M], source: Source) -> tuple[M | None, list[Diagnostic]]:
    """`source` as a `model`; None where an error stands. Raises nothing for what an author can write."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as refusal:
        details: list[dict[str, Any]] = [dict(detail) for detail in refusal.errors(include_url=False)]
    faults = [
        Fault(detail["type"], detail.get("ctx", {}), follow(model, detail["loc"], source.data), source)
        for detail in details
    ]
    said = [detail["msg"] for detail in details]
    told = [
        (fault, _explained(fault, faults, words))
        for fault, words in zip(faults, said, strict=True)
        if _is_meant(fault, faults)
    ]
    return None, in_order(_without_echoes(told))


def _explained(fault: Fault, faults: list[Fault], said: str) -> Diagnostic:
    if fault.spot.is_key:
        return bad_key(fault)
    if fault.kind in _NAMES:
        return _NAMES[fault.kind](fault)
    if fault.kind in ("value_error", "assertion_error") or fault.kind not in _PYDANTICS_OWN:
        # Raised by a model of ours, in our words.
        return fault.of_value("schema/value", str(fault.context.get("error", said)))
    rivals = [other for other in _rivals(fault, faults) if other.spot.address == fault.spot.address]
    words = dict.fromkeys(described(rival.spot.expected) for rival in rivals if rival.spot.choice_fits)
    if len(words) > 1:
        return fault.of_value(
            "schema/value", f"{fault.said} doesn't fit {fault.name}", f"Expected here: {' or '.join(words)}."
        )
    return wrong_value(fault)


def _rivals(fault: Fault, faults: list[Fault]) -> list[Fault]:
    """The complaints about the same choice, one or more for each sort of value that it could have been."""
    at = fault.spot.choice_at
    return [other for other in faults if at is not None and other.spot.choice_at == at]


def _is_meant(fault: Fault, faults: list[Fault]) -> bool:
    """Whether this isn't about a sort of value that the author can't have had in mind."""
    found, address = fault.spot.found, fault.spot.address
    if fault.kind == "too_short" and isinstance(found, list) and len(found) >= fault.context["min_length"]:
        # pydantic leaves faulty items out of its count.
        others = (other for other in faults if other is not fault)
        return not any(other.spot.address[: len(address)] == address for other in others)
    return fault.spot.choice_fits or not any(other.spot.choice_fits for other in _rivals(fault, faults))


def _without_echoes(told: list[tuple[Fault, Diagnostic]]) -> list[Diagnostic]:
    """A misspelt name is one fault, though the name that it stands for is missing too."""
    meant = set()
    for fault, diagnostic in told:
        if diagnostic.rule == "schema/unknown-key" and fault.spot.owner:
            *group, key = diagnostic.address
            near = difflib.get_close_matches(str(key), list(fields_of(fault.spot.owner)), n=1)
            meant |= {(*group, name) for name in near}
    return [
        diagnostic
        for _, diagnostic in told
        if diagnostic.rule != "schema/missing" or diagnostic.address not in meant
    ]
