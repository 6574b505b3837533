"""The last pages of the teacher notes: links, case backgrounds, help for staff, sources, what to check."""

from collections.abc import Iterator

from builder.content.activities import CaseStudyActivity
from builder.content.case_study import CaseQuestion, CaseStudy, Composite, PublicRecord
from builder.content.help import Service
from builder.content.loaded import Loaded
from builder.content.sources import Reference
from builder.diagnostics import Severity
from builder.document import (
    AnswerLines,
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Link,
    Paragraph,
    Rich,
    Section,
    Strong,
    Table,
    Text,
    TickList,
    rich,
    unbroken,
)
from builder.plan import notes
from builder.plan.brief import Brief
from builder.plan.people import crisis_lines
from builder.plan.school import staff_known


def appendix(brief: Brief) -> Iterator[Section]:
    yield from _curriculum(brief)
    yield from _cases(brief)
    yield _help(brief)
    yield _sources(brief)
    yield from _waived(brief)
    yield from _to_check(brief)


def _curriculum(brief: Brief) -> Iterator[Section]:
    words = brief.labels.teacher_notes
    links = [link for link in brief.lesson.curriculum_links if link.country == brief.checked.help.id]
    if not links:
        return
    status = {
        "read": words.status_read,
        "seen-in-summary": words.status_seen,
        "recalled": words.status_recalled,
    }
    rows = tuple((rich(link.framework), rich(link.topic), rich(status[link.status])) for link in links)
    yield Section(
        "curriculum",
        words.curriculum,
        (Table((words.framework, words.topic, words.status), rows, (4, 6, 3)),),
        brief.mark("curriculum_links"),
    )


def _cases(brief: Brief) -> Iterator[Section]:
    words = brief.labels.teacher_notes
    if not brief.checked.cases:
        return
    intro = Callout("never", brief.labels.notes.never, (Paragraph(rich(words.details_left_out)),))
    yield Section("cases", words.cases, (intro,), brief.mark("activities"))
    for loaded in brief.checked.cases.values():
        yield Section(
            f"cases.{loaded.id}",
            loaded.model.title,
            tuple(_case(brief, loaded)),
            loaded.mark("provenance"),
            level=2,
        )


def _case(brief: Brief, loaded: Loaded[CaseStudy]) -> Iterator[Block]:
    words, case = brief.labels.teacher_notes, loaded.model
    yield Paragraph(rich(getattr(brief.labels.provenance, case.provenance.kind)), "label")
    if case.someone_died:
        yield Callout("do", "", (Paragraph(rich(crisis_lines(brief))),))
    if case.staff_note:
        yield BulletList(tuple(rich(note) for note in case.staff_note))
    if isinstance(case.provenance, PublicRecord):
        record = case.provenance
        yield DefinitionList(((words.where, rich(record.where)), (words.when, rich(record.when))))
        yield Paragraph(rich(words.case_sources), "label")
        yield BulletList(tuple(_cite(source) for source in record.sources))
    if isinstance(case.provenance, Composite) and case.provenance.drawn_from:
        yield Paragraph(rich(words.drawn_from), "label")
        yield BulletList(tuple(rich(line) for line in case.provenance.drawn_from))
    yield from _not_shown(brief, loaded)
    if more := _not_asked(brief, loaded):
        yield Paragraph(rich(words.more_questions), "label")
        for question in more:
            yield Callout("answer", question.ask, (notes.listed(question.suggested_answers),))


def _not_shown(brief: Brief, loaded: Loaded[CaseStudy]) -> Iterator[Block]:
    """What the case has and no slide of this lesson shows: a teacher may want to say it."""
    shown = {slide for activity in _activities(brief, loaded.id) for slide in activity.shows}
    case, titles = loaded.model, brief.labels.parts
    parts = (
        ("opener", brief.labels.teacher_notes.tell_beforehand, (case.content_note,)),
        ("story", titles.story_so_far, tuple(f"{beat.when}: {beat.text}" for beat in case.story)),
        ("helped", titles.what_adults_did, case.what_the_adults_did),
        ("helped", titles.what_helped, case.what_helped),
        ("outcome", titles.how_it_turned_out, (case.outcome, case.key_message)),
    )
    for slide, title, lines in parts:
        if slide not in shown:
            yield Paragraph(rich(title), "label")
            yield BulletList(tuple(rich(line) for line in lines))


def _activities(brief: Brief, case: str) -> Iterator[CaseStudyActivity]:
    for activity in brief.lesson.activities:
        if isinstance(activity, CaseStudyActivity) and activity.case == case:
            yield activity


