"""Words within a paragraph, and the paragraph itself."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from builder.document import Emphasis, Gap, Inline, Link, Rich, Strong, Text
from builder.render.docx.package import RT, web_address
from builder.render.docx.setting import Book
from builder.render.docx.xml import Element, clean, e, w

LONGEST_GAP = 60


def paragraph(style: str, *inner: Element, keep_next: bool = False, numbering: int | None = None) -> Element:
    """A paragraph of a style; `numbering` puts it into a list that the style doesn't name."""
    properties = w("pPr", w("pStyle", val=style))
    if keep_next:
        properties.append(w("keepNext"))
    if numbering is not None:
        properties.append(w("numPr", w("ilvl", val=0), w("numId", val=numbering)))
    return w("p", properties, *inner)


def words(content: Rich, book: Book, style: str = "") -> list[Element]:
    """The runs of `content`; what is plain in it has the character style `style`, if one is named."""
    return [run for inline in content for run in _inline(inline, book, style)]


def _inline(inline: Inline, book: Book, style: str) -> Iterator[Element]:
    match inline:
        case Text(text):
            yield from runs(text, style)
        case Strong(text):
            yield from runs(text, "Strong")
        case Emphasis(text):
            yield from runs(text, "Emphasis")
        case Link(text, address):
            rid = book.main.relate_to(web_address(address), RT.HYPERLINK, is_external=True)
            yield e("w:hyperlink", {"r:id": rid, "w:history": True}, *runs(text, "Hyperlink"))
        case Gap(letters):
            yield from runs("_" * max(1, min(letters, LONGEST_GAP)), style)
        case _:
            assert_never(inline)


def runs(text: str, style: str = "") -> list[Element]:
    """Text in a character style; a line end typed by an author is an element of its own."""
    if not text:
        return []
    made = _run(style)
    for number, line in enumerate(clean(text).replace("\t", " ").split("\n")):
        if number:
            made.append(w("br"))
        if line:
            made.append(e("w:t", {"xml:space": "preserve"}, line))
    return [made]


def tab() -> Element:
    return w("r", w("tab"))


def line_break() -> Element:
    return w("r", w("br"))


def _run(style: str) -> Element:
    return w("r", w("rPr", w("rStyle", val=style))) if style else w("r")


def is_paragraph(element: Element) -> bool:
    return str(element.tag).endswith("}p")


def kept_together(paragraphs: Iterable[Element]) -> list[Element]:
    """The paragraphs, none of which leaves the next for another page."""
    made = list(paragraphs)
    for one in made[:-1]:
        one.get_or_add_pPr().keepNext_val = True
    return made


def never_alone(items: Sequence[Element]) -> list[Element]:
    """The items of a list, of which neither the first nor the last stands on a page by itself."""
    if len(items) > 1:
        for one in (items[0], items[-2]):
            one.get_or_add_pPr().keepNext_val = True
    return list(items)
