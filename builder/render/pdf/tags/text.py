"""Paragraphs with marks of their own: links within them, and a blank at the end of every line.

Without the blank a reader would join a line's last word to the next line's first.
"""

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.textobject import PDFTextObject

from builder.render.pdf.tags.tagger import Tagger
from builder.render.pdf.tags.tree import Element

_GAP = re.compile("_+")


class LineText(PDFTextObject):  # type: ignore[misc]  # reportlab carries no types
    """The text of a paragraph; with an `element`, links in it are elements of their own.

    `source` is the paragraph's whole text, of which this begins after so many letters.
    """

    def __init__(
        self, canvas: Any, x: float, y: float, source: str, begins: int, tags: Tagger, element: Element | None
    ) -> None:
        super().__init__(canvas, x, y)
        # The number of letters after which a blank follows; the last word has none.
        self._blanks = {*list(accumulate(map(len, source.split())))[:-1]}
        self._at = begins
        self._tags, self._element = tags, element
        self._links: dict[Any, Element] = {}
        self._may_have_gaps = "_" in source
        self._before = 0
        self._along = 0.0
        self.gaps: list[tuple[float, float, float]] = []
        """Where gaps to fill in begin, their baselines and widths, in points of the canvas."""
        if element is not None:
            self._code.append(tags.next_mark(element))

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803  # reportlab's names
        self._before = len(self._code)
        self._at += letters(text)
        # An address that is broken over two lines has no blank there.
        if TStar and self._at in self._blanks and not text.endswith(" "):
            text += " "
        if self._may_have_gaps:
            self._note_gaps(text, bool(TStar))
        super()._textOut(text, TStar)

    def _note_gaps(self, text: str, ends_line: bool) -> None:
        for found in _GAP.finditer(text):
            start = self.getX() + self._along + self._length(text[: found.start()])
            self.gaps.append((start, self.getY(), self._length(found[0])))
        self._along = 0.0 if ends_line else self._along + self._length(text)

    def _length(self, text: str) -> float:
        return float(stringWidth(text, self._fontname, self._fontsize)) if text else 0.0

    def _linkRecord(self, link: Any, what: str) -> None:  # noqa: N802  # reportlab's name
        """Called by reportlab when the first words of a link are out, and when its last are."""
        if self._element is None:
            return
        if what == "start":
            if link not in self._links:
                self._links[link] = Element("Link", self._element)
            self._tags.expect_link(self._links[link])
            self._code[self._before : self._before] = ["EMC", self._tags.next_mark(self._links[link])]
        else:
            self._code += ["EMC", self._tags.next_mark(self._element)]

    def getCode(self) -> str:  # noqa: N802  # reportlab's name
        if self._element is not None:
            self._code.append("EMC")
        code: str = super().getCode()
        return code


def draw_paragraph(paragraph: Any, draw: Callable[[], None], tags: Tagger, element: Element) -> None:
    """Draw a reportlab paragraph as the content of `element`; its text is a `LineText`."""
    laid = paragraph.blPara
    code = paragraph.canv._code
    if tags.is_quiet or not laid.lines:
        draw()
    elif laid.kind == 0:
        if not laid.link:
            with tags.marked(element):
                draw()
            return
        link = Element("Link", element)
        for _ in laid.lines:
            tags.expect_link(link)
        with tags.marked(link):
            draw()
    elif not any(getattr(word, "link", None) for line in laid.lines for word in line.words):
        with tags.marked(element):
            draw()
    else:
        paragraph.marks = element
        draw()
        paragraph.marks = None
        # The text is the last but the restoring of what was set before.
        at = next(n for n in range(len(code) - 1, -1, -1) if code[n].startswith("BT"))
        tags.claimed(at, at + 1)


def letters(text: str) -> int:
    """How many signs of a text are no blanks: these come again however it is broken."""
    return sum(map(len, text.split()))
