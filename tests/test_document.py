"""The document tree's own few rules."""

import pytest

from builder.diagnostics import Mark
from builder.document import Section, answer_word, heading_levels


def headed(heading: str, level: int) -> Section:
    return Section("x", heading, (), Mark("x.yaml", 1, 1), level=level)


@pytest.mark.parametrize(
    ("levels", "made"),
    [
        ((1, 2, 2, 1), [1, 2, 2, 1]),
        ((1, 3, 3, 3, 1), [1, 2, 2, 2, 1]),
        ((2, 2), [1, 1]),
        ((3, 1, 2, 3, 2), [1, 1, 2, 3, 2]),
        ((-1, 5), [1, 2]),
    ],
)
def test_levels_of_sections_side_by_side_are_alike(levels: tuple[int, ...], made: list[int]) -> None:
    assert heading_levels([headed("H", level) for level in levels]) == made


def test_a_section_without_a_heading_has_no_level() -> None:
    assert heading_levels([headed(" ", 1), headed("H", 1)]) == [0, 1]


def test_the_word_for_an_answer_is_english_where_no_other_is_known() -> None:
    assert [answer_word(language) for language in ("en-GB", "cy", "fr")] == ["Answer", "Ateb", "Answer"]
