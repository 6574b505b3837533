"""Audit: a school's own slides, documents and pages → what in them may harm, and where.

Readers give passages with a place; `builder.words.judge` judges them; they come out as diagnostics.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.audit.passage import Passage, Place, Read, UnreadableError, numbered
from builder.audit.reading import READERS, read
from builder.audit.rules import RULES
from builder.diagnostics import Diagnostic, Mark, Severity, error, warning
from builder.words.finding import Audience
from builder.words.judge import Finding, Judge, check_texts

__all__ = ["READERS", "RULES", "Audited", "Met", "audit"]


@dataclass(frozen=True, slots=True)
class Met:
    """A finding where it stands; `words` as the file has them."""

    place: Place
    words: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Audited:
    """A file, what was read of it (None if nothing could be), what was met, and all there is to say."""

    file: str
    read: Read | None
    met: tuple[Met, ...]
    said: tuple[Diagnostic, ...]


def audit(path: Path, audience: Audience, judge: Judge) -> Audited:
    """One file, judged for those who read it. A file that can't be read is a diagnostic too."""
    # A line end in a file's name would break the report.
    name = "".join(sign if sign.isprintable() else "�" for sign in str(path))
    try:
        found = read(path)
    except UnreadableError as fault:
        return Audited(name, None, (), (error(Mark(name, 1, 1), fault.rule, fault.message, "", fault.hint),))
    met = tuple(dict.fromkeys(_met(found.passages, audience, judge)))
    return Audited(name, found, met, (*_wordless(name, found), *(_diagnostic(name, one) for one in met)))


def _met(passages: Sequence[Passage], audience: Audience, judge: Judge) -> Iterator[Met]:
    texts = [(one.text, _readers(one, audience)) for one in passages]
    for passage, findings in zip(passages, check_texts(texts, judge), strict=True):
        yield from (_where(passage, one) for one in findings)


def _readers(passage: Passage, audience: Audience) -> Audience:
    return "staff" if passage.for_staff and audience == "pupil" else audience


def _where(passage: Passage, finding: Finding) -> Met:
    """The finding at its words; a check knows them in small letters and with blanks evened out."""
    place = passage.place
    bare = re.findall(r"\w+", finding.match)
    found = re.search(r"\W+".join(bare), passage.text, re.IGNORECASE) if bare else None
    if found is None:
        return Met(place, finding.match, finding)
    if place.address[0] == "line":
        place = numbered("line", place.number + passage.text.count("\n", 0, found.start()))
    return Met(place, " ".join(found[0].split()), finding)


def _diagnostic(name: str, met: Met) -> Diagnostic:
    one = met.finding
    sure = "" if one.confidence is None else f" (a program's guess, {one.confidence:.0%} sure)"
    return Diagnostic(
        Mark(name, met.place.number, 1),
        Severity(one.severity),
        one.rule,
        f"{met.place.words}: “{met.words}” {one.summary}{sure}.",
        one.why,
        "Say " + " or ".join(map(_quoted, one.instead[:3])) if one.instead else "",
        met.place.address,
    )


def _quoted(line: str) -> str:
    return line if line.startswith("“") else f"“{line}”"


def _wordless(name: str, found: Read) -> list[Diagnostic]:
    return [
        warning(
            Mark(name, number, 1),
            "audit/wordless",
            f"{place.words}: there is a picture here, and no word that can be read.",
            "Words in a picture can't be checked, and a screen reader can't read them aloud.",
            "Read it yourself, and describe the picture in its alt text.",
            place.address,
        )
        for number in found.wordless
        for place in (numbered(found.unit, number),)
    ]
