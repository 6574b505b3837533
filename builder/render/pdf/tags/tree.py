"""The tree of a tagged PDF: elements with their marks on pages, links and fields (ISO 32000-1, 14.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from reportlab.pdfbase.pdfdoc import PDFObject

COLUMN, ROW = "/O/Table/Scope/Column", "/O/Table/Scope/Row"
"""Attributes of a header cell: what it is the header of."""

STANDARD = {"Aside": "Div"}
"""Our own names of roles, and the standard ones that readers take them for."""


@dataclass(frozen=True, slots=True)
class Marks:
    """A stretch of a page's content: its number on the page, which goes by reportlab's name of it."""

    page: str
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or a field on a page, by reportlab's names of both."""

    page: str
    name: str


class Element(PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """A node of the tree; `attributes` are the inside of its attribute dictionary, in PDF's own syntax."""

    __RefOnly__ = 1

    def __init__(
        self, tag: str, parent: "Element | None" = None, alt: str = "", attributes: str = ""
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.alt = alt
        self.attributes = attributes
        self.kids: list[Element | Marks | Annotation] = []
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: Any) -> bytes:
        """The element as an object of the file; called by reportlab when every object has its number."""
        own = next((kid.page for kid in self.kids if isinstance(kid, Marks)), "")
        parts = [f"/S/{self.tag}"]
        if self.parent is not None:
            parts.append(f"/P {reference(document, self.parent)}")
        if own:
            parts.append(f"/Pg {number(document, own)} 0 R")
        if self.alt:
            parts.append(f"/Alt {text_string(self.alt)}")
        if self.attributes:
            parts.append(f"/A<<{self.attributes}>>")
        parts.append(f"/K[{' '.join(self._kid(document, kid, own) for kid in self.kids)}]")
        return f"<</Type/StructElem{''.join(parts)}>>".encode("ascii")

    def _kid(self, document: Any, kid: "Element | Marks | Annotation", own: str) -> str:
        match kid:
            case Element():
                return reference(document, kid)
            case Marks(page, count):
                if page == own:
                    return str(count)
                return f"<</Type/MCR/Pg {number(document, page)} 0 R/MCID {count}>>"
            case Annotation(page, name):
                page_number = number(document, page)
                return f"<</Type/OBJR/Pg {page_number} 0 R/Obj {number(document, name)} 0 R>>"
            case _:
                assert_never(kid)

    def empty(self) -> bool:
        """Whether there is nothing in it or under it; table cells may be empty."""
        return self.tag not in ("TD", "TH") and all(
            isinstance(kid, Element) and kid.empty() for kid in self.kids
        )

    def prune(self) -> None:
        """Take out what is empty: a reader would announce a list without items."""
        self.kids = [kid for kid in self.kids if not (isinstance(kid, Element) and kid.empty())]
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.prune()

    def register(self, document: Any) -> None:
        """Give this and all under it a number in the file, in the order of the tree."""
        document.Reference(self)
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.register(document)


class Token:
    """What the parts of a flowable share, on however many pages they stand: one element, and one in it."""

    __slots__ = ("body", "element")

    def __init__(self) -> None:
        self.element: Element | None = None
        self.body: Element | None = None


class Written(PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """An object of the file that is written when every object has its number."""

    __RefOnly__ = 1

    def __init__(self, write: Any) -> None:
        self._write = write

    def format(self, document: Any) -> bytes:
        made: str = self._write(document)
        return made.encode("ascii")


def reference(document: Any, thing: Any) -> str:
    """“12 0 R” for an object that is registered."""
    return f"{number(document, document.Reference(thing).name)} 0 R"


def references(document: Any, things: Sequence[Any]) -> str:
    return " ".join(reference(document, thing) for thing in things)


def number(document: Any, name: str) -> int:
    """The number in the file of an object by reportlab's name of it."""
    found: int = document.idToObjectNumberAndVersion[name][0]
    return found


def text_string(text: str) -> str:
    """`text` as a string of a PDF file, by ISO 32000-1, 7.9.2.2."""
    if text.isascii():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})".replace("\r", " ").replace("\n", " ")
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def area(canvas: Any, left: float, bottom: float, right: float, top: float) -> str:
    """The attributes of a figure that covers so much, in the canvas's present coordinates."""
    x1, y1 = canvas.absolutePosition(left, bottom)
    x2, y2 = canvas.absolutePosition(right, top)
    return f"/O/Layout/Placement/Block/BBox[{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}]"
