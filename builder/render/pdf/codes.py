"""QR codes as vectors: a second way to an address that is printed in letters beside it."""

from typing import Any

import segno


def draw_code(canvas: Any, address: str, x: float, y: float, size: float, ink: Any) -> None:
    """Draw `address` in a square of `size` points; the caller leaves white around it for scanners."""
    code = segno.make_qr(address, error="m")
    rows = [list(row) for row in code.matrix]
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
