"""What Word, screen readers and teachers find in the file: headings, tables, lists, pictures, links."""

from itertools import pairwise
from typing import Any

import pytest

from builder.document import (
    AnswerLines,
    Block,
    BulletList,
    Callout,
    Card,
    CutOutCards,
    DefinitionList,
    Figure,
    NumberedList,
    Paragraph,
    Question,
    Table,
    TickList,
    rich,
)
from builder.render.docx import draw
from builder.theme import Theme
from tests.render.docx.reading import Opened, R, W, style_of, text_of, value
from tests.render.docx.samples import EVERY_KIND, PICTURE, deck_of, document, of_blocks, section

EMPTY_BY_DESIGN = {"WritingLine", "BetweenTables", "Picture", "TableText", "TableHeading", "CardText"}
"""Lines to write on, cells to write in, what parts two tables, and what holds a picture."""
SAID_DIRECTLY = {"pStyle", "keepNext", "pageBreakBefore", "numPr", "spacing"}
"""What a paragraph may say beside its style: where pages break, which list it is in, the room above it."""


def opened(theme: Theme, *blocks: Block) -> Opened:
    return Opened(draw(of_blocks(*blocks), theme, deck_of(theme, "First", "Second")))


@pytest.fixture(scope="module")
def everything(theme: Theme) -> Opened:
    return opened(theme, *EVERY_KIND, Figure(PICTURE, "A dot"))


def test_levels_are_never_left_out(theme: Theme) -> None:
    levels = (2, 3, 3, 1, 3, 3, 2, 3)
    made = document(*(section(f"h{n}", level=level) for n, level in enumerate(levels)), section(""))
    styles = [style_of(p) for p in Opened(draw(made, theme, deck_of(theme))).paragraphs]

    assert styles[:2] == ["Title", "Subtitle"]
    assert styles[2:] == [f"Heading{level}" for level in (1, 2, 2, 1, 2, 2, 2, 3)]


def test_headings_are_those_that_word_knows(everything: Opened) -> None:
    for level in (1, 2, 3):
        style = everything.styles[f"Heading{level}"]
        assert value(style.find(f"{W}name")) == f"heading {level}"
        assert value(style.find(f"{W}pPr/{W}outlineLvl")) == str(level - 1)
        assert style.find(f"{W}pPr/{W}keepNext") is not None


def test_every_paragraph_has_a_style_and_adds_no_look_of_its_own(everything: Opened) -> None:
    for paragraph in everything.paragraphs:
        assert style_of(paragraph) in everything.styles, text_of(paragraph)
        said = {child.tag.removeprefix(W) for child in paragraph.find(f"{W}pPr")}
        assert said <= SAID_DIRECTLY, style_of(paragraph)
    for letters in everything.body.iter(f"{W}rPr"):
        assert [child.tag for child in letters] == [f"{W}rStyle"]
        assert value(letters[0]) in everything.styles


def test_styles_go_back_to_and_on_to_styles_that_are_there(everything: Opened) -> None:
    for style in everything.styles.values():
        for link in style.findall(f"{W}basedOn") + style.findall(f"{W}next"):
            assert value(link) in everything.styles, value(style, "styleId")


def test_no_paragraph_is_empty_but_those_to_write_on(everything: Opened) -> None:
    empty = {style_of(p) for p in everything.paragraphs if not text_of(p).strip()}

    assert empty <= EMPTY_BY_DESIGN
    assert not list(everything.body.iter(f"{W}txbxContent")), "a text box holds words"


