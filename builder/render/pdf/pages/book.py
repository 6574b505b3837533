"""A document of medium "pages" as a PDF: its story, its pages and what stands on each of them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate

from builder import document as d
from builder.layout.placed import PlacedDeck
from builder.render.pausing import breathe
from builder.render.pdf import fonts
from builder.render.pdf.dating import date
from builder.render.pdf.pages.filling import well_filled
from builder.render.pdf.pages.flow import flowables
from builder.render.pdf.pages.headings import Heading
from builder.render.pdf.pages.inlines import balanced, words
from builder.render.pdf.pages.side import SideBlock, beside
from builder.render.pdf.pages.stack import Stack
from builder.render.pdf.pages.styles import (
    FOOTER_Y,
    FRAME_BOTTOM,
    FRAME_TOP,
    HEADER_Y,
    Grid,
    Setting,
    setting_for,
    wide,
)
from builder.render.pdf.tags import TaggedCanvas, tags_of
from builder.theme import Theme

AUTHOR = "Lesson Pack Builder"
BESIDE, WIDE = "beside", "wide"
Chapter = list[tuple[int, d.Section]]
PATH_PT = 1.1
BEND = 26.0
"""The radius with which the path turns down the first page."""


def render_pages(document: d.Document, theme: Theme, deck: PlacedDeck | None = None) -> bytes:
    """The document on the theme's paper; `deck` gives the small pictures of slides.

    The same document, theme and deck give the same bytes. Cards that `fit_faults` reports are
    drawn smaller rather than clipped.
    """
    return rendered(document, theme, deck)[0]


def rendered(document: d.Document, theme: Theme, deck: PlacedDeck | None = None) -> tuple[bytes, int]:
    """The same, with the number of pages that it takes."""
    setting = setting_for(theme, document.edition, deck, document.language)
    out = BytesIO()
    grids: dict[int, Grid] = {}
    _Book(out, document, setting, grids).build(
        list(story(document, setting)), canvasmaker=_canvas_for(document, setting, grids)
    )
    return out.getvalue(), len(grids)


def story(document: d.Document, setting: Setting) -> Iterator[Any]:
    """Chapter by chapter; each section is one stack, so that its heading stays with its words."""
    levels = [max(level - 1, 0) for level in d.heading_levels(document.sections)]
    for number, chapter in enumerate(chapters_of(document)):
        breathe()
        narrow = needs_side(chapter, setting)
        here = setting if narrow else wide(setting)
        if number:
            yield NextPageTemplate(BESIDE if narrow else WIDE)
            yield PageBreak()
        title = document if number == 0 else None
        make = partial(_chapter, chapter, levels, title, here)
        yield from well_filled(make, here.grid.text_w, here.grid.full)


def chapters_of(document: d.Document) -> list[Chapter]:
    """Sections, with their numbers, from one page break to the next."""
    chapters: list[Chapter] = [[]]
    for index, section in enumerate(document.sections):
        if section.new_page and index:
            chapters.append([])
        chapters[-1].append((index, section))
    return chapters


def needs_side(chapter: Chapter, setting: Setting) -> bool:
    """Whether slides or minutes stand beside the words anywhere in the chapter; never in large print."""
    if setting.large:
        return False
    blocks = [block for _, section in chapter for block in section.blocks]
    slides = [block for block in blocks if isinstance(block, d.SlideReference)]
    # A large picture of a slide takes the whole width.
    return all(slide.size == "beside" for slide in slides) and any(
        isinstance(block, d.Minutes | d.SlideReference) for block in blocks
    )


def _chapter(sections: Chapter, levels: list[int], title: d.Document | None, setting: Setting) -> list[Any]:
    """What stands between two page breaks; a heading without words waits for the next section."""
    full = setting.grid.full
    made = [_opening(title, setting)] if title else []
    waiting: list[Any] = []
    for index, section in sections:
        heading = Heading(
            section.heading, section.label, section.level, f"section-{index}", levels[index], setting
        )
        waiting = [*waiting, heading] if heading.content else waiting
        if section.blocks:
            made += _stretches(waiting, section.blocks, setting)
            waiting = []
    return [*made, Stack(waiting, full=full)] if waiting else made


def _opening(document: d.Document, setting: Setting) -> Stack:
    styles = setting.styles
    opening = [balanced(document.title, styles.title, setting, "H1")]
    if document.subtitle:
        opening.append(words(document.subtitle, styles.subtitle, setting))
    return Stack(opening, full=setting.grid.full, after=16)


def _stretches(heads: list[Any], blocks: tuple[d.Block, ...], setting: Setting) -> Iterator[Any]:
    """The section in stretches, each beside what belongs in the narrow column."""
    full = setting.grid.full
    for index, (sides, run) in enumerate(_by_side(blocks, setting)):
        first = heads if index == 0 else []
        content = [*first, *flowables(run, setting)]
        before = content[0].getSpaceBefore() if content else 0.0
        after = content[-1].getSpaceAfter() if content else 0.0
        body = Stack(content, full=full, keep=len(first), before=before, after=after)
        if sides:
            drop = sum(_height(head, setting) for head in first[:-1])
            yield beside(sides, body, setting, drop + (first[-1].drop if first else 0.0))
        elif content:
            yield body


def _height(head: Any, setting: Setting) -> float:
    height: float = head.wrap(setting.width, 0)[1]
    return height + float(head.getSpaceAfter())


def _by_side(
    blocks: tuple[d.Block, ...], setting: Setting
) -> list[tuple[list[SideBlock], tuple[d.Block, ...]]]:
    """Blocks in runs: each begins with the minutes and slides that stand beside it."""
    if not setting.grid.side_w:
        return [([], blocks)]
    runs: list[tuple[list[SideBlock], list[d.Block]]] = [([], [])]
    for block in blocks:
        if isinstance(block, d.Minutes | d.SlideReference):
            if runs[-1][1]:
                runs.append(([], []))
            runs[-1][0].append(block)
        else:
            runs[-1][1].append(block)
    return [(sides, tuple(run)) for sides, run in runs]


class _Book(BaseDocTemplate):  # type: ignore[misc]  # reportlab carries no types
    """One frame a page; the path and the words of every page are drawn under it."""

    def __init__(self, out: BytesIO, document: d.Document, setting: Setting, grids: dict[int, Grid]) -> None:
        self.grids = grids
        # Without title= the template would put its own name over the canvas's title.
        super().__init__(
            out,
            pagesize=(setting.grid.page_w, setting.grid.page_h),
            title=document.title,
            author=AUTHOR,
            creator=AUTHOR,
            producer=AUTHOR,
            subject=document.subtitle,
            keywords=", ".join(document.keywords),
            lang=document.language,
            displayDocTitle=True,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.font_name(setting.theme, "body", False),
        )
        # The first template listed is that of the first page.
        order = (BESIDE, WIDE) if needs_side(chapters_of(document)[0], setting) else (WIDE, BESIDE)
        settings = {BESIDE: setting, WIDE: wide(setting)}
        self.addPageTemplates([self._template(name, settings[name]) for name in order])

    def _template(self, name: str, setting: Setting) -> PageTemplate:
        grid = setting.grid
        frame = Frame(grid.text_x, FRAME_BOTTOM, grid.text_w, grid.full, 0, 0, 0, 0, id=name)
        return PageTemplate(name, [frame], onPage=partial(self._under, setting))

    def _under(self, setting: Setting, canvas: Any, _doc: Any) -> None:
        breathe()
        page = canvas.getPageNumber()
        self.grids[page] = setting.grid
        canvas.saveState()
        if ground := setting.theme.pages.ground:
            canvas.setFillColor(setting.colour(ground))
            canvas.rect(0, 0, setting.grid.page_w, setting.grid.page_h, 0, 1)
        _path(canvas, setting, first=page == 1)
        canvas.restoreState()
        # How many pages there are is known at the end: what names it is drawn then.
        with tags_of(canvas).pagination():
            canvas.doForm(_furniture_name(page))


def _path(canvas: Any, setting: Setting, *, first: bool) -> None:
    """The path runs down the margin from page to page; on the first it comes in from the left."""
    x, height = setting.grid.path_x, setting.grid.page_h
    canvas.setStrokeColor(setting.colour("deep"))
    canvas.setLineWidth(PATH_PT)
    if not first:
        canvas.line(x, 0, x, height)
        return
    y = height - FRAME_TOP - 0.62 * setting.styles.title.fontSize
    bend = min(BEND, x * 0.6)
    line = canvas.beginPath()
    line.moveTo(0, y)
    line.lineTo(x - bend, y)
    line.curveTo(x - bend * 0.4, y, x, y - bend * 0.6, x, y - bend)
    line.lineTo(x, 0)
    canvas.drawPath(line, 1, 0)


def _furniture_name(page: int) -> str:
    return f"furniture{page}"


def _canvas_for(document: d.Document, setting: Setting, grids: dict[int, Grid]) -> type[TaggedCanvas]:
    """A canvas that draws the words of every page once the number of pages is known."""

    class PagesCanvas(TaggedCanvas):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            date(self, document.date)

        def save(self) -> None:
            self.end_last_page()
            total = self.getPageNumber() - 1
            for page in range(1, total + 1):
                self.beginForm(_furniture_name(page))
                _furniture(self, document, page, total, replace(setting, grid=grids[page]))
                self.endForm()
            super().save()

    return PagesCanvas


def _furniture(canvas: Any, document: d.Document, page: int, total: int, setting: Setting) -> None:
    grid, theme, furniture = setting.grid, setting.theme, document.furniture
    size = theme.pages.small_pt
    regular, bold = fonts.font_name(theme, "body", False), fonts.font_name(theme, "body", True)
    right = grid.text_x + grid.text_w
    canvas.setFillColor(setting.colour("ink"))
    canvas.setFont(regular, size)
    if page > 1 or furniture.running != document.title:
        # Right above the title the same words would be said twice.
        canvas.drawRightString(right, grid.page_h - HEADER_Y, furniture.running)
    canvas.setFont(bold, size)
    label = furniture.page.replace("{n}", str(page)).replace("{total}", str(total))
    canvas.drawRightString(right, FOOTER_Y, label)
    if furniture.draft:
        canvas.setFillColor(setting.colour("coral"))
        room = grid.text_w - canvas.stringWidth(label, bold, size) - size
        over = canvas.stringWidth(furniture.draft, bold, size) > room
        # Beside a narrow column of large print there is room under the slides.
        canvas.drawString(grid.side_x if over and grid.side_w else grid.text_x, FOOTER_Y, furniture.draft)
