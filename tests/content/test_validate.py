"""Data that doesn't fit its model: each fault once, at its place, in words for teachers.

The files in `broken/schema` say on each line what is complained about, as much of it as matters:
`# expect: rule@column message / hint`.
"""

import datetime
import enum
import pathlib
import re
from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, create_model
from pydantic_core import PydanticCustomError, PydanticKnownError
from pydantic_core.core_schema import ErrorType

from builder.content.validate import RULES, validate
from builder.diagnostics import Diagnostic
from builder.source import Source, read_text

BROKEN = sorted((pathlib.Path(__file__).parents[1] / "broken" / "schema").glob("*.yaml"))
EXPECT = re.compile(
    r"  # expect: (?P<rule>\S+)@(?P<column>\d+) (?P<message>.*?)(?: / (?P<hint>.*))?$", re.MULTILINE
)

# pydantic's words, and ours among ourselves.
LEAKS = re.compile(
    r"\b(input|valid|validat\w+|pydantic|field|required|extra|permitted|string|integer|boolean|bool|dictionary|dict|"
    r"tuple|literal|enum|parse|parsing|instance|attribute|tag|discriminator|pattern|type|none|null|object|scalar|"
    r"mapping|key|yaml|schema)s?\b",
    re.IGNORECASE,
)

