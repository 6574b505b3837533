"""PDF: the words of each page, put together to paragraphs as far as a page shows them.

The only reader that knows pypdf.
"""

import logging
import re
from io import BytesIO
from typing import Any

from builder.audit.passage import Passage, Read, UnreadableError, numbered
from builder.audit.text import paragraphs

WHAT = "a PDF"
PAGES_LIMIT = 2000
# A word that was broken at the end of its line.
_BROKEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]\n(?=[a-z])")
_BULLET = re.compile(r"^\s*(?:[•●○◦▪■□–‣·-]|\d{1,2}[.)])\s")


def read(data: bytes) -> Read:
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("audit/broken", "This is not a PDF, or it is damaged.", "Save it as PDF again.")
    from pypdf.errors import DependencyError

    # It would print its own thoughts about a damaged file between ours.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _pages(data)
    except DependencyError as fault:
        # Newer locks need one more library to open, even where no password is asked for.
        raise _locked() from fault


def _pages(data: bytes) -> Read:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked()
    count = len(reader.pages)
    if count > PAGES_LIMIT:
        raise UnreadableError(
            "audit/too-large",
            f"This PDF has {count} pages; up to {PAGES_LIMIT} are read.",
            "Split it into several files.",
        )
    passages: list[Passage] = []
    wordless: list[int] = []
    for number, page in enumerate(reader.pages, 1):
        place = numbered("page", number)
        lines = _BROKEN.sub("", page.extract_text()).splitlines()
        seen = [Passage(text, place) for text, _ in paragraphs(lines, _BULLET)]
        if not seen and _pictured(page):
            wordless.append(number)
        passages += seen
    return Read(tuple(passages), "page", count, tuple(wordless))


def _pictured(page: Any) -> bool:
    resources = page.get("/Resources")
    return resources is not None and bool(resources.get_object().get("/XObject"))


def _locked() -> UnreadableError:
    return UnreadableError(
        "audit/locked", "This PDF is locked.", "Save or print it as a PDF without a password."
    )
