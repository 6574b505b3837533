"""What PowerPoint's accessibility checker would say of a finished deck, and some things that it doesn't see.

Written from the file alone: it shares no code with what drew it.
"""

from collections.abc import Callable, Iterator

from tests.render.pptx.checker import language, objects, order, whole
from tests.render.pptx.checker.ground import UNKNOWN, behind, fill_of, of_slide
from tests.render.pptx.checker.opened import Deck, Shape, Slide, opened
from tests.render.pptx.checker.scheme import contrast
from tests.render.pptx.checker.styles import runs

OF_SLIDES: dict[str, Callable[[Slide], Iterator[tuple[Shape, str]]]] = {
    "description": objects.descriptions,
    "table": objects.tables,
    "order": order.order,
    "link": objects.links,
    "name": objects.names,
    "placeholder": objects.placeholders,
    "autofit": objects.fitting,
    "media": objects.media,
}
OF_DECKS: dict[str, Callable[[Deck], Iterator[tuple[str, str]]]] = {
    "title": whole.titles,
    "language": language.language,
    "moving": whole.moving,
    "section": whole.sections,
    "properties": whole.properties,
    "notes": whole.notes,
}
RULES = (*OF_SLIDES, "contrast", "size", *OF_DECKS)
LEAST, LEAST_LARGE, LARGE_PT, LARGE_BOLD_PT = 4.5, 3.0, 24.0, 14.0
SMALLEST_PT, SMALLEST_FOOT_PT = 12.0, 10.0
LAYOUT_S = " (from the layout)"
"""Ends a finding about what the slide takes from its layout or master."""


def faults(data: bytes) -> list[str]:
    """Each finding as "rule: place: what is wrong"; a slide's place is "slide 3, Name of the shape"."""
    deck = opened(data)
    found = [f"{rule}: {place}: {said}" for rule, look in OF_DECKS.items() for place, said in look(deck)]
    for slide in deck.slides:
        for rule, look_at in OF_SLIDES.items():
            found += [_of(rule, slide, shape, said) for shape, said in look_at(slide)]
        for shape in slide.shapes:
            found += [_of(rule, slide, shape, said) for rule, said in _words(deck, slide, shape)]
    return found


def _of(rule: str, slide: Slide, shape: Shape, said: str) -> str:
    return f"{rule}: slide {slide.number}, {shape.name}: {said}"


def _words(deck: Deck, slide: Slide, shape: Shape) -> Iterator[tuple[str, str]]:
    """Whether words are large enough, and stand out from what lies behind them."""
    if shape.kind == "graphicFrame":
        yield "contrast", "can't be told of words in a frame"
    if not shape.text:
        return
    # A program that looks no further takes a box without a fill to stand on the ground of the slide.
    grounds = behind(slide, shape) | ({of_slide(slide)} if not fill_of(slide, shape) else set())
    for run in runs(deck, slide, shape):
        least = SMALLEST_FOOT_PT if slide.foot(shape) else SMALLEST_PT
        if run.size_pt < least:
            yield "size", f"“{run.text[:30]}” is set in {run.size_pt:g} pt"
        large = run.size_pt >= LARGE_PT or (run.bold and run.size_pt >= LARGE_BOLD_PT)
        wanted = LEAST_LARGE if large else LEAST
        for ground in {run.highlight} if run.highlight else sorted(grounds):
            strong = contrast(run.colour, ground) if run.colour and ground != UNKNOWN else 0.0
            if strong < wanted:
                said = f"“{run.text[:30]}” has {strong:.2f}, {run.colour or UNKNOWN} on {ground}"
                yield "contrast", said + LAYOUT_S * (not run.own)
