"""Who may read a case study, and what a person must still settle about it. None of it can be waived."""

from collections.abc import Iterator

from builder.checks.context import Context, Shared, readers_of
from builder.content.activities import CaseStudyActivity
from builder.content.case_study import CaseStudy, PublicRecord
from builder.content.loaded import Loaded
from builder.content.text import Voice, passages
from builder.diagnostics import Address, Diagnostic, error, needs_person
from builder.words.finding import Audience
from builder.words.phrases import sentences

# What speaks of a death or of suicide: such a case is for staff, whatever its flag says.
MAY_SEE: dict[Audience, tuple[Audience, ...]] = {
    "pupil": ("pupil",),
    "parent": ("pupil", "parent"),
    "staff": ("pupil", "parent", "staff"),
}
OF_DEATH = ("messaging/death", "messaging/suicide")


def check_lesson(context: Context) -> Iterator[Diagnostic]:
    for number, activity in enumerate(context.lesson.model.activities):
        if not isinstance(activity, CaseStudyActivity) or activity.case not in context.cases:
            continue
        tier = context.cases[activity.case].model.tier
        if tier not in MAY_SEE[readers_of(context.lesson.model)]:
            at: Address = ("activities", number, "case")
            yield error(
                context.lesson.mark(*at),
                "case/tier",
                f"The case study “{activity.case}” is for {'parents' if tier == 'parent' else 'staff'}, "
                f"and this is for {context.lesson.model.audience}.",
                "It may hold what a frightened pupil should not read alone.",
                f"Use a case study with “tier: {readers_of(context.lesson.model)}”.",
                at,
            )


def check_case(case: Loaded[CaseStudy], shared: Shared) -> Iterator[Diagnostic]:
    model = case.model
    if model.someone_died and model.tier != "staff":
        yield error(
            case.mark("someone_died"),
            "case/death",
            f"Someone died in this case, and it is for {'pupils' if model.tier == 'pupil' else 'parents'}.",
            "Pupils would search for it, and young people are open to imitation.",
            "Write “tier: staff”, and choose another story for everyone else.",
            ("someone_died",),
        )
    elif model.tier != "staff":
        yield from _told(case, shared)
    if isinstance(model.provenance, PublicRecord):
        for number, open_question in enumerate(model.provenance.verify):
            at: Address = ("provenance", "verify", number)
            yield needs_person(
                case.mark(*at),
                "case/verify",
                f"Case study “{model.title}”, to settle: {open_question}",
                "A true story has to be true, and must not hurt the people in it.",
                "",
                at,
            )


def _told(case: Loaded[CaseStudy], shared: Shared) -> Iterator[Diagnostic]:
    for passage in passages(case.model):
        if passage.voice is not Voice.TIER:
            continue
        found = [
            hit.words
            for sentence in sentences(passage.text)
            for hit in shared.rules.finder.hits(sentence, "pupil")
            if hit.rule.id in OF_DEATH
        ]
        if found:
            yield error(
                case.source.mark(passage.address),
                "case/death",
                f"“{found[0]}” tells of a death or of suicide, and “someone_died” is false.",
                "Pupils would search for it, and young people are open to imitation.",
                "If it is so, write “someone_died: true” and “tier: staff”; otherwise use other words.",
                passage.address,
            )
