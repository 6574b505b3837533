"""One .pptx in the making: its parts, and which of them knows which."""

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from builder.layout.placed import PlacedDeck, PlacedSlide
from builder.render.pptx import props
from builder.render.pptx.notes_master import notes_master_xml
from builder.render.pptx.notes_xml import notes_xml
from builder.render.pptx.package import Package
from builder.render.pptx.shapes_xml import Drawing
from builder.render.pptx.slide_xml import slide_xml
from builder.render.pptx.template import LAYOUTS, Layout, layout_xml, master_xml
from builder.render.pptx.text_xml import Writer
from builder.render.pptx.theme_xml import theme_xml
from builder.render.pptx.titles import titled
from builder.theme import Theme


class DeckFile:
    """Parts are related before they are written, since their XML names each other by those ids."""

    def __init__(self, deck: PlacedDeck, theme: Theme) -> None:
        self.deck = deck
        self.theme = theme
        self.language = deck.document.language
        self.package = Package()
        self.presentation = self.package.part("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN)

    def finished(self) -> bytes:
        self.package.root.relate_to(self.presentation, RT.OFFICE_DOCUMENT)
        theme_part = self._part("/ppt/theme/theme1.xml", CT.OFC_THEME, theme_xml(self.theme))
        layouts = {name: self._layout(n, layout) for n, (name, layout) in enumerate(LAYOUTS.items(), 1)}
        master = self._master(theme_part, list(layouts.values()))
        notes_master = self._notes_master()
        slides = [
            self._slide(n, slide, layouts, notes_master)
            for n, slide in enumerate(titled(self.deck.slides), 1)
        ]
        relate = self.presentation.relate_to
        _write(
            self.presentation,
            props.presentation_xml(
                self.deck,
                relate(master, RT.SLIDE_MASTER),
                relate(notes_master, RT.NOTES_MASTER),
                [relate(slide, RT.SLIDE) for slide in slides],
            ),
        )
        relate(theme_part, RT.THEME)
        self._properties()
        return self.package.to_bytes()

    def _part(self, name: str, content_type: str, xml: str) -> Part:
        part = self.package.part(name, content_type)
        _write(part, xml)
        return part

    def _layout(self, number: int, layout: Layout) -> Part:
        xml = layout_xml(self.theme, self.language, layout)
        return self._part(f"/ppt/slideLayouts/slideLayout{number}.xml", CT.PML_SLIDE_LAYOUT, xml)

    def _master(self, theme_part: Part, layouts: list[Part]) -> Part:
        master = self.package.part("/ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER)
        rids = [master.relate_to(layout, RT.SLIDE_LAYOUT) for layout in layouts]
        master.relate_to(theme_part, RT.THEME)
        for layout in layouts:
            layout.relate_to(master, RT.SLIDE_MASTER)
        _write(master, master_xml(self.theme, self.language, rids))
        return master

    def _notes_master(self) -> Part:
        # A theme of its own: Keynote and PowerPoint refuse a notes master that shares the slides'.
        theme_part = self._part("/ppt/theme/theme2.xml", CT.OFC_THEME, theme_xml(self.theme))
        xml = notes_master_xml(self.theme, self.language)
        master = self._part("/ppt/notesMasters/notesMaster1.xml", CT.PML_NOTES_MASTER, xml)
        master.relate_to(theme_part, RT.THEME)
        return master

    def _slide(self, number: int, slide: PlacedSlide, layouts: dict[str, Part], notes_master: Part) -> Part:
        part = self.package.part(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE)
        notes = self.package.part(f"/ppt/notesSlides/notesSlide{number}.xml", CT.PML_NOTES_SLIDE)
        # A stretch of a page shown as a slide has no layout of its own and is set as a list.
        name = slide.layout if slide.layout in LAYOUTS else "list"
        part.relate_to(layouts[name], RT.SLIDE_LAYOUT)
        part.relate_to(notes, RT.NOTES_SLIDE)
        notes.relate_to(notes_master, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        bones = LAYOUTS[name]
        drawing = Drawing(self.theme, self.language, part, self.package, bones.roles)
        _write(part, slide_xml(self.deck, slide, bones, drawing))
        _write(notes, notes_xml(slide.notes, number, Writer(self.theme, self.language, notes)))
        return part

    def _properties(self) -> None:
        for name, content_type, kind, xml in (
            ("/ppt/presProps.xml", CT.PML_PRES_PROPS, RT.PRES_PROPS, props.PRESENTATION_PROPERTIES),
            ("/ppt/viewProps.xml", CT.PML_VIEW_PROPS, RT.VIEW_PROPS, props.VIEW_PROPERTIES),
            ("/ppt/tableStyles.xml", CT.PML_TABLE_STYLES, RT.TABLE_STYLES, props.TABLE_STYLES),
        ):
            self.presentation.relate_to(self._part(name, content_type, xml), kind)
        core = props.core_xml(self.deck.document)
        app = props.app_xml(len(self.deck.slides))
        self.package.root.relate_to(
            self._part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core), RT.CORE_PROPERTIES
        )
        self.package.root.relate_to(
            self._part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, app), RT.EXTENDED_PROPERTIES
        )


def _write(part: Part, xml: str) -> None:
    part.blob = xml.encode("utf-8")
