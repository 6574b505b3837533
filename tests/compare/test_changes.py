"""What changed, and above all what did not."""

from dataclasses import replace

import pytest

from builder.compare import Edit, FileChange, HelpChange, PackChanges, SlideChange, changes_between
from builder.compare.changes import Compared
from builder.compare.lines import edits
from builder.compare.matching import matched
from builder.compare.pieces import CompareError, Line, Piece
from builder.compare.words import human, in_words
from tests.compare.small import HELP, PAGES, SLIDES, Slide, Small

PACK = Small()
NEW_SLIDE = Slide(
    "A word about today", ("Everyone can take part.",), ("Say: all of it counts.", "Slide 2 of 6")
)


def changed(pack: Small) -> PackChanges:
    return changes_between(PACK.made(), pack.made())


def test_two_packs_of_the_same_words_differ_in_nothing() -> None:
    found = changes_between(PACK.made(), PACK.made())

    assert not replace(found, files=())
    assert in_words(found) == []


def test_a_slide_that_was_put_in_changes_no_other() -> None:
    slides = (*SLIDES[:1], NEW_SLIDE, *SLIDES[1:])
    # All later slides have other numbers, in their notes and on the handout too.
    slides = tuple(
        replace(one, notes=(one.notes[0], f"Slide {n} of 6")) if len(one.notes) > 1 else one
        for n, one in enumerate(slides, 1)
    )
    pages = {"handout": (*PAGES["handout"][:-1], ("Normal", "See slide 5."))}

    found = changed(PACK.but(slides=slides, pages=pages))

    words = tuple(Edit("text", "", text) for text in ("Everyone can take part.", "A lesson"))
    notes = (Edit("text", "", "Say: all of it counts."), Edit("text", "", "Slide 2 of 6"))
    assert found.slides == (SlideChange(None, 2, "", "A word about today", False, words, notes),)
    assert found.sections == ()
    assert in_words(found) == ["- Slide 2 “A word about today” is new."]


def test_a_slide_that_was_taken_out_is_told_and_its_place_kept() -> None:
    found = changed(PACK.but(slides=(*SLIDES[:2], *SLIDES[3:])))

    assert [(one.old, one.new, one.was_title) for one in found.slides] == [(3, None, "Signs to stop")]
    assert in_words(found) == ["- Slide 3 “Signs to stop” was taken out."]


def test_a_slide_that_moved_is_told_once() -> None:
    found = changed(PACK.but(slides=(SLIDES[0], *SLIDES[2:4], SLIDES[1], SLIDES[4])))

    assert [(one.title, one.old, one.new, one.moved) for one in found.slides] == [("What it is", 2, 4, True)]
    assert in_words(found) == ["- Slide 4 “What it is” has moved: it was slide 2."]


def test_a_slide_of_another_name_is_still_the_same_slide() -> None:
    found = changed(PACK.with_slide(4, title="Eight steps that help"))

    assert [(one.old, one.new, one.renamed) for one in found.slides] == [(4, 4, True)]
    assert in_words(found) == ["- Slide 4 “Eight steps that help” was called “Steps that help”."]


def test_a_slide_reworked_beyond_recognition_went_and_another_came() -> None:
    found = changed(PACK.with_slide(3, title="Who can help", lines=("Ask Childline at night.",), notes=()))

    assert sorted((one.old, one.new) for one in found.slides if one.old) == [(3, None)]
    assert [(one.old, one.new) for one in found.slides if one.new] == [(None, 3)]


def test_words_notes_questions_and_pictures_of_a_slide_are_told_apart() -> None:
    found = changed(
        PACK.with_slide(
            2,
            lines=("What it is in short.", "It is never your fault.", "Who could someone tell?"),
            notes=("Say it slowly: What it is.", "Slide 2 of 5"),
            alt="Two people on a bench",
        )
    )

    (slide,) = found.slides
    assert slide.words == (
        Edit("text", "It is not your fault.", "It is never your fault."),
        Edit("question", "", "Who could someone tell?"),
        Edit("picture", "", "Two people on a bench"),
    )
    assert slide.notes == (Edit("text", "Say it calmly: What it is.", "Say it slowly: What it is."),)
    assert found.everywhere == ()


def test_a_changed_question_is_a_question() -> None:
    lines = list(PAGES["handout"])
    lines[4] = ("Normal", "What could someone do?")

    (section,) = changed(PACK.but(pages={"handout": tuple(lines)})).sections

    assert (section.document, section.heading) == ("handout", "Steps › Worksheet")
    assert section.words == (Edit("question", "What could someone say?", "What could someone do?"),)


def test_sections_and_documents_come_and_go() -> None:
    pages = {
        "handout": (*PAGES["handout"], ("Heading 1", "Who can help"), ("Normal", "Childline")),
        "poster": (("Title", "Tell somebody"),),
    }

    found = changed(PACK.but(pages=pages))

    assert [(one.was_heading, one.heading) for one in found.sections] == [(None, "Who can help")]
    assert FileChange("word/poster.docx", "added") in found.files
    assert in_words(found) == ["- handout, “Who can help” is new.", "- word/poster.docx is new."]


