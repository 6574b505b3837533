"""A canvas whose files are tagged."""

from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import XMP, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from builder.render.pdf.tags.tagger import Tagger
from builder.render.pdf.tags.tree import (
    STANDARD,
    Written,
    reference,
    references,
)

# Letters for what is bytes would make files a tenth larger; nothing has carried a PDF as text for decades.
rl_config.useA85 = 0

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@lru_cache(maxsize=1 << 10)
def _ellipse(x: float, y: float, width: float, height: float) -> tuple[str, ...]:
    path = PDFPathObject()
    path.ellipse(x, y, width, height)
    return tuple(path._code)


@lru_cache(maxsize=1 << 10)
def _round_rectangle(x: float, y: float, width: float, height: float, radius: float) -> tuple[str, ...]:
    path = PDFPathObject()
    path.roundRect(x, y, width, height, radius)
    return tuple(path._code)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """Draws like any canvas; what `tags` is told while it draws becomes the tree of the file."""

    def __init__(self, out: BytesIO, *given: Any, **named: Any) -> None:
        self.tags = Tagger()
        self.fields: list[Written] | None = None
        super().__init__(out, *given, **named)
        self._language = str(named.get("lang") or "en")
        self.tags.page(self._doc.thisPageName(), self._code)

    def ellipse(self, x1: float, y1: float, x2: float, y2: float, stroke: int = 1, fill: int = 0) -> None:
        """As the library draws it; discs and beads of one size are reckoned once."""
        self._code.extend(_ellipse(x1, y1, x2 - x1, y2 - y1))
        self._strokeAndFill(stroke, fill)

    def roundRect(  # noqa: N802  # reportlab's name
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        stroke: int = 1,
        fill: int = 0,
    ) -> None:
        """As the library draws it; a slide's boxes come in several files of a pack."""
        self._code.extend(_round_rectangle(x, y, width, height, radius))
        self._strokeAndFill(stroke, fill)

    def linkURL(self, url: str, rect: Any, relative: int = 0, **named: Any) -> None:  # noqa: N802
        """A link; it belongs to the element whose words it lies over, or to one of its own."""
        tags = self.tags
        if tags.is_quiet:
            return
        element = tags.next_link()
        key = tags.annotation_key()
        super().linkURL(url, rect, relative, Contents=PDFString(url), StructParent=key, F=4, **named)
        tags.annotation(element, self._doc.annotationName(f"NUMBER{self._annotationCount}"), key)

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802  # reportlab's name
        """Called by reportlab for every page just before it is filed, and for forms, which have no tags."""
        super()._setAnnotations(page)
        if hasattr(page, "pagewidth"):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
            page.StructParents = self._page_key
            if self._annotationrefs:
                page.__NoDefault__ = [*page.__NoDefault__, "Tabs"]
                page.Tabs = PDFName("S")

    def showPage(self) -> None:  # noqa: N802  # reportlab's name
        self._page_key = self.tags.end_page()
        super().showPage()
        self.tags.page(self._doc.thisPageName(), self._code)

    def end_last_page(self) -> None:
        if len(self._code):
            self.showPage()

    def save(self) -> None:
        self.end_last_page()
        self._write_tree()
        super().save()

    def _write_tree(self) -> None:
        document, tags = self._doc, self.tags
        tags.root.prune()
        catalog = document.Catalog
        catalog.MarkInfo = Written(lambda _: "<</Marked true>>")
        catalog.Metadata = XMP(creator=self._xmp)
        root = Written(self._root)
        parents = Written(self._parents)
        self._parent_tree = parents
        catalog.StructTreeRoot = root
        document.Reference(root)
        document.Reference(parents)
        tags.root.register(document)
        tags.root.parent = root

    def _root(self, document: Any) -> str:
        roles = "".join(f"/{ours}/{theirs}" for ours, theirs in STANDARD.items())
        top, parents = reference(document, self.tags.root), reference(document, self._parent_tree)
        return f"<</Type/StructTreeRoot/K[{top}]/ParentTree {parents}/RoleMap<<{roles}>>>>"

    def _parents(self, document: Any) -> str:
        rows = []
        for key, found in sorted(self.tags.parents.items()):
            listed = isinstance(found, list)
            inner = f"[{references(document, found)}]" if listed else reference(document, found)
            rows.append(f"{key} {inner}")
        return f"<</Nums[{' '.join(rows)}]>>"

    def _xmp(self, document: Any) -> bytes:
        title, language = escape(str(document.info.title)), escape(self._language)
        return _XMP.format(title=title, language=language).encode("utf-8")
