"""Things several compositions share: the arch, figures, cards and the words under a title."""

from collections.abc import Sequence
from dataclasses import replace

from builder import document as d
from builder.layout.drawings import drawing, drawing_names, place_drawing
from builder.layout.grid import BODY_BOTTOM, PATH_Y, Area, column, rows, shares, span
from builder.layout.placed import Box, Command, Line, Outline, Picture
from builder.layout.sheet import Sheet
from builder.layout.wording import Words

RADIUS = 14.0
CARD_PAD, LOW_PAD, CARD_GAP = 20.0, 8.0, 14.0
LIGHT, OVER_LIGHT, BESIDE_LIGHT = 14.0, 26.0, 30.0
"""A card's small light, and the room it takes above the text or beside it."""
CARD_SIZES = (32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
ONE_LINE, ONE_LINE_H = (48.0, 44.0, 40.0, 36.0), 150.0
"""The sizes of a word or two that has a card to itself, and the height of that card."""
BESIDE = span(7.25)
"""The width of text that has an arch to its right."""
_QUARTER = 0.5523  # the control points that make a cubic curve a quarter of a circle


def arch(sheet: Sheet, area: Area, fill: str) -> None:
    """A doorway standing on the path."""
    r = area.w / 2
    k = r * (1 - _QUARTER)
    x, y, right, bottom = area.x, area.y, area.right, area.bottom
    commands: tuple[Command, ...] = (
        ("M", x, bottom),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom),
        ("Z",),
    )
    sheet.add(Outline("Doorway", commands, fill))


def arch_with(sheet: Sheet, figure: d.Figure, fill: str) -> None:
    """The figure in a doorway at the right; an author's own picture stands there without one."""
    x, w, top = column(8), span(4), 64.0
    if isinstance(figure.source, d.Image):
        show(sheet, figure, Area(x, top, w, BODY_BOTTOM - top))
        return
    inner = w - 32
    if figure.source in drawing_names():
        made = drawing(figure.source)
        # A wide drawing gets a lower doorway, so that it is not lost in a high one.
        top = max(top, PATH_Y - w / 2 - inner * made.height / made.width)
    arch(sheet, Area(x, top, w, PATH_Y - top), fill)
    show(sheet, figure, Area(x + 16, top + w / 4, inner, PATH_Y - top - w / 4))


def show(sheet: Sheet, figure: d.Figure, area: Area, middle: bool = False) -> None:
    """A figure as large as fits, standing on the lower edge of the area, or in its middle."""
    source = figure.source
    if isinstance(source, d.Image):
        scale = min(area.w / source.width_px, area.h / source.height_px)
        w, h = source.width_px * scale, source.height_px * scale
        y = area.y + (area.h - h) / (2 if middle else 1)
        sheet.add(Picture("Lesson picture", area.x + (area.w - w) / 2, y, w, h, source, figure.alt))
    elif source in drawing_names():  # an unknown one has been complained of
        if middle:
            made = drawing(source)
            drawn = min(area.w / made.width, area.h / made.height) * made.height
            area = Area(area.x, area.y, area.w, (area.h + drawn) / 2)
        sheet.add(place_drawing(source, area.x, area.y, area.w, area.h, sheet.theme, figure.alt))


def intro(
    sheet: Sheet,
    y: float,
    text: Words | None,
    width: float = span(10),
    share: float = 0.22,
    name: str = "Text",
    ladder: Sequence[float] = (),
    gap: float = 22,
) -> float:
    """Words between the title and the main form; gives back where the form may begin.

    They take `share` of the room if any size lets them, and up to twice that at the smallest.
    """
    if text is None:
        return y
    room = BODY_BOTTOM - y
    size = sheet.size_for(ladder or sheet.ladder[1:], [(text, width, room * share)])
    height = min(sheet.height(text, size, width), 2 * room * share)
    paras = text(size)
    if len(paras) == 1:
        width = sheet.measure.balanced(paras[0], width)
    sheet.text(name, Area(column(0), y, width, height), text, (size,), role="body")
    return y + height + gap


