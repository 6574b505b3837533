"""What a document says, in the order in which it says it; and what readers find in its files."""

import html
import html.parser
import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader

from builder import document as d
from tests.readback import squeezed

# --- what is said -----------------------------------------------------------------------------------


def of_document(document: d.Document, *, notes: bool = True, heads: bool = True) -> list[str]:
    """Every text of the document, in the order of its tree.

    Without `heads` those of tables are left out: plain text says them before each cell.
    """
    said = [document.title] if document.medium == "pages" else []
    for section in document.sections:
        said += [section.heading, *of_blocks(section.blocks, heads)]
        said += of_blocks(section.notes, heads) if notes else ()
    return [text for text in said if squeezed(text)]


def of_blocks(blocks: tuple[d.Block, ...], heads: bool = True) -> Iterator[str]:
    for block in blocks:
        yield from of_block(block, heads)


def of_block(block: d.Block, heads: bool) -> Iterator[str]:
    match block:
        case d.Paragraph(content) | d.Quote(content):
            yield d.plain(content)
        case d.BulletList(items) | d.NumberedList(items) | d.TickList(items):
            yield from map(d.plain, items)
        case d.DefinitionList(items):
            yield from (text for term, meaning in items for text in (term, d.plain(meaning)))
        case d.Table(header, rows):
            yield block.caption
            yield from header if heads else ()
            yield from (d.plain(cell) for row in rows for cell in row)
        case d.MessageThread(entries):
            yield from (entry.text for entry in entries)
        case d.Timeline(beats):
            yield from (text for beat in beats for text in (beat.label, beat.text))
        case d.Callout(_, title, inner):
            yield title
            yield from of_blocks(inner, heads)
        case d.Question(question, options, answer):
            yield from map(d.plain, (question, *options, *answer))
        case d.AnswerLines(prompt):
            yield d.plain(prompt)
        case d.CutOutCards(cards):
            for card in dict.fromkeys(cards):
                yield card.heading
                yield from of_blocks(card.blocks, heads)
        case d.HelpPanel(entries, people, known):
            # On some slides the number is larger than the name, and comes first.
            yield from (text for who in known for text in who)
            yield from (entry.name for entry in entries)
            yield from people
        case d.Minutes(_, label):
            yield label
        case d.Figure() | d.SlideReference():
            return


# --- what is found ----------------------------------------------------------------------------------


def in_pdf(data: bytes, folder: Path) -> str:
    """The words of a tagged PDF in the order of its tree, without what a figure shows."""
    (folder / "it.pdf").write_bytes(data)
    command = ["pdfinfo", "-struct-text", "it.pdf"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    words, figure = [], -1
    for line in told.splitlines():
        depth = len(line) - len(line.lstrip())
        if 0 <= figure < depth:
            continue
        figure = depth if line.lstrip().startswith("Figure") else -1
        if found := re.match(r'\s*"(.*)"$', line):
            words.append(found[1])
    return " ".join(words)


def in_pptx(data: bytes, _folder: Path) -> str:
    """The words of every slide in the order in which a screen reader comes to them, then its notes."""
    words = []
    for slide in Presentation(io.BytesIO(data)).slides:
        words += [node.text or "" for node in slide.shapes._spTree.iter(qn_a("t"))]
        notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        words += [notes.text] if notes is not None else []
    return " ".join(words)


def qn_a(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{name}"


def in_docx(data: bytes, _folder: Path) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    words = []
    for paragraph in body.iter(qn("w:p")):
        words.append("".join(node.text or "" for node in paragraph.iter(qn("w:t"))))
    return " ".join(words)


class _Reader(html.parser.HTMLParser):
    """What a page says; style and the tab's title are not of it."""

    SILENT = ("style", "script", "head", "svg")

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._silent += tag in self.SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in self.SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def in_html(data: bytes, _folder: Path) -> str:
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    return " ".join(reader.words)


def in_text(data: bytes, _folder: Path) -> str:
    return data.decode("utf-8-sig")


READERS = {"pdf": in_pdf, "pptx": in_pptx, "word": in_docx, "web": in_html, "text": in_text}


def told_by_pdf(data: bytes) -> tuple[str, str]:
    reader = PdfReader(io.BytesIO(data))
    return str(reader.metadata.title if reader.metadata else ""), str(reader.root_object["/Lang"])


def told_by_pptx(data: bytes) -> tuple[str, str]:
    deck = Presentation(io.BytesIO(data))
    runs = [node for slide in deck.slides for node in slide.shapes._spTree.iter(qn_a("rPr"))]
    (language,) = {str(run.get("lang")) for run in runs}
    return deck.core_properties.title, language


def told_by_docx(data: bytes) -> tuple[str, str]:
    file = docx.Document(io.BytesIO(data))
    language = next(file.styles.element.iter(qn("w:lang"))).get(qn("w:val"))
    return file.core_properties.title, str(language)


def told_by_html(data: bytes) -> tuple[str, str]:
    text = data.decode("utf-8")
    title, language = re.search(r"<title>(.*?)</title>", text), re.search(r'<html lang="(.*?)"', text)
    assert title
    assert language
    return html.unescape(title[1]), language[1]


TELLS = {"pdf": told_by_pdf, "pptx": told_by_pptx, "word": told_by_docx, "web": told_by_html}
"""What a file says of itself before it is read: its title and its language."""


def out_of_order(said: list[str], found: str) -> list[str]:
    """The texts that don't come in `found` after those before them; letters and figures count alone."""
    letters, at, lost = squeezed(found), 0, []
    for text in said:
        where = letters.find(squeezed(text), at)
        if where < 0:
            lost.append(text)
        else:
            at = where + len(squeezed(text))
    return lost
