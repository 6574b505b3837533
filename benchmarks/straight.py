"""A straight script, the peer of a build: the same words through python-pptx and reportlab as they come.

`python benchmarks/straight.py WORDS.json OUT`: no checks, no measuring, no design, no tags.
"""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from pptx import Presentation
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate


def main() -> None:
    words = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    out = Path(sys.argv[2])
    deck = Presentation()
    for title, lines, notes in words["slides"]:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text_frame.text = "\n".join(lines)
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    deck.save(str(out / "slides.pptx"))
    style = getSampleStyleSheet()["BodyText"]
    for name in ("slides-to-share", "teacher-notes", "handout"):
        story = [Paragraph(escape(line), style) for line in words[name]]
        SimpleDocTemplate(str(out / f"{name}.pdf")).build(story)


if __name__ == "__main__":
    main()
