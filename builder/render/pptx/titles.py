"""Every slide has a title, and no two the same: outlines and screen readers find slides by them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from builder.layout.placed import Box, Para, PlacedSlide, Run, TextBody


def titled(slides: Sequence[PlacedSlide]) -> list[PlacedSlide]:
    """The slides, with a title for one that shows none and "(2)" after a title that came before."""
    seen: Counter[str] = Counter()
    finished: list[PlacedSlide] = []
    for slide in slides:
        box = next((s for s in slide.shapes if isinstance(s, Box) and s.role == "title" and s.text), None)
        if box is None:
            box = _above_the_slide(slide)
            slide = replace(slide, shapes=(box, *slide.shapes))
        words = _words(box)
        seen[words] += 1
        if seen[words] > 1:
            longer = _numbered(box, seen[words])
            slide = replace(slide, shapes=tuple(longer if s is box else s for s in slide.shapes))
        finished.append(slide)
    return finished


def _words(box: Box) -> str:
    return " ".join(para.text for para in box.text.paras) if box.text else ""


def _above_the_slide(slide: PlacedSlide) -> Box:
    """The title where PowerPoint's own "hidden title" puts it: read out, but not seen."""
    text = TextBody((Para((Run(slide.title),), 24, "title"),))
    return Box("Title", 0, -60, 960, 50, text=text, role="title")


def _numbered(box: Box, count: int) -> Box:
    paras = box.text.paras if box.text else ()
    *before, last = paras or (Para((), 24, "title"),)
    style = last.runs[-1] if last.runs else Run("")
    longer = replace(last, runs=(*last.runs, replace(style, text=f" ({count})")))
    return replace(box, text=replace(box.text or TextBody(()), paras=(*before, longer)))
