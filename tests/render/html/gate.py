"""The gate that every page goes through: axe in Chromium, by WCAG 2.2 AA and by good practice."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources import files
from typing import Any

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
LEFT_TO_US = ("color-contrast",)
"""What axe can't measure over a picture or beside a drawn mark: `test_markup` reckons it from the colours."""
DESKTOP, PHONE, NARROW = 1200, 390, 320
_OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"
_RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete']})"


@contextmanager
def opened(browser: Any, data: bytes | str, width: int = DESKTOP) -> Iterator[Any]:
    """The page in a window of this width, with everything unfolded; whatever it asks the net for is noted."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    try:
        page.set_content(data.decode("utf-8") if isinstance(data, bytes) else data)
        page.evaluate(_OPEN)
        yield page
    finally:
        page.close()


def violations(page: Any) -> dict[str, list[str]]:
    """What axe finds, or asks a person to look at: the markup of each fault by the name of the rule."""
    page.evaluate(_axe())
    result = page.evaluate(_RUN, list(RULES))
    asked = [one for one in result["incomplete"] if one["id"] not in LEFT_TO_US]
    found = [*result["violations"], *asked]
    return {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in found}


def sideways(page: Any) -> int:
    """By how many pixels the page, or anything in it, is wider than its window."""
    return int(
        page.evaluate(
            """() => {
                const room = document.documentElement.clientWidth;
                const over = [...document.querySelectorAll('body *')]
                    .filter(one => one.checkVisibility() && !one.closest('svg, .unseen, thead'))
                    .map(one => one.getBoundingClientRect().right - room);
                return Math.ceil(Math.max(document.documentElement.scrollWidth - room, ...over, 0));
            }"""
        )
    )


@lru_cache(maxsize=1)
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
