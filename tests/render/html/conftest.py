"""The documents of one lesson, drawn as pages once, and a browser to look at them."""

import os
import shutil
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from builder.build import Wanted, plan
from builder.checks import Rules, check
from builder.content.library import Library
from builder.document import Document
from builder.layout.placed import PlacedDeck
from builder.plan import PRINTS
from builder.render import html
from builder.theme import Theme
from tests.conftest import DATE
from tests.render.html.gate import SWITCHES

LESSON = "online-blackmail"


class Drawn(NamedTuple):
    document: Document
    deck: PlacedDeck
    data: bytes


@pytest.fixture(scope="session")
def drawn(library: Library, rules: Rules, theme: Theme) -> dict[str, Drawn]:
    """Every document of the lesson by name, with its deck and its page."""
    checked, said = check(library, LESSON, rules)
    assert checked is not None, said
    documents, decks, _ = plan(checked, theme, DATE, Wanted(tuple(PRINTS)))
    made = {}
    for _, one in documents:
        deck = decks.get(one.name, decks["slides"])
        made[one.name] = Drawn(one, deck, html.draw(one, theme, deck))
    assert {"slides", "slides-to-share", "teacher-notes", "handout", "poster"} <= set(made)
    return made


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; a machine without it skips, unless it is the one that must have it."""
    command = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        command = None
    if command is None:
        if os.environ.get("CI") == "true":  # noqa: TID251  # only the test run's own environment knows
            pytest.fail("the CI machine has no Chromium: apt-get install chromium; pip install playwright")
        pytest.skip("Chromium or Playwright is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=command, args=SWITCHES)
        yield opened
        opened.close()
