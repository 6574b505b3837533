"""A slide's ground and foot."""

import dataclasses
import io
import zipfile

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Opened

from builder.layout.placed import PlacedDeck
from builder.render.pptx import render
from builder.theme import Theme

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


def slide(file: bytes, number: int) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(f"ppt/slides/slide{number}.xml"))


def test_the_foot_is_made_of_real_placeholders(opened: Opened, deck: PlacedDeck) -> None:
    for shown in opened.slides:
        found = {shape.placeholder_format.type: shape for shape in shown.placeholders}
        assert found[PP_PLACEHOLDER.FOOTER].text_frame.text == deck.document.furniture.running
        assert PP_PLACEHOLDER.SLIDE_NUMBER in found


def test_the_number_counts_itself(rendered: bytes) -> None:
    (field,) = slide(rendered, 2).findall(".//a:fld", NS)
    assert field.get("type") == "slidenum"
    assert field.findtext("a:t", namespaces=NS) == "2"


def test_a_final_deck_has_no_draft_line(deck: PlacedDeck, theme: Theme) -> None:
    furniture = dataclasses.replace(deck.document.furniture, draft="")
    final = dataclasses.replace(deck, document=dataclasses.replace(deck.document, furniture=furniture))
    names = [
        [s.name for s in shown.shapes] for shown in Presentation(io.BytesIO(render(final, theme))).slides
    ]
    assert all("Draft" not in shapes and "Footer" in shapes for shapes in names)


def test_draft_and_footer_stand_apart(opened: Opened) -> None:
    for shown in opened.slides:
        footer, draft, number = (
            next(s for s in shown.shapes if s.name == name) for name in ("Footer", "Draft", "Slide number")
        )
        assert footer.left + footer.width <= draft.left
        assert draft.left + draft.width <= number.left


def test_a_ground_is_set_only_where_it_is_not_the_layouts(rendered: bytes) -> None:
    grounds = [slide(rendered, n).find(".//p:bg//a:schemeClr", NS) for n in (1, 2, 3, 4)]
    assert [None if ground is None else ground.get("val") for ground in grounds] == [
        None,
        "accent5",
        None,
        None,
    ]


def test_the_foot_reads_on_a_dark_ground(rendered: bytes) -> None:
    (field,) = slide(rendered, 3).findall(".//a:fld//a:schemeClr", NS)
    assert field.get("val") == "bg1"


def test_every_run_of_every_slide_says_its_language(rendered: bytes) -> None:
    for number in (1, 2, 3, 4):
        for run in slide(rendered, number).iter("{*}rPr", "{*}endParaRPr"):
            assert run.get("lang") == "en-GB"
