"""One contract for all formats: what a document says is found in its file, in order, and nothing it must not.

A format that is added to the table is under it at once; it needs a reader in `sentences.py`.
"""

import re
from pathlib import Path

import pytest

from builder.build import Planned, Wanted, plan, theme_for
from builder.checks import Rules, check
from builder.content.case_study import PublicRecord
from builder.content.library import Library
from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.plan import PRINTS
from builder.render import FORMATS
from builder.theme import Theme
from tests.conftest import DATE, LESSONS, PUPILS
from tests.readback import squeezed
from tests.render.sentences import READERS, TELLS, of_blocks, of_document, out_of_order

WITHOUT_NOTES = ("pdf",)
"""A deck as PDF is for sharing: its pages show what the wall shows."""


class Made:
    """Everything of one lesson, planned once; drawn when it is asked for."""

    def __init__(self, planned: list[Planned], decks: dict[str, PlacedDeck], theme: Theme) -> None:
        self.planned, self.decks, self.theme = planned, decks, theme
        self._drawn: dict[tuple[str, str], bytes] = {}

    def drawn(self, form: str, document: Document) -> bytes:
        """The file, drawn once."""
        key = form, document.name
        if key not in self._drawn:
            self._drawn[key] = self.draw(form, document)
        return self._drawn[key]

    def draw(self, form: str, document: Document) -> bytes:
        deck = self.decks.get(document.name, self.decks["slides"])
        return FORMATS[form].draw(document, self.theme, deck)

    def of(self, form: str) -> list[Document]:
        return [document for planned_form, document in self.planned if planned_form == form]


@pytest.fixture(scope="module")
def every(library: Library, rules: Rules) -> dict[str, Made]:
    made = {}
    for lesson in LESSONS:
        checked, said = check(library, lesson, rules)
        assert checked is not None, said
        theme = theme_for(checked.lesson.model)
        prints = tuple(PRINTS) if lesson == "online-blackmail" else ("parents-copy",)
        planned, decks, _ = plan(checked, theme, DATE, Wanted(prints, {}, tuple(FORMATS)))
        made[lesson] = Made(planned, decks, theme)
    return made


def test_every_format_can_be_read_back() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_sentence_is_found_in_its_order(
    every: dict[str, Made], form: str, lesson: str, tmp_path: Path
) -> None:
    lost = {}
    for document in every[lesson].of(form):
        said = of_document(document, notes=form not in WITHOUT_NOTES, heads=form != "text")
        found = READERS[form](every[lesson].drawn(form, document), tmp_path)
        if missing := out_of_order(said, found):
            lost[document.name] = missing[:5]

    assert lost == {}


@pytest.mark.parametrize("form", FORMATS)
def test_pupils_files_hold_no_notes_and_no_answers(every: dict[str, Made], form: str, tmp_path: Path) -> None:
    made = every["online-blackmail"]
    teaching = next(document for document in made.of("pptx") if document.name == "slides")
    notes = {squeezed(text) for section in teaching.sections for text in of_blocks(section.notes)}
    long = {text for text in notes if len(text) > 60}
    pupils = [document for document in made.of(form) if document.edition == "pupil"]

    assert long
    for document in pupils:
        found = squeezed(READERS[form](made.drawn(form, document), tmp_path))
        assert [text for text in long if text in found] == [], document.name


@pytest.mark.parametrize("lesson", PUPILS)
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "pptx"])
def test_no_trail_leads_from_what_pupils_or_parents_get_to_a_person(
    every: dict[str, Made], library: Library, form: str, lesson: str, tmp_path: Path
) -> None:
    named = [a.case for a in library.lessons[lesson].model.activities if a.kind == "case_study"]
    told = [library.cases[case].model.provenance for case in named]
    true = [record for record in told if isinstance(record, PublicRecord)]
    trail = {word for record in true for word in record.trail}
    trail |= {source.title for record in true for source in record.sources}
    given = [one for one in every[lesson].of(form) if one.edition in ("pupil", "parent")]
    whole = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in trail)
    words = re.compile(whole or "(?!)", re.IGNORECASE)

    assert given
    for document in given:
        found = READERS[form](every[lesson].drawn(form, document), tmp_path)
        assert words.findall(found) == [], document.name


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_document_gives_the_same_bytes(every: dict[str, Made], form: str) -> None:
    made = every["surprises-and-secrets"]
    for document in made.of(form):
        assert made.drawn(form, document) == made.draw(form, document), document.name


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "text"])
def test_every_file_tells_its_title_and_language(every: dict[str, Made], form: str) -> None:
    made = every["online-blackmail"]
    for document in made.of(form):
        title, language = TELLS[form](made.drawn(form, document))
        # A page in a browser's tab also says which of the documents it is.
        assert title.startswith(document.title), document.name
        assert language == document.language, document.name
