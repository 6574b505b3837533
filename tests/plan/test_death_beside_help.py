"""Wherever adults are told of a death, somebody to ring stands on the same slide or page."""

from dataclasses import replace

import pytest

from builder.build import plan
from builder.checks import Rules, check
from builder.content.library import read_library
from builder.content.shelves import Shelf, countries
from builder.document import Document, Section
from builder.render.text import render_text
from builder.theme import Theme
from tests.conftest import DATE, ROOT


def said_in(document: Document, section: Section) -> str:
    return " ".join(render_text(replace(document, sections=(section,))).split())


@pytest.mark.parametrize("country", list(countries()))
def test_every_telling_of_a_death_has_the_country_s_crisis_lines_beside_it(
    country: str, rules: Rules, theme: Theme
) -> None:
    found, said = read_library([Shelf(ROOT)], country)
    assert found is not None, said
    checked, _ = check(found, "staff-briefing", rules)
    assert checked is not None
    numbers = [s.phone for s in found.help.model.services if s.role == "crisis" and s.phone]
    deaths = {name: one.model for name, one in checked.cases.items() if one.model.someone_died}
    assert numbers
    assert deaths
    documents, _, _ = plan(checked, theme, DATE)

    # A story told in its first beat is told; so is one whose content note says that somebody died.
    texts = [
        (document.name, section.id, said_in(document, section))
        for _, document in documents
        for section in document.sections
    ]
    told = [
        (name, where, text)
        for name, where, text in texts
        for case_id, case in deaths.items()
        if where == f"cases.{case_id}"
        or any(s in text for s in (case.content_note, case.story[1].text, case.outcome))
    ]

    assert {name for name, _, _ in told} >= {"slides", "presenter-notes"}
    assert [where for *where, text in told if not all(number in text for number in numbers)] == []