def tiles(area: Area, count: int, columns: int, gutter: float = 16.0) -> list[Area]:
    """`count` equal areas in rows of `columns`."""
    lines = -(-count // columns)
    return [cell for line in rows(area, lines, gutter) for cell in shares(line, columns, gutter)][:count]


def card(
    sheet: Sheet, name: str, area: Area, text: Words, size: float, fill: str, *, beside: bool = False
) -> None:
    """A card with a small light: above its text, or beside it where the card is wide and low."""
    pad = CARD_PAD
    insets = (pad + BESIDE_LIGHT, LOW_PAD, pad, LOW_PAD) if beside else (pad, pad + OVER_LIGHT, pad, pad)
    sheet.text(
        name,
        area,
        text,
        (size,),
        fill=fill,
        radius_pt=RADIUS,
        insets=insets,
        anchor="middle" if beside else "top",
    )
    y = area.y + area.h / 2 - LIGHT / 2 if beside else area.y + pad
    sheet.add(Box(f"{name} light", area.x + pad, y, LIGHT, LIGHT, "ellipse", fill="sun"))


def card_row(sheet: Sheet, name: str, texts: Sequence[Words], area: Area, sizes: Sequence[float]) -> None:
    """Cards as high as their words ask and a little more; above three, in two columns.

    Two or three of a word or two are set large, each in the middle of its card.
    """
    if large := _one_line_each(sheet, texts, area):
        high = min(area.h, ONE_LINE_H)
        for number, cell in enumerate(shares(Area(area.x, area.y, area.w, high), len(texts), CARD_GAP), 1):
            sheet.text(
                f"{name} {number}",
                cell,
                _centred(texts[number - 1]),
                (large,),
                fill=sheet.inks.panel,
                radius_pt=RADIUS,
                insets=(CARD_PAD, LOW_PAD, CARD_PAD, LOW_PAD),
                anchor="middle",
            )
        return
    beside = len(texts) > 3
    columns = 2 if beside else len(texts)
    inner = shares(area, columns, CARD_GAP)[0].w - 2 * CARD_PAD - (BESIDE_LIGHT if beside else 0)
    around = 2 * LOW_PAD if beside else 2 * CARD_PAD + OVER_LIGHT
    size, heights = fitted_rows(sheet, texts, columns, inner, around, area.h, sizes)
    y = area.y
    for row, height in enumerate(heights):
        line = texts[row * columns : (row + 1) * columns]
        cells = shares(Area(area.x, y, area.w, height), columns, CARD_GAP)
        for place, (cell, text) in enumerate(zip(cells, line, strict=False), 1):
            number = row * columns + place
            card(sheet, f"{name} {number}", cell, text, size, sheet.inks.panel, beside=beside)
        y += height + CARD_GAP


def _one_line_each(sheet: Sheet, texts: Sequence[Words], area: Area) -> float:
    """The size at which each text takes one line of its card, or 0 if it takes more at any large size."""
    if not 2 <= len(texts) <= 3:
        return 0.0
    inner = shares(area, len(texts), CARD_GAP)[0].w - 2 * CARD_PAD

    def fits(size: float) -> bool:
        line = 1.01 * sheet.theme.leading * size
        return line <= area.h and all(sheet.measure.fits(text(size), inner, line) for text in texts)

    return next((size for size in ONE_LINE if fits(size)), 0.0)


def _centred(text: Words) -> Words:
    return lambda size: tuple(replace(para, align="centre") for para in text(size))


def fitted_rows(
    sheet: Sheet,
    texts: Sequence[Words],
    columns: int,
    inner: float,
    around: float,
    height: float,
    sizes: Sequence[float],
) -> tuple[float, list[float]]:
    """The size at which texts fit in so many columns, and the height of each row of them.

    `inner` is the width of a text and `around` the height that its row needs besides.
    """
    lines = [texts[i : i + columns] for i in range(0, len(texts), columns)]
    room = height - CARD_GAP * (len(lines) - 1)

    def asked(size: float) -> list[float]:
        return [max(sheet.height(text, size, inner) for text in line) + around for line in lines]

    size = sheet.first_size(sizes, texts, inner, lambda s: sum(asked(s)) <= room)
    return size, _grown(asked(size), room)


def _grown(asked: Sequence[float], room: float) -> list[float]:
    """Rows grown towards the foot: of one height where that fits, and never mostly empty."""
    even, tallest = room / len(asked), max(asked)
    if tallest <= even:
        return [min(even, max(tallest + 20, min(0.9 * even, 1.6 * tallest)))] * len(asked)
    if sum(asked) > room:
        return [even] * len(asked)
    # What is over makes the lower rows alike before it makes any row higher than the tallest.
    level, low = even, sorted(asked)
    for count in range(1, len(low)):
        level = (room - sum(low[count:])) / count
        if level <= low[count]:
            break
    return [max(height, level) for height in asked]


def tick(sheet: Sheet, name: str, x: float, y: float, across: float = 44.0) -> None:
    """A tick in a round."""
    k = across / 44
    steps: tuple[Command, ...] = (
        ("M", x + 13 * k, y + 22 * k),
        ("L", x + 20 * k, y + 29 * k),
        ("L", x + 32 * k, y + 15 * k),
    )
    sheet.add(
        Box(f"Tick {name} round", x, y, across, across, "ellipse", fill="mint"),
        Outline(f"Tick {name}", steps, line=Line("leaf", 4 * k)),
    )
