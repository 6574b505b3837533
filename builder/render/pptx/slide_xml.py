"""One slide: its ground, its shapes, and the footer, draft line and number at its foot."""

from builder.layout.grid import DRAFT, FOOT_SIZE_PT, ON
from builder.layout.placed import Align, Box, Para, PlacedDeck, PlacedSlide, Run, TextBody
from builder.render.pptx.shapes_xml import Drawing, named
from builder.render.pptx.template import FOOTER_KIND, NUMBER_KIND, Layout, number_field
from builder.render.pptx.xml import HEADER, NAMESPACES, background, solid, tree


def slide_xml(deck: PlacedDeck, slide: PlacedSlide, layout: Layout, drawing: Drawing) -> str:
    ground = "" if slide.ground == layout.ground else background(drawing.theme, slide.ground)
    shapes = "".join(drawing.shape(shape) for shape in slide.shapes) + _foot(deck, slide, drawing)
    return (
        f"{HEADER}<p:sld {NAMESPACES}><p:cSld>{ground}{tree(shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _foot(deck: PlacedDeck, slide: PlacedSlide, drawing: Drawing) -> str:
    """What stands on every slide; places come from the layout, so a school may move them once."""
    ink = ON[slide.ground].foot
    furniture = deck.document.furniture

    def words(text: str, align: Align = "left", bold: bool = False) -> TextBody:
        return TextBody((Para((Run(text, bold, ink),), FOOT_SIZE_PT, align=align),), anchor="middle")

    shapes = ""
    if furniture.running:
        body = drawing.words.body(words(furniture.running))
        shapes += placeholder(drawing, "Footer", FOOTER_KIND, body)
    if furniture.draft:
        text = words(furniture.draft, "right", bold=True)
        shapes += drawing.shape(Box("Draft", DRAFT.x, DRAFT.y, DRAFT.w, DRAFT.h, text=text))
    field = number_field(drawing.words.lang, str(slide.number), solid(drawing.theme, ink))
    number = f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{field}</a:p></p:txBody>"
    return shapes + placeholder(drawing, "Slide number", NUMBER_KIND, number)


def placeholder(drawing: Drawing, name: str, kind: str, body: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{named(drawing.next_id(), name)}<p:cNvSpPr><a:spLocks noGrp="
        f'"1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/>{body}</p:sp>'
    )
