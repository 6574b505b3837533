"""The one style sheet of a page: the theme's colours and sizes as variables, then the rules that use them."""

import re
from functools import lru_cache
from importlib.resources import files

from builder.document import Document
from builder.layout.grid import ON
from builder.render.html.faces import faces
from builder.render.html.markup import Html, cleaned, element
from builder.theme import Theme

LOOK = files("builder.render.html") / "look"
SHEETS = {
    "pages": ("base", "blocks", "fields", "pages", "print"),
    "slides": ("base", "blocks", "fields", "slides", "print"),
}
SCREEN = 0.0967
"""A point of print as rem on screen, where people read from a little further away."""
LEAST_LEADING = 1.5
COLUMN = {"pages": "48rem", "slides": "62rem"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([{};,])\s*")
_COUNTS = {"{n}": "counter(page)", "{total}": "counter(pages)"}


def style(document: Document, theme: Theme) -> Html:
    own = faces(theme) + _root(document, theme) + _grounds() + _paper(document, theme)
    return element("style", Html(own + _rules(document.medium)))


@lru_cache(maxsize=2)
def _rules(medium: str) -> str:
    """The sheets for a medium in one, without comments and spare room."""
    sheets = [(LOOK / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS[medium]]
    return _TIGHT.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", "\n".join(sheets)))).strip()


def _root(document: Document, theme: Theme) -> str:
    sizes, pupil = theme.pages, document.edition == "pupil"
    body = sizes.pupil_body_pt if pupil else sizes.body_pt
    leading = (sizes.pupil_leading_pt if pupil else sizes.body_leading_pt) / body
    fallbacks = "system-ui, sans-serif"
    made = {role: f"#{colour}" for role, colour in theme.colours.items()}
    ground = theme.colours[sizes.ground or "paper"]
    made |= {
        "page": f"#{theme.colours['white']}" if document.medium == "slides" else f"#{ground}",
        "heading": f'"house title", {_string(theme.fonts.title.family)}, {fallbacks}',
        "body": f'"house body", {_string(theme.fonts.body.family)}, {fallbacks}',
        "size": f"{body * SCREEN:.4g}rem",
        "leading": f"{max(LEAST_LEADING, leading):.4g}",
        "print-size": f"{body:g}pt",
        "print-leading": f"{leading:.4g}",
        "writing-line": f"{sizes.writing_line_mm:g}mm",
        "column": COLUMN[document.medium],
        "path": ".6rem",
        "in": "2.4rem",
    }
    # A little less than on paper, where there is more room for large headings.
    made |= {
        f"h{level}": f"{max(1.05, 0.94 * size / body):.4g}em"
        for level, size in enumerate(sizes.headings_pt, 2)
    }
    return f":root{{{';'.join(f'--{name}:{value}' for name, value in made.items())}}}"


def _grounds() -> str:
    """What reads on which ground, as on the slides."""
    made = []
    for name, inks in ON.items():
        dark = inks.title == "white"
        roles = {
            "ground": name,
            "title": inks.title,
            "text": inks.text,
            "kicker": inks.label,
            "accent": inks.title,
            "line": inks.title,
            "link": inks.title,
            "panel": inks.panel,
            "panel-ink": inks.panel_ink,
            "to-come": inks.to_come,
            "focus": "sun" if dark else "plum",
        }
        made.append(f".on-{name}{{{';'.join(f'--{key}:var(--{role})' for key, role in roles.items())}}}")
    return "".join(made)


def _paper(document: Document, theme: Theme) -> str:
    """The sheet, and the words at its foot: browsers that can't set these leave them out."""
    furniture, sizes = document.furniture, theme.pages
    draft = (
        f"@bottom-left{{content:{_string(furniture.draft)};color:#{theme.colours['coral']};font-weight:700}}"
    )
    counted = "".join(
        f" {_COUNTS.get(part) or _string(part)}"
        for part in re.split(r"(\{n\}|\{total\})", furniture.page)
        if part
    )
    number = f"@bottom-right{{content:{counted}}}" if counted else ""
    return (
        f"@page{{size:{sizes.paper};margin:{sizes.margin_mm:g}mm;font:9pt 'house body',sans-serif"
        f";{draft if furniture.draft else ''}{number}}}"
    )


def _string(text: str) -> str:
    """A text as a string of CSS; whatever could end it, or the style sheet, is written as a code."""
    return '"' + re.sub(r"[^\w .,:;·–-]", lambda found: f"\\{ord(found[0]):x} ", cleaned(text)) + '"'
