"""Styles of smaller things: letters within a line, services that help, cards to cut out."""

from dataclasses import replace

from builder.render.docx.look import Edge, Edges, Style
from builder.render.docx.pages import WALLET_W
from builder.render.docx.sizes import ARROWS, CARD_HANG, Sizes
from builder.theme import MM

CARD_PT, CARD_PAD = 9.0, 3.2 * MM
CARD_W = WALLET_W - 2 * CARD_PAD
"""The width of the words on a wallet card, in points."""


def letter_styles(sizes: Sizes) -> list[Style]:
    base = Style("DefaultParagraphFont", "Default Paragraph Font", like="", kind="character", rare=True)

    def like_all(one: str, name: str) -> Style:
        return Style(one, name, like=base.id, kind="character")

    return [
        base,
        replace(like_all("Strong", "Strong"), bold=True),
        replace(like_all("Emphasis", "Emphasis"), bold=True, colour="deep"),
        replace(like_all("Hyperlink", "Hyperlink"), colour="deep", underline=True),
        replace(like_all("BeatLabel", "Beat Label"), bold=True, colour="deep"),
        replace(like_all("SmallWords", "Small Words"), size=sizes.small, rare=True),
        replace(like_all("TickBox", "Tick Box"), face="signs"),
        replace(like_all("HelpPhone", "Help Phone"), bold=True, size=max(13.5, sizes.body + 2), colour="ink"),
        replace(like_all("HelpReach", "Help Reach"), bold=True, size=sizes.body - 1, colour="ink"),
        replace(like_all("CardNumber", "Card Number"), bold=True, size=13.5, rare=True),
        replace(like_all("DraftMark", "Draft Mark"), bold=True, colour="coral"),
    ]


def help_styles(sizes: Sizes, text_w: float) -> list[Style]:
    """A service is a group of lines under a rule: its name, its number large, then what to know of it."""
    return [
        Style(
            "HelpName",
            "Help Name",
            then="HelpWords",
            size=sizes.body + 1,
            bold=True,
            colour="deep",
            before=sizes.leading * 0.6,
            after=2,
            keep_next=True,
            tabs=(("right", text_w, False),),
            edges=Edges(top=Edge("deep", 0.9, 5)),
        ),
        Style("HelpWay", "Help Way", after=1, keep_next=True),
        Style("HelpTerms", "Help Terms", size=sizes.small, after=1.5, keep_next=True),
        Style(
            "HelpFor", "Help For", then="HelpWords", size=sizes.body - 1, bold=True, after=1, keep_next=True
        ),
        Style("HelpWords", "Help Words", size=sizes.body - 1, after=1.5, keep_lines=True),
        Style(
            "HelpNext",
            "Help Next",
            like="HelpWords",
            left=sizes.hang,
            hanging=sizes.hang,
            numbering=ARROWS,
        ),
    ]


def card_styles(sizes: Sizes) -> list[Style]:
    """Smaller type for a card of the size of a bank card; on strips, words as wide as the strip."""
    return [
        Style("CardText", "Card Text", size=CARD_PT, face="card", line=1, after=1.2),
        Style(
            "CardHeading",
            "Card Heading",
            like="CardText",
            then="CardText",
            size=CARD_PT + 2,
            bold=True,
            colour="deep",
            face="title",
            after=2.5,
        ),
        Style(
            "CardHelp",
            "Card Help",
            like="CardText",
            bold=True,
            tabs=(("right", CARD_W, False),),
            after=0,
        ),
        Style("CardList", "Card List", like="CardText", left=CARD_HANG, hanging=CARD_HANG, rare=True),
        Style(
            "CardLine",
            "Card Fill-in Line",
            like="CardText",
            at_least=18.5,
            after=0,
            tabs=(("right", CARD_W, True),),
        ),
        Style("StripText", "Strip Text", after=sizes.leading * 0.25),
        Style("StripList", "Strip List", like="StripText", left=sizes.hang, hanging=sizes.hang, rare=True),
        Style("StripHeading", "Strip Heading", bold=True, colour="deep", after=2),
    ]
