"""Lists: points, steps on the path, things that hold. Their marks are drawn, and they stay lists."""

from builder import document as d
from builder.render.html.inlines import rich
from builder.render.html.markup import NOTHING, Html, element, joined
from builder.render.html.setting import Setting

LIST = {"role": "list"}
"""Without this, a list without marks of its own is no list to VoiceOver."""


def bullets(block: d.BulletList, setting: Setting) -> Html:
    rows = joined(
        element("li", element("span", rich(item, setting.at(n)))) for n, item in enumerate(block.items, 1)
    )
    return element("ul", rows, class_="points", **LIST) if rows else NOTHING


def steps(block: d.NumberedList, setting: Setting) -> Html:
    """Stones on the path: what to do, and the detail below it."""
    rows = joined(element("li", _step(item, setting.at(n))) for n, item in enumerate(block.items, 1))
    return element("ol", rows, class_="steps", **LIST) if rows else NOTHING


def _step(item: d.Rich, setting: Setting) -> Html:
    if not item or not isinstance(item[0], d.Strong):
        return element("span", rich(item, setting), class_="detail")
    first = element("span", rich(item[:1], setting), class_="do")
    rest = element("span", rich(item[1:], setting), class_="detail") if len(item) > 1 else NOTHING
    return joined((first, rest))


def ticked(block: d.TickList, setting: Setting) -> Html:
    """On a slide nobody ticks anything: the ticks are drawn."""
    rows = joined(
        element("li", element("span", rich(item, setting.at(n)))) for n, item in enumerate(block.items, 1)
    )
    return element("ul", rows, class_="ticked", **LIST) if rows else NOTHING
