"""A deck on a school's own template: its master and fonts stay, ours are the words, and both can be read."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Inches

from builder.build import build, theme_for
from builder.checks import Rules
from builder.content.library import Library
from builder.diagnostics import Mark
from builder.render.pptx import template_said
from builder.render.pptx.moved import Move
from builder.render.pptx.school import School
from builder.theme.own import read_own
from tests.conftest import DATE
from tests.readback import note_texts, slide_texts

LESSON = "holiday-check-in"
MARK = Mark("school.yaml", 2, 13)
DRAWN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
DRAWN += 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def template(*, wide: bool = True, ground: str = "", without: tuple[str, ...] = ()) -> Any:
    """A school's template in the making, with a slide that was left in it."""
    made = Presentation()
    if wide:
        made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    for layout in (made.slide_master, *made.slide_layouts):
        for place in layout.placeholders:
            kind = str(place.placeholder_format.type)
            if wide and "TITLE" in kind:
                place.left, place.top, place.width, place.height = (Inches(n) for n in (0.7, 0.9, 11.9, 0.9))
            elif wide and ("FOOTER" in kind or "NUMBER" in kind):
                place.left, place.top, place.width, place.height = (Inches(n) for n in (0.7, 6.95, 4, 0.4))
    if ground:
        fill = f'<p:bgPr><a:solidFill><a:srgbClr val="{ground}"/></a:solidFill><a:effectLst/></p:bgPr>'
        tree = made.slide_master._element.cSld
        for old in tree.findall("{*}bg"):
            tree.remove(old)
        tree.insert(0, parse_xml(f"<p:bg {DRAWN}>{fill}</p:bg>"))
    for layout in list(made.slide_layouts):
        if layout.name in without:
            made.slide_layouts.remove(layout)
    made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = "Last year's open evening"
    return made


def saved(made: Any, folder: Path, name: str = "our-academy.pptx") -> Path:
    made.save(str(folder / name))
    return folder / name


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory, library: Library, rules: Rules) -> bytes:
    """A lesson's deck on a template, found through the school's school.yaml."""
    folder = tmp_path_factory.mktemp("school")
    saved(template(), folder)
    (folder / "school.yaml").write_text("theme:\n  template: our-academy.pptx\n", encoding="utf-8")
    own, said = read_own(folder)
    assert said == []
    built = build(library, LESSON, rules, theme_for(library.lessons[LESSON].model, own), DATE)
    assert built.pack is not None, built.diagnostics
    return next(file.data for file in built.pack.files if file.name == "slides.pptx")


def test_the_slides_are_ours_and_the_master_is_the_schools(
    deck: bytes, library: Library, rules: Rules
) -> None:
    made = Presentation(io.BytesIO(deck))
    plain = build(library, LESSON, rules, theme_for(library.lessons[LESSON].model), DATE)
    assert plain.pack is not None
    house = next(file.data for file in plain.pack.files if file.name == "slides.pptx")

    assert "open evening" not in " ".join(slide_texts(deck))
    assert note_texts(deck) == note_texts(house)
    assert len(made.slides) == len(Presentation(io.BytesIO(house)).slides)
    assert {layout.name for layout in made.slide_layouts} >= {"Title Slide", "Title Only"}
    assert made.slides[0].slide_layout.name == "Title Slide"
    assert {slide.slide_layout.name for slide in list(made.slides)[1:]} == {"Title Only"}


def test_every_slide_has_its_title_in_the_placeholder(deck: bytes) -> None:
    titles = [slide.shapes.title for slide in Presentation(io.BytesIO(deck)).slides]

    assert all(title is not None and title.text_frame.text.strip() for title in titles)
    assert len({title.text_frame.text for title in titles}) == len(titles)


def test_words_stand_in_the_room_that_the_template_leaves(deck: bytes) -> None:
    made = Presentation(io.BytesIO(deck))
    top, bottom = Inches(0.9), Inches(6.95)
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text and "DRAFT" not in shape.text_frame.text:
                inside = shape.is_placeholder and shape.placeholder_format.idx >= 10
                assert inside or top - 2 <= shape.top < shape.top + shape.height <= bottom + 2, shape.name
                assert 0 <= shape.left < shape.left + shape.width <= made.slide_width


def test_nothing_is_left_that_would_need_a_repair(deck: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        names = archive.namelist()
        types = archive.read("[Content_Types].xml").decode()
        whole = archive.read("ppt/presentation.xml").decode()

    assert len(names) == len(set(names))
    assert whole.count("sectionLst>") == 1
    for name in names:
        if name != "[Content_Types].xml":
            assert f'PartName="/{name}"' in types or name.endswith((".rels", ".png"))
    assert whole.count("<p:sldId ") == sum(name.startswith("ppt/slides/slide") for name in names)


def test_the_same_deck_is_the_same_bytes(tmp_path: Path, library: Library, rules: Rules) -> None:
    saved(template(), tmp_path)
    (tmp_path / "school.yaml").write_text("theme:\n  template: our-academy.pptx\n", encoding="utf-8")
    own, _ = read_own(tmp_path)
    theme = theme_for(library.lessons[LESSON].model, own)
    packs = [build(library, LESSON, rules, theme, DATE).pack for _ in range(2)]

    assert packs[0] == packs[1]


def test_a_dark_template_keeps_the_ground_of_the_house(tmp_path: Path) -> None:
    (said,) = template_said(saved(template(ground="112233"), tmp_path), MARK)

    assert "dark" in said.message
    assert said.mark == MARK
    assert template_said(saved(template(ground="FFF8E7"), tmp_path), MARK) == []


def test_what_a_template_lacks_is_said_with_what_is_used_instead(tmp_path: Path) -> None:
    bare = ("Title Only", "Title and Content", "Title and Vertical Text")
    (said,) = template_said(saved(template(without=bare), tmp_path), MARK)

    assert "Title Only" in said.message
    assert "is used instead" in said.message
    assert "slide master" in said.hint


def test_a_narrow_template_sets_smaller_and_says_so(tmp_path: Path) -> None:
    school = School(saved(template(wide=False), tmp_path).read_bytes())

    assert 0.6 < school.scale < 0.9
    assert [said for said, _ in school.said if f"{school.scale:.0%} of their size" in said]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 half", b"%PDF-1.7"])
def test_a_broken_template_is_an_error_and_no_crash(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "it.pptx").write_bytes(data)
    (said,) = template_said(tmp_path / "it.pptx", MARK)

    assert said.is_error
    assert "potx" in said.hint


def test_a_template_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    saved(template(), tmp_path)
    (tmp_path / "school.yaml").write_text("# ours\ntheme:\n  template: our-acadmy.pptx\n", encoding="utf-8")
    own, (said,) = read_own(tmp_path)

    assert own.template is None
    assert (said.mark.line, said.rule) == (3, "theme/template")
    assert "our-academy.pptx" in said.hint


def test_a_move_takes_everything_with_it() -> None:
    move = Move(0.5, 10, 20)

    assert (move.x(100), move.y(100)) == (60, 70)
