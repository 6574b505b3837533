"""Pictures in the line of the text: drawings of the house set, and authors' own."""

from builder.document import Figure, Image
from builder.layout.drawings import drawing, drawing_names, place_drawing
from builder.render.docx.inlines import paragraph
from builder.render.docx.package import RT
from builder.render.docx.pages import BOTTOM, TOP
from builder.render.docx.setting import Setting
from builder.render.docx.shapes import group_xml
from builder.render.docx.xml import Element, e, emu, w

DRAWING_H, LOGO_H = 110.0, 44.0
IMAGE_SHARE = 0.35
"""The tallest an author's picture may be, as a share of the page's text."""
PX = 72 / 150
"""A pixel's length in points, at the 150 to an inch that print asks for at least."""
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def picture(figure: Figure, setting: Setting) -> list[Element]:
    """The picture in a paragraph of its own; a name that the house set lacks was reported before."""
    source = figure.source
    if isinstance(source, Image):
        return [paragraph("Picture", w("r", _image(source, figure, setting)))]
    if source not in drawing_names():
        return []
    made = drawing(source)
    scale = min(DRAWING_H / made.height, setting.width / made.width)
    width, height = made.width * scale, made.height * scale
    group = place_drawing(source, 0, 0, width, height, setting.theme, figure.alt)
    inline = _inline(source, figure.alt, width, height, setting)
    inline.append(group_xml(group, setting.theme, width, height))
    # Word 2007 does not know shapes; it passes over what it is told to need more for.
    choice = e("mc:Choice", {"Requires": "wpg"}, w("drawing", inline))
    return [paragraph("Picture", w("r", e("mc:AlternateContent", {}, choice)))]


def _image(image: Image, figure: Figure, setting: Setting) -> Element:
    tallest = LOGO_H if figure.use == "logo" else IMAGE_SHARE * (setting.page.height - TOP - BOTTOM)
    scale = min(PX, setting.width / max(1, image.width_px), tallest / max(1, image.height_px))
    width, height = image.width_px * scale, image.height_px * scale
    rid = setting.book.main.relate_to(setting.book.package.image(image), RT.IMAGE)
    inline = _inline("picture", figure.alt, width, height, setting)
    size = e("a:ext", {"cx": emu(width), "cy": emu(height)})
    drawn = e(
        "pic:pic",
        {},
        e("pic:nvPicPr", {}, e("pic:cNvPr", {"id": 0, "name": "picture"}), e("pic:cNvPicPr")),
        e("pic:blipFill", {}, e("a:blip", {"r:embed": rid}), e("a:stretch", {}, e("a:fillRect"))),
        e(
            "pic:spPr",
            {},
            e("a:xfrm", {}, e("a:off", {"x": 0, "y": 0}), size),
            e("a:prstGeom", {"prst": "rect"}, e("a:avLst")),
        ),
    )
    inline.append(e("a:graphic", {}, e("a:graphicData", {"uri": PICTURE}, drawn)))
    return w("drawing", inline)


def _inline(name: str, alt: str, width: float, height: float, setting: Setting) -> Element:
    """The place of a picture, and what a screen reader says of it."""
    number = setting.book.next_id()
    described = {"descr": alt} if alt else {}
    about = e("wp:docPr", {"id": number, "name": f"{name} {number}", **described})
    if not alt:
        mark = e("adec:decorative", {"val": True})
        about.append(e("a:extLst", {}, e("a:ext", {"uri": DECORATIVE}, mark)))
    return e(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        e("wp:extent", {"cx": emu(width), "cy": emu(height)}),
        e("wp:effectExtent", dict.fromkeys(("l", "t", "r", "b"), 0)),
        about,
        e("wp:cNvGraphicFramePr"),
    )