def _not_asked(brief: Brief, loaded: Loaded[CaseStudy]) -> tuple[CaseQuestion, ...]:
    """The case's questions that no activity of the lesson asks."""
    asked = {
        question.ask
        for activity in _activities(brief, loaded.id)
        if "talk" in activity.shows
        for question in loaded.model.asked(activity.questions)
    }
    return tuple(question for question in loaded.model.questions if question.ask not in asked)


def _help(brief: Brief) -> Section:
    """Every service of the country, those for staff and older pupils too."""
    words, directory = brief.labels.teacher_notes, brief.checked.help.model
    rows = tuple((rich(s.name), _reach(brief, s), rich(s.for_whom), rich(s.next)) for s in directory.services)
    header = (words.service, words.how, words.for_, words.then)
    ours: tuple[Block, ...] = (Paragraph(rich(directory.school_route)), *staff_known(brief))
    route = Callout("do", words.school_route, ours)
    return Section(
        "help", words.help, (route, Table(header, rows, (4, 5, 4, 6))), brief.checked.help.mark("services")
    )


def _reach(brief: Brief, service: Service) -> Rich:
    words = brief.labels.pupils
    ways = (
        (words.phone, service.phone),
        (words.text, service.text),
        (words.chat, service.chat),
        (words.web, service.address),
    )
    known = tuple(f"{way}: {value}" for way, value in ways if value)
    return rich(" · ".join(known))


def _sources(brief: Brief) -> Section:
    """Who says so. What is only general knowledge says that of itself."""
    words, checked = brief.labels.teacher_notes, brief.checked
    every: dict[str, Reference] = {}
    for group in (brief.lesson.sources, checked.help.model.sources, checked.safe_teaching.model.sources):
        for source in group.values():
            every.setdefault(f"{source.publisher} {source.title}", source)
    cited = tuple(
        _cite(source) if source.confidence == "sourced" else (*_cite(source), Text(f" {words.general}"))
        for _, source in sorted(every.items())
    )
    blocks = (Paragraph(rich(words.sourced)), BulletList(cited), Paragraph(rich(words.licence), "small"))
    return Section("sources", words.sources, blocks, brief.mark("sources"))


def _cite(source: Reference) -> Rich:
    words = f"{source.publisher}: {source.title} ({source.date})."
    if source.address is None:
        return rich(words)
    return (Text(f"{words} "), Link(source.address.removeprefix("https://"), source.address))


def _waived(brief: Brief) -> Iterator[Section]:
    """Which rules were set aside, and why: whoever teaches from the pack should know."""
    if not brief.checked.waived:
        return
    words = brief.labels.teacher_notes
    rows = tuple((rich(one.rule), rich(one.message), rich(one.reason)) for one in brief.checked.waived)
    table = Table((words.rule, words.what_it_says, words.reason), rows, (3, 5, 5))
    yield Section("waived", words.waived, (table,), brief.mark("waivers"))


def _to_check(brief: Brief) -> Iterator[Section]:
    """What pupils may ring comes first: it matters most, and a person can settle it in an hour."""
    words = brief.labels.teacher_notes
    waiting = [f for f in brief.checked.findings if f.severity is Severity.NEEDS_PERSON]
    if not waiting:
        return
    groups: dict[str, tuple[str, list[str]]] = {
        "help": (words.check_help, []),
        "case": (words.check_cases, []),
        "curriculum": (words.check_curriculum, []),
        "source": (words.check_sources, []),
    }
    other: tuple[str, list[str]] = (words.check_other, [])
    for finding in waiting:
        said = f"{finding.message} {finding.hint}".strip()
        kind = finding.rule.split("/")[0]
        items = groups.get("case" if kind == "review" else kind, other)[1]
        # Two findings may say the same of two places; a person ticks it off once.
        if said not in items:
            items.append(said)
    yield Section(
        "to-check",
        words.to_check,
        (Paragraph(rich(words.to_check_intro)),),
        brief.mark("title"),
        new_page=True,
    )
    for index, (title, items) in enumerate((*groups.values(), other)):
        if items:
            ticks = TickList(tuple(_named(item) for item in items))
            yield Section(
                f"to-check.{index}",
                title,
                (ticks, AnswerLines(rich(words.checked_by), 1)),
                brief.mark("title"),
                level=2,
            )


def _named(item: str) -> Rich:
    """“Childline: ring the number”, with the name strong, so that the eye finds it."""
    name, colon, rest = item.partition(": ")
    return (Strong(name), Text(unbroken(f": {rest}"))) if colon else rich(item)
