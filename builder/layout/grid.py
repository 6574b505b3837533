"""Where things stand on a slide: twelve columns, the foot, and which ink reads on which ground.

Lengths are points from the top left corner of a 960 x 540 slide. Both slide renderers read the foot.
"""

from dataclasses import dataclass

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 44.0
COLUMNS, COLUMN, GUTTER = 12, 58.0, 16.0
TOP = 36.0
BODY_BOTTOM = 466.0
"""Nothing but the path, the foot and a landscape stands lower."""
PATH_Y = 488.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the slide."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def inset(self, dx: float, dy: float) -> "Area":
        return Area(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)


FOOTER = Area(44, 508, 420, 24)
DRAFT = Area(472, 508, 380, 24)
NUMBER = Area(860, 508, 56, 24)
FOOT_SIZE_PT = 12.0


def column(first: int) -> float:
    """The left edge of column `first`, counted from 0."""
    return MARGIN + first * (COLUMN + GUTTER)


def span(columns: float) -> float:
    """The width of so many columns with the gutters between them."""
    return columns * COLUMN + (columns - 1) * GUTTER


def shares(area: Area, count: int, gutter: float = GUTTER) -> list[Area]:
    """The area cut into `count` columns of equal width."""
    width = (area.w - gutter * (count - 1)) / count
    return [Area(area.x + i * (width + gutter), area.y, width, area.h) for i in range(count)]


def rows(area: Area, count: int, gutter: float = GUTTER) -> list[Area]:
    """The area cut into `count` rows of equal height."""
    height = (area.h - gutter * (count - 1)) / count
    return [Area(area.x, area.y + i * (height + gutter), area.w, height) for i in range(count)]


@dataclass(frozen=True, slots=True)
class Inks:
    """The colour roles that read on one ground; `panel` is a card's fill there, `panel_ink` its text.

    `done` and `to_come` are the path behind and before its dot.
    """

    title: str
    text: str
    label: str
    foot: str
    panel: str
    done: str
    to_come: str
    panel_ink: str = "ink"


ON: dict[str, Inks] = {
    "paper": Inks("deep", "ink", "deep", "ink", "sky", "deep", "mist"),
    "sand": Inks("deep", "ink", "deep", "ink", "white", "deep", "wheat"),
    "sky": Inks("deep", "ink", "deep", "ink", "white", "deep", "mist"),
    "lilac": Inks("plum", "ink", "plum", "ink", "white", "plum", "thistle"),
    "deep": Inks("white", "white", "white", "white", "night", "sun", "lake", "white"),
    "plum": Inks("white", "white", "white", "white", "lilac", "sun", "heather"),
}
"""Every ground a slide may have, and what stands on it; contrast is tested."""
