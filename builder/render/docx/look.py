"""What a style says, in the theme's terms, and the element of the styles part that says it in Word's."""

from dataclasses import dataclass
from typing import Literal

from builder.render.docx.xml import Element, eighths, halves, twips, w
from builder.theme import Theme

# The slot of the file's own theme that holds a role: whoever changes it there recolours the document.
SLOTS = {
    "ink": "text1",
    "white": "background1",
    "deep": "text2",
    "paper": "background2",
    "leaf": "accent1",
    "coral": "accent2",
    "sun": "accent3",
    "plum": "accent4",
    "sky": "accent5",
    "night": "accent6",
}
BUILT_IN = 9
"""Where in Word's list of styles ours stand that need no place of their own."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line beside a paragraph: a colour's role, and how far it stands from the words, in points."""

    role: str
    width_pt: float
    gap_pt: float
    dash: bool = False


@dataclass(frozen=True, slots=True)
class Edges:
    top: Edge | None = None
    left: Edge | None = None
    bottom: Edge | None = None
    right: Edge | None = None
    between: Edge | None = None

    @property
    def drawn(self) -> tuple[tuple[str, Edge], ...]:
        """The lines there are, by Word's names and in Word's order."""
        sides = ("top", "left", "bottom", "right", "between")
        return tuple((side, edge) for side in sides if (edge := getattr(self, side)) is not None)


@dataclass(frozen=True, slots=True)
class Style:
    """A style; lengths and sizes are in points, colours are roles, and what is None or empty is inherited.

    `line` is the distance of lines as a share of what the face itself asks for, or with `at_least` a
    length. `numbering` is the number of the list that the style's paragraphs belong to. Paragraphs in the
    same `box` have one frame round them all. `rare` styles are shown by Word once they are in use.
    """

    id: str
    name: str
    like: str = "Normal"
    kind: Literal["paragraph", "character"] = "paragraph"
    then: str = ""
    size: float | None = None
    bold: bool | None = None
    colour: str = ""
    face: Literal["", "title", "body", "card", "signs"] = ""
    underline: bool = False
    before: float | None = None
    after: float | None = None
    line: float | None = None
    at_least: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: Literal["", "right", "center"] = ""
    keep_next: bool = False
    keep_lines: bool = False
    break_off: bool = False
    edges: Edges | None = None
    ground: str = ""
    tabs: tuple[tuple[Literal["left", "right"], float, bool], ...] = ()
    outline: int | None = None
    numbering: int | None = None
    box: str = ""
    rare: bool = False


def style_xml(style: Style, theme: Theme) -> Element:
    own = not style.name[0].islower() and style.id not in OFFICES
    attributes = {"type": style.kind, "styleId": style.id, **({"customStyle": True} if own else {})}
    if style.id in ("Normal", "DefaultParagraphFont"):
        attributes = {"type": style.kind, "default": True, "styleId": style.id}
    made = w("style", w("name", val=style.name), **attributes)
    if style.like and style.like != style.id:
        made.append(w("basedOn", val=style.like))
    if style.then:
        made.append(w("next", val=style.then))
    made.append(w("uiPriority", val=BUILT_IN))
    if style.rare:
        made.extend((w("semiHidden"), w("unhideWhenUsed")))
    else:
        made.append(w("qFormat"))
    parts = (_paragraph(style, theme) if style.kind == "paragraph" else None, _letters(style, theme))
    made.extend([part for part in parts if part is not None and len(part)])
    return made


OFFICES = {
    "Normal",
    "DefaultParagraphFont",
    "Title",
    "Subtitle",
    "BodyText",
    "ListBullet",
    "ListNumber",
    "Quote",
    "Strong",
    "Emphasis",
    "Hyperlink",
}
"""The styles that every Office knows; others whose names begin with a small letter are its own too."""


def tint(theme: Theme, role: str) -> dict[str, object]:
    """The attributes of an element that says a colour."""
    slot = {"themeColor": SLOTS[role]} if role in SLOTS else {}
    return {"val": theme.colours[role], **slot}


