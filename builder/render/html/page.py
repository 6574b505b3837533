"""The page around a document: its head, the draft line, a list of contents, what everything stands in."""

from collections.abc import Sequence
from typing import NamedTuple

from builder.document import Document
from builder.render.html.markup import NOTHING, Html, element, esc, joined
from builder.render.html.style import style
from builder.render.html.words import words_in
from builder.theme import Theme

SAFE = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "form-action 'none'",
        "base-uri 'none'",
    )
)
"""A browser that keeps to this runs no script, fetches nothing and sends nothing, whatever a page holds."""
FEW = 12
"""So many entries of contents stand open where there is no room beside the page."""


class Entry(NamedTuple):
    """A line of the contents: `place` is a slide's number, or empty; `level` is its heading's."""

    heading: str
    goal: str
    level: int
    place: str = ""


def page(document: Document, theme: Theme, head: Html, entries: Sequence[Entry], main: Html) -> Html:
    """The whole file; `head` is what stands above the content, such as the title."""
    words = words_in(document.language)
    above = joined((_draft(document), element("div", head, class_="top") if head else NOTHING))
    contents = _contents(entries, words.contents) if entries else NOTHING
    content = element("main", main, id="content", tabindex="-1")
    medium = "deck" if document.medium == "slides" else "pages"
    body = element(
        "body",
        element("a", esc(words.skip), class_="skip", href="#content"),
        element("header", above) if above else NOTHING,
        element("div", contents, content, class_="frame"),
        _foot(document),
        class_=f"{medium} {document.edition}{' beside' if entries else ''}",
    )
    whole = element("html", _head(document, theme), body, lang=document.language)
    return Html(f"<!DOCTYPE html>\n{whole}\n")


def _head(document: Document, theme: Theme) -> Html:
    named = tuple(dict.fromkeys(part for part in (document.title, *document.keywords) if part.strip()))
    meta = (
        ("description", document.subtitle),
        ("keywords", ", ".join(document.keywords)),
        ("dcterms.date", document.date),
        ("referrer", "no-referrer"),
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=SAFE),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", esc(" · ".join(named))),
        joined(element("meta", name=name, content=content) for name, content in meta if content.strip()),
        style(document, theme),
    )


def _draft(document: Document) -> Html:
    draft = document.furniture.draft
    return element("p", esc(draft), class_="draft") if draft.strip() else NOTHING


def _foot(document: Document) -> Html:
    return element("footer", element("p", esc(document.furniture.running.strip() or document.title)))


def _contents(entries: Sequence[Entry], word: str) -> Html:
    many = len(entries) > FEW
    return element(
        "nav",
        element("details", element("summary", esc(word)), _nested(entries), open=not many),
        aria_label=word,
    )


def _nested(entries: Sequence[Entry]) -> Html:
    """The entries as a list, with those of a lower level in lists within it."""
    highest = min(entry.level for entry in entries)
    rows: list[tuple[Entry, list[Entry]]] = []
    for entry in entries:
        if entry.level == highest or not rows:
            rows.append((entry, []))
        else:
            rows[-1][1].append(entry)
    items = (element("li", _entry(entry), _nested(under) if under else NOTHING) for entry, under in rows)
    return element("ol", joined(items), role="list")


def _entry(entry: Entry) -> Html:
    place = joined((element("span", esc(entry.place), class_="place"), esc(" "))) if entry.place else NOTHING
    return element("a", place, esc(entry.heading), href=f"#{entry.goal}")
