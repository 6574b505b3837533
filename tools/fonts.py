"""Make `builder/data/fonts`: static house fonts, and one table of advance widths for measuring.

Run by hand when a font is updated: `python tools/fonts.py --arial PATH --arial-bold PATH --dejavu PATH
--dejavu-bold PATH`, where the first two are Liberation Sans, whose advances equal Arial's, and the other
two DejaVu Sans, the widest face that stands in where Arial is missing. It writes the TrueType files that
the PDF renderer embeds and `advances.json`, so that a build needs neither fontTools nor those fonts.
"""

import argparse
import io
import json
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import fontpkg_lexend
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "builder" / "data" / "fonts"
LEXEND_WEIGHTS = {"Lexend-Regular": 400, "Lexend-SemiBold": 600, "Lexend-Bold": 700}
ATKINSON = ("AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold")


def package_files(module: object) -> Path:
    return Path(str(getattr(module, "__file__", ""))).parent / "files"


def static_lexend(weight: int) -> bytes:
    font = TTFont(package_files(fontpkg_lexend) / "Lexend[wght].ttf", recalcTimestamp=False)
    instance = instantiateVariableFont(font, {"wght": weight}, updateFontNames=True)
    out = io.BytesIO()
    instance.save(out)
    return out.getvalue()


def advances(font: TTFont) -> dict[str, int]:
    """Advance widths in thousandths of an em by character, for the characters lessons may use."""
    scale = 1000 / font["head"].unitsPerEm
    widths = font["hmtx"]
    return {
        chr(code): round(widths[glyph][0] * scale)
        for code, glyph in sorted(font.getBestCmap().items())
        if 32 <= code < 0x2600 and code not in range(0x7F, 0xA0)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--arial", "--arial-bold", "--dejavu", "--dejavu-bold"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, weight in LEXEND_WEIGHTS.items():
        (FONTS / f"{name}.ttf").write_bytes(static_lexend(weight))
    for name in ATKINSON:
        source = package_files(fontpkg_atkinson_hyperlegible) / f"{name}.ttf"
        (FONTS / f"{name}.ttf").write_bytes(source.read_bytes())
    table = {name: advances(TTFont(FONTS / f"{name}.ttf")) for name in (*ATKINSON, *LEXEND_WEIGHTS)}
    table["Arial"] = advances(TTFont(options.arial))
    table["Arial-Bold"] = advances(TTFont(options.arial_bold))
    # What DejaVu has beyond the other faces, no lesson sets.
    known = {letter for face in table.values() for letter in face}
    for name, path in (("DejaVu", options.dejavu), ("DejaVu-Bold", options.dejavu_bold)):
        table[name] = {letter: wide for letter, wide in advances(TTFont(path)).items() if letter in known}
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0)
    (FONTS / "advances.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
