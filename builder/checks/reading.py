"""How hard a lesson is to read: what pupils see, against the age that it is for.

Grade by Kincaid and others (1975), US Navy Research Branch Report 8-75: 0.39 words a sentence + 11.8
syllables a word - 15.59. Syllables are counted at the places where a word may be hyphenated.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyphen

from builder.checks.context import Context
from builder.content.lesson import AgeBand
from builder.content.text import Voice, passages
from builder.diagnostics import Diagnostic, warning

WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'][A-Za-z]+)*")
END = re.compile(r"[.!?:;]+(?=\s|$|[”’\"])")
HARDEST: dict[AgeBand, float] = {"9-11": 4.5, "11-14": 6.0, "14-16": 7.5, "16-18": 9.0, "9-18": 10.0}
"""The highest grade for each age: about a year below the youngest reader's own, since worry reads slowly."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`words` that readers see; the average sentence in words; the grade, about a reading age less 5."""

    words: int
    sentence: float
    grade: float


def reading_of(context: Context) -> Reading:
    """Over every text that those who take part read; words that the lesson teaches are exempt."""
    lesson = context.lesson.model
    taught = {word.term.casefold(): None for word in lesson.vocabulary}
    texts = [p.text for p in context.passages if p.voice is Voice.PUPIL and p.address[-1] != "alt"]
    for case in context.cases.values():
        texts += [p.text for p in passages(case.model) if p.voice is Voice.TIER]
    return measure(texts, tuple(taught))


def measure(texts: list[str], taught: tuple[str, ...] = ()) -> Reading:
    """The figures for these texts; each text ends a sentence."""
    exempt = re.compile("|".join(rf"\b{re.escape(term)}s?\b" for term in taught), re.IGNORECASE)
    dictionary = pyphen.Pyphen(lang="en_GB")
    words = sentences = syllables = 0
    for text in texts:
        plain = exempt.sub("it", text) if taught else text
        found = WORD.findall(plain)
        if not found:
            continue
        words += len(found)
        sentences += max(1, len(END.findall(plain + ".")))
        syllables += sum(len(dictionary.positions(word.lower())) + 1 for word in found)
    if not words:
        return Reading(0, 0.0, 0.0)
    grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    return Reading(words, words / sentences, max(0.0, grade))


def check_reading(contexts: Mapping[str, Context]) -> Iterator[tuple[str, Reading, list[Diagnostic]]]:
    """Each lesson's figures, and a warning where it is too hard for its age."""
    for name, context in contexts.items():
        reading = reading_of(context)
        most = HARDEST[context.lesson.model.age_band]
        said = []
        if reading.grade > most:
            said.append(
                warning(
                    context.lesson.mark("age_band"),
                    "reading/level",
                    f"It reads at grade {reading.grade:.1f}; for ages {context.lesson.model.age_band} "
                    f"{most:g}. The average sentence has {reading.sentence:.0f} words.",
                    why="Somebody who is frightened reads slowly, and some pupils always do.",
                    hint="Shorten the longest sentences, and use everyday words.",
                )
            )
        yield name, reading, said
