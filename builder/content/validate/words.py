"""What a model expects, and where, said to a teacher."""

import datetime
import decimal
import re

from builder.content.validate.places import Expected, choices_of, fields_of, tags_of, unwrapped
from builder.diagnostics import Address
from builder.source import Data, excerpt

_PLAIN: dict[object, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    decimal.Decimal: "a number",
    bool: "yes or no",
    datetime.date: "a date such as 2026-03-31 (year, month, day)",
    datetime.time: "a time such as 14:30",
    datetime.datetime: "a date and a time such as 2026-03-31 14:30",
}


def quoted(text: object) -> str:
    return f"“{excerpt(str(text), 50)}”"


def listed(words: list[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)


def counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def name_of(address: Address) -> str:
    """`“minutes”`, `item 3 of “objectives”` or `this file`."""
    if not address:
        return "this file"
    last = address[-1]
    if isinstance(last, int):
        return f"item {last + 1} of {name_of(address[:-1])}"
    return quoted(last)


def described(expected: Expected) -> str:
    """What may be written, or nothing where that can't be said in a few words."""
    if expected.members:
        if expected.tag_field:
            return f"a group of lines that says its “{expected.tag_field}”"
        return listed([words for member in expected.members if (words := described(unwrapped(member)))])
    if choices := choices_of(expected):
        return listed([quoted(choice) for choice in choices])
    if expected.is_list:
        return "a list"
    if expected.model:
        return f"a group of named lines ({', '.join(fields_of(expected.model))})"
    if expected.is_group:
        return "a group of named lines"
    return _PLAIN.get(expected.core, "")


def how_to_write(name: str, expected: Expected) -> str:
    """The hint for something that isn't there at all."""
    if expected.is_list:
        return f"Add “{name}:” and below it a list, each item on its own line after a dash and a space."
    if expected.tag_field:
        tags = listed(sorted(tags_of(expected)))
        return f"Add “{name}:” and below it “{expected.tag_field}: …”, with {tags}."
    if expected.is_group:
        names = ", ".join(fields_of(expected.model)) if expected.model else ""
        return f"Add “{name}:” and below it its named lines{f' ({names})' if names else ''}."
    words = described(expected)
    return f"Add a line “{name}: …”{f', with {words}' if words and words != 'a text' else ''}."


def purpose(name: str | int, expected: Expected) -> str:
    return f"{quoted(name)}: {expected.description.rstrip('.')}." if expected.description else ""


def found_as(found: Data | None) -> str:
    if isinstance(found, dict):
        return "a group of named lines"
    return "a list" if isinstance(found, list) else "a text"


def as_it_should_be(text: str) -> str:
    slug = as_slug(text)
    return f"Use small letters, figures and hyphens only: {slug}" if slug else ""


def as_slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
