"""A document of slides becomes a deck of placed slides, numbered, or faults."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from builder.diagnostics import NOWHERE, Diagnostic, error, warning
from builder.document import Block, Document, Paragraph, Section, rich
from builder.layout.compose.along import beats, steps, timeline
from builder.layout.compose.equals import columns, sort
from builder.layout.compose.help import help_
from builder.layout.compose.job import Job
from builder.layout.compose.lists import list_
from builder.layout.compose.poster import poster
from builder.layout.compose.question import question
from builder.layout.compose.single import calm_ending, case_study, picture, statement, title
from builder.layout.compose.thread import thread
from builder.layout.drawings import unknown_drawings
from builder.layout.measure import Measure
from builder.layout.path import path
from builder.layout.placed import Group, PlacedDeck, PlacedSlide
from builder.layout.reading import in_reading_order
from builder.layout.sheet import Misfit, Sheet
from builder.memory import FORGETFUL, Memory
from builder.source import excerpt
from builder.theme import Theme

COMPOSITIONS: dict[str, Callable[[Job], list[Sheet]]] = {
    "title": title,
    "statement": statement,
    "list": list_,
    "columns": columns,
    "steps": steps,
    "thread": thread,
    "timeline": timeline,
    "question": question,
    "sort": sort,
    "case_study": case_study,
    "beats": beats,
    "picture": picture,
    "help": help_,
    "calm_ending": calm_ending,
    "poster": poster,
    "page": list_,
}


def place(
    document: Document, theme: Theme, memory: Memory = FORGETFUL
) -> tuple[PlacedDeck, list[Diagnostic]]:
    """Compose every section; while an error is among the diagnostics the deck must not be drawn."""
    faults = unknown_drawings(document)
    measure = memory.once("measure", (theme,), lambda: Measure(theme))
    composed: list[tuple[Section, list[Sheet]]] = []
    titles: set[str] = set()
    shown: tuple[str, ...] = ()
    for section in document.sections:
        sheets, left = _compose(section, measure, titles, shown, memory)
        shown += tuple(s.name for sheet in sheets for s in sheet.shapes if isinstance(s, Group))
        titles.update(sheet.title for sheet in sheets)
        faults += [_fault(section, misfit) for sheet in sheets for misfit in sheet.misfits]
        faults += [
            warning(
                section.mark,
                "fit/no-place",
                "This kind of slide has no place for a picture.",
                hint="Show the picture on another slide, or take it out.",
            )
            for _ in left
        ]
        composed.append((section, sheets))
    return _numbered(document, theme, composed), faults


def _compose(
    section: Section, measure: Measure, taken: set[str], shown: tuple[str, ...], memory: Memory
) -> tuple[list[Sheet], list[Block]]:
    """The section's slides under titles that no other slide has, and the figures left over."""
    # Neither where it was written nor what is said to it changes how a slide looks.
    bare = replace(section, mark=NOWHERE, notes=())
    for attempt in count(1):
        heading = section.heading if attempt == 1 else f"{section.heading} ({attempt})"

        def composed(heading: str = heading) -> tuple[list[Sheet], list[Block]]:
            job = Job(bare, heading, measure.theme, measure, shown)
            return COMPOSITIONS[section.layout](job), job.left

        sheets, left = memory.once((section.id, attempt), (bare, measure, shown), composed)
        if taken.isdisjoint(sheet.title for sheet in sheets):
            break
    return sheets, left


def _numbered(document: Document, theme: Theme, composed: list[tuple[Section, list[Sheet]]]) -> PlacedDeck:
    total = sum(len(sheets) for _, sheets in composed)
    slides: list[PlacedSlide] = []
    numbers: dict[str, tuple[int, ...]] = {}
    for section, sheets in composed:
        first = len(slides) + 1
        numbers[section.id] = tuple(range(first, first + len(sheets)))
        for part, sheet in enumerate(sheets, 1):
            number = len(slides) + 1
            line = path(sheet.run_of_path, (number - 1) / max(1, total - 1), sheet.inks)
            slides.append(
                PlacedSlide(
                    number,
                    section.id,
                    part,
                    sheet.title,
                    section.layout,
                    sheet.ground,
                    in_reading_order(sheet.with_path(line)),
                    _notes(section, part, first),
                    section.mark,
                )
            )
    return PlacedDeck(document, tuple(slides), theme, theme.slides.width_pt, theme.slides.height_pt, numbers)


def _notes(section: Section, part: int, first: int) -> tuple[Block, ...]:
    """Whoever stands at a later slide of a split needs the words too; its minutes are the activity's."""
    if part == 1 or not section.notes:
        return section.notes
    again = Paragraph(rich(f"Continued from slide {first}."), "label")
    return (again, *section.notes)


def _fault(section: Section, misfit: Misfit) -> Diagnostic:
    where = f"The slide “{excerpt(section.heading)}”"
    if misfit.word:
        return error(
            section.mark,
            "fit/overflow",
            f"{where} holds a word that is too long for its place: “{excerpt(misfit.word)}”.",
            why="A word that is wider than its box would run over its edge.",
            hint="Use a shorter word, or put a space or a hyphen with a space where it may break.",
        )
    over = "a word" if misfit.words_over == 1 else f"{misfit.words_over} words"
    return error(
        section.mark,
        "fit/overflow",
        f"{where} has about {over} too many ({misfit.place.lower()}).",
        why="Text smaller than this can't be read from the back of a room, so nothing is shrunk or cut off.",
        hint="Say it in fewer words, or give part of it a slide of its own.",
    )
