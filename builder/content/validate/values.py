"""A value that can't be what it is: of the wrong sort, not among the choices, out of its range."""

import re
from collections.abc import Callable

from builder.content.validate.fault import Fault
from builder.content.validate.places import choices_of, fields_of
from builder.content.validate.words import (
    as_it_should_be,
    as_slug,
    counted,
    described,
    found_as,
    listed,
    quoted,
)
from builder.diagnostics import Diagnostic, did_you_mean
from builder.source import excerpt, in_quotes

_LIMITS = {
    "ge": "can't be less than",
    "gt": "has to be more than",
    "le": "can't be more than",
    "lt": "has to be less than",
    "multiple_of": "has to be a multiple of",
}


def wrong_value(fault: Fault) -> Diagnostic:
    if fault.spot.found == "":
        return _empty(fault)
    for kinds, explanation in _EXPLANATIONS:
        if fault.kind in kinds:
            return explanation(fault)
    return _misfit(fault)


def _empty(fault: Fault) -> Diagnostic:
    words = described(fault.spot.expected)
    name = fault.spot.address[-1] if fault.spot.address else ""
    hint = f"Expected here: {words}." if words and words != "a text" else ""
    if isinstance(name, int):
        return fault.of_value(
            "schema/empty",
            f"{fault.name} is empty",
            hint or "Take the dash away, or write something behind it.",
        )
    return fault.of_value("schema/empty", f"nothing is written behind “{name}:”", hint)


def _misfit(fault: Fault) -> Diagnostic:
    words = described(fault.spot.expected)
    rule = "schema/value" if isinstance(fault.spot.found, str) else "schema/type"
    hint = f"Expected here: {words}." if words else ""
    return fault.of_value(rule, f"{fault.said} doesn't fit {fault.name}", hint)


def _no_text(fault: Fault) -> Diagnostic:
    found = fault.spot.found
    if isinstance(found, dict) and len(found) == 1:
        [(key, value)] = found.items()
        if isinstance(value, str):
            return fault.of_value(
                "schema/type",
                f"a text is expected for {fault.name}, but the colon behind "
                f"{quoted(key)} makes a name of its first words",
                f"Put quotes round the whole text: {in_quotes(f'{key}: {value}')}",
            )
    hint = "Write it without dashes. If the text starts with a square bracket, put quotes round it."
    if isinstance(found, dict):
        hint = "If this is a text with colons in it, put quotes round it."
    return fault.of_value("schema/type", f"a text is expected for {fault.name}, not {found_as(found)}", hint)


def _no_list(fault: Fault) -> Diagnostic:
    hint = "Put each item on its own line below the name, starting with a dash and a space"
    if isinstance(fault.spot.found, str):
        hint += f": - {excerpt(fault.spot.found, 30)}"
    else:
        hint += "; only the first line of an item has the dash."
    found = found_as(fault.spot.found)
    return fault.of_value("schema/type", f"a list is expected for {fault.name}, not {found}", hint)


def _no_group(fault: Fault) -> Diagnostic:
    found, expected = fault.spot.found, fault.spot.expected
    known = [expected.tag_field] if expected.tag_field else []
    known += fields_of(expected.model) if expected.model else []
    tight = re.match(r"(\w+):(\S.*)", str(found))
    if isinstance(found, list):
        hint = "Take the dashes away, so that each line starts with its name."
    elif tight and (not known or tight[1] in known):
        hint = f"Put a space behind the colon: {tight[1]}: {excerpt(tight[2], 30)}"
    else:
        hint = "Write a name, a colon, a space and a text on each line."
        hint += f" Known here: {', '.join(known)}." if known else ""
    said = found_as(found)
    return fault.of_value("schema/type", f"named lines are expected for {fault.name}, not {said}", hint)


def _no_number(fault: Fault) -> Diagnostic:
    name = str(next((part for part in reversed(fault.spot.address) if isinstance(part, str)), ""))
    number = described(fault.spot.expected) or "a number"
    if "minutes" in name:
        number += " of minutes"
    figures = re.search(r"\d+", fault.said)
    hint = f"Write only the figures, such as {figures[0]}." if figures else "Write it in figures, such as 10."
    return fault.of_value("schema/type", f"{number} is expected for {fault.name}, not {fault.said}", hint)


def _no_choice(fault: Fault) -> Diagnostic:
    choices = choices_of(fault.spot.expected)
    if isinstance(fault.spot.found, str):
        return fault.of_value(
            "schema/value",
            f"{fault.said} isn't known for {fault.name}",
            did_you_mean(fault.spot.found, choices),
        )
    return fault.of_value(
        "schema/type",
        f"one word is expected for {fault.name}, not {fault.said}",
        f"Known here: {listed(choices)}." if choices else "",
    )


def _out_of_range(fault: Fault) -> Diagnostic:
    limits = [f"{words} {fault.context[key]}" for key, words in _LIMITS.items() if key in fault.context]
    found = excerpt(str(fault.spot.found))
    return fault.of_value("schema/value", f"{fault.name} is {found}; it {listed(limits)}")


def _wrong_length(fault: Fault) -> Diagnostic:
    found = fault.spot.found or ""
    thing = "letter" if isinstance(found, str) else "item"
    if not found:
        return fault.of_value("schema/empty", f"{fault.name} is an empty list", "Write at least one item.")
    has = f"{fault.name} has {counted(len(found), thing)}"
    if "min_length" in fault.context:
        needs = counted(fault.context["min_length"], thing)
        return fault.of_value("schema/value", f"{has}; it needs at least {needs}")
    most = fault.context.get("max_length")
    return fault.of_value("schema/value", f"{has}; there can be no more than {most}")


def _wrong_form(fault: Fault) -> Diagnostic:
    found, pattern = str(fault.spot.found), str(fault.context.get("pattern", ""))
    if pattern.startswith("^https:"):
        return fault.of_value(
            "schema/value",
            f"{fault.name} isn't a web address that starts with https://",
            "Copy the whole address from the browser.",
        )
    hint = as_it_should_be(found) if _matches(pattern, as_slug(found)) else ""
    return fault.of_value("schema/value", f"{fault.said} isn't written as {fault.name} has to be", hint)


def _matches(pattern: str, text: str) -> bool:
    try:
        return bool(text) and re.search(pattern, text) is not None
    except re.error:  # pydantic's patterns are Rust's, and know signs that Python's don't
        return False


_EXPLANATIONS: tuple[tuple[frozenset[str], Callable[[Fault], Diagnostic]], ...] = (
    (frozenset({"string_type", "string_sub_type", "string_unicode"}), _no_text),
    (frozenset({"list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"}), _no_list),
    (frozenset({"model_type", "model_attributes_type", "dict_type", "mapping_type"}), _no_group),
    (frozenset({"int_type", "int_parsing", "int_from_float", "int_parsing_size"}), _no_number),
    (frozenset({"float_type", "float_parsing", "finite_number"}), _no_number),
    (frozenset({"decimal_type", "decimal_parsing"}), _no_number),
    (frozenset({"literal_error", "enum"}), _no_choice),
    (frozenset({"greater_than", "greater_than_equal", "less_than", "less_than_equal"}), _out_of_range),
    (frozenset({"multiple_of"}), _out_of_range),
    (frozenset({"too_short", "too_long", "string_too_short", "string_too_long"}), _wrong_length),
    (frozenset({"string_pattern_mismatch"}), _wrong_form),
)
"""What isn't listed, dates and yes or no among it, is told by what is expected at its place."""
