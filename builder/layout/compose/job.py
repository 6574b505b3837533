"""What every composition works with: a section's blocks handed out, and splitting onto further slides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from builder import document as d
from builder.layout.measure import Measure
from builder.layout.sheet import Sheet
from builder.layout.wording import Words, flow, joined, words
from builder.theme import Theme

B = TypeVar("B", bound=d.Block)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """The place of one slide among those a section is split onto, counted from 1."""

    number: int
    of: int

    @property
    def first(self) -> bool:
        return self.number == 1

    @property
    def last(self) -> bool:
        return self.number == self.of


@dataclass(slots=True)
class Job:
    """One section to compose. What a composition takes is gone; what is left must still be shown.

    `shown` names the drawings of the slides before this one, in order.
    """

    section: d.Section
    heading: str
    theme: Theme
    measure: Measure
    shown: tuple[str, ...] = ()
    left: list[d.Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.left = list(self.section.blocks)

    def take(self, kind: type[B]) -> B | None:
        """The first block of this kind, if there is one."""
        for block in self.left:
            if isinstance(block, kind):
                self.left.remove(block)
                return block
        return None

    def take_all(self, kind: type[B]) -> list[B]:
        found: list[B] = [block for block in self.left if isinstance(block, kind)]
        self.left = [block for block in self.left if not isinstance(block, kind)]
        return found

    def take_logos(self) -> list[d.Figure]:
        found = [b for b in self.left if isinstance(b, d.Figure) and b.use == "logo"]
        self.left = [b for b in self.left if b not in found]
        return found

    def take_paragraphs(self, *roles: str) -> list[d.Paragraph]:
        found = [b for b in self.left if isinstance(b, d.Paragraph) and b.role in roles]
        self.left = [b for b in self.left if not (isinstance(b, d.Paragraph) and b.role in roles)]
        return found

    def rest(self, colour: str = "ink", accent: str = "deep") -> Words | None:
        """All remaining words in reading order; figures stay, for `place` to complain of."""
        blocks = tuple(b for b in self.left if not isinstance(b, d.Figure))
        self.left = [b for b in self.left if isinstance(b, d.Figure)]
        return flow(blocks, colour, accent) if blocks else None

    def longest_unseen(self, drawings: Sequence[str]) -> d.Figure:
        """The decoration of the set that has not been seen for longest, so that slides differ."""
        last = {name: number for number, name in enumerate(self.shown)}
        return d.Figure(min(drawings, key=lambda name: last.get(name, -1)), "")

    def sheet(self, ground: str) -> Sheet:
        return Sheet(self.theme, self.measure, ground)

    def title(self, part: Part) -> str:
        return self.heading if part.of == 1 else f"{self.heading} ({part.number}\u00a0of\u00a0{part.of})"

    def split(
        self,
        items: Sequence[T],
        ground: str,
        draw: Callable[[Sheet, Sequence[T], Part], None],
        most: int = 1000,
    ) -> list[Sheet]:
        """Draw the items on as few slides as they fit, shared out evenly, at most `most` on one."""
        sheets: list[Sheet] = []
        fewest = max(1, -(-len(items) // most))
        for count in range(fewest, max(fewest, len(items)) + 1):
            sheets = []
            for number, chunk in enumerate(evenly(items, count), 1):
                sheet = self.sheet(ground)
                draw(sheet, chunk, Part(number, count))
                sheets.append(sheet)
            # A further slide helps words that are too many, not a word that is too long.
            if not any(misfit.words_over for sheet in sheets for misfit in sheet.misfits):
                break
        return sheets


def evenly(items: Sequence[T], count: int) -> list[Sequence[T]]:
    """The items in `count` runs whose lengths differ by one at most, the longer ones first."""
    size, longer = divmod(len(items), count)
    chunks, start = [], 0
    for i in range(count):
        end = start + size + (i < longer)
        chunks.append(items[start:end])
        start = end
    return chunks


def together(*parts: Words | None, gap_em: float = 0.5) -> Words | None:
    """Those texts that are there, one under the other."""
    there = [part for part in parts if part is not None]
    return joined(*there, gap_em=gap_em) if there else None


def said(paragraphs: Sequence[d.Paragraph], colour: str = "ink", strong: str = "") -> Words | None:
    return together(*(words(p.content, colour, strong=strong, bold=p.role == "label") for p in paragraphs))
