"""docs/leaflet.md says where each point of the founding leaflet lives; here it is asked whether it is so."""

import re
from dataclasses import replace

import pytest

from builder.build import plan
from builder.checks import Rules, check
from builder.content.library import Library
from builder.document import Document, Section
from builder.render.text import render_text
from builder.theme import Theme
from tests.conftest import DATE, ROOT

ROWS = [
    [cell.strip() for cell in line.strip().strip("|").split("|")]
    for line in (ROOT / "docs" / "leaflet.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|")
][2:]
FEWEST = 17


def flat(text: str) -> str:
    """Letters and figures alone: how text is set in lines and boxes does not count."""
    return re.sub(r"[\W_]+", " ", text).casefold()


PLANNED: dict[str, dict[str, Document]] = {}


def documents_of(lesson: str, library: Library, rules: Rules, theme: Theme) -> dict[str, Document]:
    """Planned once for all points of the map."""
    if lesson in PLANNED:
        return PLANNED[lesson]
    checked, said = check(library, lesson, rules)
    assert checked is not None, said
    PLANNED[lesson] = {document.name: document for _, document in plan(checked, theme, DATE)[0]}
    return PLANNED[lesson]


def alone(document: Document, section: Section) -> str:
    """One section of the document, with its notes, as text."""
    return flat(render_text(replace(document, sections=(section,))))


def test_no_point_of_the_leaflet_is_dropped() -> None:
    assert len(ROWS) >= FEWEST
    assert len({row[0] for row in ROWS}) == len(ROWS)
    assert all(len(row) == 6 and all(row) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_point_stands_where_the_map_says(
    row: list[str], library: Library, rules: Rules, theme: Theme
) -> None:
    _, _, lesson, name, part, words = row
    documents = documents_of(lesson, library, rules, theme)
    assert name in documents, f"no document {name} in {lesson}: {sorted(documents)}"
    document = documents[name]

    places = [section for section in document.sections if section.heading == part]
    if document.title == part:
        places = list(document.sections)

    assert places, f"nothing is called “{part}”: {[s.heading for s in document.sections]}"
    assert any(flat(words) in alone(document, place) for place in places)


def test_old_slogans_stand_in_no_pupils_document(library: Library, rules: Rules, theme: Theme) -> None:
    pupils = [name for name, one in library.lessons.items() if one.model.audience == "pupils"]
    for lesson in pupils:
        for document in documents_of(lesson, library, rules, theme).values():
            if document.edition == "pupil":
                text = flat(render_text(document))
                for slogan in ("stays online", "digital tattoo", "for ever", "forever"):
                    assert f" {slogan} " not in text, f"{lesson}/{document.name}: {slogan}"
