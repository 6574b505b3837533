"""Compare: what changed from one pack to another, slide by slide and section by section."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from builder.compare.changes import (
    Compared,
    Edit,
    FileChange,
    HelpChange,
    PackChanges,
    SectionChange,
    SlideChange,
)
from builder.compare.lines import Renumbered, edits
from builder.compare.manifests import about, help_changes, manifest
from builder.compare.matching import Pair, matched
from builder.compare.pieces import SLIDES, CompareError, PackFiles, deck, documents, sections

__all__ = [
    "CompareError",
    "Compared",
    "Edit",
    "FileChange",
    "HelpChange",
    "PackChanges",
    "PackFiles",
    "SectionChange",
    "SlideChange",
    "changes_between",
]

SHARED = "slides-to-share"
PRINTS = {"slides-with-notes": "slides", "slides-three-to-a-page": SHARED}
"""Prints of slides: what changed in them is told where the slides are."""


def changes_between(old: PackFiles, new: PackFiles) -> PackChanges:
    """All that differs. Words are read from the slides and Word files; raises CompareError."""
    # Reading slides takes most of the time, and one deck is often all that two packs share.
    same = old.files.get(SLIDES) == new.files.get(SLIDES)
    before, after = ((), ()) if same else (deck(old), deck(new))
    pairs = matched(before, after)
    places = {pair.old.number: pair.new.number for pair in pairs if pair.old and pair.new}
    numbers = Renumbered(places)
    slides, everywhere = _everywhere([_slide(pair, numbers) for pair in pairs])
    pages = tuple(_sections(old, new, numbers))
    ours, theirs = manifest(old), manifest(new)
    told = {change.document for change in pages}
    if slides or everywhere:
        told.add("slides")
    if everywhere or any(change.old is None or change.new is None or _seen(change) for change in slides):
        told.add(SHARED)
    return PackChanges(
        old.name,
        new.name,
        tuple(about(ours, theirs)),
        everywhere,
        slides,
        pages,
        tuple(help_changes(ours, theirs)),
        tuple(_files(old, new, told)),
        (len(before), len(after)),
    )


def _seen(change: SlideChange) -> bool:
    return bool(change.words) or change.renamed or change.moved


def _slide(pair: Pair, numbers: Renumbered) -> SlideChange:
    old, new = pair.old, pair.new
    return SlideChange(
        old.number if old else None,
        new.number if new else None,
        old.title if old else "",
        new.title if new else "",
        pair.moved,
        edits(old.lines if old else (), new.lines if new else (), numbers),
        edits(old.notes if old else (), new.notes if new else (), numbers),
    )


def _everywhere(slides: Sequence[SlideChange]) -> tuple[tuple[SlideChange, ...], tuple[Edit, ...]]:
    """The slides that changed, and apart from them what changed alike on most, such as a foot or DRAFT."""
    both = [one for one in slides if one.old is not None and one.new is not None]
    counts = Counter(edit for one in both for edit in dict.fromkeys(one.words))
    shared = [edit for edit, count in counts.items() if count >= 2 and count * 2 > len(both)]
    rest = [replace(one, words=tuple(edit for edit in one.words if edit not in shared)) for one in slides]
    changed = (one for one in rest if one.old is None or one.new is None or one.notes or _seen(one))
    return tuple(changed), tuple(shared)


def _sections(old: PackFiles, new: PackFiles, numbers: Renumbered) -> Iterator[SectionChange]:
    """The changes in documents that both packs have; those that came or went are told as files."""
    ours, theirs = documents(old), documents(new)
    for document in theirs:
        if document not in ours or old.files[ours[document]] == new.files[theirs[document]]:
            continue
        for pair in matched(sections(old, ours[document]), sections(new, theirs[document])):
            before, after = (() if piece is None else piece.lines for piece in (pair.old, pair.new))
            words = edits(before, after, numbers)
            was, now = (None if piece is None else piece.title for piece in (pair.old, pair.new))
            if words or pair.moved or was != now:
                yield SectionChange(document, was, now, pair.moved, words)


def _files(old: PackFiles, new: PackFiles, told: set[str]) -> Iterator[FileChange]:
    """What came, went, or differs without a word that was told of its document."""
    for name in sorted({*old.files, *new.files} - {"manifest.json"}):
        if name not in old.files:
            yield FileChange(name, "added")
        elif name not in new.files:
            yield FileChange(name, "removed")
        elif old.files[name] != new.files[name] and _document(name) not in told:
            yield FileChange(name, "changed")


def _document(name: str) -> str:
    stem = PurePosixPath(name).stem
    return "slides" if name == SLIDES else PRINTS.get(stem, stem)
