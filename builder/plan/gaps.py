"""Gaps to fill in by hand: [[word]] in a sentence."""

import re

from builder.document import Gap, Rich, Text

GAP = re.compile(r"\[\[(.+?)\]\]")


def with_gaps(sentence: str) -> Rich:
    """Each [[word]] of the sentence as a gap with room for handwriting."""
    parts: list[Text | Gap] = []
    end = 0
    for found in GAP.finditer(sentence):
        parts += [Text(sentence[end : found.start()]), Gap(len(found[1]) + 6)]
        end = found.end()
    parts.append(Text(sentence[end:]))
    return tuple(part for part in parts if isinstance(part, Gap) or part.text)


def without_gaps(sentence: str) -> str:
    return GAP.sub(r"\1", sentence)
