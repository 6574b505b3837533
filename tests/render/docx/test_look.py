"""The look is the theme's, and it is in the styles: whoever changes a style changes the document."""

import pytest

from builder.document import Callout, Figure, Paragraph, rich
from builder.layout.drawings import drawing, drawing_names
from builder.render.docx import draw
from builder.render.docx.callouts import KINDS, callout_id
from builder.theme import Theme, load_theme
from tests.render.docx.reading import Opened, W, value
from tests.render.docx.samples import EVERY_KIND, deck_of, of_blocks

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
BOXES = tuple(Callout(kind, "Title", (Paragraph(rich("words")),)) for kind in KINDS)


def opened(theme: Theme, *blocks: Callout | Figure) -> Opened:
    return Opened(draw(of_blocks(*(blocks or BOXES)), theme, deck_of(theme)))


def size_of(made: Opened, style: str) -> float:
    return int(value(made.look(style, "w:rPr/w:sz"))) / 2


def test_colours_sizes_and_faces_are_the_themes(theme: Theme) -> None:
    made = opened(theme)

    assert value(made.look("Heading1", "w:rPr/w:color")) == theme.colours["deep"]
    assert value(made.look("Normal", "w:rPr/w:color")) == theme.colours["ink"]
    assert size_of(made, "BodyText") == theme.pages.body_pt
    assert size_of(made, "Heading1") == theme.pages.headings_pt[0]
    assert value(made.look("Heading1", "w:rPr/w:rFonts"), "ascii") == theme.fonts.title.family
    assert value(made.look("BodyText", "w:rPr/w:rFonts"), "ascii") == theme.fonts.body.family
    faces = {font.get("typeface") for font in made.part("word/theme/theme1.xml").iter(f"{A}latin")}
    assert faces == {theme.fonts.title.family, theme.fonts.body.family}


def test_pupils_have_larger_type(theme: Theme) -> None:
    made = Opened(draw(of_blocks(Paragraph(rich("x")), edition="pupil"), theme, deck_of(theme)))

    assert size_of(made, "BodyText") == theme.pages.pupil_body_pt


def test_a_school_that_has_colours_of_its_own_finds_them(theme: Theme) -> None:
    own = load_theme("house", colours={"deep": "123456", "sky": "ABCDEF"})
    made = opened(own)

    assert value(made.look("Heading2", "w:rPr/w:color")) == "123456"
    assert value(made.look("CalloutSay", "w:pPr/w:shd"), "fill") == "ABCDEF"
    assert "123456" in {one.get("val") for one in made.part("word/theme/theme1.xml").iter(f"{A}srgbClr")}


def test_no_two_kinds_of_box_look_the_same(theme: Theme) -> None:
    made = opened(theme)

    def looks(kind: str) -> tuple[object, ...]:
        properties = made.styles[f"Callout{kind.capitalize()}"].find(f"{W}pPr")
        return tuple(sorted((e.tag, *sorted(e.attrib.items())) for e in properties.iter() if len(e) == 0))

    assert len({looks(kind) for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert value(made.look(f"{callout_id(kind)}Title", "w:rPr/w:b")) == "1"


def test_a_copier_needs_no_grounds() -> None:
    low = load_theme("house", "low-ink")
    made = opened(low)

    fills = {value(ground, "fill") for ground in made.part("word/styles.xml").iter(f"{W}shd")}
    assert fills <= {"FFFFFF"}
    for kind in ("say", "note", "answer"):
        edges = made.look(callout_id(kind), "w:pPr/w:pBdr")
        assert {value(edge, "color") for edge in edges} == {"000000"}


def test_large_print_is_set_in_large_type() -> None:
    large = load_theme("house", "large-print")
    made = opened(large)

    sizes = {name: size_of(made, name) for name in ("BodyText", "TableText", "HelpWords", "Definition")}
    assert min(sizes.values()) >= 18
    assert int(value(made.look("ListBullet", "w:pPr/w:ind"), "hanging")) > 400


def test_a_coloured_ground_is_behind_the_page() -> None:
    theme = load_theme("house", "dyslexia-friendly")
    made = opened(theme)
    ground, body = made.part("word/document.xml")

    assert (ground.tag, body.tag) == (f"{W}background", f"{W}body")
    assert value(ground, "color") == theme.colours["paper"]
    assert made.part("word/settings.xml").find(f"{W}displayBackgroundShape") is not None
    assert opened(load_theme("house")).part("word/document.xml").find(f"{W}background") is None


def test_cards_are_set_in_the_face_for_cards() -> None:
    theme = load_theme("house", "dyslexia-friendly")
    assert theme.fonts.card is not None

    made = Opened(draw(of_blocks(*EVERY_KIND), theme, deck_of(theme)))
    assert value(made.look("CardText", "w:rPr/w:rFonts"), "ascii") == theme.fonts.card.family


@pytest.mark.parametrize("name", drawing_names())
def test_every_drawing_is_shapes(name: str, theme: Theme) -> None:
    made = opened(theme, Figure(name, "A drawing"))
    shapes = list(made.body.iter("{*}wsp"))
    width, height = (int(next(made.body.iter("{*}extent")).get(side)) for side in ("cx", "cy"))

    assert len(shapes) == len(drawing(name).forms)
    assert width / height == pytest.approx(drawing(name).width / drawing(name).height, rel=0.01)
    assert max(width / 12700 / made_width(made), height / 12700 / 110) <= 1.001
    for number in made.body.iter(f"{A}off"):
        assert int(number.get("x")) < width
        assert int(number.get("y")) < height


def made_width(made: Opened) -> float:
    """The width of the page's words in points."""
    page, margins = made.body[-1].find(f"{W}pgSz"), made.body[-1].find(f"{W}pgMar")
    return (int(value(page, "w")) - int(value(margins, "left")) - int(value(margins, "right"))) / 20


def test_drawings_for_a_copier_are_outlines() -> None:
    made = opened(load_theme("house", "low-ink"), Figure("lamp", "A lamp"), Figure("hands", "Hands"))

    assert {one.get("val") for one in made.body.iter(f"{A}srgbClr")} <= {"000000", "FFFFFF"}


def test_a_drawing_that_there_is_not_leaves_no_gap(theme: Theme) -> None:
    made = opened(theme, Figure("no-such-thing", "Nothing"))

    assert len(made.paragraphs) == 3
