"""The checks decide what a document will say before it is planned; here the planned document is asked."""

import pytest

from builder.build import plan
from builder.checks import Rules, check
from builder.checks.context import fits
from builder.checks.phrases import sentences
from builder.content.library import Library
from builder.render.text import render_text
from builder.theme import Theme
from tests.conftest import DATE, PUPILS


@pytest.mark.parametrize("lesson", PUPILS)
def test_what_must_be_said_is_said_in_the_planned_documents(
    lesson: str, library: Library, rules: Rules, theme: Theme
) -> None:
    checked, said = check(library, lesson, rules)
    assert checked is not None, said
    documents, _, _ = plan(checked, theme, DATE)
    lines = {document.name: render_text(document).splitlines() for _, document in documents}
    found = {name: [s.low for line in text for s in sentences(line)] for name, text in lines.items()}

    lacking = [
        (message.id, name)
        for message in rules.required.messages
        if fits(message.ages, checked.lesson.model.age_band)
        for name in message.documents
        if not any(rules.said[message.id].search(sentence) for sentence in found[name])
    ]

    assert rules.required.messages
    assert not lacking
