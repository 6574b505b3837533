"""What stands on every page: the running words above, the draft line and the page's number below."""

import re

from builder.document import Furniture
from builder.render.docx.inlines import paragraph, runs, tab
from builder.render.docx.look import Edge, Edges, edge_xml
from builder.render.docx.pages import BOTTOM, FOOTER, HEADER, TOP, Page
from builder.render.docx.xml import Element, e, root, twips, w
from builder.theme import Theme

PATH_PT = 1.1
_NUMBERS = re.compile(r"(\{n\}|\{total\})")
_FIELDS = {"{n}": "PAGE", "{total}": "NUMPAGES"}


def header(words: str) -> Element:
    return root("w:hdr", (), paragraph("Header", *runs(words)))


def footer(furniture: Furniture) -> Element:
    numbered: list[Element] = []
    for part in _NUMBERS.split(furniture.page):
        if part in _FIELDS:
            # Word reckons the number when it opens the file.
            numbered.append(w("fldSimple", *runs("1"), instr=f" {_FIELDS[part]} "))
        else:
            numbered += runs(part)
    return root("w:ftr", (), paragraph("Footer", *runs(furniture.draft, "DraftMark"), tab(), *numbered))


def section_xml(page: Page, theme: Theme, headers: dict[str, str], footers: dict[str, str]) -> Element:
    """The page's size, margins and path; `headers` and `footers` are relationships by kind of page."""
    made = w("sectPr")
    for name, kinds in (("headerReference", headers), ("footerReference", footers)):
        made.extend([e(f"w:{name}", {"w:type": kind, "r:id": rid}) for kind, rid in kinds.items()])
    path = Edges(left=Edge("deep", PATH_PT, page.path))
    made.extend(
        (
            w("pgSz", w=twips(page.width), h=twips(page.height)),
            w(
                "pgMar",
                top=twips(TOP),
                right=twips(page.right),
                bottom=twips(BOTTOM),
                left=twips(page.left),
                header=twips(HEADER),
                footer=twips(FOOTER),
                gutter=0,
            ),
            w("pgBorders", *(edge_xml(side, edge, theme) for side, edge in path.drawn), offsetFrom="text"),
        )
    )
    if "first" in headers:
        made.append(w("titlePg"))
    return made
