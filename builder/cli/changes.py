"""Changes of a pack in a teacher's words: which slides, which parts of which pages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.rebuild import Change

MOST = 3
"""Headings that are named; of more, how many."""
SHARED = "slides-to-share"


def told(changes: Sequence["Change"]) -> str:
    """“slides 4 and 9; in teacher-notes “Answers””; empty where no document changed."""
    decks = {change.document: change for change in changes}
    own = decks.get("slides")
    # What is shared are the same slides: they are not told twice.
    twice = own is not None and SHARED in decks and set(decks[SHARED].slides) <= set(own.slides)
    parts = [part for c in changes if not (twice and c.document == SHARED) for part in _of(c)]
    return "; ".join(parts)


def _of(change: "Change") -> Iterator[str]:
    slides = change.document in ("slides", SHARED)
    where = "" if change.document == "slides" else f" of {change.document}"
    if change.throughout:
        yield f"every {'slide' if slides else 'page'} of {change.document}"
    if slides and change.slides:
        yield f"{_numbered('slide', change.slides)}{where}"
    elif change.slides:
        yield change.document
    if change.notes:
        yield f"the notes of {_numbered('slide', change.notes)}"
    if change.headings:
        named = [f"“{heading}”" for heading in change.headings[:MOST]]
        more = len(change.headings) - MOST
        named += [f"{more} more"] if more > 0 else []
        yield f"in {change.document} {joined(named)}"
    if change.gone:
        what = ("slide" if slides else "part") + ("" if change.gone == 1 else "s")
        yield f"{change.gone} {what} less{where}"


def _numbered(word: str, numbers: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = []
    for run in runs:
        shown += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run]
    return f"{word}{'s' if sum(map(len, runs)) > 1 else ''} {joined(shown)}"


def joined(parts: Sequence[str]) -> str:
    """“a, b and c”"""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
