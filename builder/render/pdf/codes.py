"""QR codes as vectors: a second way to an address that is printed in letters beside it."""

from functools import lru_cache
from typing import Any

import segno


def draw_code(canvas: Any, address: str, x: float, y: float, size: float, ink: Any) -> None:
    """Draw `address` in a square of `size` points; the caller leaves white around it for scanners."""
    rows = _modules(address)
    module = size / len(rows)
    canvas.saveState()
    canvas.setFillColor(ink)
    squares = canvas.beginPath()
    for row, modules in enumerate(rows):
        for column, dark in enumerate(modules):
            if dark:
                # A hair wider than a module, so that no light line shows between two.
                squares.rect(x + column * module, y + size - (row + 1) * module, module + 0.05, module + 0.05)
    canvas.drawPath(squares, 0, 1)
    canvas.restoreState()


@lru_cache(maxsize=64)
def _modules(address: str) -> tuple[bytes, ...]:
    # A sheet holds eight cards of one address, and making a code takes longer than drawing it.
    return tuple(bytes(row) for row in segno.make_qr(address, error="m").matrix)
