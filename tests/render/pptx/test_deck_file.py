"""A whole deck: it opens, holds every word in order, and is the same file every time."""

import dataclasses
import hashlib
import os
import posixpath
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as Opened

from builder.layout.placed import Box, Group, PlacedDeck, Shape
from builder.render.pptx import draw, render
from builder.theme import Theme

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAW_ELSEWHERE = """
import hashlib, runpy, sys
from builder.render.pptx import render
from builder.theme import load_theme
made = runpy.run_path(sys.argv[1])
print(hashlib.sha256(render(made["awkward_deck"](), load_theme("house"))).hexdigest())
"""


def placed_texts(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Box) and shape.text:
            yield from (para.text.replace("\n", " ") for para in shape.text.paras if para.text)
        elif isinstance(shape, Group):
            yield from placed_texts(shape.shapes)


def shown_texts(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from shown_texts(shape.shapes)
        elif shape.has_text_frame:
            yield from (para.text for para in shape.text_frame.paragraphs if para.text)


def test_every_word_is_found_again_in_reading_order(opened: Opened, deck: PlacedDeck) -> None:
    for slide, placed in zip(opened.slides, deck.slides, strict=True):
        found = list(shown_texts(slide.shapes))
        if placed.number == 3:
            found[0] = found[0].removesuffix(" (2)")
        if placed.number == 4:
            assert found.pop(0) == placed.title
        expected = list(placed_texts(placed.shapes))
        assert found[: len(expected)] == expected
        assert found[len(expected) :] == [
            deck.document.furniture.running,
            deck.document.furniture.draft,
            str(placed.number),
        ]


def test_slides_are_widescreen_and_use_the_layout_they_ask_for(opened: Opened) -> None:
    assert (opened.slide_width, opened.slide_height) == (12192000, 6858000)
    names = [slide.slide_layout.name for slide in opened.slides]
    assert names == ["List", "Two columns", "Case study", "Calm ending"]


def test_the_same_deck_gives_the_same_bytes(rendered: bytes, deck: PlacedDeck, theme: Theme) -> None:
    assert render(deck, theme) == rendered


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("77", "America/Adak")])
def test_the_same_bytes_in_another_process_and_time_zone(rendered: bytes, seed: str, zone: str) -> None:
    sample = Path(__file__).parent / "conftest.py"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}  # noqa: TID251  # another process's, not ours
    done = subprocess.run(
        [sys.executable, "-c", DRAW_ELSEWHERE, str(sample)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == hashlib.sha256(rendered).hexdigest()


def test_every_relationship_leads_somewhere_and_every_one_named_exists(rendered: bytes) -> None:
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        names = set(archive.namelist())
        for name in sorted(names):
            if name.endswith(".rels") or not name.startswith("ppt/") or name.endswith(".png"):
                continue
            rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
            known = list(etree.fromstring(archive.read(rels))) if rels in names else []
            for rel in known:
                if rel.get("TargetMode") != "External":
                    target = posixpath.normpath(
                        posixpath.join(posixpath.dirname(name), str(rel.attrib["Target"]))
                    )
                    assert target in names, f"{name} leads to {target}"
            used = {
                value
                for element in etree.fromstring(archive.read(name)).iter()
                for key, value in element.attrib.items()
                if str(key).startswith(OFFICE)
            }
            assert used <= {rel.get("Id") for rel in known}


def test_every_part_has_its_content_type(rendered: bytes) -> None:
    with zipfile.ZipFile(BytesIO(rendered)) as archive:
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        overrides = {e.attrib["PartName"] for e in types if "PartName" in e.attrib}
        parts = {f"/{n}" for n in archive.namelist() if n.endswith(".xml") and not n.startswith("[")}
    assert overrides == parts


def test_a_deck_is_never_drawn_for_another_document(deck: PlacedDeck, theme: Theme) -> None:
    other = dataclasses.replace(deck.document, title="Another lesson")
    with pytest.raises(ValueError, match="this deck shows slides"):
        draw(other, theme, deck)
    assert draw(deck.document, theme, deck) == render(deck, theme)


def test_a_page_shown_as_a_slide_is_set_as_a_list(deck: PlacedDeck, theme: Theme) -> None:
    paged = dataclasses.replace(deck, slides=(dataclasses.replace(deck.slides[1], layout="page"),))
    (slide,) = Presentation(BytesIO(render(paged, theme))).slides
    assert slide.slide_layout.name == "List"


def test_a_deck_without_slides_still_opens(deck: PlacedDeck, theme: Theme) -> None:
    empty = Presentation(BytesIO(render(dataclasses.replace(deck, slides=()), theme)))
    assert len(empty.slides) == 0
