"""Colours as a file names them, as RRGGBB: through the theme, its map, and what lightens or darkens them."""

import colorsys
from collections.abc import Mapping
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

NAMED = {"white": "FFFFFF", "black": "000000"}
ALIKE = ("tx1", "bg1", "tx2", "bg2")


def scheme(
    slide: etree._Element, layout: etree._Element, master: etree._Element, part: Any
) -> Mapping[str, str]:
    """Every scheme colour by the name that slides call it."""
    theme = next(rel.target_part.blob for rel in part.rels.values() if rel.reltype == RT.THEME)
    slots = {
        etree.QName(slot).localname: str(slot[0].get("lastClr") or slot[0].get("val"))
        for slot in etree.fromstring(theme).find("{*}themeElements/{*}clrScheme")  # type: ignore[union-attr]
    }
    changed = (root.find("{*}clrMapOvr/{*}overrideClrMapping") for root in (slide, layout))
    mapping = next((one for one in changed if one is not None), master.find("{*}clrMap"))
    named = {name: slots[slot] for name, slot in mapping.attrib.items() if slot in slots}  # type: ignore[union-attr]
    return slots | {str(name): value for name, value in named.items()}


def colour_in(parent: etree._Element | None, colours: Mapping[str, str], own: str = "") -> str:
    """The one colour in a fill or a reference, "" where it can't be told; `own` is what phClr stands for."""
    if parent is None or not len(parent):
        return ""
    element, value = parent[0], parent[0].get("val", "")
    match etree.QName(element).localname:
        case "srgbClr":
            plain = value
        case "sysClr":
            plain = element.get("lastClr", "")
        case "prstClr":
            plain = NAMED.get(value, "")
        case "schemeClr":
            plain = own if value == "phClr" else colours.get(value, "")
        case _:
            plain = ""
    for change in element if plain else ():
        plain = _changed(plain, etree.QName(change).localname, int(change.get("val", "0")) / 100_000)
    return plain.upper()


def _changed(colour: str, how: str, share: float) -> str:
    if not colour:
        return ""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    if how in ("tint", "shade"):
        towards = 1.0 - share if how == "tint" else 0.0
        parts = [_gamma(share * _linear(part) + towards) for part in parts]
    elif how in ("lumMod", "lumOff"):
        hue, light, full = colorsys.rgb_to_hls(*parts)
        light = light * share if how == "lumMod" else light + share
        parts = list(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full))
    elif how != "alpha" or share < 1:
        return ""
    return "".join(f"{round(255 * part):02X}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio of two RRGGBB colours."""

    def light(colour: str) -> float:
        red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)
