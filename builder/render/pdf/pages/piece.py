"""What everything on a page is made of: flowables that know what they are for."""

from typing import Any, Literal

from reportlab.platypus import Flowable

from builder.render.pdf.tags import Token, tags_of

ENDLESS = 1e6
"""Height to offer where the natural height is asked for."""

LEAST_SPACE = 2.5

Tag = Literal[
    "",
    "H1",
    "H2",
    "H3",
    "H4",
    "P",
    "L",
    "LI",
    "Table",
    "TR",
    "TH",
    "TD",
    "Figure",
    "BlockQuote",
    "Aside",
    "Caption",
    "Artifact",
]
"""What a flowable is for a reader who can't see the page; PDF's own names of roles.

What has none belongs to what it stands in; an artifact is told by nobody.
"""


def closer(space: float, factor: float) -> float:
    """That share of a space, but never so little that things touch."""
    return max(min(space, LEAST_SPACE), factor * space)


class Piece(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """A flowable that knows what it is for: `tag`, `alt` and the inside of PDF's `attributes`.

    `leaf` is set where it draws itself what it is, and holds no other flowable.
    """

    tag: Tag = ""
    alt: str = ""
    attributes: str = ""
    leaf: bool = False
    drawn: bool = False
    width: float
    height: float
    known_at: float = -1.0
    """The width at which this was last measured: long documents ask for the same many times."""

    def __init__(self) -> None:
        super().__init__()
        self.token = Token()

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw at (x, y), noting what it is; reportlab's own name."""
        tags = tags_of(canvas)
        # The header of a table comes again on every page, and is read once.
        if self.tag == "Artifact" or self.drawn:
            with tags.quiet():
                super().drawOn(canvas, x, y, _sW)
            return
        self.drawn = True
        if not self.tag:
            super().drawOn(canvas, x, y, _sW)
            return
        with tags.opened(self.tag, self.token, self.alt, self.attributes) as element:
            if not self.leaf:
                super().drawOn(canvas, x, y, _sW)
                return
            with tags.marked(element), tags.quiet():
                super().drawOn(canvas, x, y, _sW)

    def measured(self, flowable: Any, width: float) -> float:
        height: float = flowable.wrapOn(getattr(self, "canv", None), width, ENDLESS)[1]
        return height

    def tighten(self, factor: float) -> None:
        """Take that share of the white around this, and of the white inside."""
        self.spaceBefore = closer(self.getSpaceBefore(), factor)
        self.spaceAfter = closer(self.getSpaceAfter(), factor)
        self.known_at = -1.0

    def inside(self, _width: float) -> list[tuple[Any, float]]:
        """What stands inside when this is `width` wide, and how wide each of it may be."""
        return []
