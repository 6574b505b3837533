"""Escaping and colours, on which every part rests."""

import pytest
from lxml import etree

from builder.render.office import SLOTS
from builder.render.pptx.xml import SCHEME_NAMES, colour, emu, escaped, quoted
from builder.theme import Theme

HOSTILE = "a<b>&amp;\"'\x00\x0b\x1f\ud800\ufffe\n\t🧡]]>"


def test_any_text_comes_back_but_for_what_xml_forbids() -> None:
    element = etree.fromstring(f'<t a="{quoted(HOSTILE)}">{escaped(HOSTILE)}</t>'.encode())
    assert element.text == "a<b>&amp;\"'\n\t🧡]]>"
    assert element.get("a") == "a<b>&amp;\"'  🧡]]>"


def test_a_role_with_a_slot_follows_the_theme_and_others_keep_their_value(theme: Theme) -> None:
    assert colour(theme, "leaf") == '<a:schemeClr val="accent1"/>'
    assert colour(theme, "blush") == f'<a:srgbClr val="{theme.colours["blush"]}"/>'
    with pytest.raises(KeyError):
        colour(theme, "no such role")


def test_the_two_tables_of_slots_name_the_same_roles() -> None:
    assert set(SCHEME_NAMES) == set(SLOTS.values())


def test_a_point_is_12700_units() -> None:
    assert (emu(960), emu(540), emu(0.5)) == (12192000, 6858000, 6350)
