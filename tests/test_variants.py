"""Print variants: the same words for other eyes, other printers and other paper."""

import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from builder.build import Built, Wanted, build, plan
from builder.checks import Rules, check
from builder.content.library import Library, read_labels
from builder.document import Document
from builder.plan import PRINTS
from builder.render import FORMATS
from builder.render.pdf import draw, fit_faults
from builder.render.pdf.pages.styles import Styles, page_styles
from builder.theme import PAPERS, Paper, Theme, load_theme, variants
from tests.conftest import DATE, LESSONS
from tests.readback import pdf_text

LESSON = "online-blackmail"
VARIANTS = {name: load_theme("house", name) for name in variants()}
GREY = 32
MANY = 3
"""So many hyphens stand in addresses alone."""


@pytest.fixture(scope="module")
def whole(library: Library, rules: Rules, theme: Theme) -> Built:
    """One pack with everything that can be asked for."""
    return build(library, LESSON, rules, theme, DATE, Wanted(tuple(PRINTS), VARIANTS))


def files(built: Built) -> dict[str, bytes]:
    assert built.pack is not None, built.diagnostics
    return {file.name: file.data for file in built.pack.files}


def pages_of(data: bytes, folder: Path, dpi: int = 30) -> Iterator[Image.Image]:
    """Every page as a picture in shades of grey."""
    (folder / "it.pdf").write_bytes(data)
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "it.pdf", "page"], cwd=folder, check=True)
    for file in sorted(folder.glob("page-*.pgm")):
        with Image.open(file) as picture:
            yield picture.copy()
        file.unlink()


def ink(data: bytes, folder: Path) -> float:
    """How much of the pages is inked, between 0 and 1."""
    shares = []
    for page in pages_of(data, folder):
        light = sum(tone * count for tone, count in enumerate(page.histogram()))
        shares.append(1 - light / (255 * page.width * page.height))
    return sum(shares) / len(shares)


def test_each_variant_is_a_folder_of_the_pack_and_each_print_a_file(whole: Built) -> None:
    made = files(whole)

    for name in VARIANTS:
        assert f"{name}/handout.pdf" in made
        assert f"{name}/teacher-notes.pdf" in made
        assert f"{name}/slides.pptx" not in made
    assert {f"{name}.pdf" for name in PRINTS} <= made.keys()
    assert "low-ink/poster.pdf" in made
    told = made["read-me-first.txt"].decode("utf-8-sig")
    assert all(name in told for name in (*VARIANTS, *PRINTS))
    assert json.loads(made["manifest.json"])["files"].keys() == made.keys() - {"manifest.json"}


def test_every_variant_is_told_of_in_the_pack() -> None:
    further = {name for name, form in FORMATS.items() if form.folder}
    assert read_labels().readme.prints.keys() == {*variants(), *PRINTS, *further}


@pytest.mark.parametrize("name", VARIANTS)
@pytest.mark.parametrize("document", ["handout", "teacher-notes", "if-it-happens"])
def test_a_variant_says_the_same(whole: Built, name: str, document: str) -> None:
    made = files(whole)
    # A word, and an address above all, may be parted at the end of another line.
    plain, varied = (
        pdf_text(made[f"{folder}{document}.pdf"]).replace("\n", " ") for folder in ("", f"{name}/")
    )
    together = "".join(varied.split())

    lost = [word for word in set(plain.split()) if word not in together]
    assert [word for word in lost if "/" not in word and word.count("-") < MANY] == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_fits_in_every_variant(
    lesson: str, library: Library, rules: Rules, theme: Theme
) -> None:
    checked, said = check(library, lesson, rules)
    assert checked is not None, said
    wanted = Wanted(tuple(PRINTS), VARIANTS | {"letter": load_theme("house", paper="Letter")})
    _, _, faults = plan(checked, theme, DATE, wanted)

    assert [fault.message for fault in faults] == []


