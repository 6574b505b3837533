"""The deck on paper: three slides to a page with lines to write on, and each slide above its notes."""

from collections.abc import Iterator

from builder.document import Document, Minutes, Section, SlideReference
from builder.plan import notes, slides
from builder.plan.brief import Brief

TO_A_PAGE = 3
THREE_TO_A_PAGE = "slides-three-to-a-page"


def three_to_a_page(brief: Brief) -> Document:
    """For those who take part: without notes or answers."""
    deck = slides.share(brief)
    places = [(number, section) for section in deck.sections for number in brief.numbers.get(section.id, ())]
    sections = tuple(
        Section(
            f"page-{at // TO_A_PAGE + 1}",
            "",
            tuple(
                SlideReference((number,), brief.slide_label((number,)), "with_lines")
                for number, _ in places[at : at + TO_A_PAGE]
            ),
            places[at][1].mark,
            new_page=True,
        )
        for at in range(0, len(places), TO_A_PAGE)
    )
    kind = brief.labels.documents.three_to_a_page
    return _document(brief, THREE_TO_A_PAGE, kind, deck, sections)


def with_notes(brief: Brief) -> Document:
    """For the teacher: a page a slide, or a few for one with many notes."""
    deck = slides.teach(brief)
    return _document(
        brief, "slides-with-notes", brief.labels.documents.slides_with_notes, deck, tuple(_noted(brief, deck))
    )


def _noted(brief: Brief, deck: Document) -> Iterator[Section]:
    for section, said in notes.told_once(brief, deck.sections):
        numbers = brief.numbers.get(section.id, ())
        label = brief.slide_label(numbers)
        cues = tuple(block for block in said if isinstance(block, Minutes))
        rest = tuple(block for block in said if not isinstance(block, Minutes))
        yield Section(
            f"slide.{section.id}",
            section.heading,
            (SlideReference(numbers, label, "page"), *cues, *rest),
            section.mark,
            label=label,
            level=2,
            new_page=True,
        )


def _document(brief: Brief, name: str, kind: str, deck: Document, sections: tuple[Section, ...]) -> Document:
    return Document(
        name=name,
        medium="pages",
        edition=deck.edition,
        title=deck.title,
        subtitle=kind,
        language=deck.language,
        date=deck.date,
        furniture=deck.furniture,
        sections=sections,
        keywords=(kind, brief.ages()),
    )
