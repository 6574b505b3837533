"""Services side by side: what each is for, its name, how to reach it, and what happens next."""

from collections.abc import Sequence
from typing import NamedTuple

from builder import document as d
from builder.layout.compose.parts import RADIUS
from builder.layout.grid import Area, shares
from builder.layout.placed import Box, Command, Line, Outline, Para, Run, Stroke
from builder.layout.sheet import Sheet

PAD, GAP, KICKER_PAD, BAND_GAP, UNDER_NAME = 14.0, 12.0, 7.0, 10.0, 3.0
ARROW = 20.0
"""An arrow and the line above it stand before what happens next, as in the handout."""
LARGE_PHONES, LARGE_ENOUGH = (54.0, 48.0), 40.0
ADDRESS_SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
SIZES: tuple[tuple[float, float], ...] = ((26, 24), (24, 22), (22, 20), (20, 20), (20, 18), (20, 16))
"""The size of what happens next, and of the small print, which may become a label."""
NAME_PT, KICKER_PT, SMALL_PT = (26.0, 24.0, 22.0, 20.0), (18.0, 17.0, 16.0), 16.0
FILLS = {"person": ("mint", "leaf")}
FILL = ("sky", "deep")


class Rung(NamedTuple):
    """One step of the ladder: the sizes of the number, of what happens next and of the small print."""

    phone: float
    next: float
    what: float


class Bands(NamedTuple):
    """A card's texts from above to below; empty where the service has nothing to say."""

    kicker: tuple[Para, ...]
    name: tuple[Para, ...]
    ways: tuple[Para, ...]
    next: tuple[Para, ...]
    what: tuple[Para, ...]


def service_cards(sheet: Sheet, entries: Sequence[d.HelpEntry], area: Area) -> None:
    """Cards of equal size with the same bands, so that numbers stand beside numbers."""
    cells = shares(area, len(entries), GAP)
    width = cells[0].w - 2 * PAD
    phones = (*(LARGE_PHONES if len(entries) < 3 else ()), *sheet.theme.slides.phone_pt)
    # Words become small before the number does, but only once it is as small as a number may well be.
    rungs = [Rung(phone, *sizes) for sizes in SIZES for phone in phones if phone >= LARGE_ENOUGH]
    rungs += [Rung(phone, *sizes) for phone in phones if phone < LARGE_ENOUGH for sizes in SIZES]
    for rung in rungs:
        cards = [_bands(sheet, entry, width, rung) for entry in entries]
        high = _heights(sheet, cards, width)
        if sum(high) <= area.h and not any(sheet.measure.too_long(b, width) for card in cards for b in card):
            break
    for number, (entry, card, cell) in enumerate(zip(entries, cards, cells, strict=True), 1):
        _card(sheet, number, entry, card, Area(cell.x, cell.y, cell.w, min(area.h, sum(high))), high)


def _heights(sheet: Sheet, cards: Sequence[Bands], width: float) -> tuple[float, ...]:
    """How high each band is on every card, with the space that belongs to it."""
    kicker, name, ways, then, what = (
        max(sheet.measure.height(card[band], width) for card in cards) for band in range(len(Bands._fields))
    )
    return (
        kicker + 2 * KICKER_PAD if kicker else 0.0,
        PAD + name + UNDER_NAME,
        ways + 4 if ways else 0.0,
        2 * BAND_GAP + then if then else 0.0,
        BAND_GAP + what if what else 0.0,
        PAD,
    )


def _bands(sheet: Sheet, entry: d.HelpEntry, width: float, rung: Rung) -> Bands:
    def fitted(text: str, sizes: Sequence[float], *, title: bool, colour: str) -> tuple[Para, ...]:
        """On one line if any size lets it, else as it breaks at the smallest."""
        paras = [
            (Para((Run(text, not title, colour),), size, "title" if title else "body"),) for size in sizes
        ]
        return next((p for p in paras if sheet.measure.count(p[0], width) == 1), paras[-1])

    names = [size for size in NAME_PT if size <= max(rung.next, 22)]
    then = (Para((Run(entry.next),), rung.next),) if entry.next else ()
    small = (entry.what, " · ".join(t for t in (entry.hours, entry.cost) if t))
    return Bands(
        fitted(entry.for_whom, KICKER_PT, title=False, colour="white") if entry.for_whom else (),
        fitted(entry.name, names, title=True, colour="leaf" if entry.role == "person" else "deep"),
        _ways(sheet, entry, width, rung),
        then,
        tuple(Para((Run(text),), rung.what if text == entry.what else SMALL_PT) for text in small if text),
    )


