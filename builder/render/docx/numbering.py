"""Lists: what stands before their items, and a number of its own for each that counts."""

from dataclasses import dataclass
from typing import Literal, assert_never

from builder.render.docx.callouts import INSET
from builder.render.docx.look import fonts_xml, tint
from builder.render.docx.sizes import ARROWS, BEADS, BULLETS, CARD_HANG, NUMBERS, Sizes
from builder.render.docx.xml import Element, halves, root, twips, w
from builder.theme import Theme

Mark = Literal["bullet", "number", "letter", "bead", "arrow"]
Place = Literal["page", "callout", "card", "strip"]

KINDS: tuple[tuple[Mark, Place], ...] = (
    ("bullet", "page"),
    ("number", "page"),
    ("bead", "page"),
    ("arrow", "page"),
    ("letter", "page"),
    ("bullet", "callout"),
    ("number", "callout"),
    ("letter", "callout"),
    ("bullet", "card"),
    ("number", "card"),
    ("letter", "card"),
    ("bullet", "strip"),
    ("number", "strip"),
    ("letter", "strip"),
)
"""Each kind of list has its place here, from 1, as its number."""
COUNTING = {"number": "decimal", "letter": "upperLetter"}
SIGNS = {"bullet": "•", "bead": "●", "arrow": "→", "number": "%1.", "letter": "%1"}
STYLES = {BULLETS: "ListBullet", NUMBERS: "ListNumber", BEADS: "Timeline", ARROWS: "HelpNext"}
BEAD_PT = 8.0


class Lists:
    """The lists of one document; each that counts begins anew."""

    def __init__(self) -> None:
        self._begun: list[int] = []

    def number(self, mark: Mark, place: Place) -> int:
        """The number of a list's instance: bullets share one, as they don't count."""
        kind = KINDS.index((mark, place)) + 1
        if mark not in COUNTING:
            return kind
        self._begun.append(kind)
        return len(KINDS) + len(self._begun)

    def xml(self, theme: Theme, sizes: Sizes) -> Element:
        made = root("w:numbering", ())
        made.extend(
            [_abstract(number, _indent(*kind, sizes), kind[0], theme) for number, kind in enumerate(KINDS, 1)]
        )
        made.extend([w("num", w("abstractNumId", val=n), numId=n) for n in range(1, len(KINDS) + 1)])
        for number, kind in enumerate(self._begun, len(KINDS) + 1):
            again = w("lvlOverride", w("startOverride", val=1), ilvl=0)
            made.append(w("num", w("abstractNumId", val=kind), again, numId=number))
        return made


@dataclass(frozen=True, slots=True)
class Indent:
    left: float
    hanging: float


def _indent(mark: Mark, place: Place, sizes: Sizes) -> Indent:
    match place:
        case "callout":
            return Indent(INSET + sizes.hang, sizes.hang)
        case "card":
            return Indent(CARD_HANG, CARD_HANG)
        case "page" | "strip":
            hang = sizes.step if mark in COUNTING else sizes.hang
            return Indent(hang, hang)
        case _:
            assert_never(place)


def _abstract(number: int, indent: Indent, mark: Mark, theme: Theme) -> Element:
    level = w("lvl", w("start", val=1), w("numFmt", val=COUNTING.get(mark, "bullet")), ilvl=0)
    if number in STYLES:
        level.append(w("pStyle", val=STYLES[number]))
    level.extend(
        (
            w("lvlText", val=SIGNS[mark]),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=twips(indent.left), hanging=twips(indent.hanging))),
            _mark_letters(mark, theme),
        )
    )
    # Word tells lists apart by this number; ours are the same in every build.
    code = w("nsid", val=f"4C50{number:04X}")
    return w("abstractNum", code, w("multiLevelType", val="singleLevel"), level, abstractNumId=number)


def _mark_letters(mark: Mark, theme: Theme) -> Element:
    colour = w("color", **tint(theme, "ink" if mark == "bullet" else "deep"))
    bold = () if mark == "bullet" else (w("b"), w("bCs"))
    size = (w("sz", val=halves(BEAD_PT)), w("szCs", val=halves(BEAD_PT))) if mark == "bead" else ()
    return w("rPr", fonts_xml(theme, "body"), *bold, colour, *size)
