"""Tables that stay tables: on a narrow screen their rows become cards, and every cell says its column.

Their roles are said outright, since some browsers forget them where the rows are laid out as cards.
"""

from collections.abc import Sequence

from builder import document as d
from builder.render.html.fields import room
from builder.render.html.inlines import rich
from builder.render.html.markup import NOTHING, Html, element, esc, joined
from builder.render.html.setting import Setting

NARROW, LINES = 4, 2
"""In a table of more columns than this, an empty cell is one line high; else so many."""


def table(block: d.Table, setting: Setting) -> Html:
    count = max([len(block.header), *(len(row) for row in block.rows)], default=0)
    if count == 0:
        return NOTHING
    caption = element("caption", esc(block.caption)) if block.caption.strip() else NOTHING
    columns = joined(element("col", style=f"width:{share:.4g}%") for share in _shares(block.shares, count))
    header = _header(block.header, count) if any(title.strip() for title in block.header) else NOTHING
    rows = joined(_row(block, row, count, setting.at(n)) for n, row in enumerate(block.rows, 1))
    body = element("tbody", rows, role="rowgroup") if rows else NOTHING
    return element(
        "table",
        caption,
        element("colgroup", columns),
        header,
        body,
        class_="to-write" if block.room_to_write else "",
        role="table",
        aria_labelledby="" if caption else setting.heading_id,
    )


def _shares(shares: Sequence[int], count: int) -> list[float]:
    """The columns' widths in per cent; columns without a share get one of 1."""
    weights = [max(1, share) for share in shares[:count]] + [1] * (count - len(shares))
    return [100 * weight / sum(weights) for weight in weights]


def _header(titles: Sequence[str], count: int) -> Html:
    cells = joined(
        # A heading without words would be announced as one.
        element("th", esc(title), scope="col", role="columnheader")
        if title.strip()
        else element("td", role="cell")
        for title in (*titles, *[""] * (count - len(titles)))
    )
    return element("thead", element("tr", cells, role="row"), role="rowgroup")


def _row(block: d.Table, row: Sequence[d.Rich], count: int, setting: Setting) -> Html:
    cells = [*row, *[()] * (count - len(row))]
    return element("tr", joined(_cell(block, cells, n, setting.at(n + 1)) for n in range(count)), role="row")


def _cell(block: d.Table, row: Sequence[d.Rich], column: int, setting: Setting) -> Html:
    content = row[column]
    title = block.header[column].strip() if column < len(block.header) else ""
    if d.plain(content).strip():
        words = element("div", rich(content, setting))
        if block.room_to_write and column == 0:
            return element("th", words, scope="row", role="rowheader")
        return element("td", words, role="cell", data_column=title)
    if not block.room_to_write:
        return element("td", role="cell", class_="empty")
    first = d.plain(row[0]).strip() if column else ""
    name = setting.named(": ".join(part for part in (first, title) if part))
    place = f"{setting.key}-field"
    if _to_tick(block.shares, column):
        box = element("input", type="checkbox", id=place, aria_label=name, autocomplete="off")
        return element("td", box, role="cell", class_="tick", data_column=title)
    field = room(place, name, 1 if len(row) > NARROW else LINES)
    return element("td", field, role="cell", data_column=title)


def _to_tick(shares: Sequence[int], column: int) -> bool:
    """Whether a column is meant for ticks: it is far too narrow for words beside the widest one."""
    return column < len(shares) and 2 * shares[column] < max(shares)


def definitions(block: d.DefinitionList, setting: Setting) -> Html:
    """Terms with what they mean beside them."""
    rows = joined(
        element("div", element("dt", esc(term)), element("dd", rich(meaning, setting.at(n))))
        for n, (term, meaning) in enumerate(block.items, 1)
    )
    return element("dl", rows) if rows else NOTHING
