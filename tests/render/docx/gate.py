"""The rules of Word's accessibility checker, as far as they are known, on a finished file."""

from collections.abc import Iterator
from typing import Any

from tests.render.docx.reading import Opened, R, W, style_of, text_of, value

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
CARDS = ("WalletCards", "Strips")
"""Tables that hold what is cut up: each cell is read for itself."""
WITHOUT_WORDS = ("WritingLine", "BetweenTables", "Picture", "TableText", "TableHeading", "CardText")
VAGUE = ("here", "click here", "link", "more", "read more")
LEAST_CONTRAST = 4.5
LONGEST_ALT = 250


def faults(data: bytes) -> list[str]:
    """What a reader who can't see the page would stumble over, each as “rule: what”."""
    file = Opened(data)
    rules = (_file, _headings, _pictures, _tables, _links, _boxes, _paragraphs, _contrast)
    return [fault for rule in rules for fault in rule(file)]


def _file(file: Opened) -> Iterator[str]:
    title = file.part("docProps/core.xml").find(f"{DC}title")
    if title is None or not (title.text or "").strip():
        yield "title: the file has none"
    language = next(file.part("word/styles.xml").iter(f"{W}lang"), None)
    if language is None or not language.get(f"{W}val"):
        yield "language: the file tells none"
    if next(file.part("word/settings.xml").iter(f"{W}documentProtection"), None) is not None:
        yield "protection: the file can't be changed"


def _headings(file: Opened) -> Iterator[str]:
    styles = [style_of(paragraph) for paragraph in file.paragraphs]
    if styles.count("Title") != 1 or styles[0] != "Title":
        yield "headings: the document's title doesn't come first, and once"
    before = 0
    for paragraph, style in zip(file.paragraphs, styles, strict=True):
        if style in ("Heading1", "Heading2", "Heading3"):
            level = int(style[-1])
            if level > before + 1:
                yield f"headings: a level is left out before “{text_of(paragraph)}”"
            if not text_of(paragraph).strip():
                yield "headings: one has no words"
            before = level


def _pictures(file: Opened) -> Iterator[str]:
    for described in file.body.iter(f"{WP}docPr"):
        alt = (described.get("descr") or "").strip()
        flag = next(described.iter(DECORATIVE), None)
        decorative = flag is not None and flag.get("val") == "1"
        if bool(alt) == decorative or len(alt) > LONGEST_ALT:
            yield f"description: {described.get('name')}"
    for _ in file.body.iter(f"{WP}anchor"):
        yield "floating: a picture isn't in line with the text"


def _tables(file: Opened) -> Iterator[str]:
    for table in file.body.iter(f"{W}tbl"):
        look = table.find(f"{W}tblPr/{W}tblStyle")
        rows = list(table.iter(f"{W}tr"))
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        if (look is None or value(look) not in CARDS) and heads.count(True) != 1:
            yield "table: no row is the header"
        if any(next(table.iter(f"{W}{name}"), None) is not None for name in ("gridSpan", "vMerge", "hMerge")):
            yield "table: cells are merged"
        if len({len(row.findall(f"{W}tc")) for row in rows}) > 1:
            yield "table: rows differ in their cells"


def _links(file: Opened) -> Iterator[str]:
    for link in file.body.iter(f"{W}hyperlink"):
        words = "".join(node.text or "" for node in link.iter(f"{W}t")).strip()
        if not words or words.lower() in VAGUE:
            yield f"link: “{words}” doesn't say where it goes"
        if link.get(f"{R}id") not in file.links:
            yield f"link: “{words}” goes nowhere"


def _boxes(file: Opened) -> Iterator[str]:
    for _ in file.body.iter(f"{W}txbxContent"):
        yield "box: words stand in a text box"
    for control in file.body.iter(f"{W}sdt"):
        name = control.find(f"{W}sdtPr/{W}alias")
        if name is None or not value(name).strip():
            yield "control: it doesn't say what it is for"


def _paragraphs(file: Opened) -> Iterator[str]:
    for paragraph in file.paragraphs:
        style = style_of(paragraph)
        if style not in file.styles:
            yield f"style: “{text_of(paragraph)}” has none"
        elif not text_of(paragraph).strip() and style not in WITHOUT_WORDS:
            yield f"empty: a paragraph of {style}"


def _contrast(file: Opened) -> Iterator[str]:
    for name, style in file.styles.items():
        colour, ground = style.find(f"{W}rPr/{W}color"), style.find(f"{W}pPr/{W}shd")
        if colour is None or value(colour) == "auto":
            continue
        behind = value(ground, "fill") if ground is not None else "FFFFFF"
        if _ratio(value(colour), "FFFFFF" if behind in ("auto", "None") else behind) < LEAST_CONTRAST:
            yield f"contrast: {name}"


def _ratio(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    """Relative luminance by WCAG."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def element(name: str, **attributes: str) -> Any:
    """A new element of WordprocessingML, for faults that are planted."""
    from lxml import etree

    return etree.Element(f"{W}{name}", {f"{W}{key}": said for key, said in attributes.items()})
