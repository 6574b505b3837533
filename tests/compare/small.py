"""Small packs of stub slides and pages, made with the libraries that teachers' own tools use too."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from docx import Document
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from builder.compare import PackFiles
from builder.render import office
from builder.sealed import manifest_text, sha256, zipped

HELP: dict[str, object] = {
    "id": "childline",
    "name": "Childline",
    "contacts": {"phone": "0800 1111", "chat": "childline.org.uk"},
    "checked_on": None,
}


@dataclass(frozen=True)
class Slide:
    title: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    alt: str = ""


SLIDES = tuple(
    Slide(
        title,
        (f"{title} in short.", "It is not your fault."),
        (f"Say it calmly: {title}.", f"Slide {n} of 5"),
    )
    for n, title in enumerate(("Welcome", "What it is", "Signs to stop", "Steps that help", "Goodbye"), 1)
)
PAGES: dict[str, tuple[tuple[str, str], ...]] = {
    "handout": (
        ("Title", "A lesson"),
        ("Heading 1", "Steps"),
        ("Normal", "Tell a safe adult."),
        ("Heading 2", "Worksheet"),
        ("Normal", "What could someone say?"),
        ("Normal", "See slide 4."),
    ),
}


@dataclass(frozen=True)
class Small:
    """A pack to be: change a part with `but`, then make it."""

    slides: tuple[Slide, ...] = SLIDES
    pages: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=lambda: PAGES)
    help: tuple[dict[str, object], ...] | None = (HELP,)
    about: Mapping[str, object] = field(default_factory=lambda: {"date": "2026-09-01"})
    shared: int | None = None
    more: Mapping[str, bytes] = field(default_factory=dict)
    foot: str = "A lesson"

    def but(self, **changed: object) -> "Small":
        return replace(self, **changed)  # type: ignore[arg-type]  # each test names one field and its value

    def with_slide(self, number: int, **changed: object) -> "Small":
        slides = list(self.slides)
        slides[number - 1] = replace(slides[number - 1], **changed)  # type: ignore[arg-type]  # likewise
        return self.but(slides=tuple(slides))

    def files(self) -> dict[str, bytes]:
        files = {"slides.pptx": deck(self.slides, self.foot), **self.more}
        files |= {f"word/{name}.docx": words(lines) for name, lines in self.pages.items()}
        files["slides-to-share.pdf"] = pdf(len(self.slides) if self.shared is None else self.shared)
        manifest: dict[str, object] = {"lesson": "a-lesson", "country": "GB-ENG", **self.about}
        manifest["files"] = {name: sha256(data) for name, data in files.items()}
        if self.help is not None:
            manifest["help"] = list(self.help)
        files["manifest.json"] = manifest_text(manifest).encode()
        return files

    def made(self) -> PackFiles:
        return PackFiles("a-lesson-GB-ENG", self.files())

    def zip(self) -> bytes:
        return zipped("a-lesson-GB-ENG", sorted(self.files().items()))


@cache
def deck(slides: tuple[Slide, ...], foot: str) -> bytes:
    made = Presentation()
    for one in slides:
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = one.title
        slide.placeholders[1].text_frame.text = "\n".join(one.lines)
        box = slide.shapes.add_textbox(0, 0, 9_000, 9_000)
        box.text_frame.text = foot
        box._element.nvSpPr.cNvPr.set("descr", one.alt)
        if one.notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(one.notes)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@cache
def words(lines: tuple[tuple[str, str], ...]) -> bytes:
    made = Document()
    for style, text in lines:
        made.add_paragraph(text, style=style)
    out = io.BytesIO()
    made.save(out)
    # The library's own zip bears the time at which it was written.
    with zipfile.ZipFile(out) as archive:
        return office.zipped({name: archive.read(name) for name in archive.namelist()}, 6)


@cache
def pdf(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(960, 540), invariant=1)
    for number in range(1, pages + 1):
        canvas.rect(10, 10, 90 * number, 90, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def release(packs: Mapping[str, bytes]) -> dict[str, bytes]:
    about = {name: {"sha256": sha256(data)} for name, data in packs.items()}
    return {**packs, "manifest.json": json.dumps({"release": {}, "packs": about}).encode()}
