"""A document as a Word file: its title, its sections, and the parts that the text relies on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.document import Document, Section, heading_levels
from builder.layout.measure import Measure
from builder.layout.placed import PlacedDeck
from builder.render.docx import parts
from builder.render.docx.flow import flow, spaced
from builder.render.docx.furniture import footer, header, section_xml
from builder.render.docx.inlines import is_paragraph, paragraph, runs
from builder.render.docx.package import CT, RT, Package, filled
from builder.render.docx.pages import page_for
from builder.render.docx.setting import Book, Setting
from builder.render.docx.sizes import Sizes, sizes_for
from builder.render.docx.styles import house_styles
from builder.render.docx.xml import NAMESPACES, Element, root, w
from builder.render.pausing import breathe
from builder.theme import Theme

LEVELS = 3
PREFIXES = ("r", "a", "pic", "wp", "w14", "mc", "wps", "wpg", "adec")
IGNORABLE = "w14"
"""What older programs may pass over; the rest they would have to know."""


def render_pages(document: Document, theme: Theme, deck: PlacedDeck) -> bytes:
    """The whole file; the same document, theme and deck give the same bytes."""
    package = Package()
    main = package.part("/word/document.xml", CT.WML_DOCUMENT_MAIN)
    package.opc.relate_to(main, RT.OFFICE_DOCUMENT)
    page, sizes = page_for(theme, document.edition), sizes_for(theme, document.edition)
    book, styles = Book(package, main), house_styles(theme, sizes, page)
    setting = Setting(theme, document.language, page, styles, book, Measure(theme), page.text_w, deck)
    body = w("body", *spaced([*_opening(document), *_sections(document.sections, setting)], styles))
    body.append(section_xml(page, theme, *_furniture(document, book)))
    _beside(document, sizes, setting)
    filled(main, _whole(body, theme))
    return package.to_bytes()


def _whole(body: Element, theme: Theme) -> Element:
    made = root("w:document", PREFIXES, body)
    made.set(f"{{{NAMESPACES['mc']}}}Ignorable", IGNORABLE)
    if theme.pages.ground:
        made.insert(0, w("background", color=theme.colours[theme.pages.ground]))
    return made


def _opening(document: Document) -> list[Element]:
    subtitle = [paragraph("Subtitle", *runs(document.subtitle))] if document.subtitle else []
    return [paragraph("Title", *runs(document.title)), *subtitle]


def _sections(sections: Sequence[Section], setting: Setting) -> Iterable[Element]:
    for number, (section, level) in enumerate(zip(sections, heading_levels(sections), strict=True)):
        breathe()
        here = replace(setting, heading=section.heading, label=section.label)
        made = [paragraph("HeadingLabel", *runs(section.label))] if section.label else []
        if level:
            made.append(paragraph(f"Heading{min(level, LEVELS)}", *runs(section.heading)))
        if level and section.label:
            made[-1].get_or_add_pPr().spacing_before = 0
        made += flow(section.blocks, here)
        if section.new_page and number and made:
            _begin_page(made[0])
        yield from made


def _begin_page(first: Element) -> None:
    """Put a paragraph, or the first one of a table, on top of a new page, where it needs no room above."""
    paragraphs = [first] if is_paragraph(first) else first.xpath(".//w:p")[:1]
    for one in paragraphs:
        properties = one.get_or_add_pPr()
        properties.pageBreakBefore_val = True
        properties.spacing_before = 0


def _furniture(document: Document, book: Book) -> tuple[dict[str, str], dict[str, str]]:
    """The relationships to what stands above and below the text, by kind of page."""
    running = document.furniture.running
    kinds = {"default": running}
    if running == document.title:
        # Right above the title the same words would be said twice.
        kinds["first"] = ""
    headers, footers = {}, {}
    for number, (kind, words) in enumerate(kinds.items(), 1):
        above = book.package.part(f"/word/header{number}.xml", CT.WML_HEADER)
        below = book.package.part(f"/word/footer{number}.xml", CT.WML_FOOTER)
        headers[kind] = book.main.relate_to(filled(above, header(words)), RT.HEADER)
        footers[kind] = book.main.relate_to(filled(below, footer(document.furniture)), RT.FOOTER)
    return headers, footers


def _beside(document: Document, sizes: Sizes, setting: Setting) -> None:
    """The parts that the text relies on, and what the file says of itself."""
    book, theme, language = setting.book, setting.theme, document.language
    for name, kind, relation, holds in (
        ("styles", CT.WML_STYLES, RT.STYLES, parts.styles_part(setting.styles.values(), theme, language)),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, book.lists.xml(theme, sizes)),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, parts.settings_part(theme, language)),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, parts.faces_part(theme)),
        ("theme/theme1", CT.OFC_THEME, RT.THEME, parts.theme_part(theme)),
    ):
        book.main.relate_to(filled(book.package.part(f"/word/{name}.xml", kind), holds), relation)
    for name, kind, relation, holds in (
        ("core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, parts.core_part(document)),
        ("app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, parts.app_part()),
    ):
        part = filled(book.package.part(f"/docProps/{name}.xml", kind), holds)
        book.package.opc.relate_to(part, relation)
