"""Built packs, read back by other programs: all is there, and nothing is where it must not be."""

import getpass
import io
import json
import platform
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from builder.build import Built
from builder.content.case_study import CaseStudy, PublicRecord
from builder.content.lesson import Lesson
from builder.content.library import Library
from builder.content.loaded import Loaded
from builder.content.safe_teaching import SafeTeaching
from builder.content.signposted import halves, one_of_each
from builder.content.text import Model, Passage, Voice, passages
from builder.document import NO_BREAK
from tests.conftest import COUNTRY, LESSONS, PUPILS
from tests.readback import descriptions, note_texts, pdf_text, pdf_words, slide_texts, squeezed

PUPIL_FILES = ("slides-to-share.pdf", "handout.pdf")


def file(built: Built, name: str) -> bytes:
    assert built.pack is not None, built.diagnostics
    return next(f.data for f in built.pack.files if f.name == name)


def cases_of(library: Library, lesson: str) -> list[Loaded[CaseStudy]]:
    named = [a.case for a in library.lessons[lesson].model.activities if a.kind == "case_study"]
    return [library.cases[case] for case in named]


def seen_by_pupils(data: bytes, name: str) -> str:
    return " ".join(slide_texts(data)) if name.endswith("pptx") else pdf_text(data)


def printed(passage: Passage) -> bool:
    """A waiver's reason, and what a person must verify, are said in other words or not printed."""
    return not {"waivers", "verify", "trail"} & set(passage.address)


def elsewhere(model: Model, passage: Passage) -> bool:
    """Curriculum links of other countries, and advice on teaching pupils where adults are spoken to."""
    match passage.address:
        case ("curriculum_links", int(number), *_) if isinstance(model, Lesson):
            return model.curriculum_links[number].country != COUNTRY
        case ("picture", "alt") if isinstance(model, CaseStudy):
            return True  # described where its opening slide is shown
        case ("advice", int(number), *_) if isinstance(model, SafeTeaching):
            return not model.advice[number].with_adults
    return False


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_builds(lesson: str, packs: dict[str, Built]) -> None:
    assert packs[lesson].pack is not None, packs[lesson].diagnostics


def secret(passage: Passage) -> bool:
    """Long enough that it can't be there by chance. Who published a figure is printed with it."""
    staff = passage.voice in (Voice.STAFF, Voice.QUOTED)
    return staff and len(passage.text) > 25 and "sources" not in passage.address


def models_of(library: Library, lesson: str) -> list[Model]:
    return [library.lessons[lesson].model, *(case.model for case in cases_of(library, lesson))]


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_sentence_is_found_in_the_documents(
    lesson: str, packs: dict[str, Built], library: Library
) -> None:
    built = packs[lesson]
    deck = file(built, "slides.pptx")
    texts = [*slide_texts(deck), *note_texts(deck), *descriptions(deck)]
    assert built.pack is not None
    texts += [pdf_words(f.data) for f in built.pack.files if f.name.endswith(".pdf")]
    everything = squeezed(" ".join(texts))

    sentences = [
        (type(model).__name__, passage.address, re.sub(r"\[\[|\]\]", "", passage.text))
        for model in [*models_of(library, lesson), library.safe_teaching.model]
        for passage in passages(model)
        if printed(passage) and not elsewhere(model, passage) and "[[" not in passage.text
    ]

    assert len(sentences) > 200
    assert not [one for one in sentences if squeezed(one[2]) not in everything]


@pytest.mark.parametrize("lesson", PUPILS)
def test_what_pupils_see_is_on_the_slides(lesson: str, packs: dict[str, Built], library: Library) -> None:
    seen = squeezed(" ".join(slide_texts(file(packs[lesson], "slides.pptx"))))
    shared = squeezed(pdf_text(file(packs[lesson], "slides-to-share.pdf")))
    model = library.lessons[lesson].model
    shown = {face.shows for activity in model.activities for face in getattr(activity, "slides", ())}
    words = [
        *(model.key_messages if "key_messages" in shown else ()),
        *(step.do for step in model.what_to_do if "what_to_do" in shown),
        model.signposting.title,
        model.exit_question,
    ]

    for sentence in words:
        assert squeezed(sentence) in seen
        assert squeezed(sentence) in shared


