"""The theme part: the house's colours and faces where Office looks for them."""

import zipfile
from io import BytesIO

from lxml import etree

from builder.render.office import SLOTS
from builder.render.pptx.theme_xml import theme_xml
from builder.theme import Theme

A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def test_every_slot_holds_its_roles_colour(theme: Theme) -> None:
    found = etree.fromstring(theme_xml(theme).encode())
    slots = found.find(".//a:clrScheme", A)
    assert slots is not None
    assert {etree.QName(s).localname: s[0].get("val") for s in slots} == {
        slot: theme.colours[role] for slot, role in SLOTS.items()
    }


def test_the_other_roles_are_offered_by_name(theme: Theme) -> None:
    found = etree.fromstring(theme_xml(theme).encode())
    offered = {e.get("name"): e[0].get("val") for e in found.findall(".//a:custClr", A)}
    assert offered == {
        role.capitalize(): value for role, value in theme.colours.items() if role not in SLOTS.values()
    }
    assert offered["Sand"] == theme.colours["sand"]


def test_the_faces_are_the_themes(theme: Theme) -> None:
    found = etree.fromstring(theme_xml(theme).encode())
    families = [e.get("typeface") for e in found.findall(".//a:fontScheme/*/a:latin", A)]
    assert families == [theme.fonts.title.family, theme.fonts.body.family]


def test_slides_and_notes_have_a_theme_each(rendered: bytes) -> None:
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        assert archive.read("ppt/theme/theme1.xml") == archive.read("ppt/theme/theme2.xml")
        assert b"theme2.xml" in archive.read("ppt/notesMasters/_rels/notesMaster1.xml.rels")
        assert b"theme1.xml" in archive.read("ppt/slideMasters/_rels/slideMaster1.xml.rels")
