"""Type, colours and lengths of the printed pages, from the theme and the edition."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from builder.document import Edition
from builder.layout.placed import PlacedDeck
from builder.render.pdf import colours, fonts
from builder.theme import PAPERS, Theme

WALLET_W, WALLET_H = 85 * mm, 54 * mm
HEADER_Y, FOOTER_Y = 12.5 * mm, 10 * mm
FRAME_TOP, FRAME_BOTTOM = 20 * mm, 17 * mm


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand on the page, in points from its lower left corner.

    Teachers' pages have a narrow column left of the text where slides stand beside their notes, with the
    path between the two; other chapters are wide. Pupils' pages are as wide as two wallet cards, with the
    path in the margin.
    """

    text_x: float
    text_w: float
    path_x: float
    side_w: float
    measure: float
    page_w: float
    page_h: float

    @property
    def side_x(self) -> float:
        return self.text_x - GUTTER - self.side_w

    @property
    def full(self) -> float:
        """The height of an empty page's frame."""
        return float(self.page_h - FRAME_TOP - FRAME_BOTTOM)


GUTTER = 27.0


def grid_for(theme: Theme, edition: Edition, beside: bool = True) -> Grid:
    """Where things stand; `beside` keeps a narrow column for slides and minutes, which some chapters need."""
    pages = theme.pages
    margin = pages.margin_mm * mm
    page_w, page_h = PAPERS[pages.paper]
    if edition in ("teacher", "staff") and not beside:
        text_x = margin + GUTTER
        width = page_w - margin - text_x
        measure = min(width, 80 * 0.48 * pages.body_pt)
        return Grid(text_x, width, margin + GUTTER / 2, 0.0, measure, page_w, page_h)
    if edition in ("teacher", "staff"):
        text_x = margin + pages.side_pt + GUTTER
        width = page_w - margin - text_x
        return Grid(text_x, width, text_x - GUTTER / 2, pages.side_pt, width, page_w, page_h)
    width = 2 * WALLET_W
    text_x = (page_w - width) / 2
    # A line of 75 letters, reckoned at 0.48 em a letter, is as long as an eye likes to follow.
    measure = min(width, 75 * 0.48 * pages.pupil_body_pt)
    return Grid(text_x, width, 12 * mm, 0.0, measure, page_w, page_h)


@dataclass(frozen=True, slots=True)
class Styles:
    """Paragraph styles by what they are for."""

    body: ParagraphStyle
    lead: ParagraphStyle
    label: ParagraphStyle
    step: ParagraphStyle
    small: ParagraphStyle
    prompt: ParagraphStyle
    cell: ParagraphStyle
    cell_head: ParagraphStyle
    callout: ParagraphStyle
    quote: ParagraphStyle
    number: ParagraphStyle
    title: ParagraphStyle
    subtitle: ParagraphStyle
    kicker: ParagraphStyle
    headings: tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]
    side: ParagraphStyle


@dataclass(frozen=True, slots=True)
class Setting:
    """All that making a flowable needs to know: the theme, where it stands, and how wide it may be."""

    theme: Theme
    edition: Edition
    grid: Grid
    styles: Styles
    width: float
    deck: PlacedDeck | None = None
    language: str = "en"
    top: bool = True
    on_card: bool = False

    def colour(self, role: str) -> Color:
        return colours.colour(self.theme, role)

    @property
    def large(self) -> bool:
        """Whether the type is so large that everything stands in one column."""
        return self.theme.large

    def within(self, less: float) -> "Setting":
        """The same inside something: narrower, and no longer straight on the page."""
        return replace(self, width=max(24.0, self.width - less), top=False)

    def card(self, width: float, scale: float = 1.0) -> "Setting":
        theme = self.theme.of_cards()
        styles = card_styles(theme, scale)
        return replace(self, theme=theme, styles=styles, width=width, top=False, on_card=True)


def setting_for(
    theme: Theme, edition: Edition, deck: PlacedDeck | None = None, language: str = "en"
) -> Setting:
    fonts.register(theme)
    grid = grid_for(theme, edition)
    return Setting(theme, edition, grid, page_styles(theme, edition), grid.text_w, deck, language)


def wide(setting: Setting) -> Setting:
    """The same for a chapter in which nothing stands beside the text."""
    grid = grid_for(setting.theme, setting.edition, beside=False)
    return replace(setting, grid=grid, width=grid.text_w)


