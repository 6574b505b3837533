"""All that drawing a block needs to know: the theme, the page, where it stands, and the file it goes into."""

from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from builder.document import CalloutKind
from builder.layout.measure import Measure
from builder.layout.placed import PlacedDeck
from builder.render.docx.callouts import callout_id
from builder.render.docx.look import Style
from builder.render.docx.numbering import Lists, Place
from builder.render.docx.package import Package, Part
from builder.render.docx.pages import Page
from builder.theme import Theme

Role = Literal["words", "bullet", "number", "tick", "letter"]
ON_PAGE: dict[Role, str] = {
    "words": "BodyText",
    "bullet": "ListBullet",
    "number": "ListNumber",
    "tick": "TickList",
    "letter": "AnswerOption",
}
FACES, MARGIN = 2, 1.02
"""Of the faces that are measured, the house's and its first substitute, and what is added to be safe."""


@dataclass(slots=True)
class Book:
    """The file in the making: what is counted through the whole of it."""

    package: Package
    main: Part
    lists: Lists = field(default_factory=Lists)
    last_id: int = 0

    def next_id(self) -> int:
        """A number that nothing else in the document has."""
        self.last_id += 1
        return self.last_id


@dataclass(frozen=True, slots=True)
class Setting:
    """`width` is that of the words in points; `heading` and `label` are those of the section.

    `callout` counts where the place is one.
    """

    theme: Theme
    language: str
    page: Page
    styles: dict[str, Style]
    book: Book
    measure: Measure
    width: float
    deck: PlacedDeck
    heading: str = ""
    label: str = ""
    place: Place = "page"
    callout: CalloutKind = "note"

    def style(self, role: Role) -> str:
        """The id of the style that words of this role have here."""
        match self.place:
            case "page":
                return ON_PAGE[role]
            case "callout":
                base = callout_id(self.callout)
                return base if role == "words" else f"{base}List"
            case "card":
                return "CardText" if role == "words" else "CardList"
            case "strip":
                return "StripText" if role == "words" else "StripList"
            case _:
                assert_never(self.place)

    def length(self, text: str, style: str, *, bold: bool = False) -> float:
        """How long words of a style are in points, in the house's face and in Word's for it."""
        look = self.styles[style]
        heavy = bold or bool(look.bold)
        while look.size is None and look.like:
            look = self.styles[look.like]
        return MARGIN * max(self.measure.widths(text, "body", heavy)[:FACES]) * (look.size or 0.0)

    def inside(self, kind: CalloutKind) -> "Setting":
        """The same in a callout; a wallet card has no room for a box in it, only for its words."""
        return self if self.place == "card" else replace(self, place="callout", callout=kind)

    def on(self, card: Literal["card", "strip"], width: float) -> "Setting":
        """The same on a wallet card or a strip."""
        measure = Measure(self.theme.of_cards()) if card == "card" else self.measure
        return replace(self, place=card, width=width, measure=measure)