Filled = Annotated[str, StringConstraints(min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Colour(enum.StrEnum):
    RED = "red"
    GREEN = "green"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Talk(Strict):
    kind: Literal["talk"]
    ask: Filled
    minutes: Annotated[int, Field(ge=1, le=60)] = 5


class Quiz(Strict):
    kind: Literal["quiz"]
    options: Annotated[tuple[Filled, ...], Field(min_length=2, max_length=3)]


class Deep(Strict):
    """Has a field of the name of its own kind, which pydantic puts into the address as well."""

    kind: Literal["deep"]
    deep: Talk


Activity = Annotated[Talk | Quiz | Deep, Field(discriminator="kind")]


class Person(Strict):
    name: Filled
    since: Annotated[int, Field(alias="from")] = 0


class Plan(Strict):
    title: Filled = Field(description="what pupils see first")
    objectives: Annotated[tuple[Filled, ...], Field(min_length=1)]
    activities: tuple[Activity, ...] = ()
    last: Activity | None = None
    lead: Person | None = None
    people: dict[Slug, Person] = {}
    colour: Colour = Colour.RED
    band: Literal["11-14", "14-16"] = "11-14"
    on: datetime.date | None = None
    days: tuple[datetime.date, ...] = ()
    sad: bool = False
    weight: float = 1.0
    id: Slug = "x"
    link: Annotated[str, StringConstraints(pattern="^https://.+")] = "https://x"
    pair: tuple[int, str] = (1, "x")
    when: int | Literal["always"] | Person = 1
    names: tuple[Annotated[str, StringConstraints(min_length=3, max_length=5)], ...] = ()
    evens: tuple[Annotated[int, Field(gt=0, lt=10, multiple_of=2)], ...] = ()


def source_of(text: str) -> Source:
    source, faults = read_text(text.encode(), "plan.yaml")
    assert not [fault for fault in faults if fault.is_error]
    assert source is not None
    return source


def faults_of(text: str, model: type[BaseModel] = Plan) -> list[Diagnostic]:
    made, faults = validate(model, source_of(text))
    assert (made is None) == bool(faults)
    for fault in faults:
        words = re.sub(r"“[^”]*”", "", f"{fault.message} {fault.why} {fault.hint}")
        assert not LEAKS.search(words), words
        assert fault.message
        assert fault.rule in RULES
    return faults


def place(fault: Diagnostic) -> tuple[int, int, str]:
    return fault.mark.line, fault.mark.column, fault.rule


def test_what_fits_becomes_the_model() -> None:
    plan, faults = validate(
        Plan,
        source_of("""\
title: x
objectives: [y]
activities:
  - kind: talk
    ask: Who?
    minutes: 10
on: 2026-03-31
sad: no
colour: green
people:
  a-b: {name: Sam, from: 7}
when: always
"""),
    )

    assert faults == []
    assert plan is not None
    assert plan.activities == (Talk(kind="talk", ask="Who?", minutes=10),)
    assert plan.on == datetime.date(2026, 3, 31)
    assert plan.colour is Colour.GREEN
    assert plan.people["a-b"].since == 7


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_exactly_what_is_expected_is_said(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = {
        (text.count("\n", 0, each.start()) + 1, int(each["column"]), each["rule"]): each
        for each in EXPECT.finditer(text)
    }

    faults = faults_of(text)

    assert [place(fault) for fault in faults] == sorted(expected)
    for fault in faults:
        said = expected[place(fault)]
        assert said["message"] in fault.message
        assert (said["hint"] or "") in fault.hint


def test_every_rule_is_broken_somewhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in BROKEN]

    assert {each["rule"] for text in texts for each in EXPECT.finditer(text)} == set(RULES)


def test_a_description_says_what_is_missing() -> None:
    assert [fault.why for fault in faults_of("objectives: [y]\n")] == ["“title”: what pupils see first."]


def test_a_misspelt_name_is_told_once_though_what_it_stands_for_is_missing() -> None:
    [fault] = faults_of("titel: x\nobjectives: [y]\n")

    assert place(fault) == (1, 1, "schema/unknown-key")


def test_a_faulty_item_doesnt_make_the_list_too_short() -> None:
    [fault] = faults_of("title: x\nobjectives:\n  - {a: b}\n")

    assert fault.address == ("objectives", 0)


def test_the_address_has_none_of_the_kinds_in_it() -> None:
    [fault] = faults_of("""\
title: x
objectives: [y]
activities:
  - kind: deep
    deep: {kind: talk, ask: y, minutes: x}
""")

    assert fault.address == ("activities", 0, "deep", "minutes")
    assert place(fault) == (5, 41, "schema/type")


def test_a_choice_without_kinds_is_held_against_the_sort_that_was_meant() -> None:
    [fault] = faults_of("title: x\nobjectives: [y]\nwhen: {from: 3}\n")

    assert fault.address == ("when", "name")


def test_our_own_words_come_through_as_they_are() -> None:
    def refuse(words: str) -> str:
        if words == "value":
            raise ValueError("both say the same")
        raise PydanticCustomError("our_own", "no place for this")

    class Two(Strict):
        first: Annotated[str, BeforeValidator(refuse)]
        second: Annotated[str, BeforeValidator(refuse)]

    faults = faults_of("first: value\nsecond: other\n", Two)

    assert [(fault.message, place(fault)) for fault in faults] == [
        ("both say the same", (1, 8, "schema/value")),
        ("no place for this", (2, 9, "schema/value")),
    ]


CONTEXT: dict[str, Any] = dict.fromkeys(
    (
        "gt",
        "ge",
        "lt",
        "le",
        "multiple_of",
        "min_length",
        "max_length",
        "actual_length",
        "max_digits",
        "decimal_places",
        "whole_digits",
        "expected_version",
        "tz_expected",
        "tz_actual",
    ),
    2,
) | dict.fromkeys(
    (
        "field_type",
        "pattern",
        "expected",
        "class",
        "class_name",
        "class_type",
        "method_name",
        "function_name",
        "encoding",
        "encoding_error",
        "expected_schemes",
        "discriminator",
        "tag",
        "expected_tags",
        "attribute",
        "name",
        "error",
    ),
    "input is invalid",
)


@pytest.mark.parametrize("found", ["x", "", "[x, y]", "{a: b}"], ids=["text", "empty", "list", "group"])
@pytest.mark.parametrize("kind", sorted(set(get_args(ErrorType)) - {"value_error", "assertion_error"}))
def test_no_kind_of_refusal_lets_other_words_through(kind: ErrorType, found: str) -> None:
    def refuse(_: object) -> object:
        raise PydanticKnownError(kind, CONTEXT)

    model = create_model("One", __base__=Strict, value=(Annotated[str, BeforeValidator(refuse)], ...))

    assert [fault.mark.line for fault in faults_of(f"value: {found}\n", model)] == [1]
