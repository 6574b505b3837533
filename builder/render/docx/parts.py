"""The parts beside the text: styles, settings, faces, the file's own theme, and what it says of itself."""

from collections.abc import Iterable

from builder.document import Document
from builder.render.docx.look import Style, fonts_xml, style_xml
from builder.render.docx.table_styles import table_styles
from builder.render.docx.xml import Element, e, root, w
from builder.render.office import SLOTS
from builder.theme import Theme

MAKER = "Lesson Pack Builder"
PANOSE = "020B0604020202020204"
"""The shape of Arial, so that a machine without a face takes a plain sans-serif in its place."""


def styles_part(styles: Iterable[Style], theme: Theme, language: str) -> Element:
    tongue = w("lang", val=language)
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", fonts_xml(theme, "body"), tongue)),
        w("pPrDefault"),
    )
    # Of the styles that are Word's own and not in this file, its lists show none.
    others = w(
        "latentStyles",
        defLockedState=False,
        defUIPriority=99,
        defSemiHidden=True,
        defUnhideWhenUsed=True,
        defQFormat=False,
        count=376,
    )
    no_list = w(
        "style",
        w("name", val="No List"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="numbering",
        default=True,
        styleId="NoList",
    )
    made = root("w:styles", ())
    made.extend((defaults, others, *(style_xml(style, theme) for style in styles)))
    made.extend((*table_styles(theme), no_list))
    return made


def settings_part(theme: Theme, language: str) -> Element:
    made = root("w:settings", (), w("zoom", percent=100))
    if theme.pages.ground:
        made.append(w("displayBackgroundShape"))
    office = "http://schemas.microsoft.com/office/word"
    compatible = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    slots = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    slots |= {f"accent{n}": f"accent{n}" for n in range(1, 7)}
    slots |= {"hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink"}
    made.extend(
        (
            w("defaultTabStop", val=720),
            w("characterSpacingControl", val="doNotCompress"),
            w("compat", *(w("compatSetting", name=k, uri=office, val=v) for k, v in compatible.items())),
            w("themeFontLang", val=language),
            w("clrSchemeMapping", **slots),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )
    return made


def faces_part(theme: Theme) -> Element:
    """The faces by name, and what may stand in for one that a machine doesn't have."""
    fonts = theme.fonts
    families = dict.fromkeys(face.family for face in (fonts.body, fonts.title, fonts.card) if face)
    made = root("w:fonts", ())
    for family in families:
        made.append(
            w(
                "font",
                w("altName", val=theme.fonts.substitutes[0]),
                w("panose1", val=PANOSE),
                w("charset", val="00"),
                w("family", val="swiss"),
                w("pitch", val="variable"),
                name=family,
            )
        )
    return made


def theme_part(theme: Theme) -> Element:
    name = theme.name.capitalize()
    colours = [
        e(f"a:{slot}", {}, e("a:srgbClr", {"val": theme.colours[role]})) for slot, role in SLOTS.items()
    ]
    faces = [_face("majorFont", theme.fonts.title.family), _face("minorFont", theme.fonts.body.family)]
    elements = e(
        "a:themeElements",
        {},
        e("a:clrScheme", {"name": name}, *colours),
        e("a:fontScheme", {"name": name}, *faces),
        _formats(name),
    )
    made = root("a:theme", (), elements, e("a:objectDefaults"), e("a:extraClrSchemeLst"))
    made.set("name", name)
    return made


def _face(tag: str, family: str) -> Element:
    latin = e("a:latin", {"typeface": family, "panose": PANOSE})
    return e(f"a:{tag}", {}, latin, e("a:ea", {"typeface": ""}), e("a:cs", {"typeface": ""}))


def _formats(name: str) -> Element:
    """Three of each is the least that the schema allows; the house draws flat."""

    def flat() -> Element:
        return e("a:solidFill", {}, e("a:schemeClr", {"val": "phClr"}))

    lines = [e("a:ln", {"w": width}, flat()) for width in (9525, 19050, 38100)]
    effects = [e("a:effectStyle", {}, e("a:effectLst")) for _ in range(3)]
    return e(
        "a:fmtScheme",
        {"name": name},
        e("a:fillStyleLst", {}, *(flat() for _ in range(3))),
        e("a:lnStyleLst", {}, *lines),
        e("a:effectStyleLst", {}, *effects),
        e("a:bgFillStyleLst", {}, *(flat() for _ in range(3))),
    )


def core_part(document: Document) -> Element:
    moment = f"{document.date}T00:00:00Z"
    said = {
        "dc:title": document.title,
        "dc:subject": document.subtitle,
        "dc:creator": MAKER,
        "cp:keywords": ", ".join(document.keywords),
        "cp:lastModifiedBy": MAKER,
        "cp:revision": "1",
        "dc:language": document.language,
    }
    dates = [e(f"dcterms:{name}", {"xsi:type": "dcterms:W3CDTF"}, moment) for name in ("created", "modified")]
    told = [e(name, {}, text) for name, text in said.items()]
    return root("cp:coreProperties", ("dc", "dcterms", "xsi"), *told, *dates)


def app_part() -> Element:
    return root("app:Properties", (), e("app:Application", {}, MAKER))
