"""Where things stand on a page, as on the printed ones: margins, the path, and how wide prose is."""

from dataclasses import dataclass

from builder.document import Edition
from builder.theme import MM, PAPERS, Theme

WALLET_W, WALLET_H = 85 * MM, 54 * MM
TOP, BOTTOM = 20 * MM, 17 * MM
HEADER, FOOTER = 10 * MM, 8 * MM
"""How far the lines above and below the text stand from the paper's edge."""
GUTTER = 27.0
PATH_TO_EDGE = 12 * MM
LETTER_EM = 0.48
"""How wide a letter is on average, in its own size."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lengths in points; `path` is how far left of the words the path runs."""

    width: float
    height: float
    left: float
    right: float
    path: float
    measure: float

    @property
    def text_w(self) -> float:
        return self.width - self.left - self.right

    @property
    def spare(self) -> float:
        """How much narrower prose is than the page, so that an eye can follow its lines."""
        return max(0.0, self.text_w - self.measure)


def page_for(theme: Theme, edition: Edition) -> Page:
    """Pupils' pages are as wide as two wallet cards; on others the path has a gutter of its own."""
    pages = theme.pages
    width, height = PAPERS[pages.paper]
    if edition in ("teacher", "staff"):
        margin = pages.margin_mm * MM
        left = margin + GUTTER
        return Page(width, height, left, margin, GUTTER / 2, 80 * LETTER_EM * pages.body_pt)
    margin = (width - 2 * WALLET_W) / 2
    return Page(width, height, margin, margin, margin - PATH_TO_EDGE, 75 * LETTER_EM * pages.pupil_body_pt)
