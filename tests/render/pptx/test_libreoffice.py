"""LibreOffice opens the file and shows a page for each slide, with its words."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from builder.layout.placed import PlacedDeck


@pytest.fixture(scope="module")
def soffice() -> str:
    """LibreOffice's command; a machine without it skips, unless it is the one that must have it."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("CI") == "true":  # noqa: TID251  # only the test run's own environment knows
            pytest.fail("the CI machine has no LibreOffice: apt-get install libreoffice-impress")
        pytest.skip("LibreOffice is not installed")
    return found


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