def _base(theme: Theme, size: float, leading: float) -> ParagraphStyle:
    regular = fonts.font_name(theme, "body", False)
    return ParagraphStyle(
        "body",
        fontName=regular,
        bulletFontName=regular,
        fontSize=size,
        leading=leading,
        spaceAfter=leading * 0.4,
        textColor=colours.colour(theme, "ink"),
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        underlineWidth=0.5,
        underlineOffset=-1.6,
    )


def _styles(
    theme: Theme, size: float, leading: float, headings: tuple[float, float, float], small_pt: float
) -> Styles:
    bold, title_font = fonts.font_name(theme, "body", True), fonts.font_name(theme, "title", False)
    deep = colours.colour(theme, "deep")
    body = _base(theme, size, leading)

    def like(name: str, **changes: object) -> ParagraphStyle:
        return ParagraphStyle(name, parent=body, **changes)

    def heading(level: int, before: float, after: float) -> ParagraphStyle:
        pt = headings[level - 1]
        return like(
            f"heading {level}",
            fontName=title_font,
            fontSize=pt,
            leading=round(pt * 1.22, 1),
            textColor=deep,
            spaceBefore=before,
            spaceAfter=after,
            keepWithNext=1,
        )

    small = like("small", fontSize=small_pt, leading=small_pt * 1.33, spaceAfter=small_pt * 0.4)
    return Styles(
        body=body,
        lead=like("lead", fontSize=size + 1.5, leading=leading + 2.5, spaceAfter=leading * 0.55),
        label=like(
            "label",
            fontName=bold,
            textColor=deep,
            spaceBefore=leading * 0.3,
            spaceAfter=leading * 0.2,
            keepWithNext=1,
        ),
        small=small,
        prompt=like("prompt", fontName=bold, spaceBefore=leading * 0.4, spaceAfter=2, keepWithNext=1),
        step=like(
            "step", fontName=bold, fontSize=size + 1, leading=leading + 1, spaceAfter=1, keepWithNext=1
        ),
        cell=like("cell", fontSize=size - 1, leading=leading - 1.8, spaceAfter=leading * 0.25),
        cell_head=like(
            "cell head", fontName=bold, fontSize=size - 1.5, leading=leading - 2, textColor=deep, spaceAfter=0
        ),
        callout=like(
            "callout",
            fontName=bold,
            fontSize=size - 0.5,
            leading=leading - 1,
            textColor=deep,
            spaceAfter=leading * 0.15,
            keepWithNext=1,
        ),
        quote=like("quote", spaceAfter=leading * 0.3),
        number=like(
            "number",
            fontName=bold,
            fontSize=max(13.5, size + 2),
            leading=max(13.5, size + 2) * 1.2,
            spaceAfter=1,
        ),
        title=like(
            "title",
            fontName=title_font,
            fontSize=headings[0] * 1.45,
            leading=headings[0] * 1.72,
            textColor=deep,
            spaceAfter=4,
        ),
        subtitle=like("subtitle", fontSize=size + 2, leading=leading + 3, spaceAfter=0),
        kicker=like(
            "kicker",
            fontName=bold,
            fontSize=small_pt + 0.5,
            leading=small_pt * 1.4,
            spaceAfter=1,
            keepWithNext=1,
        ),
        headings=(heading(1, 22, 7), heading(2, 17, 4), heading(3, 15, 3)),
        side=like("side", fontSize=small_pt, leading=small_pt * 1.28, spaceAfter=3, alignment=2),
    )


def page_styles(theme: Theme, edition: Edition) -> Styles:
    pages = theme.pages
    if edition == "pupil":
        return _styles(
            theme, pages.pupil_body_pt, pages.pupil_leading_pt, pages.headings_pt, pages.small_pt + 1.5
        )
    return _styles(theme, pages.body_pt, pages.body_leading_pt, pages.headings_pt, pages.small_pt)


def card_styles(theme: Theme, scale: float) -> Styles:
    """Smaller type for a card of the size of a bank card; its numbers stay at 12 pt or more."""
    headings = (10.5 * scale, 9.5 * scale, 9.0 * scale)
    made = _styles(theme, 8.5 * scale, 10.4 * scale, headings, 8.0 * scale)
    number = made.number.clone("card number", fontSize=12.5 * scale, leading=13.5 * scale, spaceAfter=0)
    # What stands before a line to write on stays small: the line is for a whole name.
    prompt = made.small.clone("card prompt", fontSize=8.0, leading=10.6)
    return replace(made, number=number, side=prompt)
