"""Our deck file against python-pptx filling placeholders one by one with the same words, in turns.

`python benchmarks/deck.py [RUNS]` prints processor milliseconds of each and the ratio run by run. Ours draws
bubbles, cards and pictures besides; the peer sets titles, lines and notes and nothing else.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pptx import Presentation

from builder.build import plan
from builder.checks import check, load_rules
from builder.content.library import read_library
from builder.content.shelves import Shelf
from builder.layout.letters import printed
from builder.layout.placed import PlacedDeck
from builder.render.pptx import render
from builder.theme import Theme, load_theme

ROOT = Path(__file__).resolve().parent.parent
LESSON, COUNTRY, DATE = "online-blackmail", "GB-ENG", "2026-09-01"
Words = list[tuple[str, list[str], list[str]]]


def prepared() -> tuple[PlacedDeck, Theme, Words]:
    library, _ = read_library([Shelf(ROOT)], COUNTRY, [LESSON])
    assert library is not None
    checked, _ = check(library, LESSON, load_rules())
    assert checked is not None
    theme = load_theme("house")
    documents, decks, _ = plan(checked, theme, DATE)
    slides = next(document for _, document in documents if document.name == "slides")
    words = [
        (section.heading, list(printed(section.blocks)), list(printed(section.notes)))
        for section in slides.sections
        for _ in decks["slides"].numbers[section.id]
    ]
    return decks["slides"], theme, words


def by_placeholders(words: Words) -> bytes:
    deck = Presentation()
    for title, lines, notes in words:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text_frame.text = "\n".join(lines)
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    deck, theme, words = prepared()
    assert len(words) == len(deck.slides)
    ours, peer = [], []
    for _ in range(runs + 1):
        ours.append(spent(lambda: render(deck, theme)))
        peer.append(spent(lambda: by_placeholders(words)))
    # The first of each pays for imports and caches.
    ours, peer = ours[1:], peer[1:]
    ratios = [one / other for one, other in zip(ours, peer, strict=True)]
    print(f"{len(deck.slides)} slides with notes, {runs} runs, processor time")
    print(f"ours              {statistics.median(ours):7.0f} ms")
    print(f"by placeholders   {statistics.median(peer):7.0f} ms")
    print(f"ratio             {statistics.median(ratios):7.2f}  ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
