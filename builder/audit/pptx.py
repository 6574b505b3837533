"""PowerPoint: text boxes, tables, groups, diagrams, charts, alt texts and notes, slide by slide.

The only reader that knows python-pptx. Elements are walked rather than shapes: what stands in groups,
diagrams or newer kinds of shape is read too.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from builder.audit.passage import Passage, Read, Role, notes_of, numbered
from builder.audit.zipped import look_into

WHAT = "a PowerPoint file"
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What programs put in place of an alt text.
FILE_NAME = re.compile(r"^\S+\.\w{2,4}$")
WITH_WORDS = ("/chart", "/diagramData")
ROLES: dict[str, Role] = {
    "title": "title",
    "ctrTitle": "title",
    "ftr": "margin",
    "hdr": "margin",
    "dt": "margin",
    "sldNum": "number",
}
"""By the kind of placeholder."""


def read(data: bytes) -> Read:
    look_into(data, WHAT)
    from pptx import Presentation

    passages: list[Passage] = []
    wordless: list[int] = []
    slides = Presentation(BytesIO(data)).slides
    for number, slide in enumerate(slides, 1):
        place = numbered("slide", number)
        trees = [slide.element, *_drawn_apart(slide.part)]
        seen = [Passage(text, place, role=role) for tree in trees for text, role in _texts(tree)]
        if not seen and next(slide.element.iter("{*}pic", "{*}blipFill"), None) is not None:
            wordless.append(number)
        passages += seen
        if slide.has_notes_slide:
            notes = _texts(slide.notes_slide.element)
            passages += [Passage(text, notes_of(number), True, role) for text, role in notes]
    return Read(tuple(passages), "slide", len(slides), tuple(wordless))


def _drawn_apart(part: Any) -> Iterator[Any]:
    """Charts and diagrams are parts of their own; what lies outside the file is never looked for."""
    from pptx.oxml import parse_xml

    for link in part.rels.values():
        if not link.is_external and link.reltype.endswith(WITH_WORDS):
            yield parse_xml(link.target_part.blob)


def _texts(tree: Any) -> Iterator[tuple[str, Role]]:
    for paragraph in tree.iter(f"{MAIN}p"):
        # The same words once more, for older programs.
        if next(paragraph.iterancestors(FALLBACK), None) is None:
            yield from _said("".join(_words(paragraph)), _role(paragraph))
    for cache in tree.iter(f"{CHART}strCache"):
        for value in cache.iter(f"{CHART}v"):
            yield from _said(value.text or "")
    for described in tree.iter("{*}cNvPr"):
        for text in (described.get("descr") or "", described.get("title") or ""):
            if not FILE_NAME.match(text):
                yield from _said(text, "picture")


def _role(paragraph: Any) -> Role:
    shape = next(paragraph.iterancestors("{*}sp"), None)
    held = None if shape is None else shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
    return "text" if held is None else ROLES.get(held.get("type") or "", "text")


def _words(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{MAIN}t", f"{MAIN}br"):
        yield " " if element.tag == f"{MAIN}br" else element.text or ""


def _said(text: str, role: Role = "text") -> Iterator[tuple[str, Role]]:
    if text.strip():
        yield text, role
