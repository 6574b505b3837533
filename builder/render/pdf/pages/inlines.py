"""Authors' words as reportlab markup: everything is escaped, nothing of theirs is ever markup."""

import re
from typing import Any, assert_never
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.fonts import ps2tt, tt2ps
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph as ReportlabParagraph
from reportlab.platypus.paragraph import cleanBlockQuotedText
from reportlab.platypus.paraparser import ParaFrag

from builder import document as d
from builder.render.pdf import fonts
from builder.render.pdf.pages.piece import Tag, closer
from builder.render.pdf.pages.styles import Setting
from builder.render.pdf.tags import Element, LineText, Token, draw_paragraph, letters, tags_of
from builder.render.pdf.tags.fields import text_field
from builder.theme import Theme

SCHEMES = ("https://", "http://", "mailto:", "tel:")
LONGEST_GAP = 60
BESIDE_MARKS = 0.92
_SPACES = re.compile(r"(\s+)")
_BREAKS = re.compile(r"[^/.@?&=_-]*[/.@?&=_-]+|[^/.@?&=_-]+")
# Anywhere in a text with an address; a full stop at a word's end is none.
_IN_ADDRESS = re.compile(r"[/@]|\.[.,;:()]*[^\s.,;:()]")
_ADDRESS_SIGN = re.compile("[./@]")
_GAP = re.compile("_+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Words(ReportlabParagraph):  # type: ignore[misc]  # reportlab carries no types
    """A paragraph that knows what it is for, as do its parts."""

    tag: Tag = "P"
    known_at: float = -1.0
    token: Token | None = None
    marks: Element | None = None
    source: str = ""
    begins: int = 0
    """Of a part: the text of the whole, and how many of its letters stand in the parts before."""
    fields: Theme | None = None
    """Where gaps are fields on screen: the theme of what is typed into them."""
    laid: LineText | None = None

    def draw(self) -> None:
        tags = tags_of(self.canv)
        self.token = self.token or Token()
        with tags.opened(self.tag, self.token) as element:
            draw_paragraph(self, super().draw, tags, element)
            if self.fields is not None and self.laid is not None:
                self._fillable(self.fields, self.laid)

    def _fillable(self, theme: Theme, laid: LineText) -> None:
        asked = _GAP.sub("…", self.source or self.getPlainText())
        size = self.style.fontSize
        for x, baseline, width in laid.gaps:
            text_field(self.canv, theme, asked, x, baseline - 0.25 * size, width, 1.2 * size)

    def beginText(self, x: float, y: float) -> Any:  # noqa: N802  # reportlab's name
        source = self.source or self.getPlainText()
        self.laid = LineText(self.canv, x, y, source, self.begins, tags_of(self.canv), self.marks)
        return self.laid

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self.known_at != width:
            super().wrap(width, height)
            self.known_at = width
        return width, self.height

    def tighten(self, factor: float) -> None:
        self.spaceBefore = closer(self.getSpaceBefore(), factor)
        self.spaceAfter = closer(self.getSpaceAfter(), factor)

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        self.token = self.token or Token()
        source, begins = self.source or self.getPlainText(), self.begins
        for part in parts:
            part.tag, part.token = self.tag, self.token
            part.source, part.begins, part.fields = source, begins, self.fields
            begins += letters(part.getPlainText())
        if not hasattr(self, "blPara"):
            # The library forgets its lines where it could not part them.
            self.known_at = -1.0
            self.wrap(width, height)
        return parts


def words(
    content: d.Rich | str, style: ParagraphStyle, setting: Setting, tag: Tag = "P", room: float = 0.0
) -> Words:
    """A paragraph; long addresses break where they may, so that they fit into `room`.

    Without, nearly all of the setting's width is reckoned with, as a mark may take some; on a card an
    address is never broken.
    """
    room = room or (0.0 if setting.on_card else BESIDE_MARKS * setting.width)
    text = markup(content, setting, style, room)
    made = Words(text, style, frags=_without_markup(text, style))
    made.tag = tag
    if not setting.on_card and any(isinstance(part, d.Gap) for part in content):
        made.fields = setting.theme
    return made


def _without_markup(text: str, style: ParagraphStyle) -> list[ParaFrag] | None:
    """What the library's reader of markup makes of a text in which there is none; None where there is some.

    It takes a tenth of the time that a page takes, and most paragraphs have none.
    """
    plain = cleanBlockQuotedText(text)
    if not plain or "<" in plain or "&" in plain:
        return None
    family, bold, italic = ps2tt(style.fontName)
    name = tt2ps(family, bold, italic)
    return [
        ParaFrag(
            rise=0,
            greek=0,
            link=[],
            fontName=name,
            bold=bold,
            italic=italic,
            fontSize=style.fontSize,
            textColor=style.textColor,
            us_lines=[],
            __tag__="para",
            text=plain,
        )
    ]


def snug(text: str, style: ParagraphStyle, setting: Setting, width: float) -> float:
    """The narrowest width that gives no more lines than `width` does, so that no word is left alone."""
    height = words(text, style, setting).wrap(width, 0)[1]
    if height < 1.5 * style.leading:
        return width
    low, high = width * 0.5, width
    while high - low > 6:
        middle = (low + high) / 2
        made = words(text, style, setting)
        if made.wrap(middle, 0)[1] > height or made.minWidth() > middle:
            low = middle
        else:
            high = middle
    # A little more lets a word go up to the first line where both lines are about as long.
    return min(width, high * 1.03 + 2)


def balanced(text: str, style: ParagraphStyle, setting: Setting, tag: Tag) -> Words:
    """A heading whose lines are about equally long."""
    spare = setting.width - snug(text, style, setting, setting.width)
    return words(text, style.clone(style.name, rightIndent=spare) if spare else style, setting, tag)


def fitted(
    text: str, style: ParagraphStyle, width: float, least_pt: float, *, broken: bool = False
) -> ParagraphStyle:
    """The style, smaller where the longest word asks for it, but never under `least_pt`.

    With `broken`, addresses may go over lines and only their longest piece counts.
    """
    longest = widest(text, style, broken=broken)
    if longest <= max(width, 0.0) or not longest:
        return style
    size = max(least_pt, style.fontSize * (width - 0.5) / longest)
    return style.clone(style.name, fontSize=size)


def widest(text: str, style: ParagraphStyle, *, broken: bool = False) -> float:
    """How wide the longest word is in points; with `broken`, the longest piece of an address."""
    pieces = [
        piece
        for word in text.split()
        for piece in (_BREAKS.findall(word) if broken and is_address(word) else [word])
    ]
    return max((stringWidth(piece, style.fontName, style.fontSize) for piece in pieces), default=0.0)


def markup(content: d.Rich | str, setting: Setting, style: ParagraphStyle, room: float = 0.0) -> str:
    if isinstance(content, str):
        return _text(content, style.fontName, style.fontSize, room)
    return "".join(_inline(inline, setting, style, room) for inline in content)


def _inline(inline: d.Inline, setting: Setting, style: ParagraphStyle, room: float) -> str:
    bold = fonts.font_name(setting.theme, "body", True)
    deep, size = setting.theme.colours["deep"], style.fontSize
    match inline:
        case d.Text(text):
            return _text(text, style.fontName, size, room)
        case d.Strong(text):
            return f'<font face="{bold}">{_text(text, bold, size, room)}</font>'
        case d.Emphasis(text):
            return f'<font face="{bold}" color="#{deep}">{_text(text, bold, size, room)}</font>'
        case d.Link(text, address):
            shown = _text(text, style.fontName, size, room)
            return f'<a href={quoteattr(target(address))} color="#{deep}"><u>{shown}</u></a>'
        case d.Gap(letters):
            return "_" * max(1, min(letters, LONGEST_GAP))
        case _:
            assert_never(inline)


def escaped(text: str) -> str:
    return escape(_CONTROL.sub(" ", text))


def _text(text: str, font: str, size: float, room: float) -> str:
    if room <= 0 or not _IN_ADDRESS.search(text):
        return escaped(text)
    return "".join(
        "<br/>".join(escaped(part) for part in _parts(word, font, size, room))
        if is_address(word)
        else escaped(word)
        for word in _SPACES.split(text)
    )


def is_address(word: str) -> bool:
    """Whether a word is a web or mail address or the like, which may go over two lines."""
    return _ADDRESS_SIGN.search(word.strip(".,;:()")) is not None


def _parts(word: str, font: str, size: float, room: float) -> list[str]:
    """An address in pieces that fit, cut after its own signs."""
    lines: list[str] = [""]
    for piece in _BREAKS.findall(word):
        if lines[-1] and stringWidth(lines[-1] + piece, font, size) > room:
            lines.append("")
        lines[-1] += piece
    return lines


def target(address: str) -> str:
    """A web address with its scheme: without one, reportlab looks for a place in this document."""
    address = _CONTROL.sub("", address).strip()
    return address if address.startswith(SCHEMES) else f"https://{address}"
