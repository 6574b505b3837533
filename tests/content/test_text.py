from typing import Annotated, Literal

import pytest
from pydantic import Field

from builder.content.text import (
    Model,
    Passage,
    PupilText,
    QuotedText,
    SpokenText,
    StaffText,
    Voice,
    is_slug,
    passages,
)


class Leaf(Model):
    kind: Literal["leaf"]
    line: PupilText


class Other(Model):
    kind: Literal["other"]
    quote: QuotedText


class Tree(Model):
    title: PupilText
    said: tuple[SpokenText, ...] = ()
    aside: StaffText | None = None
    children: tuple[Annotated[Leaf | Other, Field(discriminator="kind")], ...] = ()
    named: dict[str, Leaf] = Field(default_factory=dict)
    size: int = 1


def test_every_sentence_is_yielded_with_its_place_and_voice() -> None:
    tree = Tree.model_validate(
        {
            "title": "T",
            "said": ["one", "two"],
            "aside": "A",
            "children": [{"kind": "leaf", "line": "L"}, {"kind": "other", "quote": "Q"}],
            "named": {"x": {"kind": "leaf", "line": "N"}},
        }
    )

    assert list(passages(tree)) == [
        Passage(("title",), Voice.PUPIL, "T"),
        Passage(("said", 0), Voice.SPOKEN, "one"),
        Passage(("said", 1), Voice.SPOKEN, "two"),
        Passage(("aside",), Voice.STAFF, "A"),
        Passage(("children", 0, "line"), Voice.PUPIL, "L"),
        Passage(("children", 1, "quote"), Voice.QUOTED, "Q"),
        Passage(("named", "x", "line"), Voice.PUPIL, "N"),
    ]


def test_a_blank_optional_key_means_not_given() -> None:
    assert Tree.model_validate({"title": "T", "aside": ""}).aside is None


def test_slugs_are_small_letters_figures_and_single_hyphens() -> None:
    assert is_slug("after-midnight-2")
    assert not any(is_slug(name) for name in ("After", "a--b", "-a", "a_b", "", "a/b", "..", "a\n"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("two\nlines", "two lines"),
        ("hard\u00a0space", "hard space"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Ame\u0301lie", "Amélie"),
        ("  round  it ", "round it"),
    ],
)
def test_what_pasting_brings_along_is_put_right(typed: str, printed: str) -> None:
    assert Tree.model_validate({"title": typed}).title == printed


@pytest.mark.parametrize("name", ["con", "nul", "com1", "a" * 61])
def test_names_that_some_system_cant_make_are_refused(name: str) -> None:
    assert not is_slug(name)
