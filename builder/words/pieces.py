"""Word pieces, as the pretrained model reads text: the longest known beginning, then the longest after it."""

import re
import unicodedata
from collections.abc import Sequence

WORD = re.compile(r"\w+|[^\w\s]")
LONGEST_WORD = 40
LONGEST_TEXT = 64


class Pieces:
    """`every` piece by its number; a piece inside a word begins with “##”."""

    def __init__(self, every: Sequence[str]) -> None:
        self.every = list(every)
        self._number = {piece: n for n, piece in enumerate(every)}
        self._unknown = self._number["[UNK]"]
        self._known: dict[str, list[int]] = {}

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, between those for its beginning and its end."""
        even = unicodedata.normalize("NFD", text.lower())
        plain = "".join(c for c in even if unicodedata.category(c) != "Mn").replace("_", " ")
        plain = plain.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
        found = [self._number["[CLS]"]]
        for word in WORD.findall(plain.replace("–", "-").replace("—", "-")):
            found += self._of(word)
        return [*found[: LONGEST_TEXT - 1], self._number["[SEP]"]]

    def _of(self, word: str) -> list[int]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            end = len(word)
            mark = "##" if start else ""
            while end > start and mark + word[start:end] not in self._number:
                end -= 1
            if end == start:
                break
            found.append(self._number[mark + word[start:end]])
            start = end
        return found if start == len(word) else [self._unknown]
