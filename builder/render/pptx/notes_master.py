"""The notes master: where the slide's picture and the speaker's words stand on a printed notes page."""

from builder.layout.grid import Area
from builder.render.pptx.props import levels
from builder.render.pptx.template import COLOUR_MAP, number_field, placeholder
from builder.render.pptx.text_xml import NOTES_SIZE_PT
from builder.render.pptx.xml import HEADER, NAMESPACES, background, frame, quoted, tree
from builder.theme import Theme

PICTURE = Area(54, 40, 432, 243)
WORDS = Area(54, 300, 432, 380)
NUMBER = Area(306, 684, 180, 24)
NOTES_NUMBER_KIND = 'type="sldNum" sz="quarter" idx="5"'
_NOTES = 'type="body" sz="quarter" idx="3"'


def notes_master_xml(theme: Theme, language: str) -> str:
    lang = quoted(language)
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide picture"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{frame(PICTURE.x, PICTURE.y, PICTURE.w, PICTURE.h)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    words = f'<a:lstStyle/><a:p><a:r><a:rPr lang="{lang}"/><a:t>What to say and do</a:t></a:r></a:p>'
    number = (
        '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>'
        f"<a:p>{number_field(lang, '‹#›')}</a:p>"
    )
    shapes = (
        picture
        + placeholder(3, "Notes", _NOTES, WORDS, words)
        + placeholder(4, "Slide number", NOTES_NUMBER_KIND, NUMBER, number, "b")
    )
    return (
        f"{HEADER}<p:notesMaster {NAMESPACES}><p:cSld>{background(theme, 'white')}{tree(shapes)}</p:cSld>"
        f"{COLOUR_MAP}{levels('p:notesStyle', NOTES_SIZE_PT, language)}</p:notesMaster>"
    )
