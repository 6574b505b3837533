"""HTML: what a page shows and what it reads aloud, by line. Nothing that it links to is fetched."""

import re
from html.parser import HTMLParser

from builder.audit.passage import Passage, Read, numbered
from builder.audit.text import decoded, lines_of

INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|ruby|s|samp"
    r"|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
NOT_SHOWN = ("script", "style")
READ_ALOUD = ("alt", "title", "aria-label", "placeholder")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I)
_CHARSET_WITHIN = 2048


def read(data: bytes) -> Read:
    said = _CHARSET.search(data[:_CHARSET_WITHIN])
    text = decoded(data, said[1].decode("ascii") if said else "")
    page = _Page()
    page.feed(_tamed(text))
    page.close()
    page.end_of_block()
    return Read(tuple(page.passages), "line", len(lines_of(text)))


def _tamed(text: str) -> str:
    """`text` without comments, and with nothing left open: a parser would look for its end for hours.

    What looks like a tag and never ends is read as words, so that nothing is lost. Lines stay lines.
    """
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        end = len(text) if end < 0 else end + 3
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end
    first, *rest = "".join([*parts, text[at:]]).split("<")
    closed = (f"<{part}" if ">" in part and not part.startswith("![") else f"&lt;{part}" for part in rest)
    return first + "".join(closed)


class _Page(HTMLParser):
    """Gathers words until a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self._gathered: list[str] = []
        self._line = 1
        self._hidden = ""

    def end_of_block(self) -> None:
        text = "".join(self._gathered)
        if text.strip():
            self.passages.append(Passage(text, numbered("line", self._line)))
        self._gathered = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NOT_SHOWN:
            self._hidden = tag
        if not INLINE.fullmatch(tag):
            self.end_of_block()
        elif tag == "br":
            self._gathered.append(" ")
        values = dict(attrs)
        described = tag == "meta" and "description" in (values.get("name") or "").lower()
        line = self.getpos()[0]
        for name in (*READ_ALOUD, *(("content",) if described else ())):
            if (said := values.get(name)) and said.strip():
                self.passages.append(Passage(said, numbered("line", line)))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        if not INLINE.fullmatch(tag):
            self.end_of_block()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not self._gathered:
            # What comes before the first word is not where it stands.
            blank = len(data) - len(data.lstrip())
            self._line = self.getpos()[0] + data.count("\n", 0, blank)
            data = data[blank:]
        if data:
            self._gathered.append(data)
