"""The same document gives the same bytes, and no file says where it was made."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from builder.document import (
    Document,
)
from builder.render.pdf.pages.book import render_pages
from builder.theme import Theme


def test_the_same_document_gives_the_same_bytes(handout: Document, theme: Theme) -> None:
    assert render_pages(handout, theme) == render_pages(handout, theme)


ELSEWHERE = """
import hashlib, sys
from builder.diagnostics import Mark
from builder.document import *
from builder.render.pdf.pages.book import render_pages
from builder.theme import load_theme
blocks = (Paragraph((Text("Words "), Strong("strong"))), Figure("lamp", "A lamp"),
          Table(("a", "b"), ((rich("c"), rich("d")),), (1, 2)), TickList((rich("e"),)))
made = Document("x", "pages", "teacher", "Title", "Sub", "en-GB", "2026-09-01",
                Furniture("Run", "{n}/{total}"),
                tuple(Section(f"s{i}", f"Heading {i}", blocks, Mark("f", 1, 1), level=1 + i % 3)
                      for i in range(9)))
print(hashlib.sha256(render_pages(made, load_theme("house"))).hexdigest())
"""


def test_another_process_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    settings = (
        {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Lima", "PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8"},
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONPATH": str(root), "HOME": str(tmp_path), **setting},
        ).stdout
        for setting in settings
    }

    assert len(found) == 1


def test_no_place_or_host_is_in_the_file(handout: Document, theme: Theme) -> None:
    import socket

    data = render_pages(handout, theme)
    reader = PdfReader(BytesIO(data))
    said = repr(reader.metadata) + repr(reader.trailer["/Root"])

    assert str(Path(__file__).resolve().parents[3]) not in data.decode("latin-1")
    assert str(Path.home()) not in said
    assert socket.gethostname() not in said