def test_a_table_says_its_header_again_and_keeps_rows_whole(theme: Theme) -> None:
    rows = tuple((rich(f"{n}"), rich("x")) for n in range(5))
    made = opened(theme, Table(("A", "B"), rows, (1, 3), "What is what"))
    table = next(made.body.iter(f"{W}tbl"))
    first, *others = table.findall(f"{W}tr")

    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert [style_of(p) for p in first.iter(f"{W}p")] == ["TableHeading"] * 2
    assert not [row for row in others if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr"))
    assert value(table.find(f"{W}tblPr/{W}tblCaption")) == "What is what"
    assert style_of(table.getprevious()) == "Caption"


def test_columns_are_as_wide_as_their_shares(theme: Theme) -> None:
    table = Table(("A", "B"), ((rich("a"), rich("b")),), (1, 3))
    made = next(opened(theme, table).body.iter(f"{W}tbl"))
    one, three = (int(value(column, "w")) for column in made.iter(f"{W}gridCol"))

    assert abs(3 * one - three) <= 4
    assert value(made.find(f"{W}tblPr/{W}tblW"), "w") == str(one + three)
    assert [int(value(width, "w")) for width in made.iter(f"{W}tcW")] == [one, three] * 2


def test_a_long_word_gets_its_column_room(theme: Theme) -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    made = opened(theme, Table(("A", "B"), ((rich(word), rich("b")),), (1, 9)))
    narrow, wide = (int(value(column, "w")) for column in made.body.iter(f"{W}gridCol"))

    assert narrow > 2500
    assert narrow + wide == pytest.approx(20 * 466, abs=40)


def test_tables_never_touch(theme: Theme) -> None:
    table = Table(("A",), ((rich("x"),),), (1,))
    cards = CutOutCards((Card("", (table, table)),), "strip")
    made = opened(theme, table, table, cards)

    for holder in (made.body, *made.body.iter(f"{W}tc")):
        kinds = [child.tag.removeprefix(W) for child in holder]
        assert ("tbl", "tbl") not in pairwise(kinds)
        assert kinds[-1] != "tbl", "a cell ends with a paragraph"
    assert made.body[-2].tag == f"{W}p", "so does the text"


def lists_of(made: Opened, style: str) -> list[str]:
    """The list that each paragraph of a style is in."""
    found = [p for p in made.paragraphs if style_of(p) == style]
    return [value(p.find(f"{W}pPr/{W}numPr/{W}numId")) for p in found]


def test_each_list_that_counts_begins_anew(theme: Theme) -> None:
    steps = NumberedList((rich("a"), rich("b")))
    question = Question(rich("Which?"), (rich("a"), rich("b")))
    made = opened(theme, steps, Paragraph(rich("x")), steps, question, question)
    numbering = made.part("word/numbering.xml")
    instances = {value(num, "numId"): num for num in numbering.iter(f"{W}num")}

    numbers, letters = lists_of(made, "ListNumber"), lists_of(made, "AnswerOption")
    assert [numbers[0] == numbers[1], numbers[1] == numbers[2]] == [True, False]
    assert len(set(numbers + letters)) == 4
    for used in {*numbers, *letters}:
        again = instances[used].find(f"{W}lvlOverride/{W}startOverride")
        assert value(again) == "1"
    formats = {
        value(a, "abstractNumId"): value(a.find(f"{W}lvl/{W}numFmt"))
        for a in numbering.iter(f"{W}abstractNum")
    }
    kinds = [formats[value(instances[n].find(f"{W}abstractNumId"))] for n in (numbers[0], letters[0])]
    assert kinds == ["decimal", "upperLetter"]


def test_bullets_come_from_the_style(theme: Theme) -> None:
    made = opened(theme, BulletList((rich("a"),)))
    paragraph = next(p for p in made.paragraphs if style_of(p) == "ListBullet")
    used = value(made.look("ListBullet", "w:pPr/w:numPr/w:numId"))
    numbering = made.part("word/numbering.xml")
    kind = next(value(n[0]) for n in numbering.iter(f"{W}num") if value(n, "numId") == used)

    assert paragraph.find(f"{W}pPr/{W}numPr") is None
    abstract = next(a for a in numbering if value(a, "abstractNumId") == kind)
    assert value(abstract.find(f"{W}lvl/{W}numFmt")) == "bullet"


def test_boxes_to_tick_can_be_ticked(theme: Theme) -> None:
    made = opened(theme, TickList((rich("One"), rich("Two"))))
    boxes = list(made.body.iter("{*}checkbox"))

    assert len(boxes) == 2
    assert [text_of(p) for p in made.paragraphs if style_of(p) == "TickList"] == ["☐\tOne", "☐\tTwo"]
    ids = [value(one) for one in made.body.iter(f"{W}id")]
    assert len(set(ids)) == 2
    assert [value(one) for one in made.body.iter(f"{W}alias")] == ["One", "Two"]


def test_lines_to_write_on(theme: Theme) -> None:
    made = opened(theme, AnswerLines(rich("Why?"), 3), AnswerLines(rich("Name"), 1))
    styles = [style_of(p) for p in made.paragraphs][3:]

    assert styles == ["Prompt", "WritingLine", "WritingLine", "WritingLine", "FillInLine"]
    edges = made.look("WritingLine", "w:pPr/w:pBdr")
    assert {edge.tag.removeprefix(W) for edge in edges} == {"bottom", "between"}
    assert text_of(made.paragraphs[-1]) == "Name \t"
    assert value(made.look("FillInLine", "w:pPr/w:tabs/w:tab"), "leader") == "underscore"
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in made.paragraphs[3:7]]
    assert kept == [True, True, True, False]


