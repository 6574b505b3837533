"""From the document's words to runs and paragraphs of one size and colour."""

from collections.abc import Callable
from typing import assert_never

from builder import document as d
from builder.layout.placed import Align, Face, Para, Run

Words = Callable[[float], tuple[Para, ...]]
"""The paragraphs of a text at a size, so that a ladder of sizes can be tried."""


def runs(
    content: d.Rich, colour: str = "ink", *, bold: bool = False, lit: bool = False, strong: str = ""
) -> tuple[Run, ...]:
    """The inlines as runs; `strong` is another colour for strong words, `lit` lights them."""
    made: list[Run] = []
    for inline in _light_to_the_stop(content) if lit else content:
        match inline:
            case d.Text(text):
                made.append(Run(text, bold, colour))
            case d.Strong(text):
                # Sun is a light behind ink: its words are ink on every ground.
                made.append(Run(text, True, "ink" if lit else strong or colour, lit))
            case d.Emphasis(text):
                made.append(Run(text, True, colour))
            case d.Link(text, address):
                made.append(Run(text, bold, colour, link=address))
            case d.Gap(letters):
                made.append(Run("_" * letters, bold, colour))
            case _:
                assert_never(inline)
    return tuple(made)


def _light_to_the_stop(content: d.Rich) -> d.Rich:
    """A full stop right after a lit word stands in its light, where its own colour could not be read."""
    made: list[d.Inline] = []
    for inline in content:
        before = made[-1] if made else None
        if isinstance(inline, d.Text) and isinstance(before, d.Strong):
            rest = inline.text.lstrip(".,;:!?…’”)")
            made[-1] = d.Strong(before.text + inline.text[: len(inline.text) - len(rest)])
            inline = d.Text(rest)
        made.append(inline)
    return tuple(made)


def words(
    content: d.Rich | str,
    colour: str = "ink",
    *,
    face: Face = "body",
    bold: bool = False,
    lit: bool = False,
    strong: str = "",
    align: Align = "left",
) -> Words:
    """One paragraph at any size."""
    rich = d.rich(content) if isinstance(content, str) else content
    made = runs(rich, colour, bold=bold, lit=lit, strong=strong)
    return lambda size: (Para(made, size, face, align),)


def joined(*parts: Words, gap_em: float = 0.4) -> Words:
    """Several texts one under the other, with space between."""

    def at(size: float) -> tuple[Para, ...]:
        paras: list[Para] = []
        for part in parts:
            if paras:
                paras[-1] = spaced(paras[-1], gap_em * size)
            paras.extend(part(size))
        return tuple(paras)

    return at


def scaled(part: Words, factor: float, least: float) -> Words:
    """The text at a share of the size asked for, never under `least`."""
    return lambda size: part(max(least, round(size * factor)))


def spaced(para: Para, space_pt: float) -> Para:
    return Para(para.runs, para.size_pt, para.face, para.align, para.bullet, space_pt)


def flow(blocks: tuple[d.Block, ...], colour: str = "ink", accent: str = "deep") -> Words:
    """Any blocks as plain paragraphs, for places that have no form of their own for them."""

    def at(size: float) -> tuple[Para, ...]:
        paras: list[Para] = []
        for block in blocks:
            made = _paras(block, size, colour, accent)
            if paras and made:
                paras[-1] = spaced(paras[-1], 0.5 * size)
            paras.extend(made)
        return tuple(paras)

    return at


def listed(
    items: tuple[d.Rich, ...], size: float, colour: str, accent: str, ordered: bool = False
) -> list[Para]:
    return [
        Para(
            runs(item, colour, strong=accent),
            size,
            bullet="number" if ordered else "disc",
            space_after_pt=0.35 * size,
        )
        for item in items
    ]


def _paras(block: d.Block, size: float, colour: str, accent: str) -> list[Para]:
    def plain(content: d.Rich | str, bold: bool = False) -> list[Para]:
        return list(words(content, colour, strong=accent, bold=bold)(size))

    match block:
        case d.Paragraph(content, role):
            return plain(content, bold=role == "label")
        case d.BulletList(items) | d.TickList(items):
            return listed(items, size, colour, accent)
        case d.NumberedList(items):
            return listed(items, size, colour, accent, ordered=True)
        case d.DefinitionList(pairs):
            return [
                Para(
                    (Run(f"{term}: ", True, accent), *runs(meaning, colour)), size, space_after_pt=0.45 * size
                )
                for term, meaning in pairs
            ]
        case d.Table(header, table_rows, caption=caption):
            lines = [caption, " · ".join(header)]
            lines += [" · ".join(d.plain(cell) for cell in row) for row in table_rows]
            return [para for line in lines if line for para in plain(line)]
        case d.Quote(content):
            return plain(content)
        case d.MessageThread(entries):
            return [
                para
                for entry in entries
                for para in plain(
                    f"{entry.sender}: {entry.text}" if isinstance(entry, d.Message) else entry.text
                )
            ]
        case d.Timeline(beats):
            return [
                Para(
                    (Run(f"{beat.label}: ", True, accent), Run(beat.text, False, colour)),
                    size,
                    space_after_pt=0.45 * size,
                )
                for beat in beats
            ]
        case d.Callout(_, title, inner):
            return [*plain(title, bold=True), *flow(inner, colour, accent)(size)]
        case d.Question(question, options, answer):
            return [*plain(question, bold=True), *listed((*options, *answer), size, colour, accent)]
        case d.AnswerLines(prompt):
            return plain(prompt)
        case d.CutOutCards(cards):
            return [
                para
                for card in cards
                for para in (*plain(card.heading, bold=True), *flow(card.blocks, colour, accent)(size))
            ]
        case d.HelpPanel(entries, people):
            lines = [f"{role}: {person}" for role, person in block.known]
            lines += [line for entry in entries for line in help_lines(entry)]
            return [para for line in (*lines, *people) for para in plain(line)]
        case d.Minutes(minutes, label):
            return plain(f"{label}: {minutes}")
        case d.SlideReference(_, label, _):
            return plain(label)
        case d.Figure():
            return []
        case _:
            assert_never(block)


def help_lines(entry: d.HelpEntry) -> list[str]:
    """Everything a help entry prints, in the order it is read."""
    lines = (
        entry.name,
        entry.for_whom,
        entry.phone,
        entry.text,
        entry.chat,
        entry.address,
        entry.what,
        entry.next,
        entry.hours,
        entry.cost,
    )
    return [line for line in lines if line]