def shade(theme: Theme, role: str) -> Element:
    slot = {"themeFill": SLOTS[role]} if role in SLOTS else {}
    return w("shd", val="clear", color="auto", fill=theme.colours[role], **slot)


def edge_xml(side: str, edge: Edge, theme: Theme) -> Element:
    said = tint(theme, edge.role)
    slot = {"themeColor": said["themeColor"]} if "themeColor" in said else {}
    return w(
        side,
        val="dashed" if edge.dash else "single",
        sz=max(2, eighths(edge.width_pt)),
        space=round(edge.gap_pt),
        color=said["val"],
        **slot,
    )


def _paragraph(style: Style, theme: Theme) -> Element:
    """The paragraph's properties, in the order that Word wants them."""
    made = w("pPr")
    for wanted, name in (
        (style.keep_next, "keepNext"),
        (style.keep_lines, "keepLines"),
        (style.break_off, "pageBreakBefore"),
    ):
        if wanted:
            made.append(w(name))
    if style.numbering is not None:
        made.append(w("numPr", w("numId", val=style.numbering)))
    if style.edges is not None:
        made.append(w("pBdr", *(edge_xml(side, edge, theme) for side, edge in style.edges.drawn)))
    if style.ground:
        made.append(shade(theme, style.ground))
    if style.tabs:
        made.append(w("tabs", *(_tab(*tab) for tab in style.tabs)))
    lengths = {"before": style.before, "after": style.after}
    spacing: dict[str, object] = {key: twips(pt) for key, pt in lengths.items() if pt is not None}
    if style.line is not None:
        spacing |= {"line": round(240 * style.line), "lineRule": "auto"}
    if style.at_least is not None:
        spacing |= {"line": twips(style.at_least), "lineRule": "atLeast"}
    if spacing:
        made.append(w("spacing", **spacing))
    indents = {"left": style.left, "right": style.right, "hanging": style.hanging}
    if any(pt is not None for pt in indents.values()):
        made.append(w("ind", **{key: twips(pt) for key, pt in indents.items() if pt is not None}))
    if style.align:
        made.append(w("jc", val=style.align))
    if style.outline is not None:
        made.append(w("outlineLvl", val=style.outline))
    return made


def _tab(align: str, at: float, leader: bool) -> Element:
    line = {"leader": "underscore"} if leader else {}
    return w("tab", val=align, **line, pos=twips(at))


def _letters(style: Style, theme: Theme) -> Element:
    """The letters' properties, in the order that Word wants them."""
    made = w("rPr")
    if style.face:
        made.append(fonts_xml(theme, style.face))
    if style.bold is not None:
        made.extend((w("b", val=style.bold), w("bCs", val=style.bold)))
    if style.id == "Emphasis":
        made.extend((w("i", val=False), w("iCs", val=False)))
    if style.colour:
        made.append(w("color", **tint(theme, style.colour)))
    if style.size is not None:
        made.extend((w("sz", val=halves(style.size)), w("szCs", val=halves(style.size))))
    if style.underline:
        made.append(w("u", val="single"))
    return made


def fonts_xml(theme: Theme, face: Literal["title", "body", "card", "signs"]) -> Element:
    """A face by its place in the file's theme, and by its name for programs that don't look there."""
    if face == "signs" or (face == "card" and theme.fonts.card):
        name = theme.fonts.card.family if face == "card" and theme.fonts.card else TICK_FACE
        return w("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), name))
    font, place = (theme.fonts.title, "major") if face == "title" else (theme.fonts.body, "minor")
    return w(
        "rFonts",
        ascii=font.family,
        hAnsi=font.family,
        cs=font.family,
        asciiTheme=f"{place}HAnsi",
        hAnsiTheme=f"{place}HAnsi",
        eastAsiaTheme=f"{place}EastAsia",
        cstheme=f"{place}Bidi",
    )


TICK_FACE = "Segoe UI Symbol"
"""A face with a box to tick in it; machines without it take the box from another."""
