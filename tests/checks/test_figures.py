"""What counts as a figure that needs a source, and what is only a number."""

import pytest

from builder.checks.figures import figure_in


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Nearly 90% came down.", "90%"),
        ("About 46 per cent of teachers.", "46 per cent"),
        ("1 in 7 young people", "1 in 7"),
        ("One in seven young people", "One in seven"),
        ("nine out of ten requests", "nine out of ten"),
        ("1,142 reports", "1,142"),
        ("Thousands of young people are helped.", "Thousands of"),
        ("half a million accounts", "half a million"),
        ("89.9 of them", "89.9"),
        ("They lost £300 each.", "£300"),
        ("3 out of every 4 messages", "3 out of every 4"),
    ],
)
def test_figures_are_found(text: str, figure: str) -> None:
    assert figure_in(text) == figure


@pytest.mark.parametrize(
    "text",
    [
        "Give them three minutes in groups of four.",
        "Start at 9.30 and stop at 10.15am.",
        "Pupils work two in ten minutes.",
        "Ring 0800 1111 or 116 123.",
        "Hundreds of messages came that night.",
        "In 2025 the guidance changed.",
        "Show one, two or three fingers.",
        "Read pages 2-15 in pairs.",
        "All in one go.",
        "Section 2.11 of the guidance.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert figure_in(text) == ""


def test_a_sum_of_money_is_part_of_a_made_up_story() -> None:
    assert figure_in("I need £50 by tonight.", story=True) == ""
    assert figure_in("90% of them pay £50.", story=True) == "90%"
