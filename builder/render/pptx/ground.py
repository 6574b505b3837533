"""Whether dark words can be read on a template's layout: what its ground is, as far as it can be told."""

from typing import Any

from builder.theme.contrast import luminance

LIGHT = 0.5
"""The luminance from which ink on it has a contrast of seven and more."""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_NAMED = {"white": "FFFFFF", "black": "000000"}


def is_light(layout: Any) -> bool:
    """False for a dark ground, and for a picture or a pattern, of which nobody knows."""
    master = layout.slide_master
    for part in (layout, master):
        ground = part._element.find(f"{_P}cSld/{_P}bg")
        if ground is not None:
            colour = _colour(ground, master)
            return colour is not None and luminance(colour) >= LIGHT
    return True


def _colour(ground: Any, master: Any) -> str | None:
    """RRGGBB of a plain ground, or None."""
    filled = ground.find(f"{_P}bgPr/{_A}solidFill")
    reference = ground.find(f"{_P}bgRef")
    if filled is None and reference is None:
        return None
    # Fills from 1003 on are the theme's gradients and pictures.
    if reference is not None and int(reference.get("idx", "0")) % 1000 > 1:
        return None
    for child in filled if filled is not None else reference:
        value = str(child.get("val", ""))
        if child.tag == f"{_A}srgbClr":
            return value.upper()
        if child.tag == f"{_A}sysClr":
            return str(child.get("lastClr", "FFFFFF")).upper()
        if child.tag == f"{_A}prstClr":
            return _NAMED.get(value)
        if child.tag == f"{_A}schemeClr" and not len(child):
            return _of_scheme(value, master)
    return None


def _of_scheme(name: str, master: Any) -> str | None:
    from lxml import etree

    mapping = master._element.find(f"{_P}clrMap")
    slot = mapping.get(name, name) if mapping is not None else name
    related = [rel for rel in master.part.rels.values() if rel.reltype == _THEME]
    if not related:
        return None
    scheme = etree.fromstring(related[0].target_part.blob).find(f"{_A}themeElements/{_A}clrScheme/{_A}{slot}")
    if scheme is None or not len(scheme):
        return None
    return str(scheme[0].get("lastClr") or scheme[0].get("val", "")).upper() or None
