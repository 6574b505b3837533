"""No trail from a pupil's story to the people in it: no year, address, or name out of its sources."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from builder.checks.context import Context, Shared
from builder.content.case_study import CaseStudy, PublicRecord
from builder.content.loaded import Loaded
from builder.content.text import Passage, Voice, passages
from builder.diagnostics import Address, Diagnostic, error
from builder.source import Source

YEAR = re.compile(r"(?<![£$€\d.,])(?:19|20)\d\d(?![\d,])")
ADDRESS = re.compile(
    r"https?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w{3,}"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|uk|ie|au|ca|nz|us|scot|wales)\b(?:/\S*)?"
)
NAME = re.compile(r"\b[A-ZÀ-ÞŁŚŽ][\w’'-]{3,}")
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"“‘(-]\s*)$")


@dataclass(frozen=True, slots=True)
class Trail:
    """`places` give someone away anywhere, `titles` only inside a sentence, `phrases` as a whole."""

    places: frozenset[str]
    titles: frozenset[str]
    phrases: frozenset[str]


def trail_of(case: CaseStudy, harmless: Set[str]) -> Trail:
    """The words that lead to the people of a public record, without those that are `harmless`."""
    record = case.provenance
    if not isinstance(record, PublicRecord):
        return Trail(frozenset(), frozenset(), frozenset())
    places = _names([record.where, *record.trail]) - harmless
    titles = _names([record.when, *(w for s in record.sources for w in (s.publisher, s.title))]) - harmless
    return Trail(places, titles - places, frozenset(phrase.casefold() for phrase in record.trail))


def check_case(case: Loaded[CaseStudy], shared: Shared) -> Iterator[Diagnostic]:
    if case.model.tier != "pupil":
        return
    trail = trail_of(case.model, _harmless(shared))
    for passage in passages(case.model):
        if passage.voice is Voice.TIER:
            found = [*_plain_trails(passage.text), *_found(trail, passage.text)]
            yield from _said(case.source, passage, found)
    parts = set(case.id.split("-"))
    leads = sorted(parts & {word.casefold() for word in trail.places}) + YEAR.findall(
        case.id.replace("-", " ")
    )
    if leads:
        yield error(
            case.source.mark(()),
            "case/trail",
            f"The file's name, “{case.id}”, holds “{leads[0]}”, which leads to the people in the story.",
            "File names travel with the pack.",
            "Rename the file with neutral words.",
        )


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    """A lesson can give away what its case study leaves out."""
    # It may speak of the country it is taught in; a pupil's story may not say where it happened.
    harmless = _harmless(context.shared) | context.shared.rules.countries
    for case in context.cases.values():
        trail = trail_of(case.model, harmless)
        known = Trail(trail.places, frozenset(), trail.phrases)
        for passage in context.passages:
            if passage.voice in (Voice.PUPIL, Voice.SPOKEN):
                yield from _said(context.lesson.source, passage, _found(known, passage.text))


def _harmless(shared: Shared) -> frozenset[str]:
    """Capitals that lead to nobody: how sentences begin, days, services of the help directory."""
    return shared.rules.ordinary | _names([service.name for service in shared.help.model.services])


def _names(texts: list[str]) -> frozenset[str]:
    """The capitalised words of four letters and more, in small letters."""
    return frozenset(re.sub(r"['’]s$", "", word.casefold()) for text in texts for word in NAME.findall(text))


def _plain_trails(text: str) -> list[tuple[str, str]]:
    years = [(found, "a year") for found in YEAR.findall(text)]
    return years + [(found[0].rstrip(".,;)"), "an address") for found in ADDRESS.finditer(text)]


def _found(trail: Trail, text: str) -> list[tuple[str, str]]:
    patterns = (rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in sorted(trail.phrases))
    hits = (re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
    found = [(hit[0], "a detail from its provenance") for hit in hits if hit]
    said = " ".join(words.casefold() for words, _ in found)
    for match in NAME.finditer(text):
        word = re.sub(r"['’]s$", "", match[0].casefold())
        inside = not SENTENCE_START.search(text[: match.start()])
        if (word in trail.places or (word in trail.titles and inside)) and word not in said:
            found.append((match[0], "a name from its provenance"))
    return found


def _said(source: Source, passage: Passage, found: list[tuple[str, str]]) -> Iterator[Diagnostic]:
    address: Address = passage.address
    for words, what in dict.fromkeys(found):
        yield error(
            source.mark(address),
            "case/trail",
            f"“{words}” is {what}, and leads from the pupils' story to real people.",
            "Pupils search for such words, and find names, pictures and reports.",
            "Leave it out. Where a story comes from stands in the teacher notes alone.",
            address,
        )