@pytest.mark.parametrize("lesson", PUPILS)
@pytest.mark.parametrize("name", [*PUPIL_FILES, "slides.pptx"])
def test_no_note_or_answer_is_where_pupils_look(
    lesson: str, name: str, packs: dict[str, Built], library: Library
) -> None:
    seen = squeezed(seen_by_pupils(file(packs[lesson], name), name))
    secrets = [p for model in models_of(library, lesson) for p in passages(model) if secret(p)]

    assert len(secrets) > 25
    assert not [p for p in secrets if squeezed(p.text) in seen]


@pytest.mark.parametrize("lesson", PUPILS)
@pytest.mark.parametrize("name", [*PUPIL_FILES, "slides.pptx"])
def test_no_trail_leads_from_a_pupil_file_to_a_person(
    lesson: str, name: str, packs: dict[str, Built], library: Library
) -> None:
    text = seen_by_pupils(file(packs[lesson], name), name)
    records = [case.model.provenance for case in cases_of(library, lesson)]
    true = [record for record in records if isinstance(record, PublicRecord)]
    trail = {word for record in true for word in record.trail}
    trail |= {source.title for record in true for source in record.sources}

    assert len(trail) >= len(true)
    assert not [word for word in trail if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)]

    # The one place where a year may stand is beside a figure, with who counted.
    counted = [p.text for p in passages(library.lessons[lesson].model) if p.address[-1] == "years"]
    years = set(re.findall(r"\b(?:19|20)\d\d\b", text))
    assert years <= set(re.findall(r"\d{4}", " ".join(counted)))


@pytest.mark.parametrize("lesson", LESSONS)
def test_properties_name_nobody_and_no_machine(lesson: str, packs: dict[str, Built]) -> None:
    built = packs[lesson]
    assert built.pack is not None
    named = {platform.node(), getpass.getuser(), str(Path.home()), str(Path.cwd())}
    # A short name such as “vm” is in every file by chance.
    private = {word for word in named if len(word) > 5}
    for artefact in built.pack.files:
        parts = [artefact.data]
        if artefact.name.endswith(".pptx"):
            with zipfile.ZipFile(io.BytesIO(artefact.data)) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        if artefact.name.endswith(".pdf"):
            reader = PdfReader(io.BytesIO(artefact.data))
            assert reader.metadata is not None
            assert reader.metadata.author == "Lesson Pack Builder"
            parts.append(repr(reader.metadata).encode())
        for word in private:
            assert not any(word.encode() in part for part in parts), (artefact.name, word)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_slide_has_notes_with_what_to_say_and_do(lesson: str, packs: dict[str, Built]) -> None:
    for number, text in enumerate(note_texts(file(packs[lesson], "slides.pptx")), start=1):
        assert "Say" in text, number
        assert "Do" in text, number
        assert number == 1 or re.search(r"\d+ min", text), number


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_lesson_ends_with_help_and_then_calm(
    lesson: str, packs: dict[str, Built], library: Library
) -> None:
    slides = slide_texts(file(packs[lesson], "slides.pptx"))
    model = library.lessons[lesson].model
    wanted = [s for s in library.help.model.services if s.role in model.signposting.roles]
    chosen = [one for half in halves(model) or (None,) for one in one_of_each(wanted, model, half)]
    numbers = [service.phone for service in chosen if service.phone]
    calm = library.lessons[lesson].model.activities[-1]

    assert numbers
    assert calm.kind == "calm_ending"
    assert squeezed(calm.sentence) in squeezed(slides[-1])
    for number in numbers:
        assert any(number in slide.replace(NO_BREAK, " ") for slide in slides)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_manifest_says_whether_it_is_a_draft(lesson: str, packs: dict[str, Built]) -> None:
    manifest = json.loads(file(packs[lesson], "manifest.json"))
    waiting = any(d.severity == "needs-person" for d in packs[lesson].diagnostics)

    assert manifest["draft"] is waiting
    assert ("DRAFT" in pdf_text(file(packs[lesson], "slides-to-share.pdf"))) is waiting


@pytest.mark.parametrize("lesson", PUPILS)
def test_slips_and_cards_are_the_last_two_pages_a_sheet_each(
    lesson: str, packs: dict[str, Built], library: Library
) -> None:
    # The notes tell teachers to print these two pages by the sheet: four slips, eight cards.
    pages = PdfReader(io.BytesIO(file(packs[lesson], "handout.pdf"))).pages
    slips, cards = (squeezed(page.extract_text()) for page in pages[-2:])
    helpline = next(s for s in library.help.model.services if s.role == "helpline" and s.for_pupils)

    assert slips.count(squeezed(library.lessons[lesson].model.exit_question)) == 4
    assert cards.count(squeezed(helpline.phone or "")) == 8
