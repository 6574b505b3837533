"""The table of advances that text is measured with says the same as the fonts that are embedded."""

import json

import pytest
from fontTools.ttLib import TTFont

from builder.theme import DATA

TABLE = json.loads((DATA / "fonts" / "advances.json").read_text(encoding="utf-8"))
HOUSE = ["AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold", "Lexend-SemiBold", "Lexend-Bold"]


@pytest.mark.parametrize("name", HOUSE)
def test_advances_are_those_of_the_font(name: str) -> None:
    with (DATA / "fonts" / f"{name}.ttf").open("rb") as file:
        font = TTFont(file)
        scale = 1000 / font["head"].unitsPerEm
        cmap, widths = font.getBestCmap(), font["hmtx"]
        for letter, advance in TABLE[name].items():
            assert advance == round(widths[cmap[ord(letter)]][0] * scale)


@pytest.mark.parametrize("name", [*HOUSE, "Arial", "Arial-Bold", "DejaVu", "DejaVu-Bold"])
def test_every_letter_of_english_is_there(name: str) -> None:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'\"’‘“”–—…-()/&%£€$ ·"

    assert not [letter for letter in letters if letter not in TABLE[name]]
