"""Fields to fill in on screen: lines to write on and boxes to tick, told as what they ask for.

reportlab's own fields are set in fonts that no file holds; these carry the house face, whole, as nobody
knows what will be typed.
"""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFStream, PDFZCompress

from builder.render.pdf.fonts import font_name
from builder.render.pdf.tags.canvas import TaggedCanvas
from builder.render.pdf.tags.tree import Element, Written, reference, references, text_string
from builder.theme import Theme, font_file

SIZE_PT = 12.0
MULTILINE = 1 << 12
PRINTED = 4
FIRST, LAST = 32, 255
_FONT = "House"


def text_field(
    canvas: Any, theme: Theme, asked: str, x: float, y: float, w: float, h: float, *, lines: int = 1
) -> None:
    """A field over a rectangle in the canvas's coordinates; `asked` is what a screen reader says of it."""
    if not isinstance(canvas, TaggedCanvas) or canvas.tags.is_quiet:
        return
    flags = MULTILINE if lines > 1 else 0
    own = f"/FT/Tx/Ff {flags}/DA({_appearance()})/V()"
    _field(canvas, theme, own, asked, (x, y, x + w, y + h), {"N": _look(canvas, w, h, "/Tx BMC EMC")})


def tick_box(canvas: Any, theme: Theme, asked: str, x: float, y: float, size: float) -> None:
    """A box to tick, `size` points wide and high."""
    if not isinstance(canvas, TaggedCanvas) or canvas.tags.is_quiet:
        return
    tick = f"q {0.13 * size:.2f} w 1 J 1 j {0.2 * size:.2f} {0.5 * size:.2f} m "
    tick += f"{0.42 * size:.2f} {0.26 * size:.2f} l {0.82 * size:.2f} {0.78 * size:.2f} l S Q"
    looks = {"Yes": _look(canvas, size, size, tick), "Off": _look(canvas, size, size, "")}
    _field(canvas, theme, "/FT/Btn/V/Off/AS/Off", asked, (x, y, x + size, y + size), looks)


def _field(
    canvas: TaggedCanvas, theme: Theme, own: str, asked: str, area: tuple[float, ...], looks: dict[str, Any]
) -> None:
    corners = [*canvas.absolutePosition(*area[:2]), *canvas.absolutePosition(*area[2:])]
    rect = " ".join(f"{value:.2f}" for value in corners)
    with canvas.tags.opened("Form") as element:
        key = canvas.tags.annotation_key()
        fields = _form_of(canvas, theme)
        name = f"field{len(fields) + 1}"

        def write(document: Any) -> str:
            states = {state: reference(document, look) for state, look in looks.items()}
            shown = (
                f"/N {states['N']}" if "N" in states else f"/N<</Yes {states['Yes']}/Off {states['Off']}>>"
            )
            return (
                f"<</Type/Annot/Subtype/Widget/Rect[{rect}]/F {PRINTED}/T({name})/TU{text_string(asked)}"
                f"{own}/AP<<{shown}>>/StructParent {key}>>"
            )

        widget = Written(write)
        fields.append(widget)
        canvas._addAnnotation(widget)
        _note(canvas, element, key)


def _note(canvas: TaggedCanvas, element: Element, key: int) -> None:
    name = canvas._doc.annotationName(f"NUMBER{canvas._annotationCount}")
    canvas.tags.annotation(element, name, key)


def _form_of(canvas: TaggedCanvas, theme: Theme) -> list[Written]:
    """The file's fields so far; the first makes the form that holds them, with its font."""
    if canvas.fields is None:
        fields: list[Written] = []
        canvas.fields = fields
        font = _font(canvas._doc, theme)
        canvas._doc.Catalog.AcroForm = Written(
            lambda document: (
                f"<</Fields[{references(document, fields)}]/DA({_appearance()})"
                f"/DR<</Font<</{_FONT} {reference(document, font)}>>>>>>"
            )
        )
    return canvas.fields


def _appearance() -> str:
    return f"/{_FONT} {SIZE_PT:g} Tf 0 g"


def _look(canvas: TaggedCanvas, w: float, h: float, content: str) -> PDFStream:
    """How a field looks; several fields of one size share it."""
    name = f"look {w:.2f} {h:.2f} {content}"
    document = canvas._doc
    if name not in document.idToObject:
        stream = PDFStream()
        stream.content = content
        stream.dictionary["Type"] = PDFName("XObject")
        stream.dictionary["Subtype"] = PDFName("Form")
        stream.dictionary["BBox"] = f"[0 0 {w:.2f} {h:.2f}]"
        document.Reference(stream, name)
    found: PDFStream = document.idToObject[name]
    return found


def _font(document: Any, theme: Theme) -> Written:
    """The house face with the letters of Western Europe, by ISO 32000-1, 9.6.3."""
    from reportlab.pdfbase import pdfmetrics

    name = font_name(theme, "body", False)
    face = pdfmetrics.getFont(name).face
    letters = [bytes([code]).decode("cp1252", "replace") for code in range(FIRST, LAST + 1)]
    widths = " ".join(f"{face.getCharWidth(ord(letter)):g}" for letter in letters)
    data = PDFStream()
    data.content = font_file(name).read_bytes()
    data.filters = [PDFZCompress]
    data.dictionary["Length1"] = len(data.content)
    document.Reference(data)
    box = " ".join(f"{value:g}" for value in face.bbox)
    descriptor = Written(
        lambda document: (
            f"<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {face.ascent:g}/Descent {face.descent:g}/CapHeight {face.capHeight:g}"
            f"/StemV {face.stemV:g}/FontFile2 {reference(document, data)}>>"
        )
    )
    document.Reference(descriptor)
    font = Written(
        lambda document: (
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {FIRST}/LastChar {LAST}"
            f"/Widths[{widths}]/Encoding/WinAnsiEncoding/FontDescriptor {reference(document, descriptor)}>>"
        )
    )
    document.Reference(font)
    return font
