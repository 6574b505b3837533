"""Real tables: a header that comes again on every page, rows that stay whole, widths from shares."""

from collections.abc import Sequence
from typing import TypeVar

from builder.document import Rich, Table, plain
from builder.render.docx.inlines import paragraph, runs, words
from builder.render.docx.setting import Setting
from builder.render.docx.table_styles import BOXED, OPEN, Cells
from builder.render.docx.xml import Element, twips, w
from builder.theme import MM

Cell = TypeVar("Cell", Rich, str)
ROOM = 22 * MM
"""The least height of a row with a cell to write in: ten of them fit one page."""


def table(block: Table, setting: Setting) -> list[Element]:
    count = max([len(block.header), len(block.shares), *(len(row) for row in block.rows)], default=0)
    if count == 0:
        return []
    look = BOXED if block.room_to_write else OPEN
    widths = column_widths(block.shares, _least(block, count, look, setting), setting.width)
    header = any(block.header)
    made = table_start(look.style, widths, header=header, heads_rows=block.room_to_write)
    called = block.caption or ", ".join(title for title in block.header if title.strip())
    if called:
        made[0].append(w("tblCaption", val=called))
    if header:
        titles = [paragraph("TableHeading", *runs(title)) for title in _padded(block.header, count, "")]
        made.append(row(titles, widths, header=True))
    for cells in block.rows:
        filled = _padded(cells, count, ())
        empty = any(not plain(cell).strip() for cell in filled)
        made.append(
            row(
                [paragraph("TableText", *words(cell, setting.book)) for cell in filled],
                widths,
                least=ROOM if block.room_to_write and empty else 0.0,
            )
        )
    # The last two rows go over to the next page together: one alone would look left behind.
    for one in (one for before_last in made[-2:-1] for one in before_last.iter("{*}p")):
        one.get_or_add_pPr().keepNext_val = True
    caption = [paragraph("Caption", *runs(block.caption))] if block.caption else []
    return [*caption, made]


def table_start(style: str, widths: Sequence[float], *, header: bool, heads_rows: bool = False) -> Element:
    """A table without rows; widths are in points."""
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(map(twips, widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val=f"{0x0600 | 0x0020 * header | 0x0080 * heads_rows:04X}",
            firstRow=header,
            lastRow=False,
            firstColumn=heads_rows,
            lastColumn=False,
            noHBand=True,
            noVBand=True,
        ),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)))


def row(
    cells: Sequence[Element | Sequence[Element]],
    widths: Sequence[float],
    *,
    header: bool = False,
    least: float = 0.0,
) -> Element:
    """A row that no page break parts; `least` is its least height in points."""
    properties = w("trPr", w("cantSplit"))
    if least:
        properties.append(w("trHeight", val=twips(least), hRule="atLeast"))
    if header:
        properties.append(w("tblHeader"))
    made = w("tr", properties)
    for cell, width in zip(cells, widths, strict=True):
        holds = cell if isinstance(cell, list) else [cell]
        made.append(w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa")), *holds))
    return made


def column_widths(shares: Sequence[int], least: Sequence[float], width: float) -> list[float]:
    """The columns' widths in points, which make up `width`; a column without a share gets one of 1.

    A column whose longest word needs more than its share gets it from the others, if they can spare it.
    """
    count = len(least)
    weights = [max(1, share) for share in shares[:count]] + [1] * (count - len(shares))
    widths = [width * weight / sum(weights) for weight in weights]
    lacks = sum(max(0.0, need - wide) for need, wide in zip(least, widths, strict=True))
    spare = sum(max(0.0, wide - need) for need, wide in zip(least, widths, strict=True))
    if lacks > spare:
        return [width * need / sum(least) for need in least]
    return [
        max(need, wide - (max(0.0, wide - need) * lacks / spare if spare else 0.0))
        for need, wide in zip(least, widths, strict=True)
    ]


def _least(block: Table, count: int, look: Cells, setting: Setting) -> list[float]:
    """What the longest word of each column needs, with the room beside it."""
    needs = [0.0] * count
    rows = (("TableHeading", block.header), *(("TableText", [plain(c) for c in r]) for r in block.rows))
    for style, texts in rows:
        for number, text in enumerate(texts[:count]):
            longest = max((setting.length(word, style) for word in text.split()), default=0.0)
            needs[number] = max(needs[number], longest + look.left + look.right)
    return needs


def _padded(cells: Sequence[Cell], count: int, blank: Cell) -> list[Cell]:
    return list(cells) + [blank] * (count - len(cells))
