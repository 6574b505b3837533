"""The styles of tables: ruled ones to read, boxed ones to write in, and cards to cut out."""

from dataclasses import dataclass

from builder.render.docx.look import Edge, edge_xml
from builder.render.docx.small_styles import CARD_PAD
from builder.render.docx.xml import Element, twips, w
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Cells:
    """A table's style and the room within its cells, in points."""

    style: str
    name: str
    left: float
    top: float
    right: float
    bottom: float


OPEN = Cells("RuledTable", "Ruled Table", 0, 1.8, 10, 1.8)
BOXED = Cells("TableToWriteIn", "Table to Write In", 7, 5, 7, 5)
WALLET = Cells("WalletCards", "Wallet Cards", CARD_PAD, CARD_PAD, CARD_PAD, CARD_PAD)
STRIPS = Cells("Strips", "Strips to Cut Out", 12, 8, 12, 9)


def table_styles(theme: Theme) -> list[Element]:
    ink, cut = Edge("ink", 0.6, 0), Edge("ink", 0.6, 0, dash=True)
    mist, deep = Edge("mist", 0.6, 0), Edge("deep", 0.9, 0)
    head = w("tblStylePr", w("tcPr", w("tcBorders", edge_xml("bottom", deep, theme))), type="firstRow")
    everywhere = ("top", "left", "bottom", "right", "insideH", "insideV")
    return [
        _plain(),
        _style(OPEN, {"bottom": mist, "insideH": mist}, theme, head),
        _style(BOXED, dict.fromkeys(everywhere, ink), theme),
        _style(WALLET, dict.fromkeys(everywhere, cut), theme),
        _style(STRIPS, dict.fromkeys(everywhere, cut), theme),
    ]


def _plain() -> Element:
    """What every table of Office goes back to."""
    margins = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=True,
        styleId="TableNormal",
    )


def _style(cells: Cells, edges: dict[str, Edge], theme: Theme, *parts: Element) -> Element:
    borders = w("tblBorders", *(edge_xml(side, edge, theme) for side, edge in edges.items()))
    margins = w(
        "tblCellMar",
        *(w(side, w=twips(getattr(cells, side)), type="dxa") for side in ("top", "left", "bottom", "right")),
    )
    return w(
        "style",
        w("name", val=cells.name),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=9),
        w("qFormat"),
        w("tblPr", borders, margins),
        *parts,
        type="table",
        customStyle=True,
        styleId=cells.style,
    )