def _ways(sheet: Sheet, entry: d.HelpEntry, width: float, rung: Rung) -> tuple[Para, ...]:
    """The number large, and right under it the ways without speaking; without a number, the first of them."""
    paras = [Para((Run(entry.phone, False, "ink"),), rung.phone, "title")] if entry.phone else []
    for way in (entry.text, entry.chat, entry.address):
        if way:
            large = ADDRESS_SIZES if not paras else ADDRESS_SIZES[-1:]
            paras += _broken(sheet, way, width, large)
    return tuple(paras)


def _broken(sheet: Sheet, way: str, width: float, sizes: Sequence[float]) -> list[Para]:
    """A way to reach somebody; a web address that is too long goes on at its first stroke, not anywhere."""

    def set_at(texts: Sequence[str], size: float) -> list[Para]:
        return [Para((Run(text, True, "deep"),), size) for text in texts]

    host, stroke, rest = way.partition("/")
    parted = [host, stroke + rest] if rest and " " not in way else [way]
    for size in (*sizes, 18.0, SMALL_PT):
        for texts in ([way], parted):
            paras = set_at(texts, size)
            lines = sum(sheet.measure.count(para, width) for para in paras)
            if lines <= 2 and not sheet.measure.too_long(paras, width):
                return paras
    return set_at(parted, SMALL_PT)


def _card(
    sheet: Sheet, number: int, entry: d.HelpEntry, card: Bands, area: Area, high: Sequence[float]
) -> None:
    fill, strong = FILLS.get(entry.role, FILL)
    x, y, width = area.x + PAD, area.y, area.w - 2 * PAD
    kicker, name, ways, then, what, _ = high
    sheet.add(Box(f"Card {number}", area.x, y, area.w, area.h, "round", RADIUS, fill))
    if kicker:
        radius = min(RADIUS * sheet.theme.slides.rounder, kicker)
        sheet.add(Outline(f"Band {number}", _band(area.x, y, area.w, kicker, radius), strong))
    if card.kicker:
        inside = Area(x, y + KICKER_PAD, width, kicker - 2 * KICKER_PAD)
        sheet.set(f"For whom {number}", inside, card.kicker, behind=strong)
    y += kicker + PAD

    def put(text: str, paras: tuple[Para, ...], top: float, height: float) -> None:
        if paras:
            room = max(0.0, min(height, area.bottom - top))
            sheet.set(f"{text} {number}", Area(x, top, width, room), paras)

    put("Name", card.name, y, name - PAD - UNDER_NAME)
    y += name - PAD
    put("Ways", card.ways, y, ways)
    y += ways
    if card.next:
        _arrow(sheet, number, x, min(y + BAND_GAP, area.bottom - BAND_GAP), width, strong)
        put("What happens", card.next, y + 2 * BAND_GAP, then - 2 * BAND_GAP)
    y += then
    put("What they do", card.what, y + BAND_GAP, what - BAND_GAP)


def _band(x: float, y: float, w: float, h: float, radius: float) -> tuple[Command, ...]:
    """A band across a card's head: round above, straight below."""
    bend = 0.4477 * radius
    return (
        ("M", x, y + h),
        ("L", x, y + radius),
        ("C", x, y + bend, x + bend, y, x + radius, y),
        ("L", x + w - radius, y),
        ("C", x + w - bend, y, x + w, y + bend, x + w, y + radius),
        ("L", x + w, y + h),
        ("Z",),
    )


def _arrow(sheet: Sheet, number: int, x: float, y: float, width: float, colour: str) -> None:
    """A stretch of path that points down to what happens next."""
    middle = x + ARROW
    sheet.add(
        Stroke(f"Then line {number}", x, y, x + width, y, Line("mist", 2)),
        Outline(
            f"Then {number}",
            (("M", middle - 11, y - 1), ("L", middle + 11, y - 1), ("L", middle, y + 9), ("Z",)),
            fill=colour,
        ),
    )
