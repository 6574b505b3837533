"""Text bodies: language, sizes, hanging bullets, lights and links."""

import pytest
from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.package import Part

from builder.layout.placed import Para, Run, TextBody
from builder.render.pptx.package import Package
from builder.render.pptx.text_xml import Writer
from builder.render.pptx.xml import NAMESPACES
from builder.theme import Theme

A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


@pytest.fixture
def part() -> Part:
    return Package().part("/ppt/slides/slide1.xml", CT.PML_SLIDE)


@pytest.fixture
def writer(theme: Theme, part: Part) -> Writer:
    return Writer(theme, "cy-GB", part)


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f"<root {NAMESPACES}>{xml}</root>")


def body(writer: Writer, *paras: Para) -> etree._Element:
    return parsed(writer.body(TextBody(paras, "middle", (1, 2, 3, 4))))


def test_the_box_keeps_its_insets_and_never_shrinks_its_words(writer: Writer) -> None:
    (properties,) = body(writer, Para((Run("x"),), 20)).iter("{*}bodyPr")
    assert [properties.get(k) for k in ("lIns", "tIns", "rIns", "bIns")] == [
        "12700",
        "25400",
        "38100",
        "50800",
    ]
    assert (properties.get("wrap"), properties.get("anchor")) == ("square", "ctr")
    assert [etree.QName(child).localname for child in properties] == ["noAutofit"]


def test_every_run_says_its_language_size_and_face(writer: Writer) -> None:
    found = body(writer, Para((Run("a"), Run("b", bold=True)), 21.5), Para((Run("c"),), 30, "title"))
    runs = found.findall(".//a:rPr", A)
    assert [(r.get("lang"), r.get("sz"), r.get("b")) for r in runs] == [
        ("cy-GB", "2150", "0"),
        ("cy-GB", "2150", "1"),
        ("cy-GB", "3000", "1"),
    ]
    assert [r.attrib["typeface"] for r in found.findall(".//a:latin", A)] == ["+mn-lt", "+mn-lt", "+mj-lt"]


def test_wrapped_lines_hang_beside_their_bullet(writer: Writer) -> None:
    found = body(writer, *(Para((Run("x"),), 20, bullet=b) for b in ("", "disc", "number")))
    plain, disc, number = found.findall(".//a:pPr", A)
    assert (plain.get("marL"), plain.get("indent")) == ("0", "0")
    for para in (disc, number):
        assert int(para.attrib["marL"]) == -int(para.attrib["indent"]) >= 20 * 12700
    marks = [para.xpath("name(*[starts-with(local-name(), 'bu')][last()])") for para in (plain, disc, number)]
    assert marks == ["a:buNone", "a:buChar", "a:buAutoNum"]


def test_a_light_stands_between_fill_and_face_as_the_schema_wants(writer: Writer) -> None:
    found = body(writer, Para((Run("lit", lit=True, link="https://example.org"),), 20))
    (run,) = found.findall(".//a:rPr", A)
    assert [etree.QName(child).localname for child in run] == [
        "solidFill",
        "highlight",
        "latin",
        "hlinkClick",
    ]
    assert run.find("a:highlight/a:schemeClr", A) is not None


def test_a_link_is_kept_with_its_part(writer: Writer, part: Part) -> None:
    found = body(writer, Para((Run("there", link="https://example.org/x?a=1&b=2"), Run("not")), 20))
    linked, plain = found.findall(".//a:rPr", A)
    (click,) = linked.findall("a:hlinkClick", A)
    (rid,) = (value for key, value in click.attrib.items() if str(key).endswith("}id"))
    assert part.target_ref(str(rid)) == "https://example.org/x?a=1&b=2"
    assert (linked.get("u"), plain.get("u")) == ("sng", None)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "example.org", ""])
def test_what_is_no_web_address_is_shown_but_not_linked(writer: Writer, part: Part, address: str) -> None:
    found = body(writer, Para((Run("words", link=address),), 20))
    assert found.findtext(".//a:t", namespaces=A) == "words"
    assert found.find(".//a:hlinkClick", A) is None
    assert len(part.rels) == 0


def test_an_empty_paragraph_keeps_its_size(writer: Writer) -> None:
    (end,) = body(writer, Para((), 12)).findall(".//a:endParaRPr", A)
    assert (end.get("lang"), end.get("sz")) == ("cy-GB", "1200")


def test_a_newline_is_a_space_on_slides_and_a_break_in_notes(writer: Writer) -> None:
    assert body(writer, Para((Run("a\nb"),), 20)).findtext(".//a:t", namespaces=A) == "a b"
    note = parsed(writer.note((Run("a\nb"),)))
    assert [t.text for t in note.findall(".//a:t", A)] == ["a", "b"]
    assert len(note.findall(".//a:br", A)) == 1


def test_lines_stand_no_further_apart_than_layout_reckoned(writer: Writer, theme: Theme) -> None:
    (spacing,) = body(writer, Para((Run("x"),), 20)).findall(".//a:lnSpc/a:spcPct", A)
    tallest_house_face_em = 1.25
    assert int(spacing.attrib["val"]) / 100_000 * tallest_house_face_em <= theme.leading
