"""Writing HTML: every author's word is escaped, and mypy knows what is markup and what is not."""

import html
import re
from collections.abc import Iterable
from typing import NewType

Html = NewType("Html", str)
"""Finished markup. Only this module makes it from plain text, and always escapes it."""

NOTHING = Html("")
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_VOID = frozenset({"col", "img", "input", "meta"})


def cleaned(text: str) -> str:
    """The text without control characters and what else no page may hold."""
    return _DROPPED.sub("", text)


def esc(text: str) -> Html:
    return Html(html.escape(cleaned(text), quote=True))


def joined(parts: Iterable[Html]) -> Html:
    return Html("".join(parts))


def element(name: str, /, *content: Html, **attributes: str | bool) -> Html:
    """An element; `class_` and `aria_label` stand for the attributes “class” and “aria-label”.

    An attribute that is False or an empty text is left out, except `alt`; True stands without a value.
    """
    said = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{said}>")
    return Html(f"<{name}{said}>{''.join(content)}</{name}>")


def _attribute(name: str, value: str | bool) -> str:
    if value is False or (value == "" and name not in ("alt", "value")):
        return ""
    return f" {name}" if value is True else f' {name}="{esc(str(value))}"'
