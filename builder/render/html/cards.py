"""Cards to cut out: wallet cards and strips."""

from collections.abc import Sequence

from builder import document as d
from builder.render.html.inlines import link
from builder.render.html.lists import LIST
from builder.render.html.markup import NOTHING, Html, element, esc, joined
from builder.render.html.setting import Setting


def opened(card: d.Card, setting: Setting) -> tuple[Html, Setting]:
    """A card's heading, and the setting of what stands under it."""
    if not card.heading.strip():
        return NOTHING, setting
    return element(f"h{setting.level}", esc(card.heading), class_="title"), setting.under(card.heading)


def card(card: d.Card, head: Html, inner: Html, *, again: bool) -> Html:
    """`again` marks a card that stands before this one already: only paper needs it once more."""
    bare = card.code.removeprefix("https://").removeprefix("http://").rstrip("/")
    # On screen its code is a link; often one of the services on the card says the same.
    told = not bare or f">{esc(bare)}<" in inner
    code = NOTHING if told else element("p", link(bare, card.code), class_="code")
    return element("li", head, inner, code, class_="again" if again else "")


def sheet(cards: Sequence[Html], size: str) -> Html:
    return element("ul", joined(cards), class_=f"cards {size}", **LIST) if cards else NOTHING
