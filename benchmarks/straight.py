"""A straight script, the peer of a build: the same words through python-pptx and reportlab as they come.

`python benchmarks/straight.py WORDS.json OUT`: no checks, no measuring, no design, no tags.
"""

import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate


def files(words: Mapping[str, Any]) -> dict[str, bytes]:
    """The deck with its notes, and a PDF of each document that `words` has pages of."""
    deck = Presentation()
    for title, lines, notes in words["slides"]:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text_frame.text = "\n".join(lines)
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    out = io.BytesIO()
    deck.save(out)
    made = {"slides.pptx": out.getvalue()}
    style = getSampleStyleSheet()["BodyText"]
    for name, lines in words["pages"].items():
        out = io.BytesIO()
        SimpleDocTemplate(out).build([Paragraph(escape(line), style) for line in lines])
        made[f"{name}.pdf"] = out.getvalue()
    return made


def main() -> None:
    words = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for name, data in files(words).items():
        (Path(sys.argv[2]) / name).write_bytes(data)


if __name__ == "__main__":
    main()
