"""Every planned document of every shipped lesson, as text: deciding is tested before anything is drawn."""

from collections.abc import Callable

import pytest

from builder.build import plan
from builder.checks import Rules, check
from builder.content.library import Library
from builder.render.text import render_text
from builder.theme import Theme
from tests.conftest import DATE, LESSONS


@pytest.mark.parametrize("lesson", LESSONS)
def test_planned_documents_are_as_they_were(
    lesson: str, library: Library, rules: Rules, theme: Theme, golden: Callable[[str, str], None]
) -> None:
    checked, said = check(library, lesson, rules)
    assert checked is not None, said

    documents, _, faults = plan(checked, theme, DATE)

    assert not faults
    for _, document in documents:
        golden(f"{lesson}/{document.name}.txt", render_text(document))
