"""The theme part: colours and faces that a school can change once for the whole deck."""

from builder.render.office import SLOTS
from builder.render.pptx.xml import HEADER, quoted
from builder.theme import Theme

_EMPTY_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FLAT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
# Three of each is the least that the schema allows; the house draws flat.
_FORMATS = (
    f'<a:fmtScheme name="House"><a:fillStyleLst>{_FLAT * 3}</a:fillStyleLst><a:lnStyleLst>'
    + "".join(
        f'<a:ln w="{width}" cap="rnd">{_FLAT}<a:prstDash val="solid"/><a:round/></a:ln>'
        for width in (9525, 19050, 38100)
    )
    + f"</a:lnStyleLst><a:effectStyleLst>{_EMPTY_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FLAT * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(theme: Theme) -> str:
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{theme.colours[role]}"/></a:{slot}>' for slot, role in SLOTS.items()
    )
    # Roles without a slot are offered in PowerPoint's colour picker under "Custom colours".
    others = "".join(
        f'<a:custClr name="{quoted(role.capitalize())}"><a:srgbClr val="{value}"/></a:custClr>'
        for role, value in theme.colours.items()
        if role not in SLOTS.values()
    )
    custom = f"<a:custClrLst>{others}</a:custClrLst>" if others else ""
    name = quoted(theme.name.capitalize())
    return (
        f'{HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_face("majorFont", theme.fonts.title.family)}'
        f"{_face('minorFont', theme.fonts.body.family)}</a:fontScheme>{_FORMATS}</a:themeElements>"
        f"<a:objectDefaults/><a:extraClrSchemeLst/>{custom}</a:theme>"
    )


def _face(tag: str, family: str) -> str:
    # The shape of Arial, so that a machine without the family takes a plain sans-serif in its place.
    latin = f'<a:latin typeface="{quoted(family)}" panose="020B0604020202020204"/>'
    return f'<a:{tag}>{latin}<a:ea typeface=""/><a:cs typeface=""/></a:{tag}>'
