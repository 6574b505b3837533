"""The documents of a shipped lesson as Word files, read back and opened in LibreOffice."""

import os
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from builder.build import plan
from builder.checks import Rules, check
from builder.content.library import Library
from builder.document import Callout, DefinitionList, Document, HelpPanel, Paragraph, Table, plain, walk
from builder.layout.placed import PlacedDeck
from builder.render.docx import draw
from builder.theme import Theme
from tests.conftest import DATE
from tests.readback import squeezed
from tests.render.docx.reading import Opened, W, style_of

Drawn = dict[str, tuple[Document, bytes]]


@pytest.fixture(scope="module")
def drawn(library: Library, rules: Rules, theme: Theme) -> Drawn:
    """Every document of pages by its name, with its file."""
    checked, said = check(library, "online-blackmail", rules)
    assert checked is not None, said
    documents, decks, _ = plan(checked, theme, DATE)
    pages = {document.name: document for _, document in documents if document.medium == "pages"}
    return {name: (made, draw(made, theme, _deck(made, decks))) for name, made in pages.items()}


def _deck(document: Document, decks: dict[str, PlacedDeck]) -> PlacedDeck:
    return decks.get(document.name, decks["slides"])


def words_of(document: Document) -> list[str]:
    """What has to be in the file: headings and the words of the kinds of block that are most of it."""
    found = [document.title, *(section.heading for section in document.sections)]
    for section in document.sections:
        for block in walk(section.blocks):
            match block:
                case Paragraph(content):
                    found.append(plain(content))
                case Table(header, rows):
                    found += [*header, *(plain(cell) for row in rows for cell in row)]
                case Callout(_, title):
                    found.append(title)
                case DefinitionList(terms):
                    found += [text for term, meaning in terms for text in (term, plain(meaning))]
                case HelpPanel(entries):
                    found += [text for entry in entries for text in (entry.name, entry.phone)]
    return found


def test_every_document_of_pages_is_drawn_with_its_words(drawn: Drawn) -> None:
    assert {"teacher-notes", "handout", "observation-sheet"} <= drawn.keys()
    for document, data in drawn.values():
        text = squeezed(Opened(data).text)
        assert not [words for words in words_of(document) if squeezed(words) not in text]


def test_their_paragraphs_have_styles_and_their_lists_are_their_own(drawn: Drawn) -> None:
    for document, data in drawn.values():
        opened = Opened(data)
        assert all(style_of(paragraph) in opened.styles for paragraph in opened.paragraphs), document.name
        levels = [
            int(s[-1]) for s in map(style_of, opened.paragraphs) if s.startswith("Heading") and s[-1] in "123"
        ]
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
        for table in opened.body.iter(f"{W}tbl"):
            heads = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
            cards = table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") in ("WalletCards", "Strips")
            assert len(heads) == (0 if cards else 1)


def test_libreoffice_shows_them(drawn: Drawn, soffice: str, tmp_path: Path) -> None:
    for name, (_, data) in drawn.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    (tmp_path / "control.txt").write_text("Only Writer opens this.", encoding="utf-8")
    names = ["control.txt", *(f"{name}.docx" for name in drawn)]
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", *names],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=240,
    )
    if not (tmp_path / "control.pdf").exists():
        if os.environ.get("CI") == "true":  # noqa: TID251  # only the test run's own environment knows
            pytest.fail("the CI machine has no LibreOffice Writer: apt-get install libreoffice-writer")
        pytest.skip("LibreOffice is here without Writer")
    for name, (document, _) in drawn.items():
        pages = PdfReader(BytesIO((tmp_path / f"{name}.pdf").read_bytes())).pages
        shown = squeezed(" ".join(page.extract_text() for page in pages))
        missing = [words for words in words_of(document) if squeezed(words) not in shown]
        # A paragraph that goes over to the next page has that page's lines in its midst.
        assert len(missing) <= len(pages), missing
        assert squeezed(f"Page {len(pages)} of {len(pages)}") in shown
