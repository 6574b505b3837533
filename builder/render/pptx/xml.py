"""What every part's XML is made of: escaped words, lengths, colours and namespaces."""

import re

from builder.theme import Theme

EMU = 12700
"""Office's units to the point."""

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

# Slides name the four text and ground slots by what the master's colour map calls them.
SCHEME_NAMES = {
    "ink": "tx1",
    "white": "bg1",
    "deep": "tx2",
    "paper": "bg2",
    "leaf": "accent1",
    "coral": "accent2",
    "sun": "accent3",
    "plum": "accent4",
    "sky": "accent5",
    "night": "accent6",
}

# Characters that XML 1.0 has no way to hold; a single one makes PowerPoint refuse the whole file.
_FORBIDDEN: dict[int, str | None] = dict.fromkeys(
    (*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0D, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)
_IN_TEXT = _FORBIDDEN | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
# Most words need nothing of this, and looking is quicker than translating.
_UNSAFE = re.compile(f'[&<>"\\n\\t{"".join(map(re.escape, map(chr, _FORBIDDEN)))}]')
_IN_ATTRIBUTE = _IN_TEXT | {ord('"'): "&quot;", ord("\n"): " ", ord("\t"): " "}


def escaped(text: str) -> str:
    """`text` as it may stand between two tags."""
    return text.translate(_IN_TEXT) if _UNSAFE.search(text) else text


def quoted(text: str) -> str:
    """`text` as it may stand inside an attribute's double quotes."""
    return text.translate(_IN_ATTRIBUTE) if _UNSAFE.search(text) else text


def emu(pt: float) -> int:
    """Points in the whole units that Office counts in, 12700 to the point."""
    return round(pt * EMU)


def colour(theme: Theme, role: str) -> str:
    # In a school's template the slots hold its own colours, on which nobody has looked for contrast.
    if role in SCHEME_NAMES and theme.template is None:
        return f'<a:schemeClr val="{SCHEME_NAMES[role]}"/>'
    return f'<a:srgbClr val="{theme.colours[role]}"/>'


def solid(theme: Theme, role: str) -> str:
    """A fill in the colour of `role`, or none for an empty role."""
    return f"<a:solidFill>{colour(theme, role)}</a:solidFill>" if role else "<a:noFill/>"


def tree(shapes: str) -> str:
    """The shapes of a slide, layout, master or notes page; the tree itself is number 1 among them."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree>"
    )


def background(theme: Theme, role: str) -> str:
    return f"<p:bg><p:bgPr>{solid(theme, role)}<a:effectLst/></p:bgPr></p:bg>"


def frame(x: float, y: float, w: float, h: float, tag: str = "a:xfrm", flips: str = "") -> str:
    """Place and size, from points."""
    return f'<{tag}{flips}><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></{tag}>'
