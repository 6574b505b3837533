"""The house template: one master, and a layout for every kind of slide a lesson may show."""

from dataclasses import dataclass

from builder.layout.grid import BODY_BOTTOM, FOOT_SIZE_PT, FOOTER, MARGIN, NUMBER, ON, Area, shares
from builder.render.pptx.props import FIRST_MASTER_ID, levels
from builder.render.pptx.xml import HEADER, NAMESPACES, background, colour, frame, quoted, tree
from builder.theme import Theme

# Room for a title of two lines, since nobody measures what a teacher adds.
HEAD = Area(MARGIN, 60, 872, 92)
BODY = Area(MARGIN, 166, 872, BODY_BOTTOM - 166)
LEFT, RIGHT = shares(BODY, 2)

FOOTER_KIND = 'type="ftr" sz="quarter" idx="11"'
NUMBER_KIND = 'type="sldNum" sz="quarter" idx="12"'
_SHRINKS = "normAutofit"  # only for what a teacher types; slides bring words that were measured
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide's bones for a teacher who adds one: `name` as PowerPoint's New Slide menu shows it."""

    name: str
    ground: str = "paper"
    title: Area = HEAD
    bodies: tuple[Area, ...] = (BODY,)
    title_pt: float = 38
    body_pt: float = 26

    @property
    def roles(self) -> set[str]:
        """The roles of placed boxes that find their placeholder here."""
        return {"title", *("body", "body2")[: len(self.bodies)]}


LAYOUTS = {
    "title": Layout("Title", title=Area(44, 116, 710, 130), bodies=(Area(44, 261, 613, 76),), title_pt=54),
    "statement": Layout(
        "Statement", "deep", Area(44, 60, 798, 60), (Area(44, 150, 760, 250),), title_pt=24, body_pt=54
    ),
    "list": Layout("List"),
    "columns": Layout("Two columns", bodies=(LEFT, RIGHT)),
    "steps": Layout("Steps"),
    "thread": Layout("Message thread", title=Area(44, 60, 380, 92), bodies=(Area(44, 166, 380, 300),)),
    "timeline": Layout("Timeline"),
    "question": Layout("Question", "sand", title_pt=44),
    "sort": Layout("Sort the cards"),
    "case_study": Layout(
        "Case study", "plum", Area(44, 140, 724, 132), (Area(44, 289, 613, 150),), title_pt=54
    ),
    "beats": Layout("Case study story"),
    "picture": Layout("Picture", title=Area(44, 60, 330, 92), bodies=(Area(44, 166, 330, 300),)),
    "help": Layout("Help"),
    "calm_ending": Layout(
        "Calm ending", "sky", Area(44, 60, 650, 60), (Area(44, 157, 500, 180),), title_pt=24, body_pt=44
    ),
    "poster": Layout("Poster", title=Area(44, 34, 576, 90), bodies=(Area(44, 132, 576, 220),), title_pt=66),
}
"""By the name of a slide's layout. Slides carry their own places; these are where a new one starts."""


def placeholder(
    number: int, name: str, kind: str, area: Area, inside: str, anchor: str = "t", fit: str = "noAutofit"
) -> str:
    """An empty placeholder of the master or a layout; `inside` is its list style and paragraphs."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{quoted(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>"
        f"{frame(area.x, area.y, area.w, area.h)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" '
        f'lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}"><a:{fit}/></a:bodyPr>'
        f"{inside}</p:txBody></p:sp>"
    )


def number_field(lang: str, shown: str, style: str = "") -> str:
    """A slide number that counts itself; `shown` is what stands there until it does."""
    return (
        '<a:fld id="{7D3B2C1E-5A4F-4E6B-9C8D-1F2E3A4B5C6D}" type="slidenum">'
        f'<a:rPr lang="{lang}" dirty="0">{style}</a:rPr><a:t>{shown}</a:t></a:fld>'
    )


def master_xml(theme: Theme, language: str, layout_rids: list[str]) -> str:
    lang = quoted(language)
    title_size, body_size = theme.slides.title_pt[0], theme.slides.body_pt[0]
    listed = "".join(
        f'<p:sldLayoutId id="{FIRST_MASTER_ID + 1 + n}" r:id="{rid}"/>' for n, rid in enumerate(layout_rids)
    )
    shapes = (
        placeholder(2, "Title", 'type="title"', HEAD, _prompt(lang, "The slide's title"))
        + placeholder(3, "Words", 'type="body" idx="1"', BODY, _prompt(lang, "The slide's words"))
        + _foot(theme, lang, "paper", 4)
    )
    title_style = levels(
        "p:titleStyle", title_size, language, colour="tx2", face="+mj-lt", count=1, bold=True
    )
    return (
        f"{HEADER}<p:sldMaster {NAMESPACES}><p:cSld>{background(theme, 'paper')}{tree(shapes)}</p:cSld>"
        f"{COLOUR_MAP}<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles>{title_style}"
        f"{levels('p:bodyStyle', body_size, language)}{levels('p:otherStyle', 18, language)}"
        "</p:txStyles></p:sldMaster>"
    )


def layout_xml(theme: Theme, language: str, layout: Layout) -> str:
    lang = quoted(language)
    inks = ON[layout.ground]
    prompt = _prompt(lang, "The slide's title", _style(theme, layout.title_pt, inks.title))
    shapes = placeholder(2, "Title", 'type="title"', layout.title, prompt, fit=_SHRINKS)
    prompt = _prompt(lang, "The slide's words", _style(theme, layout.body_pt, inks.text))
    for n, area in enumerate(layout.bodies, start=1):
        shapes += placeholder(2 + n, f"Words {n}", f'type="body" idx="{n}"', area, prompt, fit=_SHRINKS)
    shapes += _foot(theme, lang, layout.ground, 3 + len(layout.bodies))
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1">'
        f'<p:cSld name="{quoted(layout.name)}">{background(theme, layout.ground)}{tree(shapes)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _style(theme: Theme, size_pt: float, ink: str, align: str = "l") -> str:
    fill = f"<a:solidFill>{colour(theme, ink)}</a:solidFill>"
    return f'<a:lvl1pPr algn="{align}"><a:defRPr sz="{round(size_pt * 100)}">{fill}</a:defRPr></a:lvl1pPr>'


def _prompt(lang: str, words: str, style: str = "") -> str:
    return f'<a:lstStyle>{style}</a:lstStyle><a:p><a:r><a:rPr lang="{lang}"/><a:t>{words}</a:t></a:r></a:p>'


def _foot(theme: Theme, lang: str, ground: str, first_id: int) -> str:
    """The footer and the slide number, in the ink that reads on `ground`."""

    def inside(align: str, words: str) -> str:
        style = _style(theme, FOOT_SIZE_PT, ON[ground].foot, align)
        return f"<a:lstStyle>{style}</a:lstStyle><a:p>{words}</a:p>"

    empty = f'<a:endParaRPr lang="{lang}"/>'
    footer = placeholder(first_id, "Footer", FOOTER_KIND, FOOTER, inside("l", empty), "ctr")
    number = inside("r", number_field(lang, "‹#›"))
    return footer + placeholder(first_id + 1, "Slide number", NUMBER_KIND, NUMBER, number, "ctr")
