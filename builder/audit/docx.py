"""Word: paragraphs, tables, text boxes, headers, footers, notes and alt texts, paragraph by paragraph.

The only reader that knows python-docx. Elements are walked rather than paragraphs, so that text boxes
and content controls are read too; words that were deleted with changes tracked are not.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from builder.audit.passage import Passage, Place, Read, Role, apart, numbered
from builder.audit.zipped import look_into

WHAT = "a Word document"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPHS = (f"{WORD}p", f"{MAIN}p")
WORDS = (f"{WORD}t", f"{MAIN}t")
BREAKS = (f"{WORD}br", f"{WORD}cr", f"{WORD}tab", f"{MAIN}br")
HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
ROLES: dict[str, Role] = {"title": "title", "prompt": "question"}
"""By a paragraph's style; “Prompt” is what our own pages ask in."""
HYPHEN = f"{WORD}noBreakHyphen"
BESIDE = (
    ("/header", "Header"),
    ("/footer", "Footer"),
    ("/footnotes", "Footnotes"),
    ("/endnotes", "Endnotes"),
    ("/comments", "Comments"),
)


def read(data: bytes) -> Read:
    look_into(data, WHAT)
    from docx import Document

    document = Document(BytesIO(data))
    passages: list[Passage] = []
    count = 0
    for paragraph in document.element.iter(*PARAGRAPHS):
        count += 1
        passages += _passages(paragraph, numbered("paragraph", count))
    passages += _beside(document.part)
    return Read(tuple(passages), "paragraph", count)


def _beside(part: Any) -> Iterator[Passage]:
    """What stands outside the run of the text; what lies outside the file is never looked for."""
    from docx.oxml import parse_xml

    for link in part.rels.values():
        name = next((name for ending, name in BESIDE if link.reltype.endswith(ending)), None)
        if name and not link.is_external:
            for paragraph in parse_xml(link.target_part.blob).iter(*PARAGRAPHS):
                yield from _passages(paragraph, apart(name))


def _passages(paragraph: Any, place: Place) -> Iterator[Passage]:
    # The same words once more, for older programs.
    if next(paragraph.iterancestors(FALLBACK), None) is not None:
        return
    role, level = _role(paragraph)
    text = "".join(_words(paragraph))
    if text.strip():
        yield Passage(text, place, role=role, level=level)
    for described in paragraph.iter("{*}docPr", "{*}cNvPr"):
        if next(described.iterancestors(*PARAGRAPHS), None) is paragraph:
            for text in (described.get("descr") or "", described.get("title") or ""):
                if text.strip():
                    yield Passage(text, place, role="picture")


def _role(paragraph: Any) -> tuple[Role, int]:
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    name = "" if style is None else style.get(f"{WORD}val") or ""
    if heading := HEADING.fullmatch(name):
        return "heading", int(heading[1])
    return ROLES.get(name.lower(), "text"), 0


def _words(element: Any) -> Iterator[str]:
    """The paragraph's own words: a text box in it has paragraphs of its own."""
    for child in element:
        if child.tag in WORDS:
            yield child.text or ""
        elif child.tag in BREAKS:
            yield " "
        elif child.tag == HYPHEN:
            yield "-"
        elif child.tag not in PARAGRAPHS:
            yield from _words(child)
