"""Sources: addresses that may be printed, and what a person must still read and confirm."""

import re
from collections.abc import Iterator, Mapping

from builder.checks.context import Context, Shared
from builder.checks.references import names_of_sources
from builder.checks.rules import Host
from builder.content.case_study import CaseStudy, PublicRecord
from builder.content.lesson import Lesson
from builder.content.loaded import Loaded
from builder.content.sources import Reference
from builder.diagnostics import Address, Diagnostic, did_you_mean, error, needs_person
from builder.source import Source

TYPED = re.compile(r"(?:https?://|www\.)[^\s)”\"]+")
# A bare host in a line on how to reach a service, such as “1-2-1 chat at childline.org.uk”.
BARE = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
WAYS = ("address", "chat", "link", "text")


def host_of(address: str) -> str:
    """The host of an address as the list writes it: small letters, no scheme, no www."""
    host = re.sub(r"^https?://", "", address.lower()).split("/")[0].split("?")[0].split(":")[0]
    return host.removeprefix("www.").rstrip(".,;")


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    lesson, hosts = context.lesson, context.shared.rules.hosts
    theirs = _of_other_countries(lesson.model, context.shared.help.model.country)
    ours = {name: source for name, source in lesson.model.sources.items() if name not in theirs}
    yield from _references(lesson.source, ours, hosts)
    for passage in context.passages:
        if "sources" not in passage.address:
            yield from _typed(lesson.source, passage.address, passage.text, hosts)
    for number, link in enumerate(lesson.model.curriculum_links):
        if link.status != "read" and link.country == context.shared.help.model.country:
            at: Address = ("curriculum_links", number, "status")
            yield needs_person(
                lesson.mark(*at),
                "curriculum/unread",
                f"{link.framework}: {link.topic}. Compare it with the document in force.",
                "A school that is inspected relies on it. Once it is read, set “status: read”.",
                "",
                at,
            )


def _of_other_countries(lesson: Lesson, country: str) -> set[str]:
    """Sources that only the curriculum links of other countries name: nobody here needs to read them."""
    links = {n for n, link in enumerate(lesson.curriculum_links) if link.country != country}
    named = list(names_of_sources(lesson))
    theirs = {name for at, name in named if at[0] == "curriculum_links" and at[1] in links}
    return theirs - {name for at, name in named if at[0] != "curriculum_links" or at[1] not in links}


def check_case(case: Loaded[CaseStudy], shared: Shared) -> Iterator[Diagnostic]:
    if isinstance(case.model.provenance, PublicRecord):
        for number, reference in enumerate(case.model.provenance.sources):
            at: Address = ("provenance", "sources", number)
            yield from _reference(case.source, at, reference, shared.rules.hosts)


def check_shared(shared: Shared) -> Iterator[Diagnostic]:
    hosts, directory = shared.rules.hosts, shared.help
    for file in (shared.safe_teaching, shared.help):
        yield from _references(file.source, file.model.sources, hosts)
    for number, service in enumerate(directory.model.services):
        for way in WAYS:
            for found in BARE.finditer(re.sub(r"https?://", "", getattr(service, way) or "")):
                at: Address = ("services", number, way)
                yield from _official(directory.source, at, found[0], hosts)


def _references(
    source: Source, references: Mapping[str, Reference], hosts: Mapping[str, Host]
) -> Iterator[Diagnostic]:
    for name, reference in references.items():
        yield from _reference(source, ("sources", name), reference, hosts)


def _reference(
    source: Source, at: Address, reference: Reference, hosts: Mapping[str, Host]
) -> Iterator[Diagnostic]:
    if reference.address:
        yield from _official(source, (*at, "address"), reference.address, hosts)
    work = f"{reference.publisher}, {reference.title}"
    for number, open_question in enumerate(reference.verify):
        here = (*at, "verify", number)
        yield needs_person(source.mark(here), "source/verify", f"{work}: {open_question}", "", "", here)
    if reference.confidence == "general-knowledge" and not reference.verify:
        yield needs_person(
            source.mark((*at, "confidence")),
            "source/verify",
            f"{work}: from general knowledge; read it and compare.",
            "",
            "",
            (*at, "confidence"),
        )


def _typed(source: Source, address: Address, text: str, hosts: Mapping[str, Host]) -> Iterator[Diagnostic]:
    for found in TYPED.finditer(text):
        yield from _official(source, address, found[0], hosts)


def _official(
    source: Source, address: Address, where: str, hosts: Mapping[str, Host]
) -> Iterator[Diagnostic]:
    host = host_of(where)
    if host in hosts:
        return
    near = did_you_mean(host, hosts)
    # With no host near in spelling it would list every one of them.
    hint = f"{near} " if near.startswith("Did") else ""
    yield error(
        source.mark(address),
        "source/not-official",
        f"“{host}” is not on the list of official and publishers' own addresses.",
        "Copies and mirrors change, and an address on a page sends people there.",
        f"{hint}Cite publisher, title and date alone, or add the host to builder/data/sources.yaml.",
        address,
    )
