"""Pictures: drawings of the house set, and authors' images within the page."""

from base64 import b64encode

from builder import document as d
from builder.render.html.markup import NOTHING, Html, element
from builder.render.html.setting import Setting
from builder.render.html.svg import house_drawing

LOGO = "max-height:3.5rem;width:auto"


def figure(block: d.Figure, setting: Setting) -> Html:
    """The picture; a name that the house set lacks was reported before and leaves no gap."""
    alt = block.alt.strip()
    if isinstance(block.source, str):
        drawn = house_drawing(block.source, setting.theme, alt)
        return element("div", drawn, class_="figure") if drawn else NOTHING
    small = LOGO if block.use == "logo" else ""
    return element("div", image(block.source, alt, small), class_="figure")


def image(source: d.Image, alt: str, look: str = "") -> Html:
    return element(
        "img",
        src=f"data:image/png;base64,{b64encode(source.data).decode('ascii')}",
        alt=alt,
        width=str(max(1, source.width_px)),
        height=str(max(1, source.height_px)),
        style=look,
    )
