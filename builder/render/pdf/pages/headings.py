"""Headings: the words, a bead on the path, and a bookmark for the reader's outline."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle

from builder.render.pdf.pages.inlines import balanced, words
from builder.render.pdf.pages.piece import Tag
from builder.render.pdf.pages.stack import Stack
from builder.render.pdf.pages.styles import Setting

TAGS: tuple[Tag, ...] = ("H2", "H3", "H4")
"""By the level in the outline, which leaves none out; the document's title is the first heading."""
BEADS = (5.0, 3.6, 2.8)
"""The beads' radii by level: the first is filled, the others are rings."""


class Heading(Stack):
    """A section's heading with the small line above it; `outline` is its level among the bookmarks."""

    def __init__(self, text: str, label: str, level: int, key: str, outline: int, setting: Setting) -> None:
        self.level = min(max(level, 1), 3)
        style = setting.styles.headings[self.level - 1]
        content: list[Any] = [words(label, setting.styles.kicker, setting)] if label else []
        self.drop = setting.styles.kicker.leading if label else 0.0
        if text.strip():
            plain = ParagraphStyle("heading", parent=style, spaceBefore=0, spaceAfter=0)
            content.append(balanced(text, plain, setting, TAGS[min(outline, 2)]))
        super().__init__(
            content,
            full=setting.grid.full,
            before=style.spaceBefore,
            after=style.spaceAfter,
        )
        self.style = style
        self.text = " ".join(text.split())
        self.key = key
        self.outline = outline
        self.setting = setting
        self.keepWithNext = 1

    def draw(self) -> None:
        if self.text and self.first:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + 6)
            self.canv.addOutlineEntry(self.text, self.key, level=self.outline)
            self._bead()
        super().draw()

    def _bead(self) -> None:
        canvas, setting = self.canv, self.setting
        x = setting.grid.path_x - canvas.absolutePosition(0, 0)[0]
        y = self.height - self.drop - 0.66 * self.style.fontSize
        canvas.saveState()
        canvas.setStrokeColor(setting.colour("deep"))
        canvas.setFillColor(setting.colour("deep" if self.level == 1 else "white"))
        canvas.setLineWidth(1.2)
        canvas.circle(x, y, BEADS[self.level - 1], 1, 1)
        canvas.restoreState()
