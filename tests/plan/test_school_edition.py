"""A school's own edition: its people stand by name where the generic one leaves a line to write on."""

from pathlib import Path

import pytest

from builder.build import Planned, Wanted, plan, theme_for
from builder.checks import Rules, check
from builder.document import AnswerLines, CutOutCards, Document, Figure, HelpPanel, Image, walk
from builder.layout.placed import Picture, PlacedDeck
from builder.render import FORMATS
from builder.render.text import render_text
from builder.theme import Theme
from tests.conftest import DATE
from tests.render.docx import gate as word
from tests.render.pptx import accessible as powerpoint
from tests.render.sentences import READERS, of_document, out_of_order
from tests.schools import HILL, LONG, library_of, school_in
from tests.ua import faults

LESSON = "online-blackmail"
TIGHT = ("at-eighteen", "surprises-and-secrets", "under-pressure", "parents-and-carers")
LEAD = "Ms Amara Okoye · Room 12, by the library"
EVERYWHERE = (
    "slides",
    "slides-to-share",
    "teacher-notes",
    "handout",
    "if-it-happens",
    "poster",
    "parents-copy",
)


class Edition:
    """Everything of one lesson for one school."""

    def __init__(self, folder: Path, rules: Rules, lesson: str = LESSON, country: str = "GB-ENG") -> None:
        library = library_of(folder, lesson, country=country)
        checked, said = check(library, lesson, rules)
        assert checked is not None, said
        self.theme: Theme = theme_for(checked.lesson.model)
        wanted = Wanted(("parents-copy",), {}, tuple(FORMATS)) if lesson == LESSON else Wanted()
        self.planned: list[Planned]
        self.decks: dict[str, PlacedDeck]
        self.planned, self.decks, self.faults = plan(checked, self.theme, DATE, wanted)

    def of(self, name: str) -> Document:
        return next(document for _, document in self.planned if document.name == name)

    def drawn(self, form: str, name: str) -> bytes:
        deck = self.decks.get(name, self.decks["slides"])
        return FORMATS[form].draw(self.of(name), self.theme, deck)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory, rules: Rules) -> Edition:
    return Edition(school_in(tmp_path_factory.mktemp("hill")), rules)


def test_nothing_runs_over(ours: Edition) -> None:
    assert ours.faults == []


@pytest.mark.parametrize("lesson", TIGHT)
def test_long_names_fit_too(tmp_path: Path, rules: Rules, lesson: str) -> None:
    assert Edition(school_in(tmp_path, LONG), rules, lesson).faults == []


@pytest.mark.parametrize("name", EVERYWHERE)
def test_the_lead_stands_by_name(ours: Edition, name: str) -> None:
    text = render_text(ours.of(name))

    assert "Ms Amara Okoye" in text
    assert "My school’s safeguarding lead" not in text


def test_pupils_read_where_to_find_them(ours: Edition) -> None:
    for name in ("slides", "handout", "if-it-happens", "poster"):
        assert LEAD in render_text(ours.of(name)), name


def test_pupils_know_who_else_there_is(ours: Edition) -> None:
    handout = render_text(ours.of("handout"))

    assert "your form tutor, the school nurse" in handout
    assert "Mr Ben Hart · Room 4" in handout


def test_a_safe_adult_at_home_is_still_theirs_to_write(ours: Edition) -> None:
    blocks = [block for section in ours.of("handout").sections for block in walk(section.blocks)]
    lines = [person for block in blocks if isinstance(block, HelpPanel) for person in block.people]
    cards = [card for block in blocks if isinstance(block, CutOutCards) for card in block.cards]

    assert lines == ["My safe adult at home or elsewhere"]
    wallet = [card for card in cards if any(isinstance(block, HelpPanel) for block in card.blocks)]
    assert wallet
    assert all(any(isinstance(block, AnswerLines) for block in card.blocks) for card in wallet)
    assert "Ms Amara Okoye" in render_text(ours.of("handout")).partition("cut out (wallet)")[2]


def test_without_adults_of_their_own_wording_pupils_write_one_of_the_school_too(
    tmp_path: Path, rules: Rules
) -> None:
    text = HILL.replace("safe_adults: [your form tutor, the school nurse]\n", "")
    made = Edition(school_in(tmp_path, text), rules)

    assert "My safe adult at school: ________" in render_text(made.of("handout"))
    assert made.faults == []


def test_staff_read_who_must_know_first_and_who_stands_in(ours: Edition) -> None:
    first = ours.of("teacher-notes").sections[:2]
    text = render_text(ours.of("teacher-notes"))

    assert [section.id for section in first] == ["school", "at-a-glance"]
    assert "Ms Amara Okoye, the safeguarding lead (Room 12, by the library · 01632\u00a0960\u00a0001" in text
    assert "If they are away" in text
    assert "Mr Ben Hart · Room 4" in text


def test_the_countrys_word_is_printed_where_the_school_has_none(tmp_path: Path, rules: Rules) -> None:
    made = Edition(school_in(tmp_path, HILL.replace("GB-ENG", "IE")), rules, country="IE")

    assert "Liaison person: Ms Amara Okoye" in render_text(made.of("handout"))


def test_the_school_stands_on_the_first_slide_and_page(ours: Edition) -> None:
    assert ours.of("slides").sections[0].label == "Hill School"
    for name in ("teacher-notes", "handout"):
        assert "Hill School" in render_text(ours.of(name))[:400]


def test_pictures_say_what_they_show(ours: Edition) -> None:
    slides = ours.of("slides")
    shown = {
        (section.id, block.alt)
        for section in slides.sections
        for block in section.blocks
        if isinstance(block, Figure) and isinstance(block.source, Image)
    }
    placed = [s for slide in ours.decks["slides"].slides for s in slide.shapes if isinstance(s, Picture)]

    assert {("title", "Logo of Hill School"), ("signposting", "Photo of Ms Amara Okoye")} <= shown
    assert {"Logo of Hill School", "Photo of Ms Amara Okoye"} <= {one.alt for one in placed}


@pytest.mark.parametrize("form", FORMATS)
def test_every_sentence_is_found_in_its_order(ours: Edition, form: str, tmp_path: Path) -> None:
    lost = {}
    for planned, document in ours.planned:
        if planned == form and document.name in EVERYWHERE:
            said = of_document(document, notes=form != "pdf", heads=form != "text")
            found = READERS[form](ours.drawn(form, document.name), tmp_path)
            if missing := out_of_order(said, found):
                lost[document.name] = missing[:5]

    assert lost == {}


def test_everybody_can_read_it(ours: Edition) -> None:
    for name in ("slides-to-share", "teacher-notes", "handout", "if-it-happens", "poster"):
        assert faults(ours.drawn("pdf", name)) == [], name
    assert word.faults(ours.drawn("word", "handout")) == []
    assert powerpoint.faults(ours.drawn("pptx", "slides")) == []
