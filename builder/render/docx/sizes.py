"""Sizes of type and of the marks before lists, from the theme and the edition, in points."""

from dataclasses import dataclass

from builder.document import Edition
from builder.theme import Theme

CARD_HANG = 10.0
"""How far the words of a list on a wallet card stand in behind their mark."""
BULLETS, NUMBERS, BEADS, ARROWS = 1, 2, 3, 4
"""The numbers of the lists that styles belong to."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """`leading` is the distance of two lines of the body; `small` is for what stands beside it."""

    body: float
    leading: float
    small: float

    @property
    def hang(self) -> float:
        """How far the words of a list stand in behind their mark."""
        return max(16.0, 1.3 * self.body)

    @property
    def step(self) -> float:
        """The same behind a number."""
        return 1.4 * self.hang


def sizes_for(theme: Theme, edition: Edition) -> Sizes:
    pages = theme.pages
    if edition == "pupil":
        return Sizes(pages.pupil_body_pt, pages.pupil_leading_pt, pages.small_pt + 1.5)
    return Sizes(pages.body_pt, pages.body_leading_pt, pages.small_pt)
