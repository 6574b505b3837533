"""LibreOffice opens the file and shows a page for each slide, with its words."""

import subprocess
from pathlib import Path

import pypdf

from builder.layout.placed import PlacedDeck


def test_libreoffice_shows_every_slide(
    soffice: str, rendered: bytes, deck: PlacedDeck, tmp_path: Path
) -> None:
    (tmp_path / "deck.pptx").write_bytes(rendered)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "deck.pptx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = pypdf.PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == len(deck.slides)
    shown = " ".join(pages[0].extract_text().split())
    assert "<b>not bold</b> & “quoted”" in shown
    assert "Every kind of shape" in shown
