"""Where the words of a fault stand: layout knows the slide, an author wants the line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from builder.checks import CheckedLesson
from builder.content.loaded import Loaded
from builder.content.text import Model, passages
from builder.diagnostics import Diagnostic, Mark
from builder.layout import lacking, lacks
from builder.theme import Theme

M = TypeVar("M", bound=Model)
QUOTED = re.compile("“([^“”]+)”")
SHORTEST = 4


def written(checked: CheckedLesson) -> list[tuple[Mark, str]]:
    """Every sentence that the pack is made from, with its place."""
    found = _of(checked.lesson)
    for case in checked.cases.values():
        found += _of(case)
    found += [*_of(checked.help), *_of(checked.safe_teaching)]
    if checked.school is not None:
        own = checked.school
        found += [(own.mark(*passage.address), passage.text) for passage in passages(own.model)]
    return found


def _of(loaded: Loaded[M]) -> list[tuple[Mark, str]]:
    return [(loaded.mark(*passage.address), passage.text) for passage in passages(loaded.model)]


def letters(texts: Sequence[tuple[Mark, str]], theme: Theme) -> list[Diagnostic]:
    """A fault for every letter that can't be printed, at the sentence that holds it."""
    return [lacks(mark, text, letter) for mark, text in texts for letter in lacking(text, theme)]


def at_the_words(fault: Diagnostic, texts: Sequence[tuple[Mark, str]]) -> Diagnostic:
    """The fault at the sentence that holds the words it quotes, if there is one; else as it was."""
    for quoted in reversed(QUOTED.findall(fault.message)):
        words = quoted.strip("… ")
        if len(words) < SHORTEST:
            continue
        marks = [mark for mark, text in texts if words in text]
        # The same words may stand in several places: the next one after the fault's own is meant.
        after = [mark for mark in marks if mark.file == fault.mark.file and mark >= fault.mark]
        if marks:
            return replace(fault, mark=min(after) if after else marks[0])
    return fault
