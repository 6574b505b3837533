"""A drawn page taken apart again, for tests."""

import re
from typing import Any

import lxml.html

CSP = "default-src 'none'"


def parsed(data: bytes) -> Any:
    return lxml.html.document_fromstring(data.decode("utf-8"))


def text_of(tree: Any) -> str:
    """The words of a page in order, as one line; what is only in attributes is left out."""
    return squeezed("".join(tree.body.itertext()))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def style_of(tree: Any) -> str:
    return "".join(str(node.text) for node in tree.iter("style"))


def in_order(text: str, parts: list[str]) -> str:
    """The first of the parts that does not stand after those before it; empty if all do."""
    # Blocks have no spaces between them, so neither the text nor the parts keep any.
    text, at = text.replace(" ", ""), 0
    for part in parts:
        wanted = squeezed(part).replace(" ", "")
        found = text.find(wanted, at)
        if found < 0:
            return part
        at = found + len(wanted)
    return ""
