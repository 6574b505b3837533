"""A placed deck on a school's own template: its file, with our slides in place of the ones it came with."""

from dataclasses import replace
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml

from builder.layout.bounds import bounds
from builder.layout.grid import DRAFT, HEIGHT, MARGIN, ON, TOP, WIDTH
from builder.layout.placed import Box, Group, Para, PlacedDeck, PlacedSlide, Run, Shape, TextBody
from builder.layout.reading import in_reading_order
from builder.render.pptx import props
from builder.render.pptx.moved import Move
from builder.render.pptx.notes_xml import notes_xml
from builder.render.pptx.package import Package
from builder.render.pptx.school import Place, School
from builder.render.pptx.shapes_xml import Drawing
from builder.render.pptx.slide_xml import placeholder
from builder.render.pptx.template import number_field
from builder.render.pptx.text_xml import Writer
from builder.render.pptx.titles import titled
from builder.render.pptx.xml import HEADER, NAMESPACES, background, escaped, solid, tree
from builder.theme import Theme

LIGHT = ("paper", "sand", "sky", "lilac")
"""Grounds that give way to the template's own."""
EDGE = 1.0
DRAFT_PT, DRAFT_H = 10.0, 14.0
"""The draft line stands at the very bottom, under whatever foot the template has."""


class SchoolDeck:
    """Like `DeckFile`, in a package that was there before."""

    def __init__(self, deck: PlacedDeck, theme: Theme, template: bytes) -> None:
        self.deck, self.theme = deck, theme
        self.language = deck.document.language
        self.school = School(template)
        room, scale = self.school.room, self.school.scale
        spare = room.w - scale * (WIDTH - 2 * MARGIN)
        across = self.school.width / WIDTH
        self.bleed = Move(across, 0, self.school.height - across * HEIGHT)
        self.move = Move(scale, room.x + spare / 2 - scale * MARGIN, room.y - scale * TOP)

    def finished(self) -> bytes:
        # Before the notes master is asked for: the library makes one for a template without.
        notes_master = self.school.presentation.notes_master.part
        part = self.school.emptied()
        package = Package(part.package)
        slides = [
            self._slide(n, slide, package, notes_master)
            for n, slide in enumerate(titled(self.deck.slides), 1)
        ]
        listed = self.school.presentation.slides._sldIdLst
        for number, slide in enumerate(slides):
            rid = part.relate_to(slide, RT.SLIDE)
            listed.append(
                parse_xml(f'<p:sldId {NAMESPACES} id="{props.FIRST_SLIDE_ID + number}" r:id="{rid}"/>')
            )
        element = part._element
        extensions = element.find("{*}extLst")
        if extensions is None:
            extensions = parse_xml(f"<p:extLst {NAMESPACES}/>")
            element.append(extensions)
        extensions.append(
            parse_xml(props.sections_xml(self.deck).replace("<p:ext ", f"<p:ext {NAMESPACES} "))
        )
        self._describe(part.package)
        return package.to_bytes()

    def _slide(self, number: int, slide: PlacedSlide, package: Package, notes_master: Any) -> Part:
        part = package.part(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE)
        notes = package.part(f"/ppt/notesSlides/notesSlide{number}.xml", CT.PML_NOTES_SLIDE)
        place = self.school.place(slide.layout)
        part.relate_to(place.part, RT.SLIDE_LAYOUT)
        part.relate_to(notes, RT.NOTES_SLIDE)
        notes.relate_to(notes_master, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        roles = {"title"} if place.title else set()
        drawing = Drawing(self.theme, self.language, part, package, roles, place.title or "title")
        part.blob = self._xml(slide, place, drawing).encode("utf-8")
        notes.blob = notes_xml(slide.notes, number, Writer(self.theme, self.language, notes)).encode("utf-8")
        return part

    def _xml(self, slide: PlacedSlide, place: Place, drawing: Drawing) -> str:
        wide = [shape for shape in slide.shapes if isinstance(shape, Group) and _edge_to_edge(shape)]
        # A landscape needs its sky.
        ours = slide.ground not in LIGHT or not place.light or bool(wide)
        ground = background(self.theme, slide.ground) if ours else ""
        kept = [shape for shape in slide.shapes if not _of_the_house(shape)]
        if not ours and slide.ground != "paper":
            # White cards on a tinted ground become tinted cards on the template's.
            kept = [_tinted(shape, slide.ground) for shape in kept]
        moved = in_reading_order((*self.bleed.shapes(wide), *self.move.shapes(kept)))
        shapes = "".join(drawing.shape(shape) for shape in moved) + self._foot(slide, place, drawing, ours)
        return (
            f"{HEADER}<p:sld {NAMESPACES}><p:cSld>{ground}{tree(shapes)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )

    def _foot(self, slide: PlacedSlide, place: Place, drawing: Drawing, ours: bool) -> str:
        """Footer and number where the layout has room for them, in its own style; the draft line always."""
        furniture, lang = self.deck.document.furniture, drawing.words.lang
        ink = ON[slide.ground].foot
        # The template's own colour is made for its ground, and may be lost on ours.
        style = solid(self.theme, ink) if ours else ""
        shapes = ""
        if "ftr" in place.feet and furniture.running:
            words = f'<a:r><a:rPr lang="{lang}">{style}</a:rPr><a:t>{escaped(furniture.running)}</a:t></a:r>'
            shapes += placeholder(drawing, "Footer", f'type="ftr" idx="{place.feet["ftr"]}"', _body(words))
        if furniture.draft:
            text = TextBody((Para((Run(furniture.draft, True, ink),), DRAFT_PT, align="right"),), "middle")
            x, y = self.school.width - MARGIN - DRAFT.w, self.school.height - DRAFT_H - EDGE
            shapes += drawing.shape(Box("Draft", x, y, DRAFT.w, DRAFT_H, text=text))
        if "sldNum" in place.feet:
            kind = f'type="sldNum" idx="{place.feet["sldNum"]}"'
            field = number_field(lang, str(slide.number), style)
            shapes += placeholder(drawing, "Slide number", kind, _body(field))
        return shapes

    def _describe(self, package: Any) -> None:
        """Title, author and date as in every deck: the template's own would tell of another file."""
        document = self.deck.document
        for kind, xml in (
            (RT.CORE_PROPERTIES, props.core_xml(document)),
            (RT.EXTENDED_PROPERTIES, props.app_xml(len(self.deck.slides))),
        ):
            for rel in list(package._rels.values()):
                if rel.reltype == kind:
                    package.drop_rel(rel.rId)
            name, content_type = {
                RT.CORE_PROPERTIES: ("/docProps/core.xml", CT.OPC_CORE_PROPERTIES),
                RT.EXTENDED_PROPERTIES: ("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES),
            }[kind]
            part = Package(package).part(name, content_type)
            part.blob = xml.encode("utf-8")
            package.relate_to(part, kind)


def _body(words: str) -> str:
    return f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody>"


def _of_the_house(shape: Shape) -> bool:
    """Whether a shape is the path, or a landscape from edge to edge: a template has a foot of its own."""
    if isinstance(shape, Box) and shape.text:
        return False
    return shape.name.startswith("Path") or shape.name == "Where we are" or _edge_to_edge(shape)


def _edge_to_edge(shape: Shape) -> bool:
    left, _, right, _ = bounds(shape)
    return left <= EDGE or right >= WIDTH - EDGE


def _tinted(shape: Shape, ground: str) -> Shape:
    return replace(shape, fill=ground) if isinstance(shape, Box) and shape.fill == "white" else shape
