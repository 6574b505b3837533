"""Shapes: each native, named, numbered once, and said or marked as silent."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Literal

import pytest
from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT

from builder.document import Image
from builder.layout.bounds import bounds
from builder.layout.placed import Box, Group, Line, Outline, Para, Picture, Shape, Stroke, TextBody
from builder.render.pptx.package import Package
from builder.render.pptx.shapes_xml import Drawing
from builder.render.pptx.xml import NAMESPACES
from builder.theme import Theme

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
DEEP = Line("deep", 2)


@pytest.fixture
def drawing(theme: Theme) -> Drawing:
    package = Package()
    part = package.part("/ppt/slides/slide1.xml", CT.PML_SLIDE)
    return Drawing(theme, "en-GB", part, package, {"title", "body"})


def drawn(drawing: Drawing, shape: Shape) -> etree._Element:
    return etree.fromstring(f"<root {NAMESPACES}>{drawing.shape(shape)}</root>")[0]


def slides(file: bytes) -> Iterator[etree._Element]:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            if name.startswith("ppt/slides/slide"):
                yield etree.fromstring(archive.read(name))


def only(shape: etree._Element, path: str) -> etree._Element:
    (found,) = shape.findall(path, NS)
    return found


def place(shape: etree._Element) -> list[int]:
    return [int(number) for end in only(shape, ".//a:xfrm") for number in end.attrib.values()]


def test_every_shape_is_numbered_once_and_named(rendered: bytes) -> None:
    for slide in slides(rendered):
        ids = [e.attrib["id"] for e in slide.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids))
        assert all(e.get("name") for e in slide.iter("{*}cNvPr") if e.get("id") != "1")


def test_every_shape_has_words_a_description_or_is_marked_decorative(rendered: bytes) -> None:
    for slide in slides(rendered):
        for properties in slide.iter("{*}cNvPr"):
            if properties.get("id") == "1":
                continue
            said = properties.xpath("string(../..//a:t)", namespaces=NS)
            silent = properties.find(".//adec:decorative", NS) is not None
            assert bool(said) or bool(properties.get("descr")) or silent, properties.get("name")
            assert not (silent and properties.get("descr"))


def test_a_description_is_the_authors_and_never_a_files_name(rendered: bytes) -> None:
    descriptions = {e.get("descr") for slide in slides(rendered) for e in slide.iter("{*}cNvPr")} - {None}
    assert descriptions == {"A red square: stop", "A path", "A grey <rectangle>", "A lamp <lit>"}


def test_every_colour_follows_the_theme_where_it_can(rendered: bytes, theme: Theme) -> None:
    used = {e.get("val") for slide in slides(rendered) for e in slide.iter("{*}srgbClr")}
    assert used == {theme.colours["mist"]}


def test_a_role_becomes_a_placeholder_once_and_then_a_text_box(drawing: Drawing) -> None:
    kinds = [
        drawn(drawing, Box("x", 0, 0, 9, 9, role=role)).find(".//p:ph", NS)
        for role in ("title", "body", "body", "body2", "")
    ]
    found = [None if kind is None else (kind.get("type"), kind.get("idx")) for kind in kinds]
    assert found == [("title", None), ("body", "1"), None, None, None]


def test_a_group_holds_no_placeholder(drawing: Drawing) -> None:
    group = drawn(drawing, Group("Group", (Box("x", 0, 0, 9, 9, role="title"),)))
    assert group.find(".//p:ph", NS) is None


def test_a_box_of_empty_paragraphs_says_nothing(drawing: Drawing) -> None:
    box = drawn(drawing, Box("x", 0, 0, 9, 9, text=TextBody((Para((), 20),))))
    assert only(box, ".//adec:decorative").get("val") == "1"


@pytest.mark.parametrize(("radius", "corner"), [(0, "val 0"), (10, "val 20000"), (99, "val 50000")])
def test_round_corners_keep_their_radius_up_to_a_full_round(
    drawing: Drawing, radius: float, corner: str
) -> None:
    box = drawn(drawing, Box("x", 0, 0, 100, 50, "round", radius))
    assert only(box, ".//a:gd").get("fmla") == corner


@pytest.mark.parametrize(
    ("kind", "sides"),
    [("rect", (12.0, 8.0)), ("round", (12 - 2.9289, 8 - 2.9289)), ("ellipse", (0.0, 0.6775))],
)
def test_words_stand_as_far_from_the_edge_as_layout_reckoned(
    drawing: Drawing, kind: Literal["rect", "round", "ellipse"], sides: tuple[float, float]
) -> None:
    body = TextBody((), insets_pt=(12, 8, 12, 8))
    properties = only(drawn(drawing, Box("x", 0, 0, 100, 50, kind, 10, text=body)), ".//a:bodyPr")
    found = [int(properties.attrib[side]) / 12700 for side in ("lIns", "tIns", "rIns", "bIns")]
    assert found == pytest.approx(sides * 2, abs=0.001)


@pytest.mark.parametrize(
    ("ends", "flips"),
    [
        ((10, 10, 30, 40), (None, None)),
        ((30, 10, 10, 40), ("1", None)),
        ((10, 40, 30, 10), (None, "1")),
        ((30, 40, 10, 10), ("1", "1")),
    ],
)
def test_a_stroke_runs_from_its_first_point(
    drawing: Drawing, ends: tuple[float, float, float, float], flips: tuple[str | None, str | None]
) -> None:
    stroke = drawn(drawing, Stroke("x", *ends, DEEP))
    assert place(stroke) == [127000, 127000, 254000, 381000]
    xfrm = only(stroke, ".//a:xfrm")
    assert (xfrm.get("flipH"), xfrm.get("flipV")) == flips


def test_a_dashed_line_has_flat_ends(drawing: Drawing) -> None:
    lines = [drawn(drawing, Stroke("x", 0, 0, 9, 9, Line("deep", 2, dash))) for dash in (True, False)]
    found = [(only(x, ".//a:ln").get("cap"), only(x, ".//a:prstDash").get("val")) for x in lines]
    assert found == [("flat", "dash"), ("rnd", "solid")]


def test_an_outline_is_drawn_from_its_own_corner(drawing: Drawing) -> None:
    shape = Outline("x", (("M", 10, 20), ("L", 30, 20), ("C", 30, 30, 20, 50, 10, 40), ("Z",)), fill="sun")
    outline = drawn(drawing, shape)
    assert bounds(shape) == (10, 20, 30, 50)
    assert place(outline) == [127000, 254000, 254000, 381000]
    path = only(outline, ".//a:path")
    assert (path.get("w"), path.get("h"), path.get("fill")) == ("254000", "381000", None)
    assert [etree.QName(step).localname for step in path] == ["moveTo", "lnTo", "cubicBezTo", "close"]
    points = [(pt.get("x"), pt.get("y")) for pt in path.iter("{*}pt")]
    assert points[:3] == [("0", "0"), ("254000", "0"), ("254000", "127000")]
    unfilled = drawn(drawing, Outline("x", shape.commands, line=DEEP))
    assert only(unfilled, ".//a:path").get("fill") == "none"


def test_a_picture_is_whole(drawing: Drawing) -> None:
    picture = drawn(drawing, Picture("Photo", 0, 0, 40, 30, Image(b"png", 4, 3), "A bench"))
    assert picture.find(".//a:srcRect", NS) is None
    assert picture.find(".//a:stretch/a:fillRect", NS) is not None


def test_ungrouping_moves_nothing(drawing: Drawing) -> None:
    inner = Box("inner", 20, 30, 40, 50, fill="sun")
    group = drawn(drawing, Group("Lamp", (inner, Stroke("stroke", 0, 0, 100, 90, DEEP)), alt="A lamp"))
    numbers = [list(child.attrib.values()) for child in only(group, "p:grpSpPr/a:xfrm")]
    assert numbers[:2] == numbers[2:] == [["0", "0"], ["1270000", "1143000"]]
    assert place(only(group, "p:sp")) == [254000, 381000, 508000, 635000]
