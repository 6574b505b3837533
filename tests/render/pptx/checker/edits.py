"""Edits of a finished deck that make it worse for somebody; slides are numbered from 1."""

import io
from collections.abc import Callable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.util import Pt

from tests.render.pptx.conftest import small_png

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
FLAG = (
    f'<a:extLst {NS}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative xmlns:adec='
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
Edit = Callable[[Any], object]
rgb: Callable[[str], Any] = RGBColor.from_string


def shape(deck: Any, number: int, name: str) -> Any:
    return next(one for one in deck.slides[number - 1].shapes if one.name == name)


def about(deck: Any, number: int, name: str) -> Any:
    return next(shape(deck, number, name)._element.iter("{*}cNvPr"))


def described(number: int, name: str, alt: str) -> Edit:
    return lambda deck: about(deck, number, name).set("descr", alt)


def renamed(number: int, name: str, new: str) -> Edit:
    return lambda deck: about(deck, number, name).set("name", new)


def run(number: int, name: str, edit: Edit) -> Edit:
    return lambda deck: edit(shape(deck, number, name).text_frame.paragraphs[0].runs[0])


def moved(number: int, name: str, place: int) -> Edit:
    """The shape in another place of the reading order; 2 is the first, after the tree's own properties."""

    def edit(deck: Any) -> None:
        element = shape(deck, number, name)._element
        tree = element.getparent()
        tree.remove(element)
        tree.insert(place if place >= 0 else len(tree), element)

    return edit


def removed(find: Callable[[Any], Any]) -> Edit:
    def edit(deck: Any) -> None:
        element = find(deck)
        element.getparent().remove(element)

    return edit


def before_the_foot(deck: Any, number: int, made: Any) -> None:
    """Where nothing stands, at the right edge, so that only the thing itself can be at fault."""
    made.left, made.top, made.width, made.height = Pt(920), Pt(200), Pt(30), Pt(20)
    shape(deck, number, "Footer")._element.addprevious(made._element)


def picture(alt: str | None) -> Edit:
    return lambda deck: photo(deck, 2, alt)


def photo(deck: Any, number: int, alt: str | None) -> Any:
    made = deck.slides[number - 1].shapes.add_picture(io.BytesIO(small_png(90)), 0, 0)
    made.name = "Lesson photo"
    before_the_foot(deck, number, made)
    properties = made._element.nvPicPr.cNvPr
    if alt is None:
        del properties.attrib["descr"]
    else:
        properties.set("descr", alt)
    return made


def photo_under_words(deck: Any) -> None:
    made, words = photo(deck, 4, None), shape(deck, 4, "Text")
    made._element.nvPicPr.cNvPr.append(parse_xml(FLAG))
    made.left, made.top, made.width, made.height = words.left, words.top, words.width, words.height
    words._element.addprevious(made._element)


def film(deck: Any) -> None:
    made = photo(deck, 2, "Two people talk about telling somebody")
    made._element.nvPicPr.nvPr.append(parse_xml(f'<a:videoFile {NS} r:link="rId99"/>'))


def dark_shape_under(deck: Any) -> None:
    words = shape(deck, 4, "Text")
    # The lower half only: a corner that lies under words is enough.
    made = deck.slides[3].shapes.add_shape(
        1, words.left, words.top + words.height // 2, words.width, words.height
    )
    made.name = "Shade"
    made.fill.solid()
    made.fill.fore_color.rgb = rgb("12343B")
    made._element.remove(made._element.txBody)
    made._element.nvSpPr.cNvPr.append(parse_xml(FLAG))
    words._element.addprevious(made._element)


def table(*, header: bool, merged: bool) -> Edit:
    def edit(deck: Any) -> None:
        made = deck.slides[1].shapes.add_table(2, 2, 0, 0, Pt(30), Pt(20))
        made.name = "Who helps"
        made._element.nvGraphicFramePr.cNvPr.set("descr", "Who helps, and how to reach them")
        made.table.first_row = header
        if merged:
            made.table.cell(1, 0).merge(made.table.cell(1, 1))
        for para in made._element.iter("{*}p"):
            para.insert(0, parse_xml(f'<a:endParaRPr {NS} lang="en-GB"/>'))
        before_the_foot(deck, 2, made)

    return edit


def linked(words: str) -> Edit:
    def edit(deck: Any) -> None:
        body = shape(deck, 7, "Text")
        next(r for r in body.text_frame.paragraphs[0].runs if r.hyperlink.address).text = words

    return edit


def fitted(number: int, name: str, fit: str) -> Edit:
    def edit(deck: Any) -> None:
        body = shape(deck, number, name)._element.txBody.bodyPr
        body.remove(body[0])
        if fit:
            body.append(parse_xml(f"<a:{fit} {NS}/>"))

    return edit


def section(deck: Any) -> Any:
    """The first of PowerPoint's sections."""
    return next(deck.part._element.iter("{*}section"))


def whole(deck: Any) -> Any:
    return deck.part._element


def master(deck: Any) -> Any:
    return deck.slide_master._element


def untitled(deck: Any) -> None:
    deck.core_properties.title = ""


def added(tag: str, parent: Callable[[Any], Any]) -> Edit:
    return lambda deck: parent(deck).append(parse_xml(f"<p:{tag} {NS}/>"))


def without_notes(deck: Any) -> None:
    part = deck.slides[4].part
    part.drop_rel(next(rid for rid, rel in part.rels.items() if rel.reltype.endswith("/notesSlide")))


def pale_theme(deck: Any) -> None:
    part = next(r.target_part for r in deck.slide_master.part.rels.values() if r.reltype.endswith("/theme"))
    part._blob = part.blob.replace(b'<a:dk1><a:srgbClr val="1F2A37"', b'<a:dk1><a:srgbClr val="B0B8C0"')


def flagged(number: int, name: str) -> Edit:
    return lambda deck: about(deck, number, name).append(parse_xml(FLAG))


def unflagged(number: int, name: str) -> Edit:
    return removed(lambda deck: about(deck, number, name).find("{*}extLst"))


def unplaced(number: int, name: str) -> Edit:
    """The shape is no placeholder any more."""
    return removed(lambda deck: shape(deck, number, name)._element.find(".//{*}ph"))


def emptied(number: int, name: str) -> Edit:
    def edit(deck: Any) -> None:
        for words in shape(deck, number, name)._element.iter("{*}t"):
            words.text = ""

    return edit


def dark_ground(deck: Any) -> None:
    ground = deck.slides[2].background.fill
    ground.solid()
    ground.fore_color.rgb = rgb("0B4F55")


def worded(value: str) -> Edit:
    return lambda run: setattr(run, "text", value)


def language(value: str) -> Edit:
    return lambda run: run._r.rPr.set("lang", value)


def default_language(holder: Callable[[Any], Any]) -> Edit:
    return lambda deck: holder(deck).find(".//{*}lvl2pPr/{*}defRPr").attrib.pop("lang")


def notes_without_language(deck: Any) -> None:
    run = deck.slides[1].notes_slide.notes_text_frame.paragraphs[0].runs[0]
    del run._r.rPr.attrib["lang"]


def coloured(value: str) -> Edit:
    return lambda run: setattr(run.font.color, "rgb", rgb(value))


def sized(size_pt: float) -> Edit:
    return lambda run: setattr(run.font, "size", Pt(size_pt))
