"""The parts that describe the deck: presentation, its settings and its properties."""

from collections import Counter
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5  # noqa: TID251 - of a name, without chance

from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.render.pptx.xml import HEADER, NAMESPACES, emu, escaped, quoted

MAKER = "Lesson Pack Builder"

PRESENTATION_PROPERTIES = f"{HEADER}<p:presentationPr {NAMESPACES}/>"
# The notes stand open below the slide, since half of the lesson is in them.
VIEW_PROPERTIES = (
    f'{HEADER}<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="16000"/>'
    '<p:restoredTop sz="72000"/></p:normalViewPr><p:slideViewPr><p:cSldViewPr><p:cViewPr varScale="1">'
    '<p:scale><a:sx n="100" d="100"/><a:sy n="100" d="100"/></p:scale><p:origin x="0" y="0"/>'
    "</p:cViewPr><p:guideLst/></p:cSldViewPr></p:slideViewPr><p:notesTextViewPr><p:cViewPr>"
    '<p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr>'
    '</p:notesTextViewPr><p:gridSpacing cx="72008" cy="72008"/></p:viewPr>'
)
TABLE_STYLES = (
    f'{HEADER}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>'
)

# Office counts masters and layouts from here, and slides from 256; neither may start lower.
FIRST_MASTER_ID = 2147483648
FIRST_SLIDE_ID = 256
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def levels(
    tag: str,
    size_pt: float,
    language: str,
    colour: str = "tx1",
    face: str = "+mn-lt",
    count: int = 9,
    bold: bool = False,
) -> str:
    """A list style of `count` levels, each set in from the one above."""
    inside = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * emu(24)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="{quoted(language)}" sz="{round(size_pt * 100)}" b="{int(bold)}" kern="1200">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="{face}"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        f"</a:defRPr></a:lvl{n}pPr>"
        for n in range(1, count + 1)
    )
    return f"<{tag}>{inside}</{tag}>"


def presentation_xml(deck: PlacedDeck, master: str, notes_master: str, slides: list[str]) -> str:
    """`master`, `notes_master` and `slides` are ids of the presentation's relationships."""
    language = deck.document.language
    listed = "".join(f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="{rid}"/>' for n, rid in enumerate(slides))
    return (
        f'{HEADER}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        f"<p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="{emu(deck.width_pt)}" cy="{emu(deck.height_pt)}"/>'
        f'<p:notesSz cx="6858000" cy="9144000"/>{levels("p:defaultTextStyle", 18, language)}'
        f"<p:extLst>{sections_xml(deck)}</p:extLst></p:presentation>"
    )


def sections_xml(deck: PlacedDeck) -> str:
    """The deck's parts as PowerPoint's slide sorter shows them: “Starter”, “Explain”, “Explain (2)”."""
    labels = {section.id: section.label.partition(" · ")[0] for section in deck.document.sections}
    numbered = [(labels.get(slide.section, ""), FIRST_SLIDE_ID + n) for n, slide in enumerate(deck.slides)]
    made, seen = "", Counter[str]()
    for place, (label, group) in enumerate(groupby(numbered, key=lambda pair: pair[0])):
        name = label or deck.document.title
        seen[name] += 1
        name += f" ({seen[name]})" if seen[name] > 1 else ""
        # PowerPoint wants an id that no other section has; this one is the same in every build.
        key = str(uuid5(NAMESPACE_URL, f"{deck.document.title}/{place}/{name}")).upper()
        slides = "".join(f'<p14:sldId id="{number}"/>' for _, number in group)
        made += (
            f'<p14:section name="{quoted(name)}" id="{{{key}}}"><p14:sldIdLst>{slides}</p14:sldIdLst>'
            "</p14:section>"
        )
    return (
        f'<p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/'
        f'2010/main">{made}</p14:sectionLst></p:ext>'
    )


def core_xml(document: Document) -> str:
    moment = f"{document.date}T00:00:00Z"
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
        '"http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subtitle)}</dc:subject>"
        f"<dc:creator>{MAKER}</dc:creator><cp:keywords>{escaped(', '.join(document.keywords))}</cp:keywords>"
        f"<cp:lastModifiedBy>{MAKER}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{escaped(document.language)}</dc:language></cp:coreProperties>"
    )


def app_xml(slides: int) -> str:
    return (
        f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><TotalTime>0</TotalTime><Application>{MAKER}</Application>'
        f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides>"
        f"<Notes>{slides}</Notes><HiddenSlides>0</HiddenSlides></Properties>"
    )
