"""Reads a Word file back as other programs would: its parts, its paragraphs, the words in them."""

import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True)
class Opened:
    data: bytes

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(BytesIO(self.data))

    def part(self, name: str) -> Any:
        return etree.fromstring(self.archive.read(name))

    @cached_property
    def body(self) -> Any:
        return self.part("word/document.xml")[-1]

    @cached_property
    def styles(self) -> dict[str, Any]:
        return {style.get(f"{W}styleId"): style for style in self.part("word/styles.xml").iter(f"{W}style")}

    @property
    def paragraphs(self) -> list[Any]:
        return list(self.body.iter(f"{W}p"))

    @property
    def text(self) -> str:
        """All words in reading order, a line a paragraph."""
        return "\n".join(map(text_of, self.paragraphs))

    @cached_property
    def links(self) -> dict[str, str]:
        """The targets of the text's relationships, by their ids."""
        return {rel.get("Id"): rel.get("Target") for rel in self.part("word/_rels/document.xml.rels")}

    def look(self, style: str, path: str) -> Any:
        """The element that a style says something with, or a style that it goes back to."""
        element = self.styles[style]
        while (found := element.find(path.replace("w:", W))) is None:
            element = self.styles[element.find(f"{W}basedOn").get(f"{W}val")]
        return found


def text_of(paragraph: Any) -> str:
    made = ""
    for one in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if one.tag == f"{W}t":
            made += one.text or ""
        elif one.getparent().tag == f"{W}r":
            made += "\n" if one.tag == f"{W}br" else "\t"
    return made


def style_of(paragraph: Any) -> str:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else str(named.get(f"{W}val"))


def value(element: Any, name: str = "val") -> str:
    return str(element.get(f"{W}{name}"))
