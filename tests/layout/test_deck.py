"""Sections become slides: split before they are clipped, numbered, titled, or told about."""

import pytest

from builder.diagnostics import any_error
from builder.document import (
    BulletList,
    Figure,
    HelpEntry,
    HelpPanel,
    Image,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Question,
    Strong,
    Text,
    TickList,
    rich,
)
from builder.layout import place
from builder.layout.placed import Box, PlacedSlide
from builder.theme import Theme
from tests.layout.sample_deck import SAMPLE, deck_of, items, lit, section

SENTENCE = "Somebody online asks for a picture and then says that everyone will see it unless they pay."


def texts(slide: PlacedSlide) -> str:
    return "\n".join(
        para.text for s in slide.shapes if isinstance(s, Box) and s.text for para in s.text.paras
    )


def test_the_sample_fits(theme: Theme) -> None:
    deck, faults = place(SAMPLE, theme)

    assert faults == []
    assert len(deck.slides) == len(SAMPLE.sections)
    assert {s.layout for s in deck.slides} == {
        "title",
        "statement",
        "list",
        "columns",
        "steps",
        "thread",
        "timeline",
        "question",
        "sort",
        "case_study",
        "beats",
        "picture",
        "help",
        "calm_ending",
    }


def test_numbers_run_on_and_are_handed_to_the_notes(theme: Theme) -> None:
    long = section("list", "Signs", TickList(items(*[SENTENCE] * 10)))
    deck, _ = place(deck_of(SAMPLE.sections[0], long, SAMPLE.sections[-1]), theme)
    count = len(deck.slides)

    assert [s.number for s in deck.slides] == list(range(1, count + 1))
    assert deck.numbers["signs"] == tuple(range(2, count))
    assert [s.part for s in deck.slides[1:-1]] == list(range(1, count - 1))


def test_too_much_is_split_evenly_and_nothing_is_lost(theme: Theme) -> None:
    sentences = [f"Sign {number:02}: {SENTENCE}" for number in range(1, 13)]
    deck, faults = place(deck_of(section("list", "Signs", BulletList(items(*sentences)))), theme)

    assert faults == []
    assert len(deck.slides) > 1
    assert [s.title for s in deck.slides] == [
        f"Signs ({n}\u00a0of\u00a0{len(deck.slides)})" for n in range(1, len(deck.slides) + 1)
    ]
    counts = [sum(sentence in texts(s) for sentence in sentences) for s in deck.slides]
    assert sum(counts) == 12
    assert max(counts) - min(counts) <= 1


def test_a_long_thread_goes_on_with_names_on_every_slide(theme: Theme) -> None:
    entries = tuple(
        Message("Robin" if n % 2 else "Sam", f"{n}. {SENTENCE}", "left" if n % 2 else "right")
        for n in range(9)
    )
    deck, faults = place(deck_of(section("thread", "A chat", MessageThread(entries))), theme)

    assert faults == []
    assert len(deck.slides) > 1
    for slide in deck.slides:
        assert "Robin" in texts(slide)
        assert "Sam" in texts(slide)


def test_steps_keep_their_numbers_on_a_second_slide(theme: Theme) -> None:
    steps = NumberedList(tuple((Strong(f"Step {n} to do"), Text(f" {SENTENCE}")) for n in range(1, 8)))
    deck, faults = place(deck_of(section("steps", "What to do", steps)), theme)

    assert faults == []
    assert [line for s in deck.slides for line in texts(s).split("\n") if line.isdigit()] == list("1234567")


def test_options_stay_on_the_slide_of_their_question(theme: Theme) -> None:
    asked = Question(
        rich(SENTENCE + " What could they do?"),
        items("Open it to check", "Warn everybody else", "Leave it and tell an adult", "Say nothing at all"),
    )
    deck, faults = place(deck_of(section("question", "A picture reaches you", asked)), theme)

    assert faults == []
    assert len(deck.slides) == 1


def test_a_statement_that_can_not_be_split_says_how_many_words_too_many(theme: Theme) -> None:
    document = deck_of(section("statement", "Too long", Paragraph(rich(SENTENCE * 4), "lead"), line=41))
    _, faults = place(document, theme)

    assert [f.rule for f in faults] == ["fit/overflow"]
    assert faults[0].mark.line == 41
    assert "words too many" in faults[0].message
    assert "Too long" in faults[0].message
    assert faults[0].hint


