"""Noting, while a page is drawn, which of its marks belong to which element."""

import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from builder.render.pdf.tags.tree import Annotation, Element, Marks, Token

HEADINGS = ("H1", "H2", "H3", "H4")
ARTIFACT, PAGINATION = "/Artifact BMC", "/Artifact <</Type/Pagination>> BDC"
# Operators that put ink on a page; all else sets colours, lines and places.
_PAINTS = re.compile(r"(?:^|\s)(?:S|s|f\*?|F|B\*?|b\*?|Do|sh|Tj|TJ|'|\"|EI)(?:\s|$)")


class Tagger:
    """The tree of one document, and the marks on the page that is being drawn.

    `code` is the page's list of operators, to which the canvas appends what it draws.
    """

    def __init__(self) -> None:
        self.root = Element("Document")
        self.parents: dict[int, list[Element] | Element] = {}
        """By key: the elements of a page's marks in their order, or the element of a link or field."""
        self._path = [self.root]
        self._quiet = 0
        self._marked: Element | None = None
        self._start = 0
        self._keys = self._stretch = 0
        self._links: deque[Element] = deque()
        self.page("", [])

    # --- pages ---------------------------------------------------------------------------------

    def page(self, name: str, code: list[str]) -> None:
        """A page begins; `name` is reportlab's of it."""
        self._page, self._code = name, code
        self._marks: list[Element] = []
        self._spans: list[tuple[int, int]] = []

    def end_page(self) -> int:
        """Wrap what nobody claimed as artifacts; the key under which readers find the page's elements."""
        code, made, at = self._code, [], 0
        for start, end in [*self._spans, (len(code), len(code))]:
            made += _as_artifact(code[at:start])
            made += code[start:end]
            at = end
        code[:] = made
        key = self._key()
        self.parents[key] = self._marks
        return key

    # --- the tree ------------------------------------------------------------------------------

    @contextmanager
    def opened(
        self, tag: str, token: Token | None = None, alt: str = "", attributes: str = ""
    ) -> Iterator[Element]:
        """An element stands open: what is opened or marked in it belongs to it.

        A token that has met its element opens that one again: a paragraph goes on on the next page.
        """
        token = token or Token()
        if self._quiet:
            yield Element(tag)
            return
        if token.element is None:
            token.element = Element(tag, self._path[-1], alt, attributes)
        with self._within(token.element):
            yield token.element

    @contextmanager
    def body(self, token: Token, tag: str) -> Iterator[None]:
        """The one element within a token's that holds its words, such as the body of a list's item."""
        if self._quiet or token.element is None:
            yield
            return
        if token.body is None:
            token.body = Element(tag, token.element)
        with self._within(token.body):
            yield

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """What is drawn meanwhile is told by nobody, or has been told already."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    @contextmanager
    def heading_first(self) -> Iterator[None]:
        """What is opened meanwhile is read right after the heading with which the last stretch began."""
        element = self._path[-1]
        after = self._stretch
        for index, kid in enumerate(element.kids[after : after + 2], after):
            if isinstance(kid, Element) and kid.tag in HEADINGS:
                after = index + 1
        later = element.kids[after:]
        del element.kids[after:]
        yield
        element.kids += later

    def stretch(self) -> None:
        """A stretch of text begins, for `heading_first`."""
        self._stretch = len(self._path[-1].kids)

    # --- marks on the page ---------------------------------------------------------------------

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is painted meanwhile is the element's content, all but what is marked as another's."""
        if self._quiet:
            yield
            return
        outer = self._marked
        if outer is not None:
            self._end()
        self._begin(element)
        yield
        self._end()
        if outer is not None:
            self._begin(outer)

    @contextmanager
    def pagination(self) -> Iterator[None]:
        """What is painted meanwhile stands on every page: headers, footers, numbers."""
        if self._quiet:
            yield
            return
        start = len(self._code)
        self._code.append(PAGINATION)
        yield
        self._code.append("EMC")
        self._spans.append((start, len(self._code)))

    def claimed(self, start: int, end: int) -> None:
        """That part of the page's code carries marks of its own."""
        self._spans.append((start, end))

    def next_mark(self, element: Element) -> str:
        """The operator that begins a mark of `element` within a text; “EMC” ends it."""
        number = len(self._marks)
        self._marks.append(element)
        element.kids.append(Marks(self._page, number))
        return f"/{element.tag} <</MCID {number}>> BDC"

    def annotation(self, element: Element, name: str, key: int) -> None:
        """A link or field of that name is the element's; `key` is the one it bears."""
        element.kids.append(Annotation(self._page, name))
        self.parents[key] = element

    def annotation_key(self) -> int:
        return self._key()

    def expect_link(self, element: Element) -> None:
        """The next area of a link on the page will be the element's."""
        self._links.append(element)

    def next_link(self) -> Element:
        return self._links.popleft() if self._links else Element("Link", self._path[-1])

    @property
    def is_quiet(self) -> bool:
        return self._quiet > 0

    def _begin(self, element: Element) -> None:
        self._start = len(self._code)
        self._marked = element
        self._code.append(self.next_mark(element))

    def _end(self) -> None:
        element = self._marked
        self._marked = None
        if element is not None and not any(map(_PAINTS.search, self._code[self._start + 1 :])):
            # Nothing was painted: the mark goes, and what only set colours stays.
            del self._code[self._start]
            self._marks.pop()
            element.kids.pop()
            return
        self._code.append("EMC")
        self._spans.append((self._start, len(self._code)))

    @contextmanager
    def _within(self, element: Element) -> Iterator[None]:
        self._path.append(element)
        yield
        self._path.pop()

    def _key(self) -> int:
        self._keys += 1
        return self._keys - 1


def _as_artifact(code: list[str]) -> list[str]:
    return [ARTIFACT, *code, "EMC"] if any(map(_PAINTS.search, code)) else code


def tags_of(canvas: Any) -> Tagger:
    """The canvas's tagger; one that notes nothing for a canvas without."""
    found = getattr(canvas, "tags", None)
    if isinstance(found, Tagger):
        return found
    silent = Tagger()
    silent._quiet = 1
    return silent
