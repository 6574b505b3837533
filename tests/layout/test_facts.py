"""Facts: what is a source, which figure is the large one, and that nothing of the sentence is lost."""

import pytest

from builder.document import BulletList, Rich, Strong, Text, plain, rich
from builder.layout import place
from builder.layout.compose.facts import fact_of
from builder.layout.placed import Box
from builder.theme import Theme
from tests.layout.sample_deck import deck_of, section


@pytest.mark.parametrize(
    ("statement", "limit", "figure"),
    [
        ("Nearly 9 in 10 requests were met.", "Nearly", "9 in 10"),
        ("In 14 countries, police arrested 260 people.", "", "260"),
        ("In 2025, police arrested 260 people.", "", "260"),
        ("Between 2018 and 2023 it became rarer.", "", ""),
        ("A picture can be blocked before it is posted.", "", ""),
        ("More than 62% of 400 young people told someone.", "More than", "62%"),
        ("They asked for £1,000 in all.", "", "£1,000"),
    ],
)
def test_the_large_figure_keeps_the_word_that_limits_it(statement: str, limit: str, figure: str) -> None:
    fact = fact_of(rich(f"{statement} (Somebody, 2024)"))

    assert fact is not None
    assert (fact.limit, fact.figure) == (limit, figure)


@pytest.mark.parametrize(
    "item",
    [
        rich("It works. (Office, Australia (all ages), 2018 to 2023)"),
        (Strong("It works."), Text(" (Office, Australia (all ages), 2018 to 2023)")),
        (Text("It "), Strong("works"), Text(". (Office, Australia (all ages), 2018 to 2023)")),
    ],
)
def test_the_source_is_what_stands_in_brackets_at_the_end(item: Rich) -> None:
    fact = fact_of(item)

    assert fact is not None
    assert plain(fact.statement) == "It works."
    assert fact.source == "(Office, Australia (all ages), 2018 to 2023)"


@pytest.mark.parametrize("text", ["It works.", "(Only a source)", "It (mostly) works."])
def test_other_items_are_no_facts(text: str) -> None:
    assert fact_of(rich(text)) is None


def test_the_figure_is_large_and_its_source_small_but_legible(theme: Theme) -> None:
    facts = BulletList((rich("Nearly 9 in 10 were met. (Office, 2023)"), rich("It works. (Office, 2024)")))
    deck, faults = place(deck_of(section("list", "Reasons for hope", facts)), theme)
    sizes = {
        shape.name: shape.text.paras[-1].size_pt
        for shape in deck.slides[0].shapes
        if isinstance(shape, Box) and shape.text
    }

    assert faults == []
    assert sizes["Figure 1"] >= 40
    assert sizes["Fact 1"] >= 20
    assert sizes["Source 1"] == 16
    assert "Figure 2" not in sizes
    assert any(shape.name == "Tick 2" for shape in deck.slides[0].shapes)
