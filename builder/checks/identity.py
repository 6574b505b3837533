"""No real person in what a school writes: no number, address, account, birthday, school or home town.

`trail` guards true stories by what their own sources say. An invented story has no sources, so here the
forms speak: what looks like a telephone number, or like somebody's name beside a place.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from builder.checks import contacts, named
from builder.checks.context import Context, Shared
from builder.checks.found import Found
from builder.checks.rules import Host
from builder.checks.trail import ADDRESS
from builder.content.case_study import CaseStudy, PublicRecord
from builder.content.help import HelpDirectory
from builder.content.loaded import Loaded
from builder.content.text import Passage, Voice, passages
from builder.diagnostics import Diagnostic, error
from builder.source import Source

WHY = "Pupils search for such words, and someone whom they fit may be sitting in the room."
WRITTEN = ("phone", "text", "chat", "address", "link", "what", "next", "limits")
READ_BY_PUPILS = (Voice.PUPIL, Voice.SPOKEN, Voice.QUOTED)


@dataclass(frozen=True, slots=True)
class Known:
    """What leads to services and not to a person: their numbers, addresses, hosts and names."""

    country: str
    figures: frozenset[str]
    hosts: Set[str]
    names: frozenset[str]


def known_of(directory: HelpDirectory, hosts: Mapping[str, Host]) -> Known:
    written = [
        text
        for service in directory.services
        for way in WRITTEN
        if (text := getattr(service, way)) is not None
    ]
    figures = (re.sub(r"\D", "", number) for text in written for number in contacts.NUMBER.findall(text))
    names = [directory.name, directory.lead, *(service.name for service in directory.services)]
    addresses = {host for text in written for host in contacts.hosts_in(text)}
    return Known(
        directory.country,
        frozenset(figures),
        addresses | hosts.keys(),
        frozenset(word.casefold() for name in names for word in re.findall(r"[\w’'-]+", name)),
    )


def found_in(text: str, known: Known) -> list[Found]:
    """What in `text` may lead to a private person, in the order of the words; nothing is said twice."""
    found = [
        *contacts.found_in(text, known.country, known.figures, known.hosts),
        *named.found_in(text, known.names),
    ]
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    known = _known(context.shared)
    for passage in context.passages:
        if passage.voice in READ_BY_PUPILS and "sources" not in passage.address:
            yield from _said(context.lesson.source, passage, found_in(passage.text, known))


def check_case(case: Loaded[CaseStudy], shared: Shared) -> Iterator[Diagnostic]:
    """A true story is left to `trail`: its sources say what leads to the people in it."""
    if isinstance(case.model.provenance, PublicRecord):
        return
    known = _known(shared)
    for passage in passages(case.model):
        if passage.address[0] == "provenance":
            continue
        found = found_in(passage.text, known)
        if case.model.tier == "pupil" and passage.voice is Voice.TIER:
            # Those `trail` names already, in every story for pupils.
            led = [match.span() for match in ADDRESS.finditer(passage.text)]
            found = [one for one in found if not any(a <= one.start < b for a, b in led)]
        yield from _said(case.source, passage, found)


def _known(shared: Shared) -> Known:
    return known_of(shared.help.model, shared.rules.hosts)


def _said(source: Source, passage: Passage, found: list[Found]) -> Iterator[Diagnostic]:
    for kind, words in dict.fromkeys((one.kind, one.words) for one in found):
        yield error(
            source.mark(passage.address),
            "case/identity",
            f"“{words}” looks like {kind.what}, and may lead to a real person.",
            WHY,
            kind.instead,
            passage.address,
        )
