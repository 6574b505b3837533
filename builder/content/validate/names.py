"""A name that's missing, unknown or misspelt, and a kind that nobody knows."""

import difflib
from dataclasses import replace

from builder.content.validate.fault import Fault
from builder.content.validate.places import fields_of, tags_of
from builder.content.validate.words import as_it_should_be, counted, how_to_write, listed, name_of, quoted
from builder.diagnostics import Diagnostic, did_you_mean
from builder.source import in_quotes


def unknown_key(fault: Fault) -> Diagnostic:
    spot = fault.spot
    key = str(spot.address[-1])
    hint = did_you_mean(key, fields_of(spot.owner) if spot.owner else ())
    if " " in key and isinstance(spot.found, str):
        whole = in_quotes(f"{key}: {spot.found}")
        hint = f"If this is a text with a colon in it, put quotes round the whole text: {whole}"
    group = name_of(spot.address[:-1]) + (f" ({spot.tag})" if spot.tag else "")
    return fault.of_key("schema/unknown-key", f"{quoted(key)} isn't known in {group}", hint)


def bad_key(fault: Fault) -> Diagnostic:
    key = str(fault.spot.address[-1])
    return fault.of_key("schema/value", f"the name {quoted(key)} can't be used here", as_it_should_be(key))


def missing(fault: Fault) -> Diagnostic:
    last = fault.spot.address[-1]
    inside = name_of(fault.spot.address[:-1])
    if isinstance(last, int):
        return fault.of_value("schema/missing", f"{inside} needs at least {counted(last + 1, 'item')}")
    return fault.of_value(
        "schema/missing", f"{quoted(last)} is missing from {inside}", how_to_write(last, fault.spot.expected)
    )


def kind_missing(fault: Fault) -> Diagnostic:
    spot = fault.spot
    field = spot.expected.tag_field or "kind"
    names = list(spot.found) if isinstance(spot.found, dict) else []
    if near := difflib.get_close_matches(field, names, n=1):
        misspelt = replace(fault, spot=replace(spot, address=(*spot.address, near[0])))
        return misspelt.of_key(
            "schema/unknown-key",
            f"{quoted(near[0])} isn't known in {fault.name}",
            did_you_mean(near[0], [field]),
        )
    at_field = replace(fault, spot=replace(spot, address=(*spot.address, field)))
    return at_field.of_value(
        "schema/missing",
        f"{quoted(field)} is missing from {fault.name}",
        f"Add a line “{field}: …”, with {listed(sorted(tags_of(spot.expected)))}.",
    )


def unknown_kind(fault: Fault) -> Diagnostic:
    spot = fault.spot
    field = spot.expected.tag_field or "kind"
    tag = spot.found.get(field, "") if isinstance(spot.found, dict) else ""
    tags = sorted(tags_of(spot.expected))
    at_field = replace(fault, spot=replace(spot, address=(*spot.address, field), found=tag))
    if tag == "":
        return at_field.of_value(
            "schema/empty", f"nothing is written behind “{field}:”", f"Write one of these: {listed(tags)}."
        )
    return at_field.of_value(
        "schema/kind",
        f"{at_field.said} is no known “{field}” for {fault.name}",
        did_you_mean(tag if isinstance(tag, str) else "", tags),
    )
