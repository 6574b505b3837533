"""The page of plain text that tells a teacher what is in the zip."""

import textwrap
from collections.abc import Sequence

from builder.checks import CheckedLesson
from builder.render import Artefact


def read_me_first(checked: CheckedLesson, prints: Sequence[str] = ()) -> Artefact:
    """`prints` are the variants and prints of the deck that the pack holds, by name."""
    words, lesson = checked.labels.readme, checked.lesson.model
    lines = [lesson.title, "=" * len(lesson.title), "", words.title, ""]
    pupils = (words.notes, words.slides, words.handout, words.sheets, words.observation)
    adults = (words.presenter, words.slides, words.papers)
    entries = (*(pupils if lesson.audience == "pupils" else adults), words.share)
    entries = (*entries, *(words.prints[name] for name in prints), words.manifest)
    for entry in entries:
        lines += textwrap.wrap(f"- {entry}", 76, subsequent_indent="  ")
    lines += ["", *textwrap.wrap(words.accessible, 76)]
    if checked.draft:
        lines += ["", *textwrap.wrap(words.draft, 76)]
    lines += ["", *textwrap.wrap(checked.labels.teacher_notes.licence, 76)]
    # Notepad on older Windows shows a text without carriage returns as one line.
    return Artefact("read-me-first.txt", ("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