def test_little_ink_is_little(whole: Built, tmp_path: Path) -> None:
    made = files(whole)
    names = ("slides-to-share.pdf", "poster.pdf", "slides-with-notes.pdf", "slides-three-to-a-page.pdf")
    for name in names:
        coloured, saved = ink(made[name], tmp_path), ink(made[f"low-ink/{name}"], tmp_path)
        assert saved < 0.07, name
        assert saved < 0.7 * coloured, name
    # Pages are words on white in every variant: there is little to save, and black takes no more.
    for name in ("teacher-notes.pdf", "handout.pdf"):
        assert ink(made[f"low-ink/{name}"], tmp_path) < 0.07, name
    assert (
        ink(made["low-ink/slides-to-share.pdf"], tmp_path) < ink(made["slides-to-share.pdf"], tmp_path) / 2.5
    )


def test_little_ink_is_black_on_white(whole: Built, tmp_path: Path) -> None:
    page = next(pages_of(files(whole)["low-ink/slides-to-share.pdf"], tmp_path, dpi=72))
    tones = page.histogram()

    # Lines are black and soften at their edges; nothing else is between black and white.
    assert sum(tones[-GREY:]) > 0.9 * page.width * page.height


def sizes(styles: Styles) -> dict[str, float]:
    named = {name: getattr(styles, name) for name in Styles.__dataclass_fields__ if name != "headings"}
    return {name: style.fontSize for name, style in named.items()}


@pytest.mark.parametrize("edition", ["pupil", "teacher"])
def test_large_print_is_large(edition: str) -> None:
    found = sizes(page_styles(VARIANTS["large-print"], edition))  # type: ignore[arg-type]  # both are editions
    small = {"small", "kicker", "side", "cell_head"}

    assert min(size for name, size in found.items() if name not in small) >= 18
    assert min(found.values()) >= 15


def test_dyslexia_friendly_pages_are_cream_and_airy(whole: Built, tmp_path: Path) -> None:
    theme = VARIANTS["dyslexia-friendly"]
    styles = page_styles(theme, "pupil")
    reader = PdfReader(io.BytesIO(files(whole)["dyslexia-friendly/handout.pdf"]))
    fonts = {str(font["/BaseFont"]) for page in reader.pages for font in _fonts(page)}

    assert styles.body.leading >= 1.5 * styles.body.fontSize
    assert any("Lexend-Regular" in name for name in fonts)
    assert not any("Italic" in name or "Oblique" in name for name in fonts)
    for page in pages_of(files(whole)["dyslexia-friendly/handout.pdf"], tmp_path):
        assert 240 <= page.getpixel((2, 2)) < 255  # type: ignore[operator]  # a shade of grey


def _fonts(page: object) -> list[dict[str, object]]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_pages_are_as_large_as_the_paper(paper: Paper, library: Library, rules: Rules, theme: Theme) -> None:
    made = build(library, LESSON, rules, load_theme("house", paper=paper), DATE)
    page = PdfReader(io.BytesIO(files(made)["handout.pdf"])).pages[0]

    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(PAPERS[paper], abs=0.1)
    assert json.loads(files(made)["manifest.json"])["paper"] == paper


def test_three_to_a_page_holds_every_slide_and_no_notes(whole: Built) -> None:
    made = files(whole)
    pages = PdfReader(io.BytesIO(made["slides-three-to-a-page.pdf"])).pages
    shared = PdfReader(io.BytesIO(made["slides-to-share.pdf"])).pages
    text = pdf_text(made["slides-three-to-a-page.pdf"])

    assert len(pages) == -(-len(shared) // 3)
    assert all(f"Slide {number}" in text for number in range(1, len(shared) + 1))
    assert "Do\n" not in text


def test_slides_with_notes_hold_what_to_say(whole: Built) -> None:
    text = pdf_text(files(whole)["slides-with-notes.pdf"])

    assert "Today we look at something that can happen to anyone online" in " ".join(text.split())


def test_the_same_variant_is_the_same_bytes(library: Library, rules: Rules, theme: Theme) -> None:
    checked, _ = check(library, LESSON, rules)
    assert checked is not None
    documents, decks, _ = plan(checked, theme, DATE)
    handout: Document = next(document for _, document in documents if document.name == "handout")

    for changed in VARIANTS.values():
        assert draw(handout, changed, decks["slides"]) == draw(handout, changed, decks["slides"])
        assert fit_faults(handout, changed) == []
