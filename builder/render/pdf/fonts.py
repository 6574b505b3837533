"""The house fonts, registered with reportlab once a process."""

import re
from io import BytesIO
from itertools import repeat
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from builder.layout.placed import Face
from builder.theme import Fonts, Theme, font_file

_MAPPED = re.compile(r"^<[0-9A-F]{2,4}> <([0-9A-F]{4})>$", re.MULTILINE)
_LONGEST_BLOCK = 100
REMEMBERED = 1 << 14
"""Of how many words a font remembers the widths."""


class HouseFont(TTFont):  # type: ignore[misc]  # reportlab carries no types
    """A font whose letters all read back: the library says of unused places that they mean U+0000."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._units: dict[str, float] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG002, N802
        """As the library reckons it, but a word's letters are added up once and not for every size."""
        units = self._units.get(text)
        if units is None:
            if len(self._units) >= REMEMBERED:
                self._units.clear()
            units = sum(map(self.face.charWidths.get, map(ord, text), repeat(self.face.defaultWidth)))
            self._units[text] = units
        return 0.001 * size * units

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # reportlab's name
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in doc.idToObject.keys() - before:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _readable(stream.content)


def _readable(cmap: str) -> str:
    """The map from codes to letters without its empty places, in blocks as long as PDF allows."""
    rows = [found[0] for found in _MAPPED.finditer(cmap) if found[1] != "0000"]
    blocks = [rows[at : at + _LONGEST_BLOCK] for at in range(0, len(rows), _LONGEST_BLOCK)]
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    before, _, rest = cmap.partition("endcodespacerange\n")
    return f"{before}endcodespacerange\n{listed}\n{rest.partition('endbfchar')[2].lstrip()}"


_ready: set[Fonts] = set()


def register(theme: Theme) -> None:
    """Make the theme's fonts known to reportlab under the names of their files."""
    if theme.fonts in _ready:
        return
    for face in (theme.fonts.title, theme.fonts.body, theme.of_cards().fonts.body):
        for name in (face.regular, face.bold):
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(HouseFont(name, BytesIO(font_file(name).read_bytes())))
    _ready.add(theme.fonts)


def font_name(theme: Theme, face: Face, bold: bool) -> str:
    font = theme.fonts.title if face == "title" else theme.fonts.body
    return font.bold if bold else font.regular
