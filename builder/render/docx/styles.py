"""The styles of a document, from the theme: all that a page's look is made of, in one place to change."""

from dataclasses import replace

from builder.render.docx.callouts import callout_styles, message_styles
from builder.render.docx.look import Edge, Edges, Style
from builder.render.docx.pages import Page
from builder.render.docx.sizes import BEADS, BULLETS, NUMBERS, Sizes
from builder.render.docx.small_styles import card_styles, help_styles, letter_styles
from builder.theme import MM, Theme

FACE_HEIGHT_EM = 1.25
"""What the house's faces ask for as the distance of two lines, in their own size."""
TERM_SHARE = 0.3
"""How much of the page's width a term takes that stands before its meaning."""


def house_styles(theme: Theme, sizes: Sizes, page: Page) -> dict[str, Style]:
    """Every style by its id, in the order of the styles part."""
    styles = [
        Style(
            "Normal",
            "Normal",
            like="",
            size=sizes.body,
            colour="ink",
            face="body",
            before=0,
            after=0,
            line=sizes.leading / (sizes.body * FACE_HEIGHT_EM),
        ),
        *letter_styles(sizes),
        *_headings(theme, sizes),
        *_prose(sizes, page),
        *_lists(sizes, page),
        *_to_write_on(theme, sizes, page),
        *_tables(sizes),
        *callout_styles(theme, sizes),
        *message_styles(sizes, page.text_w),
        *help_styles(sizes, page.text_w),
        *card_styles(sizes),
        *_around(sizes, page),
    ]
    return {style.id: style for style in styles}


def _headings(theme: Theme, sizes: Sizes) -> list[Style]:
    one, two, three = theme.pages.headings_pt
    made = [
        Style(
            "Title",
            "Title",
            then="Subtitle",
            size=one * 1.45,
            bold=True,
            colour="deep",
            face="title",
            after=4,
            line=0.96,
            keep_next=True,
        ),
        Style("Subtitle", "Subtitle", then="BodyText", size=sizes.body + 2, after=8),
        Style(
            "HeadingLabel",
            "Heading Label",
            size=sizes.small + 0.5,
            bold=True,
            before=14,
            after=0,
            keep_next=True,
        ),
    ]
    for level, pt, before, after in (
        (1, one, 18, 5),
        (2, two, 17, 4),
        (3, max(three, sizes.body + 0.5), 15, 3),
    ):
        made.append(
            Style(
                f"Heading{level}",
                f"heading {level}",
                then="BodyText",
                size=pt,
                bold=True,
                colour="deep",
                face="title",
                before=before,
                after=after,
                line=0.98,
                keep_next=True,
                keep_lines=True,
                outline=level - 1,
            )
        )
    return made


def _prose(sizes: Sizes, page: Page) -> list[Style]:
    return [
        Style("BodyText", "Body Text", after=sizes.leading * 0.4, right=page.spare),
        Style(
            "Lead",
            "Lead",
            like="BodyText",
            then="BodyText",
            size=sizes.body + 1.5,
            after=sizes.leading * 0.55,
        ),
        Style(
            "Label",
            "Label",
            like="BodyText",
            then="BodyText",
            bold=True,
            colour="deep",
            before=sizes.leading * 0.3,
            after=sizes.leading * 0.2,
            keep_next=True,
        ),
        Style("SmallPrint", "Small Print", like="BodyText", size=sizes.small, after=sizes.small * 0.5),
        Style(
            "Quote",
            "Quote",
            like="BodyText",
            left=12,
            edges=Edges(left=Edge("sun", 3, 9)),
            keep_lines=True,
        ),
        Style("Picture", "Picture", before=6, after=sizes.leading * 0.6),
        Style(
            "SlideLabel", "Slide Label", then="BodyText", size=sizes.small, bold=True, after=3, keep_next=True
        ),
        Style(
            "SlideTitle",
            "Slide Title",
            then="WritingLine",
            bold=True,
            colour="deep",
            before=sizes.leading * 0.7,
            after=2,
            keep_next=True,
        ),
        Style(
            "Minutes",
            "Minutes",
            then="BodyText",
            before=3,
            size=sizes.small,
            after=sizes.leading * 0.4,
            keep_next=True,
        ),
    ]


def _lists(sizes: Sizes, page: Page) -> list[Style]:
    step, term = sizes.step, page.text_w * TERM_SHARE
    mist = Edge("mist", 0.5, 3)
    counted = Style(
        "", "", like="BodyText", after=sizes.leading * 0.35, left=step, hanging=step, keep_lines=True
    )
    return [
        Style(
            "ListBullet",
            "List Bullet",
            like="BodyText",
            after=sizes.leading * 0.25,
            left=sizes.hang,
            hanging=sizes.hang,
            numbering=BULLETS,
        ),
        replace(counted, id="ListNumber", name="List Number", after=sizes.leading * 0.45, numbering=NUMBERS),
        replace(counted, id="TickList", name="Tick List", tabs=(("left", step, False),)),
        replace(counted, id="AnswerOption", name="Answer Option"),
        Style(
            "Timeline",
            "Timeline",
            like="BodyText",
            after=sizes.leading * 0.3,
            left=sizes.hang,
            hanging=sizes.hang,
            numbering=BEADS,
            keep_lines=True,
        ),
        Style(
            "Definition",
            "Definition",
            size=sizes.body - 1,
            before=2,
            after=2,
            left=term,
            hanging=term,
            keep_lines=True,
            tabs=(("left", term, False),),
            edges=Edges(bottom=mist, between=mist),
            box="Definition",
        ),
    ]


def _to_write_on(theme: Theme, sizes: Sizes, page: Page) -> list[Style]:
    line = Edge("ink", 0.6, 1)
    gap = theme.pages.writing_line_mm * MM
    return [
        Style(
            "Prompt",
            "Prompt",
            then="WritingLine",
            bold=True,
            before=sizes.leading * 0.7,
            after=2,
            keep_next=True,
        ),
        Style(
            "WritingLine",
            "Writing Line",
            at_least=gap - 1,
            edges=Edges(bottom=line, between=line),
            box="WritingLine",
        ),
        Style(
            "FillInLine",
            "Fill-in Line",
            bold=True,
            at_least=gap,
            tabs=(("right", page.text_w, True),),
            keep_lines=True,
        ),
    ]


def _tables(sizes: Sizes) -> list[Style]:
    return [
        Style(
            "TableText",
            "Table Text",
            size=sizes.body - 1,
            line=(sizes.leading - 1.8) / ((sizes.body - 1) * FACE_HEIGHT_EM),
        ),
        Style(
            "TableHeading",
            "Table Heading",
            like="TableText",
            size=sizes.body - 1.5,
            bold=True,
            colour="deep",
            keep_next=True,
        ),
        Style(
            "Caption",
            "caption",
            bold=True,
            colour="deep",
            before=sizes.leading * 0.3,
            after=sizes.leading * 0.3,
            keep_next=True,
        ),
        # Word makes one of two tables that touch, and ends no page with one.
        Style("BetweenTables", "Between Tables", size=2, line=1, after=sizes.leading * 0.4, rare=True),
    ]


def _around(sizes: Sizes, page: Page) -> list[Style]:
    return [
        Style("Header", "header", size=sizes.small, align="right", rare=True),
        Style(
            "Footer",
            "footer",
            size=sizes.small,
            bold=True,
            tabs=(("right", page.text_w, False),),
            rare=True,
        ),
    ]
