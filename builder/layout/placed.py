"""Placed shapes: what `layout` makes and slide renderers draw, and nothing else.

All lengths are points, x to the right and y down from the slide's top left corner. A colour is a
role of the theme ("ink"), never a value. Shapes stand in reading order, back to front.
"""

from dataclasses import dataclass, field
from typing import Literal

from builder.diagnostics import Mark
from builder.document import Block, Document, Image
from builder.theme import Theme

Face = Literal["title", "body"]
Align = Literal["left", "centre", "right"]
Anchor = Literal["top", "middle", "bottom"]
Role = Literal["", "title", "body", "body2"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `lit` asks for the sun colour as a light behind the words."""

    text: str
    bold: bool = False
    colour: str = "ink"
    lit: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph of a text body; `bullet` is the mark or number that stands before it."""

    runs: tuple[Run, ...]
    size_pt: float
    face: Face = "body"
    align: Align = "left"
    bullet: Literal["", "disc", "number"] = ""
    space_after_pt: float = 0.0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TextBody:
    """Text in a box; insets are left, top, right, bottom. Line height is `theme.leading` x size."""

    paras: tuple[Para, ...]
    anchor: Anchor = "top"
    insets_pt: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    colour: str
    width_pt: float
    dash: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, rounded rectangle or ellipse, filled or not, with or without text in it.

    `role` makes it a placeholder of the slide's layout, so that outlines and screen readers find
    it. `alt` describes a shape without text; empty means decorative. `behind` is the fill of the shape that
    its words stand on, for programs that look no further than the box.
    """

    name: str
    x: float
    y: float
    w: float
    h: float
    kind: Literal["rect", "round", "ellipse"] = "rect"
    radius_pt: float = 0.0
    fill: str = ""
    line: Line | None = None
    text: TextBody | None = None
    role: Role = ""
    alt: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from (x1, y1) to (x2, y2); always decorative."""

    name: str
    x1: float
    y1: float
    x2: float
    y2: float
    line: Line


Command = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)


@dataclass(frozen=True, slots=True)
class Outline:
    """A free shape: moves, lines and cubic curves in slide coordinates, closed by Z or left open."""

    name: str
    commands: tuple[Command, ...]
    fill: str = ""
    line: Line | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    x: float
    y: float
    w: float
    h: float
    image: Image
    alt: str


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together, such as one drawing: one alt text for all of them."""

    name: str
    shapes: tuple["Box | Stroke | Outline", ...]
    alt: str = ""


Shape = Box | Stroke | Outline | Picture | Group


@dataclass(frozen=True, slots=True)
class PlacedSlide:
    """One finished slide: `section` is the id of what it shows, `part` counts its splits from 1."""

    number: int
    section: str
    part: int
    title: str
    layout: str
    ground: str
    shapes: tuple[Shape, ...]
    notes: tuple[Block, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class PlacedDeck:
    """A deck ready to draw, in the theme that it was measured in.

    `document` gives title, language, edition and furniture.
    """

    document: Document
    slides: tuple[PlacedSlide, ...]
    theme: Theme
    width_pt: float = 960.0
    height_pt: float = 540.0
    numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)