def test_what_stands_on_every_slide_is_told_once() -> None:
    found = changed(PACK.but(foot="DRAFT: staff to check"))

    assert found.everywhere == (Edit("text", "A lesson", "DRAFT: staff to check"),)
    assert found.slides == ()


def test_help_lines_by_number_and_by_day() -> None:
    other: dict[str, object] = {"id": "ceop", "name": "CEOP", "contacts": {}, "checked_on": None}
    new = {**HELP, "contacts": {"phone": "0800 1112", "text": "85258"}, "checked_on": "2026-08-30"}

    found = changes_between(PACK.but(help=(HELP, other)).made(), PACK.but(help=(new,)).made())

    assert found.help == (
        HelpChange(
            "childline",
            "Childline",
            "Childline",
            (
                ("chat", Edit("text", "childline.org.uk", "")),
                ("phone", Edit("text", "0800 1111", "0800 1112")),
                ("text", Edit("text", "", "85258")),
            ),
            "2026-08-30",
        ),
        HelpChange("ceop", "CEOP", None),
    )
    assert in_words(found) == [
        "- Childline: chat childline.org.uk was taken out.",
        "- Childline: phone was 0800 1111, now 0800 1112.",
        "- Childline: text 85258 is new.",
        "- Childline: checked again on 2026-08-30.",
        "- CEOP was taken out.",
    ]


def test_without_a_list_of_help_in_both_nothing_is_said_of_it() -> None:
    assert changes_between(PACK.but(help=None).made(), PACK.made()).help == ()


def test_a_draft_that_is_none_any_more_is_said() -> None:
    found = changes_between(
        PACK.but(about={"draft": True, "date": "2026-09-01"}).made(),
        PACK.but(about={"draft": False, "date": "2026-10-01"}).made(),
    )

    assert in_words(found) == ["- Draft: was “yes”, now “no”."]
    assert "Date: was “2026-09-01”, now “2026-10-01”." in human(Compared(packs=(found,)))


def test_a_picture_that_changed_without_a_word_is_no_nothing() -> None:
    found = changes_between(
        PACK.but(more={"poster.pdf": b"1"}).made(), PACK.but(more={"poster.pdf": b"2"}).made()
    )

    assert found
    assert FileChange("poster.pdf", "changed") in found.files
    assert "no change in words was found: " in human(Compared(packs=(found,)))


def test_damaged_slides_are_one_line() -> None:
    broken = replace(PACK.made(), files={**PACK.made().files, "slides.pptx": b"PK no"})

    with pytest.raises(CompareError, match=r"slides\.pptx in a-lesson-GB-ENG can't be read") as said:
        changes_between(PACK.made(), broken)

    assert "\n" not in str(said.value)


def test_long_quotations_begin_where_the_wordings_part() -> None:
    long = "Everyone can say this in words of their own, and no answer is wrong here. " * 3
    found = changed(PACK.with_slide(1, lines=(f"{long}Tell one adult.", "It is not your fault.")))
    again = changes_between(
        PACK.with_slide(1, lines=(f"{long}Tell one adult.", "It is not your fault.")).made(),
        PACK.with_slide(1, lines=(f"{long}Tell two adults.", "It is not your fault.")).made(),
    )

    assert found.slides
    (bullet,) = in_words(again)
    assert "Tell one adult" in bullet
    assert "Tell two adults" in bullet
    assert len(bullet) < 350


def test_words_are_words_to_markdown_too() -> None:
    (bullet,) = in_words(changed(PACK.with_slide(1, lines=("<b>*Now*</b>", "It is not your fault."))))

    assert r"\<b\>\*Now\*\</b\>" in bullet


# The two halves on their own.


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line("text", text) for text in texts)


def test_a_line_put_in_changes_no_other() -> None:
    assert edits(lines("a", "b", "c"), lines("a", "x", "b", "c")) == (Edit("text", "", "x"),)


def test_a_line_that_stands_elsewhere_is_not_two_changes() -> None:
    assert edits(lines("one", "two", "three"), lines("two", "three", "one")) == (Edit("text", "one", "one"),)


def test_of_several_lines_the_alike_are_paired() -> None:
    old = lines("Tell a safe adult today.", "Keep the messages.")
    new = lines("Breathe.", "Tell a safe adult.", "Keep all the messages.", "Rest.")

    assert edits(old, new) == (
        Edit("text", "", "Breathe."),
        Edit("text", "Tell a safe adult today.", "Tell a safe adult."),
        Edit("text", "Keep the messages.", "Keep all the messages."),
        Edit("text", "", "Rest."),
    )


def test_slides_of_one_title_stay_in_their_order() -> None:
    old = [Piece(n, "Steps", lines(f"step {n}")) for n in range(1, 4)]
    new = [Piece(n, "Steps", lines(f"step {n}")) for n in range(1, 5)]

    pairs = matched(old, new)

    assert [(pair.old.number if pair.old else None, pair.moved) for pair in pairs] == [
        (1, False),
        (2, False),
        (3, False),
        (None, False),
    ]


def test_a_deck_beyond_all_measure_takes_no_time() -> None:
    old = [Piece(n, f"a{n}", lines(f"word{n}")) for n in range(3000)]
    new = [Piece(n, f"b{n}", lines(f"other{n}")) for n in range(3000)]

    assert len(matched(old, new)) == 6000
