"""Markdown: as plain lines, without fenced code, signs of layout and the addresses of links."""

import re
from collections.abc import Iterator

from builder.audit.passage import Passage, Read, numbered
from builder.audit.text import decoded, lines_of, paragraphs

_FENCE = re.compile(r"^\s*(?:>\s*)*(`{3,}|~{3,})")
_BLOCK = re.compile(r"^\s*(?:#|>\s*(?:#|[-*+]\s|\d+[.)]\s)|[-*+]\s|\d+[.)]\s|\|)")
_SIGNS = re.compile(r"^\s*(?:(?:>|#{1,6}(?=\s)|[-*+](?=\s)|\d+[.)](?=\s)|\[[ xX]\])\s*)+")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_RULE = re.compile(r"^[\s|:*_=-]+$")


def read(data: bytes) -> Read:
    lines = lines_of(decoded(data))
    found = [Passage(text, numbered("line", line)) for text, line in _paragraphs(lines)]
    return Read(tuple(found), "line", len(lines))


def _paragraphs(lines: list[str]) -> Iterator[tuple[str, int]]:
    for text, number in paragraphs(_without_code(lines), _BLOCK):
        if text.lstrip().startswith("|"):
            # A cell says nothing about its neighbour.
            yield from ((cell, number) for cell in _plain(text).split("|") if cell.strip())
        else:
            yield "\n".join(_plain(line) for line in text.split("\n")), number


def _without_code(lines: list[str]) -> Iterator[str]:
    """The lines, with empty ones in place of fenced code and of rules between stretches."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence):
                fence = ""
            yield ""
        elif found:
            fence = found[1]
            yield ""
        else:
            yield "" if _RULE.match(line) else line


def _plain(line: str) -> str:
    return _LINK.sub(r"\1", _SIGNS.sub("", line))
