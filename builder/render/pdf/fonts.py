"""The house fonts, registered with reportlab once a process."""

from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from builder.layout.placed import Face
from builder.theme import Theme, font_file


def register(theme: Theme) -> None:
    """Make the theme's fonts known to reportlab under the names of their files."""
    for face in (theme.fonts.title, theme.fonts.body, theme.of_cards().fonts.body):
        for name in (face.regular, face.bold):
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, BytesIO(font_file(name).read_bytes())))


def font_name(theme: Theme, face: Face, bold: bool) -> str:
    font = theme.fonts.title if face == "title" else theme.fonts.body
    return font.bold if bold else font.regular
