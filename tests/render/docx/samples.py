"""Small documents for Word: every kind of block, with words that a reader of markup would drop or change."""

from builder.diagnostics import Mark
from builder.document import (
    AnswerLines,
    Beat,
    Block,
    BulletList,
    Callout,
    Card,
    CutOutCards,
    DefinitionList,
    Document,
    Edition,
    Emphasis,
    Figure,
    Furniture,
    Gap,
    HelpEntry,
    HelpPanel,
    Image,
    Link,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Pause,
    Question,
    Quote,
    Rich,
    Section,
    SlideReference,
    Strong,
    Table,
    Text,
    TickList,
    Timeline,
    rich,
)
from builder.layout.placed import PlacedDeck, PlacedSlide
from builder.theme import Theme
from tests.render.pdf.samples import PNG

MARK = Mark("lesson.yaml", 3, 1)
ODD = "<b>bold</b> & &amp; “quoted” 1 < 2"


def o(number: int) -> str:
    return f"{ODD} {number}"


def r(number: int) -> Rich:
    return rich(o(number))


EVERY_KIND: tuple[Block, ...] = (
    Paragraph(r(1)),
    Paragraph(r(1), "lead"),
    Paragraph(r(1), "label"),
    Paragraph(r(1), "small"),
    Paragraph((Strong(o(1)), Text(o(2)), Emphasis(o(3)), Link(o(4), "a.uk/?b=1&c=2"), Gap(5), Text(o(5)))),
    BulletList((r(1), r(2))),
    NumberedList((r(1), (Strong(o(2)), Text(f" {o(3)}")))),
    DefinitionList(((o(1), r(2)), (o(3) * 5, r(4)))),
    Table((o(1), o(2)), ((r(3), r(4)), (r(5), ())), (1, 2)),
    Table((o(2), ""), ((r(3), ()),), (1, 2), o(1), room_to_write=True),
    Quote(r(1)),
    MessageThread((Message(o(1), o(2), "left"), Pause(o(3)), Message(o(4), o(5), "right"))),
    Timeline((Beat(o(1), o(2)), Beat("", o(3)))),
    Callout("say", o(1), (Paragraph(r(2)), BulletList((r(3),)), Callout("never", o(4), (Quote(r(5)),)))),
    Question(r(1), (r(2), r(3)), (r(4),)),
    AnswerLines(r(1), 4),
    AnswerLines(rich("Kim 1"), 1),
    TickList((r(1), r(2))),
    CutOutCards((Card(o(1), (Paragraph(r(2)), AnswerLines(rich("Kim 3"), 1))), Card(o(4), ())), "wallet"),
    CutOutCards((Card(o(1), (Paragraph(r(2)), TickList((r(3),)))), Card(o(4), ())), "strip"),
    HelpPanel(
        (
            HelpEntry(
                role="helpline",
                name=o(1),
                phone=o(2),
                text=o(3),
                chat=o(4),
                address=o(5),
                hours=o(6),
                cost=o(7),
                for_whom=o(8),
                what=o(9),
                next=o(10),
            ),
        ),
        (o(11),),
    ),
    Figure("lamp", ""),
    Minutes(5, o(1)),
    SlideReference((1, 2), o(1)),
    SlideReference((1,), o(1), "with_lines"),
    SlideReference((1,), o(1), "page"),
)
"""In each, the words are numbered in the order in which they are to be read."""


def section(heading: str, *blocks: Block, level: int = 1, label: str = "", new_page: bool = False) -> Section:
    return Section(heading or "s", heading, blocks, MARK, level=level, label=label, new_page=new_page)


def document(*sections: Section, edition: Edition = "teacher", draft: str = "") -> Document:
    return Document(
        "x",
        "pages",
        edition,
        "A title",
        "A subtitle",
        "en-GB",
        "2026-09-01",
        Furniture("Running words", "Page {n} of {total}", draft),
        sections,
        ("Key", "Words"),
    )


def of_blocks(*blocks: Block, edition: Edition = "teacher") -> Document:
    return document(section("A heading", *blocks), edition=edition)


def deck_of(theme: Theme, *titles: str) -> PlacedDeck:
    """A deck of slides without anything on them."""
    slides = tuple(
        PlacedSlide(number, f"s{number}", 1, title, "list", "paper", (), (), MARK)
        for number, title in enumerate(titles, 1)
    )
    return PlacedDeck(document(), slides, theme)


PICTURE = Image(PNG, 60, 40)
