"""What changed between two runs of paragraphs, so that one that came doesn't make all others differ."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from builder.compare.changes import Edit
from builder.compare.pieces import Line

ALIKE = 0.5
LONG = 400
"""Letters: beyond, words are compared and not letters."""
_OF = re.compile(r"\bSlide \d+ of \d+\b")
_SLIDES = re.compile(r"\b([Ss]lides?) \d+(?:\s?[–-]\s?\d+|(?:,| and| to) \d+)*")
_RANGE = re.compile(r"\d+[–-]\d+")


@dataclass(frozen=True, slots=True)
class Renumbered:
    """Where each old slide stands now; where none has another number, numbers are words like others."""

    places: Mapping[int, int] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        return any(old != new for old, new in self.places.items())

    def key(self, text: str) -> str:
        """What a paragraph says apart from the numbers of slides, if those are others now."""
        text = _OF.sub("Slide", text)
        if not self.any:
            return text
        return "–" if _RANGE.fullmatch(text) else _SLIDES.sub(r"\1", text)

    def only(self, edit: Edit) -> bool:
        """Whether an edit is only the new number of a slide, alone in a cell of a table."""
        old, new = edit.was, edit.now
        return self.any and old.isdecimal() and new.isdecimal() and self.places.get(int(old)) == int(new)


SAME_NUMBERS = Renumbered()


def edits(old: Sequence[Line], new: Sequence[Line], numbers: Renumbered = SAME_NUMBERS) -> tuple[Edit, ...]:
    """What went, came, is put otherwise or stands elsewhere, in the order of the new paragraphs."""
    ours, theirs = ([(line.sort, numbers.key(line.text)) for line in lines] for lines in (old, new))
    if ours == theirs:
        return ()
    found: list[Edit] = []
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs).get_opcodes():
        if tag != "equal":
            found += _paired(old[a:b], new[c:d])
    return tuple(one for one in _elsewhere(found) if not numbers.only(one))


def _paired(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Edit]:
    """A stretch in which nothing is the same: what is alike is one paragraph put otherwise."""
    if len(old) == len(new) == 1 and "picture" not in (old[0].sort, new[0].sort):
        yield _edit(old[0], new[0])
        return
    start = 0
    for line in old:
        likeness = [(_alike(line, new[at]), -at) for at in range(start, min(len(new), start + 50))]
        best, at = max(likeness, default=(0.0, 0))
        if best < ALIKE:
            yield _edit(line, None)
            continue
        yield from (_edit(None, each) for each in new[start:-at])
        yield _edit(line, new[-at])
        start = 1 - at
    yield from (_edit(None, each) for each in new[start:])


def _edit(old: Line | None, new: Line | None) -> Edit:
    sort = new.sort if new is not None else old.sort if old is not None else "text"
    return Edit(sort, old.text if old is not None else "", new.text if new is not None else "")


def _alike(old: Line, new: Line) -> float:
    if (old.sort == "picture") != (new.sort == "picture"):
        return 0.0
    if len(old.text) + len(new.text) < LONG:
        return SequenceMatcher(None, old.text, new.text, autojunk=False).ratio()
    ours, theirs = Counter(old.text.split()), Counter(new.text.split())
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def _elsewhere(found: Sequence[Edit]) -> Iterator[Edit]:
    """What went in one place and came in another only moved."""
    gone = Counter(one.was for one in found if not one.now)
    came = Counter(one.now for one in found if not one.was)
    moved, back = gone & came, gone & came
    for one in found:
        if not one.was and moved[one.now]:
            moved[one.now] -= 1
            yield Edit(one.sort, one.now, one.now)
        elif not one.now and back[one.was]:
            back[one.was] -= 1
        else:
            yield one
