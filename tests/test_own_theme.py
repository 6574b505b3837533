"""A school's own colours: taken as they are where words can be read on them, mended and told of where not."""

from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build import build, theme_for
from builder.checks import Rules
from builder.content.library import Library
from builder.diagnostics import Diagnostic, Severity
from builder.theme import load_theme
from builder.theme.contrast import PAIRS, contrast, mended, mixed
from builder.theme.own import CHOICE, FILE, NOTHING, Own, read_own
from tests.conftest import DATE

HOUSE = load_theme("house").colours
COLOURS = st.text("0123456789ABCDEF", min_size=6, max_size=6)


def own(folder: Path, text: str) -> tuple[Own, list[Diagnostic]]:
    (folder / FILE).write_text(f"name: Hill School\ntheme:\n{indent(text, '  ')}", encoding="utf-8")
    return read_own(folder)


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    assert read_own(tmp_path) == (NOTHING, [])


def test_a_colour_that_can_be_read_is_taken_as_it_is(tmp_path: Path) -> None:
    chosen, said = own(tmp_path, "colours:\n  deep: '6A1B2D'\n")

    assert said == []
    assert chosen.colours["deep"] == "6A1B2D"
    # What goes with it changes too.
    assert {"sky", "mist", "lake", "night"} <= chosen.colours.keys()


def test_a_colour_that_is_too_pale_is_made_darker_and_told_of(tmp_path: Path) -> None:
    chosen, (said,) = own(tmp_path, "like: house\ncolours:\n  plum: '#c9a227'\n")

    assert (said.mark.line, said.mark.column, said.rule) == (5, 11, "theme/contrast")
    assert said.severity is Severity.WARNING
    assert chosen.colours["plum"] in said.message
    assert contrast(chosen.colours["plum"], "FFFFFF") >= 7


@pytest.mark.parametrize(
    ("text", "place", "rule", "hint"),
    [
        ("colours:\n  leef: 2F6B4F\n", (4, 5), "theme/unknown", "leaf"),
        ("color: {}\n", (3, 3), "theme/unknown", "colours"),
        ("like: hause\n", (3, 9), "theme/unknown", "house"),
        ("colours:\n  deep: dark red\n", (4, 11), "theme/colour", "7A1F2B"),
        ("colours:\n  deep: [1, 2]\n", (4, 5), "theme/colour", "7A1F2B"),
    ],
)
def test_what_means_nothing_is_told_with_its_place(
    tmp_path: Path, text: str, place: tuple[int, int], rule: str, hint: str
) -> None:
    _, (said,) = own(tmp_path, text)

    assert (said.mark.line, said.mark.column) == place
    assert said.rule == rule
    assert said.is_error
    assert hint in said.hint


@pytest.mark.parametrize("text", ["", "- a\n", "colours: 3\n", "like: [house]\n", "{", "colours:\n"])
def test_any_file_at_all_is_read_without_breaking(tmp_path: Path, text: str) -> None:
    own(tmp_path, text)
    (tmp_path / FILE).write_text(text, encoding="utf-8")

    assert read_own(tmp_path) == (NOTHING, [])


@given(role=st.sampled_from(sorted(CHOICE)), colour=COLOURS)
def test_whatever_is_chosen_can_be_read_in_the_end(role: str, colour: str) -> None:
    colours = HOUSE | {role: colour}
    colours[role] = mended(role, colours)

    for pair in PAIRS:
        if role in (pair.words, pair.ground):
            assert contrast(colours[pair.words], colours[pair.ground]) >= pair.least


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("000000", "FFFFFF", 0.0) == "000000"
    assert mixed("000000", "FFFFFF", 1.0) == "FFFFFF"
    assert mixed("102030", "304050", 0.5) == "203040"


def test_a_pack_is_drawn_in_the_schools_colours(tmp_path: Path, library: Library, rules: Rules) -> None:
    chosen, _ = own(tmp_path, "colours:\n  deep: '6A1B2D'\n")
    lesson = "holiday-check-in"
    made = build(library, lesson, rules, theme_for(library.lessons[lesson].model, chosen), DATE)
    assert made.pack is not None

    shared = next(file.data for file in made.pack.files if file.name == "handout.pdf")
    plain = build(library, lesson, rules, theme_for(library.lessons[lesson].model), DATE)
    assert plain.pack is not None
    assert shared != next(file.data for file in plain.pack.files if file.name == "handout.pdf")


def test_the_young_have_a_theme_of_their_own(library: Library) -> None:
    lessons = library.lessons

    assert theme_for(lessons["surprises-and-secrets"].model).name == "young"
    assert theme_for(lessons["online-blackmail"].model).name == "house"
    assert theme_for(lessons["parents-and-carers"].model).name == "house"
    assert theme_for(lessons["surprises-and-secrets"].model, Own("house", {})).name == "house"
