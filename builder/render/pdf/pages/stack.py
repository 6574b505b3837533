"""Flowables one under another in a frame of their own, which part well at the foot of a page.

reportlab's own containers either refuse to part or part anywhere. Everything on our pages is built
from `Stack`, so that the rules of a good page break live here alone, and no author can write
something that reportlab finds too large.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import Color

from builder.render.pdf.pages.piece import Piece, Tag, closer

LEAST_ROOM = 16.0
"""The least width that anything is set in, in points."""


@dataclass(frozen=True, slots=True)
class Look:
    """The frame of a stack: room inside it, ground, outline, and a rule down its left side (points)."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    ground: Color | None = None
    line: Color | None = None
    line_width: float = 0.8
    dashed: bool = False
    radius: float = 0.0
    rule: Color | None = None
    rule_width: float = 2.5


PLAIN = Look()


class Stack(Piece):
    """`content` one under another. The first `keep` never stand alone at the foot of a page.

    `full` is the height of an empty page's frame: where nearly that much is offered, the stack
    parts even against its wishes, as waiting for a better page would be waiting for ever. A stack
    shorter than the share `whole_under` of a page moves to the next rather than part; of a list, at
    least `apart` items stand on either page.
    """

    def __init__(
        self,
        content: Sequence[Any],
        look: Look = PLAIN,
        *,
        keep: int = 0,
        full: float = 700.0,
        tag: Tag = "",
        before: float = 0.0,
        after: float = 0.0,
        whole_under: float = 0.0,
        apart: int = 0,
    ) -> None:
        super().__init__()
        self.content = list(content)
        self.look = look
        self.keep = keep
        self.full = full
        self.tag = tag
        self.spaceBefore = before
        self.spaceAfter = after
        self.whole_under = whole_under
        self.apart = apart
        self.first = True
        self.fixed = 0

    def room(self, width: float) -> float:
        """The width left inside; never less than a letter's, as the library can't set words in nothing."""
        return max(LEAST_ROOM, width - self.look.left - self.look.right)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self.known_at == width:
            return self.width, self.height
        look = self.look
        inner = self.room(width)
        self.tops: list[float] = []
        self.heights: list[float] = []
        y, after = look.top, 0.0
        for index, item in enumerate(self.content):
            if index:
                y += max(after, item.getSpaceBefore())
            height = self.measured(item, inner)
            self.tops.append(y)
            self.heights.append(height)
            y += height
            after = item.getSpaceAfter()
        self.width, self.height, self.known_at = width, y + look.bottom, width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        fresh = height >= 0.7 * self.full
        if self.height < self.whole_under * self.full and not fresh:
            return []
        head, rest = self._parted(self.room(width), height - self.look.bottom, fresh)
        if not head:
            return []
        if not rest:
            return [self._closed(head)]
        return [self.part(head, True), self.part(rest, False)]

    def _parted(self, inner: float, room: float, fresh: bool) -> tuple[list[Any], list[Any]]:
        count = len(self.content)
        index = next((i for i in range(count) if self.tops[i] + self.heights[i] > room + 1e-6), count)
        head, rest = self.content[:index], self.content[index:]
        broken = False
        if rest:
            item = rest[0]
            left = room - self.tops[index]
            parts = item.splitOn(getattr(self, "canv", None), inner, left) if left > 0 else []
            if parts:
                head, rest, broken = [*head, parts[0]], [*parts[1:], *rest[1:]], True
            elif fresh and len(head) <= self.fixed:
                head, rest = [*head, Shrunk(item, max(left, 1.0))], rest[1:]
        if not broken:
            held = self._held_back(head)
            # On an empty page something has to stand, even where it would rather wait.
            if not fresh or held < len(head) - self.fixed:
                head, rest = head[: len(head) - held], [*head[len(head) - held :], *rest]
        if not broken and rest:
            while 0 < len(rest) < self.apart < len(head):
                rest.insert(0, head.pop())
            if len(head) < self.apart and not fresh:
                return [], self.content
        if len(head) <= self.keep and not broken and not fresh:
            return [], self.content
        return head, rest

    @staticmethod
    def _held_back(head: list[Any]) -> int:
        """How many at the end of `head` go with what comes next."""
        return next((n for n, item in enumerate(reversed(head)) if not item.getKeepWithNext()), len(head))

    def part(self, content: list[Any], first: bool) -> "Stack":
        """One of two parts; only the first has what stands once, such as a stone with its number."""
        made = copy(self)
        # The library marks what it moved on to a new page once, and would not move the part again.
        made.__dict__.pop("_postponed", None)
        made.content = content
        made.known_at = -1.0
        made.drawn = False
        made.first = first and self.first
        made.keep = min(self.keep, len(content)) if first else 0
        made.spaceBefore = self.spaceBefore if first else 0
        made.spaceAfter = self.spaceAfter
        if first:
            # Without the space between them, the rest might just fit on the same page after all.
            made.spaceAfter = content[-1].getSpaceAfter() if content else 0.0
        return made

    def _closed(self, content: list[Any]) -> "Stack":
        """The whole of it with an item drawn closer so that it fits."""
        made = self.part(content, True)
        made.spaceAfter = self.spaceAfter
        return made

    def inside(self, width: float) -> list[tuple[Any, float]]:
        inner = self.room(width)
        return [(item, inner) for item in self.content]

    def tighten(self, factor: float) -> None:
        super().tighten(factor)
        self.look = replace(
            self.look, top=closer(self.look.top, factor), bottom=closer(self.look.bottom, factor)
        )
        for item in self.content:
            item.tighten(factor)

    def draw(self) -> None:
        self.draw_ground()
        self.draw_content()

    def draw_content(self) -> None:
        for item, top, height in zip(self.content, self.tops, self.heights, strict=True):
            item.drawOn(self.canv, self.look.left, self.height - top - height)

    def draw_ground(self) -> None:
        look, canvas = self.look, self.canv
        if look.ground is None and look.line is None and look.rule is None:
            return
        canvas.saveState()
        if look.ground is not None or look.line is not None:
            canvas.setLineWidth(look.line_width)
            if look.dashed:
                canvas.setDash(3, 2.5)
            if look.ground is not None:
                canvas.setFillColor(look.ground)
            if look.line is not None:
                canvas.setStrokeColor(look.line)
            fill, stroke = int(look.ground is not None), int(look.line is not None)
            if look.radius:
                canvas.roundRect(0, 0, self.width, self.height, look.radius, stroke, fill)
            elif look.dashed and stroke and not fill:
                # Each side from the same end, so that two cards that touch share one line, dash on dash.
                for y in (0, self.height):
                    canvas.line(0, y, self.width, y)
                for x in (0, self.width):
                    canvas.line(x, 0, x, self.height)
            else:
                canvas.rect(0, 0, self.width, self.height, stroke, fill)
        if look.rule is not None:
            canvas.setFillColor(look.rule)
            canvas.rect(0, 0, look.rule_width, self.height, 0, 1)
        canvas.restoreState()


class Shrunk(Piece):
    """What can't be parted and is taller than a page, made small enough: the last resort."""

    def __init__(self, item: Any, height: float) -> None:
        super().__init__()
        self.item = item
        self.allowed = height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        natural = self.measured(self.item, width)
        self.scale = min(1.0, self.allowed / natural) if natural else 1.0
        self.width, self.height = width, natural * self.scale
        return self.width, self.height

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.scale(self.scale, self.scale)
        self.item.drawOn(self.canv, 0, 0)
        self.canv.restoreState()
