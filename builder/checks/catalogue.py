"""Every rule of the checks: its id, what it asks for, and whether a lesson may waive it."""

from dataclasses import dataclass

from builder.checks.rules import AnyRule, Occurrence
from builder.checks.ruleset import Rules
from builder.diagnostics import Severity

ERROR, WARNING, PERSON = Severity.ERROR, Severity.WARNING, Severity.NEEDS_PERSON


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """`waivable_for_pupils: false` keeps a waivable rule in what pupils read and hear."""

    id: str
    severity: Severity
    summary: str
    waivable: bool = False
    waivable_for_pupils: bool = True


RULES: tuple[RuleInfo, ...] = (
    RuleInfo("structure/minutes", ERROR, "The parts take as many minutes as the lesson.", True),
    RuleInfo("structure/ending", ERROR, "One plenary, then the help, then one calm ending."),
    RuleInfo("structure/same-id", ERROR, "Activities, slides and trays each have a name of their own."),
    RuleInfo("structure/empty-part", ERROR, "A part of the lesson that a slide shows is there."),
    RuleInfo("structure/lit", ERROR, "Words to set in light stand in their statement."),
    RuleInfo("structure/worksheet", ERROR, "A worksheet belongs to an activity that has one."),
    RuleInfo("structure/gap", ERROR, "A sentence with a gap has a word in double square brackets."),
    RuleInfo("structure/grid", ERROR, "Every row of a paper's table has a cell for each column."),
    RuleInfo("structure/never", ERROR, "Words never to be said stand on no pupils' paper."),
    RuleInfo("structure/tray", ERROR, "Every card goes into a tray that is there."),
    RuleInfo("structure/answer", ERROR, "A quiz question's answer is one of its options."),
    RuleInfo("structure/question", ERROR, "A question picked from a case study is there."),
    RuleInfo("reference/unknown", ERROR, "A case study or source that is named is there."),
    RuleInfo("reference/unused", WARNING, "Every source of a lesson is named somewhere in it.", True),
    RuleInfo("case/death", ERROR, "A case in which someone died is for staff alone."),
    RuleInfo("case/tier", ERROR, "A lesson for pupils uses case studies for pupils."),
    RuleInfo("case/trail", ERROR, "No year, address or name leads from a pupils' story to real people."),
    # A school may have reason to print its own address or name in its own lesson; a story never has.
    RuleInfo("case/identity", ERROR, "No number, address, account, school or town leads to a person.", True),
    RuleInfo("case/verify", PERSON, "Somebody has settled what is open about a true story."),
    RuleInfo("picture/which", ERROR, "A picture is a drawing or a file, one of the two."),
    RuleInfo("picture/alt", ERROR, "A picture is described, or marked as decorative."),
    RuleInfo("picture/missing", ERROR, "A drawing or picture file that is named is there."),
    RuleInfo("source/missing", ERROR, "A figure stands beside its source.", True),
    RuleInfo("source/not-official", ERROR, "An address is official or the publisher's own."),
    RuleInfo(
        "source/verify", PERSON, "Somebody has read what a source was only recalled or seen in part for."
    ),
    RuleInfo("curriculum/unread", PERSON, "Somebody has read a curriculum link in the document in force."),
    RuleInfo("help/missing", ERROR, "The help that pupils of this age need is named and printed."),
    RuleInfo("help/phone", ERROR, "A phone number holds figures."),
    RuleInfo("help/checked", ERROR, "A check has a date and a name."),
    RuleInfo("help/unconfirmed", PERSON, "Somebody has confirmed every service that is printed for pupils."),
    RuleInfo("help/old-check", PERSON, "What is printed of help was checked within the last months."),
    RuleInfo("messaging/required", ERROR, "What pupils of this age must hear is said in each document."),
    RuleInfo(
        "review/unsigned", PERSON, "A second person has signed every case study and every changed text."
    ),
    RuleInfo("review/changed", PERSON, "What was signed is what is used, word for word."),
    RuleInfo("review/author", PERSON, "Somebody else than the author signs."),
    RuleInfo("waiver/unknown", ERROR, "A waiver names a rule and a place that are there."),
    RuleInfo("waiver/refused", ERROR, "A waiver sets aside only what may be set aside."),
    RuleInfo("waiver/unused", WARNING, "A waiver sets something aside."),
)

# Apart from the rest: counting syllables needs a dictionary, so only `lessonpack check` asks it.
READING = RuleInfo("reading/level", WARNING, "What pupils read is no harder than their age.")


def _summary(rule: AnyRule) -> str:
    subject = f"No {rule.per}" if isinstance(rule, Occurrence) else "Nothing"
    return f"{subject} {rule.summary}."


def all_rules(rules: Rules) -> list[RuleInfo]:
    """The rules in code and those in the rule files, in order of their ids."""
    worded = [
        RuleInfo(rule.id, Severity(rule.severity), _summary(rule), rule.waivable, rule.waivable_for_pupils)
        for rule in rules.worded
    ]
    return sorted((*RULES, READING, *worded), key=lambda info: info.id)
