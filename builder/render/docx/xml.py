"""Elements of a Word file: names with prefixes, words that XML can hold, lengths in Word's units."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser

Element = Any
"""An lxml element; python-docx gives many of them methods of their own."""

OFFICE = "http://schemas.microsoft.com/office"
NAMESPACES: dict[str, str] = {
    **{prefix: nsmap[prefix] for prefix in ("w", "r", "a", "pic", "wp", "w14", "cp", "dc", "dcterms", "xsi")},
    "adec": f"{OFFICE}/drawing/2017/decorative",
    "app": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": f"{OFFICE}/word/2010/wordprocessingGroup",
    "wps": f"{OFFICE}/word/2010/wordprocessingShape",
    "xml": nsmap["xml"],
}
NOTHING: Mapping[str, object] = {}
# Characters that XML 1.0 has no way to hold, and a carriage return, which it would turn into a line.
_FORBIDDEN = dict.fromkeys(
    (*range(0x09), 0x0B, 0x0C, *range(0x0D, 0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)


def clean(text: str) -> str:
    """`text` without the characters that a Word file can't hold."""
    return text.translate(_FORBIDDEN)


def e(name: str, attributes: Mapping[str, object] = NOTHING, *inner: Element | str) -> Element:
    """An element such as `a:off`; attributes without a prefix have no namespace."""
    given = {_key(key): _written(value) for key, value in attributes.items()}
    made: Element = oxml_parser.makeelement(_key(name), given, nsmap=_space(name))
    for one in inner:
        if isinstance(one, str):
            made.text = clean(one)
        else:
            made.append(one)
    return made


def w(name: str, /, *inner: Element | str, **attributes: object) -> Element:
    """An element of Word's own language, with attributes of the same."""
    return e(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *inner)


def root(name: str, prefixes: tuple[str, ...], *inner: Element) -> Element:
    """The element of a whole part, where every prefix is declared once."""
    known = {prefix: NAMESPACES[prefix] for prefix in (name.partition(":")[0], *prefixes)}
    made: Element = oxml_parser.makeelement(_key(name), nsmap=known)
    made.extend(inner)
    return made


@cache
def _key(name: str) -> str:
    """A name with its namespace as lxml writes it; one without a prefix has none."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


@cache
def _space(name: str) -> dict[str, str]:
    prefix = name.partition(":")[0]
    return {prefix: NAMESPACES[prefix]}


def _written(value: object) -> str:
    return str(int(value)) if isinstance(value, int) else clean(str(value))


def twips(pt: float) -> int:
    """Twentieths of a point, in which Word counts lengths."""
    return round(pt * 20)


def halves(pt: float) -> int:
    """Half points, in which Word counts sizes of type."""
    return round(pt * 2)


def eighths(pt: float) -> int:
    """Eighths of a point, in which Word counts lines."""
    return round(pt * 8)


def emu(pt: float) -> int:
    """The units of drawings, 12700 to the point."""
    return round(pt * 12700)
