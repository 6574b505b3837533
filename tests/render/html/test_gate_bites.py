"""The gate finds faults: each is put into a page that is without, and axe must call it by its name."""

import re
from typing import Any, NamedTuple

import pytest

from builder.render.html import draw
from builder.theme import Theme
from tests.render.html.every import EVERY, deck_of, document, section
from tests.render.html.gate import opened, violations


class Fault(NamedTuple):
    """What stands in the page, as a pattern, and what is put there instead; the name of axe's rule."""

    found: str
    instead: str
    rule: str


FAULTS = {
    "a picture without alt": Fault(r' alt="A photograph of a door\."', "", "image-alt"),
    "a drawing without a name": Fault(r' aria-label="A lamp on a table\."', "", "svg-img-alt"),
    "a field without a label": Fault(r'<label for="s1-\d+-field"', "<label", "label"),
    "a gap without a name": Fault(r' aria-label="I can tell …"', "", "label"),
    "grey on white": Fault(r"</style>", ".lead{color:#b9b9b9}</style>", "color-contrast"),
    "a level left out": Fault(r"<h2([^>]*)>One</h2>", r"<h5\1>One</h5>", "heading-order"),
    "no main title": Fault(r"<h1>(.*?)</h1>", r"<p>\1</p>", "page-has-heading-one"),
    "no language": Fault(r'<html lang="en-GB">', "<html>", "html-has-lang"),
    "a language that is none": Fault(r'<html lang="en-GB">', '<html lang="xx-none">', "html-lang-valid"),
    "an id twice": Fault(
        r'(<p class="title" id="(s1-\d+-t)">)', r'<i id="\2">not this</i>\1', "duplicate-id-aria"
    ),
    "an empty link": Fault(r">guide for staff</a>", "></a>", "link-name"),
    "no title": Fault(r"<title>.*?</title>", "", "document-title"),
    "no zoom": Fault(r"initial-scale=1", "initial-scale=1, user-scalable=no", "meta-viewport"),
    "an item outside a list": Fault(
        r'<ul class="points" role="list">(.*?)</ul>', r"<div>\1</div>", "listitem"
    ),
    "boxes too small to hit": Fault(
        r"</style>",
        ".ticks,.ticks li{display:flex;gap:0}.ticks label{position:absolute;clip-path:inset(50%)}"
        ".ticks input{width:9px;height:9px;min-width:0;min-height:0;margin:0}</style>",
        "target-size",
    ),
    "words outside every landmark": Fault(r"<main([^>]*)>", r"<p>Left outside</p><main\1>", "region"),
    "a role that is none": Fault(r'role="group"', 'role="grouping"', "aria-roles"),
    "a column head with nothing in it": Fault(r">Column two</th>", "></th>", "empty-table-header"),
}


@pytest.fixture(scope="module")
def clean(theme: Theme) -> str:
    made = document(section("a", "One", *EVERY))
    return draw(made, theme, deck_of(made, theme)).decode("utf-8")


def test_the_page_is_clean_before(browser: Any, clean: str) -> None:
    with opened(browser, clean) as page:
        assert violations(page) == {}


@pytest.mark.parametrize("name", FAULTS)
def test_the_gate_finds(browser: Any, clean: str, name: str) -> None:
    fault = FAULTS[name]
    broken, count = re.subn(fault.found, fault.instead, clean, count=1, flags=re.DOTALL)

    assert count == 1
    with opened(browser, broken) as page:
        assert fault.rule in violations(page)
