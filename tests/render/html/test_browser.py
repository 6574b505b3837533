"""Pages in a real browser: axe finds nothing, nothing is cut off, and paper has what paper needs."""

from typing import Any, get_args

import pytest

from builder import document as d
from builder.layout.grid import ON
from builder.render.html import draw
from builder.theme import Theme, load_theme, themes, variants
from tests.render.html.conftest import Drawn
from tests.render.html.every import EVERY, deck_of, document, for_pupils, section
from tests.render.html.gate import DESKTOP, NARROW, PHONE, opened, sideways, violations

FOCUS = """() => {
    const style = getComputedStyle(document.activeElement);
    return [style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


def test_axe_finds_nothing(browser: Any, drawn: dict[str, Drawn]) -> None:
    found = {}
    for name, one in drawn.items():
        with opened(browser, one.data) as page:
            found[name] = (violations(page), page.asked)

    assert {name: faults for name, faults in found.items() if faults != ({}, [])} == {}


@pytest.mark.parametrize("name", ["slides", "teacher-notes", "handout"])
def test_axe_finds_nothing_on_a_phone(browser: Any, drawn: dict[str, Drawn], name: str) -> None:
    with opened(browser, drawn[name].data, PHONE) as page:
        assert violations(page) == {}


@pytest.mark.parametrize("name", [*themes(), *variants()])
def test_axe_finds_nothing_with_every_block_in_every_theme(browser: Any, name: str) -> None:
    theme = load_theme(name) if name in themes() else load_theme("house", name)
    made = document(section("a", "One", *EVERY, notes=EVERY), section("b", "Two", *for_pupils(), level=2))
    with opened(browser, draw(made, theme, deck_of(made, theme))) as page:
        assert violations(page) == {}


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_nothing_with_every_block_on_every_ground(browser: Any, theme: Theme, width: int) -> None:
    made = every_slide()
    with opened(browser, draw(made, theme, deck_of(made, theme, tuple(ON))), width) as page:
        assert violations(page) == {}


def every_slide() -> d.Document:
    """Every block on every ground, in layouts that are made for other things."""
    layouts = get_args(d.SlideLayout)
    sections = (
        section(f"s{n}", f"Heading {n}", *EVERY, layout=layouts[(3 * n) % len(layouts)])
        for n in range(len(ON))
    )
    return document(*sections, medium="slides")


def test_nothing_scrolls_sideways_on_the_narrowest_screen(browser: Any, drawn: dict[str, Drawn]) -> None:
    over = {}
    for name, one in drawn.items():
        with opened(browser, one.data, NARROW) as page:
            over[name] = sideways(page)

    assert {name: by for name, by in over.items() if by} == {}


@pytest.mark.parametrize("width", [NARROW, 500, 680, 1100])
def test_nothing_scrolls_sideways_with_every_block(browser: Any, theme: Theme, width: int) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    address = "https://www.example.org/" + "a-very-long-address/" * 9
    blocks = (*EVERY, d.BulletList((d.rich(word), (d.Link(address, address),))))
    made = document(section("a", word, *blocks), section("b", "Two", *blocks, level=3), title=word)
    slides = document(
        *(section(f"s{n}", word, *blocks, layout=layout) for n, layout in enumerate(layouts())),
        medium="slides",
    )
    for one in (made, slides):
        with opened(browser, draw(one, theme, deck_of(one, theme, tuple(ON))), width) as page:
            assert sideways(page) == 0


def layouts() -> tuple[str, ...]:
    return get_args(d.SlideLayout)


def test_the_gate_sees_what_is_too_wide(browser: Any, drawn: dict[str, Drawn]) -> None:
    wide = drawn["handout"].data.replace(b"<main", b'<div style="width:40rem">x</div><main', 1)
    with opened(browser, wide, NARROW) as page:
        assert sideways(page) > 100


def test_the_first_stop_is_the_way_past_the_contents(browser: Any, drawn: dict[str, Drawn]) -> None:
    with opened(browser, drawn["teacher-notes"].data) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


def test_whoever_comes_by_keyboard_sees_where_they_are(browser: Any, drawn: dict[str, Drawn]) -> None:
    with opened(browser, drawn["handout"].data) as page:
        seen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(FOCUS))
        assert all(style == "solid" and width >= 2 for style, width in seen)


def test_no_script_would_run(browser: Any, drawn: dict[str, Drawn]) -> None:
    evil = b"<main><script>window.ran = 1</script><img src=x onerror='window.ran = 1'>"
    with opened(browser, drawn["handout"].data.replace(b"<main", evil + b"<main", 1)) as page:
        assert page.evaluate("window.ran === undefined")
        assert page.asked == []


def test_the_faces_can_be_read(browser: Any, drawn: dict[str, Drawn]) -> None:
    with opened(browser, drawn["handout"].data) as page:
        states = page.evaluate("Promise.all([...document.fonts].map(f => f.load().then(g => g.status)))")
        assert states == ["loaded"] * 3


def test_paper_has_every_card_and_no_navigation(browser: Any, drawn: dict[str, Drawn]) -> None:
    shown = "[...document.querySelectorAll('.cards > li')].filter(one => one.checkVisibility()).length"
    with opened(browser, drawn["handout"].data) as page:
        assert page.evaluate(shown) == 2
        page.emulate_media(media="print")
        assert page.evaluate(shown) == 12
        assert not page.evaluate("document.querySelector('nav').checkVisibility()")


def test_paper_shows_where_links_go(browser: Any, theme: Theme) -> None:
    made = document(section("a", "One", *EVERY))
    after = "getComputedStyle(document.querySelector('a[href*=guide]'), '::after').content"
    with opened(browser, draw(made, theme, deck_of(made, theme))) as page:
        page.emulate_media(media="print")
        assert "guide.example.org/a?b=1&c=2" in page.evaluate(after)


def test_each_sheet_says_that_it_is_a_draft(browser: Any, drawn: dict[str, Drawn]) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    with opened(browser, drawn["handout"].data) as page:
        paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert 6 <= len(paper.pages) <= 9
    for number, sheet in enumerate(paper.pages, 1):
        assert "DRAFT: staff to check" in sheet.extract_text()
        assert f"Page {number} of {len(paper.pages)}" in sheet.extract_text()
        assert abs(float(sheet.mediabox.width) - 595) < 1
