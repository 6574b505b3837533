"""Tables: a header that comes again on every page, thin lines between rows, tall cells to write in."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from builder import document as d
from builder.render.pdf.pages.inlines import Words, fitted, widest, words
from builder.render.pdf.pages.piece import Tag
from builder.render.pdf.pages.row import Blank, Row
from builder.render.pdf.pages.stack import Look, Stack
from builder.render.pdf.pages.styles import Setting
from builder.render.pdf.tags import COLUMN, ROW

CELL = Look(left=0, top=3.6, right=10, bottom=3.6)
BOXED = Look(left=7, top=6, right=7, bottom=5)
STACKED_FROM, WORDY = 4, 90
"""In large print a table of so many columns, with so many letters to a row, is set row by row."""
SMALLEST = 0.85
"""How far the words of a cell may shrink for a long word, as a share of their size."""
ROOM = 25 * mm
"""The height of an empty cell to write in: three lines of handwriting."""


class RuledTable(Stack):
    """Rows under a header row; every later part of the table begins with the header again."""

    def __init__(self, rows: Sequence[Any], header: Row | None, full: float, after: float = 0.0) -> None:
        content = list(rows) if header is None else [header, *rows]
        super().__init__(
            content, full=full, keep=0 if header is None else 1, tag="Table", after=after, whole_under=0.4
        )
        self.header = header
        self.fixed = 0 if header is None else 1
        self.moved = self.waits = False

    def split(self, width: float, height: float) -> list[Any]:
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        if self.waits and height < 0.7 * self.full:
            # A row went over with the last one: there is room for it here, and that is not what it is for.
            return []
        if all(isinstance(row, Row) for row in self.content):
            closer = [row.closer() for row in self.content]
            header = closer[0] if self.header is not None else None
            tight = RuledTable(closer[1:] if header else closer, header, self.full, self.getSpaceAfter())
            tight.spaceBefore, tight.token = self.spaceBefore, self.token
            # Better a little closer on this page than two rows alone on the next.
            if tight.wrap(width, height)[1] <= height:
                return [tight]
        return super().split(width, height)

    def _parted(self, inner: float, room: float, fresh: bool) -> tuple[list[Any], list[Any]]:
        head, rest = super()._parted(inner, room, fresh)
        # No row goes over to the next page all alone.
        if len(rest) == 1 and len(head) - self.fixed > 2 and rest[0] is self.content[-1]:
            rest.insert(0, head.pop())
            self.moved = True
        return head, rest

    def part(self, content: list[Any], first: bool) -> Stack:
        made = super().part(content, first)
        header = self.header
        # A header as tall as a third of the page would leave no room for the rows.
        repeats = header is not None and header.height < 0.3 * self.full and header not in content
        if not first and isinstance(made, RuledTable):
            made.header = header if repeats else None
            made.content = [header, *content] if repeats else content
            made.keep = made.fixed = int(repeats)
            made.waits = self.moved
        return made


def column_widths(
    shares: Sequence[int], count: int, width: float, least: Sequence[float] = ()
) -> list[float]:
    """The columns' widths in points; columns without a share get one of 1.

    A column whose longest word needs more gets it from the others, if they have it to spare.
    """
    weights = [max(1, share) for share in shares[:count]] + [1] * (count - len(shares))
    total = sum(weights)
    widths = [width * weight / total for weight in weights]
    if not least or SMALLEST * sum(least) > width:
        return widths
    if sum(least) > width:
        # Words are set a little smaller then, in every column alike.
        return [width * need / sum(least) for need in least]
    lacks = sum(max(0.0, need - wide) for need, wide in zip(least, widths, strict=True))
    spare = sum(max(0.0, wide - need) for need, wide in zip(least, widths, strict=True))
    return [
        max(need, wide - (max(0.0, wide - need) * lacks / spare if spare else 0.0))
        for need, wide in zip(least, widths, strict=True)
    ]


def _least(block: d.Table, count: int, look: Look, setting: Setting) -> list[float]:
    """What the longest word of each column needs, with the room beside it."""
    styles = setting.styles
    rows = [(styles.cell, [d.plain(cell) for cell in row]) for row in block.rows]
    needs = [0.0] * count
    for style, texts in ((styles.cell_head, block.header), *rows):
        for number, text in enumerate(texts[:count]):
            needs[number] = max(needs[number], widest(text, style, broken=True))
    return [need + look.left + look.right + 1 if need else 0.0 for need in needs]


def columns_of(block: d.Table) -> int:
    return max([len(block.header), len(block.shares), *(len(row) for row in block.rows)], default=0)


def table(block: d.Table, setting: Setting) -> list[Any]:
    count = columns_of(block)
    if count == 0:
        return []
    if setting.large and count >= STACKED_FROM and not block.room_to_write and _wordy(block):
        return _stacked(block, setting)
    styles, full = setting.styles, setting.grid.full
    look = BOXED if block.room_to_write else CELL
    widths = column_widths(block.shares, count, setting.width, _least(block, count, look, setting))
    header = None
    if any(block.header):
        header = Row(
            [
                _cell(title, styles.cell_head, setting, look, "TH", w)
                for title, w in zip(_padded(block.header, count, ""), widths, strict=True)
            ],
            widths,
            full=full,
            line=setting.colour("ink" if block.room_to_write else "deep"),
            lines="cells" if block.room_to_write else "head",
        )
    rows = []
    for cells in block.rows:
        filled = _padded(cells, count, ())
        empty = any(not d.plain(cell).strip() for cell in filled)
        rows.append(
            Row(
                [
                    _to_write_in(block, number, filled, setting, look)
                    if block.room_to_write and not d.plain(cell).strip()
                    else _cell(
                        cell,
                        styles.cell,
                        setting,
                        look,
                        "TD",
                        w,
                        heads_row=block.room_to_write and not number,
                    )
                    for number, (cell, w) in enumerate(zip(filled, widths, strict=True))
                ],
                widths,
                full=full,
                line=setting.colour("ink" if block.room_to_write else "mist"),
                lines="cells" if block.room_to_write else "under",
                least=ROOM if block.room_to_write and empty else 0.0,
            )
        )
    ruled = RuledTable(rows, header, full, after=styles.body.leading * 0.7)
    if not block.caption:
        return [ruled]
    # A caption is the first thing in its table.
    above = Stack([words(block.caption, styles.label, setting, "Caption")], full=full, tag="Table")
    above.token = ruled.token
    above.keepWithNext = 1
    return [above, ruled]


def _wordy(block: d.Table) -> bool:
    letters = sum(len(d.plain(cell)) for row in block.rows for cell in row)
    return letters > WORDY * len(block.rows)


def _stacked(block: d.Table, setting: Setting) -> list[Any]:
    """Row by row, one cell under the other: so many columns of large type hold a word or two each."""
    styles, full = setting.styles, setting.grid.full
    made = []
    for row in block.rows:
        name = words(row[0], styles.prompt, setting)
        cells = [
            words((d.Strong(f"{head}: "), *cell) if head else cell, styles.body, setting)
            for head, cell in zip(_padded(block.header, len(row), "")[1:], row[1:], strict=False)
            if d.plain(cell).strip()
        ]
        after = styles.body.leading * 0.5
        made.append(Stack([name, *cells], full=full, keep=1, after=after, whole_under=0.3))
    return made


def _to_write_in(block: d.Table, column: int, row: Sequence[d.Rich], setting: Setting, look: Look) -> Blank:
    """An empty cell; on screen it is a field, told by what heads its row and its column."""
    heads = (d.plain(row[0]) if row else "", block.header[column] if column < len(block.header) else "")
    asked = ": ".join(head.strip() for head in heads if head.strip())
    return Blank(asked, look, setting)


def _padded(cells: Sequence[Any], count: int, blank: Any) -> list[Any]:
    return [*cells, *([blank] * (count - len(cells)))]


def _cell(
    content: d.Rich | str,
    style: ParagraphStyle,
    setting: Setting,
    look: Look,
    tag: Tag,
    width: float,
    *,
    heads_row: bool = False,
) -> Stack:
    filled = content if isinstance(content, str) else d.plain(content)
    room = width - look.left - look.right
    style = fitted(filled, style, room, SMALLEST * style.fontSize, broken=True)
    inner = [words(content, style, setting, room=room)] if filled.strip() else []
    made = Stack(inner, look, full=setting.grid.full, tag="TH" if heads_row else tag)
    if made.tag == "TH":
        made.attributes = ROW if heads_row else COLUMN
    return made


def definitions(block: d.DefinitionList, setting: Setting) -> list[Any]:
    """Terms in a narrow column, what they mean beside them."""
    styles, full = setting.styles, setting.grid.full
    widths = [setting.width * 0.3, setting.width * 0.7]
    look = Look(top=3, right=10, bottom=3)
    term_style = ParagraphStyle("term", parent=styles.cell, fontName=styles.prompt.fontName)
    rows = [
        Row(
            [
                _term(words(term, term_style, setting), look, full),
                Stack([words(meaning, styles.cell, setting)], look, full=full, tag="TD"),
            ],
            widths,
            full=full,
            line=setting.colour("mist"),
            lines="under",
        )
        for term, meaning in block.items
    ]
    return [Stack(rows, full=full, tag="Table", after=styles.body.leading * 0.6)] if rows else []


def _term(term: Words, look: Look, full: float) -> Stack:
    made = Stack([term], look, full=full, tag="TH")
    made.attributes = ROW
    return made
