"""Every kind of block as lines, here and nowhere else: a new kind begins here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from builder import document as d
from builder.render.plain import parts
from builder.render.plain.inlines import step, words
from builder.render.plain.wrapping import LINE, WIDTH, named, wrapped

INNER = "  "
LINES_BESIDE = 4
"""How many lines there are to write on beside a slide."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Makes blocks of a width in letters; `titles` are those of the slides, by number."""

    titles: Mapping[int, str]
    width: int = WIDTH

    def within(self, indent: str) -> "Texts":
        """The same for lines that are set in."""
        return replace(self, width=self.width - len(indent))

    def blocks(self, blocks: Iterable[d.Block]) -> list[list[str]]:
        """Each block's lines; a block without words has none."""
        return [lines for block in blocks if (lines := self.block(block))]

    def block(self, block: d.Block) -> list[str]:
        match block:
            case d.Paragraph(content):
                return self.wrap(words(content))
            case d.BulletList(rows):
                return [line for row in rows for line in self.wrap(words(row), "- ")]
            case d.NumberedList(rows):
                return [line for n, row in enumerate(rows, 1) for line in self.wrap(step(row), f"{n}. ")]
            case d.DefinitionList(terms):
                said = (named(term, words(meaning)) for term, meaning in terms)
                return [line for text in said for line in self.wrap(text, "", INNER)]
            case d.Table():
                return parts.table(block, self.wrap)
            case d.Quote(content):
                return self.wrap(words(content), "> ", "> ")
            case d.MessageThread(entries):
                return [line for entry in entries for line in parts.entry(entry, self.wrap)]
            case d.Timeline(beats):
                told = (named(beat.label, beat.text) for beat in beats)
                return [line for text in told for line in self.wrap(text, "", INNER)]
            case d.Callout(_, title, inner):
                return self.framed(named(title, ""), inner)
            case d.Question():
                return parts.question(block, self.wrap)
            case d.AnswerLines(prompt, lines):
                return parts.to_write(words(prompt), lines, self.wrap)
            case d.TickList(rows):
                return [line for row in rows for line in self.wrap(words(row), "[ ] ")]
            case d.CutOutCards(cards):
                return self.cut_out(cards)
            case d.Figure(_, alt):
                return self.wrap(f"[{alt.strip()}]") if alt.strip() else []
            case d.HelpPanel():
                return parts.panel(block, self.wrap)
            case d.Minutes(minutes, label):
                # “min” is the same in every language that the labels may be in.
                return self.wrap(" · ".join(part for part in (label.strip(), f"{minutes} min") if part))
            case d.SlideReference():
                return self.slides(block)
            case _:
                assert_never(block)

    def wrap(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        return wrapped(text, first, rest, self.width)

    def framed(self, title: str, inner: Iterable[d.Block]) -> list[str]:
        """A title, and what belongs to it set in a little below."""
        lines = [line for part in self.within(INNER).blocks(inner) for line in part]
        return [*self.wrap(title), *(INNER + line if line else line for line in lines)]

    def cut_out(self, cards: tuple[d.Card, ...]) -> list[str]:
        """Each kind of card once, with how many there are of it on paper."""
        made: list[str] = []
        for card in dict.fromkeys(cards):
            count = cards.count(card)
            many = f"{count} ×" if count > 1 else ""
            made += [""] if made else []
            lines = self.framed(f"{many} {card.heading}", card.blocks)
            # Its code is an address; often one of the services on the card says the same.
            told = card.code.removeprefix("https://").removeprefix("http://").rstrip("/") in "\n".join(lines)
            made += [*lines, *([] if told else self.wrap(card.code, INNER))]
        return made

    def slides(self, block: d.SlideReference) -> list[str]:
        titles = [self.titles[n] for n in block.numbers if n in self.titles]
        said = self.wrap(named(block.label, " · ".join(titles)) if titles else block.label)
        return [*said, *[LINE] * (LINES_BESIDE if said and block.size == "with_lines" else 0)]
