"""Every letter an author writes is in the house fonts, or is named with its code and place."""

import pytest

from builder.diagnostics import Mark
from builder.document import (
    Block,
    BulletList,
    Callout,
    HelpEntry,
    HelpPanel,
    Message,
    MessageThread,
    Paragraph,
    Pause,
    Table,
    rich,
)
from builder.layout import missing_letters
from builder.theme import Theme
from tests.layout.sample_deck import SAMPLE, deck_of, section


def test_the_sample_has_every_letter(theme: Theme) -> None:
    assert missing_letters(SAMPLE, theme) == []


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(rich("an arrow → here")),
        BulletList((rich("→"),)),
        Callout("say", "→", ()),
        Table(("a", "→"), (), (1, 1)),
        MessageThread((Message("→", "hello", "left"),)),
        MessageThread((Pause("→"),)),
        HelpPanel((HelpEntry("helpline", "→", "", "", ""),)),
        HelpPanel((HelpEntry("helpline", "", "", "", "", address="→"),)),
        HelpPanel((), ("→",)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_letter_is_missed_in_any_block_and_in_notes(theme: Theme, block: Block) -> None:
    shown = missing_letters(deck_of(section("list", "Signs", block, line=12)), theme)
    noted = missing_letters(deck_of(section("list", "Signs", line=12, notes=(block,))), theme)

    for found in (shown, noted):
        assert [f.rule for f in found] == ["render/missing-glyph"]
        assert found[0].mark == Mark("lesson.yaml", 12, 1)
        assert "→" in found[0].message
        assert "U+2192" in found[0].message


def test_each_letter_is_told_once_a_section(theme: Theme) -> None:
    found = missing_letters(deck_of(section("list", "☐ → ☐", Paragraph(rich("☐ ☐")))), theme)

    assert len(found) == 2


def test_letters_of_names_and_signs_that_authors_use_are_there(theme: Theme) -> None:
    text = "Zoë, Łukasz and Siân said: “It’s £50 – or …” · ½ × €\n"

    assert missing_letters(deck_of(section("list", "Names", Paragraph(rich(text)))), theme) == []


@pytest.mark.parametrize(
    ("letter", "said"), [("\u0301", "U+0301"), ("\u200b", "U+200B"), ("\u202e", "U+202E")]
)
def test_signs_that_nobody_sees_are_named_by_their_number_alone(letter: str, said: str, theme: Theme) -> None:
    (fault,) = missing_letters(deck_of(section("list", "Names", Paragraph(rich(f"word{letter}s")))), theme)

    assert "can’t be seen" in fault.message
    assert said in fault.message
    assert letter not in fault.message
