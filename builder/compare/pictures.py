"""Pictures of slides from a pack's slides-to-share.pdf, as PNG.

The only module that knows pypdfium2, which is installed with the extra “release”.
"""

import base64
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WIDTH = 640
TALLEST = 1280
"""Pixels; a page that would be taller than that is no slide."""
INSTALL = "Pictures of the slides are left out. To have them: python -m pip install '.[release]', in a clone"


class NoPicturesError(Exception):
    """Why there are no pictures, in a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG and its size in pixels."""

    png: bytes
    width: int
    height: int

    @property
    def uri(self) -> str:
        return f"data:image/png;base64,{base64.b64encode(self.png).decode('ascii')}"


def pictures(pdf: bytes | None, slides: int, numbers: Iterable[int]) -> dict[int, Picture]:
    """Slides by their numbers, if the PDF has as many pages as there are slides; raises NoPicturesError."""
    try:
        import pypdfium2
    except ImportError as fault:
        raise NoPicturesError(INSTALL) from fault
    if pdf is None:
        raise NoPicturesError("There is no slides-to-share.pdf, so pictures of its slides are left out.")
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fault:
        raise NoPicturesError(
            "slides-to-share.pdf is damaged; pictures of its slides are left out."
        ) from fault
    try:
        if len(document) != slides:
            raise NoPicturesError(
                f"slides-to-share.pdf has {len(document)} pages and slides.pptx {slides} slides, "
                "so pictures of them are left out."
            )
        found = {number: _picture(document[number - 1]) for number in sorted(set(numbers))}
    except pypdfium2.PdfiumError as fault:
        raise NoPicturesError(
            "slides-to-share.pdf is damaged; pictures of its slides are left out."
        ) from fault
    finally:
        document.close()
    return {number: picture for number, picture in found.items() if picture is not None}


def _picture(page: Any) -> Picture | None:
    width, height = page.get_size()
    if not width or not 0 < height / width * WIDTH <= TALLEST:
        return None
    picture, out = page.render(scale=WIDTH / width, prefer_bgrx=False).to_pil(), io.BytesIO()
    picture.convert("RGB").save(out, "PNG")
    return Picture(out.getvalue(), *picture.size)