def described(made: Opened) -> list[Any]:
    return list(made.body.iter("{*}docPr"))


def test_a_picture_is_described_or_passed_over(theme: Theme) -> None:
    figures = (
        Figure("lamp", "A lamp <b>"),
        Figure("lamp", ""),
        Figure(PICTURE, "A dot"),
        Figure(PICTURE, ""),
    )
    found = described(opened(theme, *figures))

    assert [one.get("descr") for one in found] == ["A lamp <b>", None, "A dot", None]
    marks = [[mark.get("val") for mark in one.iter("{*}decorative")] for one in found]
    assert marks == [[], ["1"], [], ["1"]]
    assert len({one.get("id") for one in found}) == 4


def test_an_authors_picture_is_kept_once_as_it_is(theme: Theme) -> None:
    made = opened(theme, Figure(PICTURE, "A dot"), Figure(PICTURE, "Again"))
    media = [name for name in made.archive.namelist() if name.startswith("word/media/")]

    assert media == ["word/media/image1.png"]
    assert made.archive.read(media[0]) == PICTURE.data
    embedded = {one.get(f"{R}embed") for one in made.body.iter("{*}blip")}
    assert {made.links[one] for one in embedded} == {"media/image1.png"}


def test_a_box_is_of_one_kind_of_paragraph(theme: Theme) -> None:
    made = opened(theme, Callout("stop", "Stop", (Paragraph(rich("a")), BulletList((rich("b"),)))))
    title, words, item = made.paragraphs[3:6]

    assert [style_of(p) for p in (title, words, item)] == [
        "CalloutStopTitle",
        "CalloutStop",
        "CalloutStopList",
    ]
    frames = [made.look(style_of(p), "w:pPr/w:pBdr") for p in (title, words, item)]
    assert frames[0] is frames[1] is frames[2], "else the box would fall apart"
    assert value(made.look("CalloutStopTitle", "w:rPr/w:b")) == "1"
    left = int(value(made.look("CalloutStop", "w:pPr/w:ind"), "left"))
    behind = made.look("CalloutStopList", "w:pPr/w:ind")
    assert int(value(behind, "left")) - int(value(behind, "hanging")) == left


def test_there_is_room_round_boxes_and_below_tables(theme: Theme) -> None:
    box = Callout("note", "", (Paragraph(rich("in it")),))
    table = Table(("A",), ((rich("x"),),), (1,))
    made = opened(theme, box, Paragraph(rich("after")), table, Paragraph(rich("below")))
    room = {text_of(p): p.find(f"{W}pPr/{W}spacing") for p in made.paragraphs}

    assert all(int(value(room[text], "before")) >= 160 for text in ("after", "below"))
    assert room["A heading"] is None


def test_terms_stand_beside_what_they_mean(theme: Theme) -> None:
    long = "A term that has far more words than its column has room for"
    made = opened(theme, DefinitionList((("Short", rich("one")), (long, rich("two")))))

    assert [text_of(p) for p in made.paragraphs[3:]] == ["Short\tone", f"{long}\ntwo"]


def test_what_leads_in_stays_with_what_follows(theme: Theme) -> None:
    made = opened(theme, Paragraph(rich("As follows:")), BulletList((rich("a"),)), Paragraph(rich("Done")))
    kept = {text_of(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in made.paragraphs}

    assert kept["As follows:"]
    assert not kept["Done"]


def test_no_item_of_a_list_stands_alone_on_a_page(theme: Theme) -> None:
    made = opened(theme, BulletList(tuple(rich(letter) for letter in "abcd")), BulletList((rich("e"),)))
    kept = {text_of(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in made.paragraphs[3:]}

    assert kept == {"a": True, "b": False, "c": True, "d": False, "e": False}


def test_rows_of_cards_are_not_tied_together(theme: Theme) -> None:
    card = Card("Heading", (AnswerLines(rich("Why?"), 2),))
    made = opened(theme, CutOutCards((card, card, card), "wallet"))
    table = next(made.body.iter(f"{W}tbl"))

    assert {value(one) for one in table.iter(f"{W}keepNext")} == {"0"}
    assert [value(w, "w") for w in table.iter(f"{W}gridCol")] == ["4819", "4819"]
    assert [value(h) for h in table.iter(f"{W}trHeight")] == ["3061", "3061"]
    assert [len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")] == [2, 2]
    borders = made.styles["WalletCards"].find(f"{W}tblPr/{W}tblBorders")
    assert {value(edge) for edge in borders} == {"dashed"}
