"""What drawing a block needs to know: the theme, where the block stands, and under which heading."""

from dataclasses import dataclass, replace

from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.render.html.words import Words, words_in
from builder.theme import Theme

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """`key` is the block's place in the document, from which ids are made; `level` is that of the next
    heading inside. `heading` names what has no words of its own, `heading_id` is the heading's, if it is on
    the page, and `label` is the small line above it.
    """

    theme: Theme
    document: Document
    deck: PlacedDeck
    key: str = "s"
    level: int = 2
    heading: str = ""
    heading_id: str = ""
    label: str = ""
    on_slide: bool = False

    @property
    def words(self) -> Words:
        return words_in(self.document.language)

    def at(self, place: int | str) -> "Setting":
        """The same for a part of it; two parts never have the same key."""
        return replace(self, key=f"{self.key}-{place}")

    def under(self, heading: str, heading_id: str = "") -> "Setting":
        """The same below a heading of the current level."""
        return replace(
            self, level=min(self.level + 1, DEEPEST), heading=heading or self.heading, heading_id=heading_id
        )

    def named(self, name: str) -> str:
        """A field's or a group's name: its own words, or those of the heading that it stands under."""
        return name.strip() or self.heading.strip() or self.document.title
