"""The page for a meeting: what was read, what was found, and what to look at first."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import PurePath

from builder.audit import Audited, Met
from builder.audit.rules import RULES
from builder.content.adult_labels import AuditWords
from builder.diagnostics import Mark, Severity
from builder.document import (
    Block,
    Callout,
    Document,
    Furniture,
    Paragraph,
    Rich,
    Section,
    Strong,
    Table,
    Text,
)
from builder.document import rich as as_rich
from builder.words.finding import Audience

FIRST = 10
MOST_FILES = 5
MOST_RULES = 6
LONGEST_NAME = 46
LONGEST_WORDS = 90

Printable = Callable[[str], str]


def summary(
    audited: Sequence[Audited],
    audience: Audience,
    titles: dict[str, str],
    words: AuditWords,
    page: str,
    date: str,
    printable: Printable,
    first: int = FIRST,
) -> Document:
    """`titles` says each rule in words, `printable` leaves out what no font has, `first` are told in full."""
    where = Mark(audited[0].file, 1, 1)
    met = _most_serious(audited)
    told = met[:first]
    sections = [Section("read", words.read, (_files(audited, words, printable),), where, level=2)]
    if met:
        sections.append(Section("found", words.found, (_rules(audited, titles, words),), where, level=2))
    if told:
        several = sum(one.read is not None for one in audited) > 1
        blocks: list[Block] = [_table(told, several, words, printable)]
        if len(met) > len(told):
            blocks.append(Paragraph(as_rich(words.more.replace("{n}", str(len(met) - len(told)))), "small"))
        sections.append(Section("first", words.first, tuple(blocks), where, level=2))
    elif not met:
        sections.append(Section("clean", words.found, (Paragraph(as_rich(words.clean)),), where, level=2))
    limits = Callout("note", words.limits, (Paragraph(as_rich(words.limits_text)),))
    sections.append(Section("limits", "", (limits,), where))
    said = words.subtitle.replace("{readers}", words.readers[audience]).replace("{date}", date)
    return Document(
        name="audit",
        medium="pages",
        edition="staff",
        title=words.title,
        subtitle=said,
        language="en-GB",
        date=date,
        furniture=Furniture(words.title, page),
        sections=tuple(sections),
    )


def _most_serious(audited: Sequence[Audited]) -> list[tuple[str, Met]]:
    """Errors first; of each rule one, then of each rule another, so that ten show what there is."""
    ordered: list[tuple[str, Met]] = []
    for severity in ("error", "warning"):
        by_rule: dict[str, list[tuple[str, Met]]] = {}
        for one in audited:
            for met in one.met:
                if met.finding.severity == severity:
                    by_rule.setdefault(met.finding.rule, []).append((one.file, met))
        often = sorted(by_rule.values(), key=len, reverse=True)
        ordered += [met for turn in zip_longest(*often) for met in turn if met is not None]
    return ordered


def _files(audited: Sequence[Audited], words: AuditWords, printable: Printable) -> Table:
    rows = [_file(one, words, printable) for one in audited[:MOST_FILES]]
    if len(audited) > MOST_FILES:
        rest = audited[MOST_FILES:]
        more = words.more_files.replace("{n}", str(len(rest)))
        unread = sum(one.read is None for one in rest)
        note = words.more_unreadable.replace("{n}", str(unread)) if unread else ""
        rows.append((as_rich(more), as_rich(note), *_counts(rest)))
    return Table((words.file, words.extent, words.errors, words.warnings), tuple(rows), (8, 5, 2, 2))


def _file(one: Audited, words: AuditWords, printable: Printable) -> tuple[Rich, ...]:
    name = as_rich(printable(_name(one.file)))
    if one.read is None:
        return name, as_rich(words.unreadable), (), ()
    single, several = words.units[one.read.unit]
    extent = single if one.read.count == 1 else several.replace("{n}", str(one.read.count))
    return name, as_rich(extent), *_counts([one])


def _counts(audited: Sequence[Audited]) -> tuple[Rich, Rich]:
    said = Counter(d.severity for one in audited for d in one.said if one.read is not None)
    return as_rich(str(said[Severity.ERROR])), as_rich(str(said[Severity.WARNING]))


def _rules(audited: Sequence[Audited], titles: dict[str, str], words: AuditWords) -> Table:
    """Two rules a row: a page holds little."""
    counted = Counter(d.rule for one in audited for d in one.said if one.read is not None)
    often = counted.most_common(MOST_RULES)
    cells = [(as_rich((titles | RULES)[rule]), as_rich(str(count))) for rule, count in often]
    rest = sum(counted.values()) - sum(count for _, count in often)
    if rest:
        cells[-1:] = [(as_rich(words.others), as_rich(str(rest + often[-1][1])))]
    half = (len(cells) + 1) // 2
    rows = [(*left, *right) for left, right in zip_longest(cells[:half], cells[half:], fillvalue=((), ()))]
    return Table((), tuple(rows), (14, 2, 14, 2))


def _table(told: Sequence[tuple[str, Met]], several: bool, words: AuditWords, printable: Printable) -> Table:
    rows: list[tuple[Rich, ...]] = []
    places: dict[str, str] = {}
    for file, met in told:
        place = met.place.words
        if several:
            place = words.of_file.replace("{place}", place).replace("{file}", printable(_name(file)))
        one = met.finding
        number = sum(other.finding.rule == one.rule for _, other in told[: len(rows)])
        why = words.as_above.replace("{place}", places[one.rule]) if one.rule in places else one.why
        places.setdefault(one.rule, place[:1].lower() + place[1:])
        # Another way to say it, where the same rule has been met before.
        better = one.instead[number % len(one.instead)] if one.instead else ""
        rows.append(
            (
                as_rich(place),
                (Strong(f"“{printable(_short(met.words, LONGEST_WORDS))}”"),),
                as_rich(why),
                (Text(better),),
            )
        )
    return Table(
        (words.where, words.quoted, words.why, words.instead),
        tuple(rows),
        (7, 8, 12, 10) if several else (4, 8, 13, 11),
    )


def _name(file: str) -> str:
    return _short(PurePath(file).name or file, LONGEST_NAME)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