def test_a_word_too_long_for_its_box_is_named(theme: Theme) -> None:
    word = "Pneumonoultramicroscopicsilicovolcanoconiosis"
    document = deck_of(section("steps", "Steps", NumberedList(items("Stop", word, "Tell", "Report")), line=7))
    _, faults = place(document, theme)

    assert {f.rule for f in faults} == {"fit/overflow"}
    assert any(f"“{word}”" in f.message and f.mark.line == 7 for f in faults)


@pytest.mark.parametrize("layout", ["title", "statement", "list", "question", "help", "beats", "calm_ending"])
def test_a_title_too_long_for_two_lines_is_told(theme: Theme, layout: str) -> None:
    document = deck_of(section(layout, SENTENCE * 5, line=9))  # type: ignore[arg-type]  # one of the layouts
    _, faults = place(document, theme)

    assert any_error(faults)
    assert {f.mark.line for f in faults} == {9}


def test_no_two_titles_are_the_same(theme: Theme) -> None:
    again = section("question", "Think", Question(rich("Why?")))
    split = section("list", "Think", TickList(items(*[SENTENCE] * 10)))
    named_alike = section("question", "Think (2)", Question(rich("How?")))
    deck, _ = place(deck_of(again, named_alike, again, split, split), theme)
    titles = [s.title for s in deck.slides]

    assert len(set(titles)) == len(titles)
    assert titles[0] == "Think"


def test_a_teacher_at_a_later_part_has_all_the_notes(theme: Theme) -> None:
    deck, _ = place(deck_of(section("list", "Signs", TickList(items(*[SENTENCE] * 10)))), theme)
    first, second = deck.slides[0], deck.slides[1]

    assert any(isinstance(block, Minutes) for block in first.notes)
    assert any(isinstance(block, Minutes) for block in second.notes)
    assert second.notes[0] == Paragraph(rich("Continued from slide 1."), "label")
    assert second.notes[1:] == first.notes


def test_slides_without_notes_stay_without(theme: Theme) -> None:
    deck, _ = place(deck_of(section("list", "Signs", TickList(items(*[SENTENCE] * 10)), notes=())), theme)

    assert all(slide.notes == () for slide in deck.slides)


def test_a_picture_without_a_place_is_told(theme: Theme) -> None:
    steps = NumberedList(items("Stop", "Tell"))
    _, faults = place(deck_of(section("steps", "Steps", steps, Figure("lamp", "A lamp"), line=5)), theme)

    assert [(f.rule, f.mark.line, f.is_error) for f in faults] == [("fit/no-place", 5, False)]


def test_a_picture_of_ones_own_is_shown_whole(theme: Theme) -> None:
    image = Figure(Image(b"png", 800, 200), "A playground")
    for layout in ("title", "list", "statement", "picture", "case_study", "calm_ending", "question"):
        deck, faults = place(deck_of(section(layout, "Look", image)), theme)
        pictures = [s for s in deck.slides[0].shapes if type(s).__name__ == "Picture"]

        assert not any_error(faults)
        assert len(pictures) == 1
        assert pictures[0].w / pictures[0].h == pytest.approx(4)  # type: ignore[union-attr]  # a Picture


def test_too_many_services_put_a_pupils_own_people_first(theme: Theme) -> None:
    entries = tuple(
        HelpEntry(
            "helpline",
            f"Service {n}",
            "Anyone under eighteen in the country",
            SENTENCE,
            SENTENCE,
            "0800 1111",
            chat="chat online",
            address="help.example.org",
        )
        for n in range(1, 5)
    )
    urgent = HelpEntry("emergency", "In danger now?", "", "", "", "999")
    panel = HelpPanel((*entries, urgent), ("My safe adult at school",))
    deck, faults = place(deck_of(section("help", "Help", panel)), theme)

    assert faults == []
    assert "My safe adult" in texts(deck.slides[0])
    assert "Service" not in texts(deck.slides[0])
    assert ["999" in texts(slide) for slide in deck.slides] == [True, *[False] * (len(deck.slides) - 1)]
    assert all(f"Service {n}" in "".join(map(texts, deck.slides)) for n in range(1, 5))


def test_a_full_stop_after_a_lit_word_stands_in_its_light(theme: Theme) -> None:
    deck, _ = place(
        deck_of(
            section("statement", "Fault", Paragraph(lit("It is ", "not their fault", ". Ever."), "lead"))
        ),
        theme,
    )
    runs = [
        r
        for s in deck.slides[0].shapes
        if isinstance(s, Box) and s.text
        for p in s.text.paras
        for r in p.runs
    ]

    assert [(r.text, r.colour) for r in runs if r.lit] == [("not their fault.", "ink")]


def test_the_same_document_gives_the_same_deck(theme: Theme) -> None:
    assert place(SAMPLE, theme) == place(SAMPLE, theme)
