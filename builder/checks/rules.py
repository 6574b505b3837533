"""The rules as people write them in `data/messaging`: kinds in code, words in YAML."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from builder.content.help import Ages, Role
from builder.content.text import Model, Slug
from builder.words.finding import Audience, WordRule
from builder.words.phrases import FrameWords

DocumentName = Literal["slides", "handout", "teacher-notes"]
RuleId = Annotated[str, StringConstraints(pattern=r"^messaging/[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1)]
Pattern = Annotated[str, StringConstraints(min_length=2)]
Examples = Annotated[tuple[Words, ...], Field(min_length=1)]


class WordGroups(Model):
    """`groups` for patterns; `ordinary` capitals and `countries` for what leads to the people in a story."""

    groups: dict[str, Pattern]
    ordinary: tuple[Words, ...]
    countries: tuple[Words, ...]


class FramesFile(Model):
    negated: tuple[Pattern, ...]
    negated_subjects: tuple[Pattern, ...]
    negation_stops: Pattern
    negation_verbs: Pattern
    negation_opens: Pattern
    before: tuple[Pattern, ...]
    before_any: tuple[Pattern, ...]
    before_quoted: tuple[Pattern, ...]
    quoted_stops: Pattern
    to_say: tuple[Pattern, ...]
    breaks: Pattern
    after: tuple[Pattern, ...]
    next: tuple[Pattern, ...]

    def words(self) -> FrameWords:
        return FrameWords(**dict(self))


class KindsFile(Model):
    kinds: dict[str, Words]


class Way(Model):
    """The rule that explains a way to harm, and what a finding says of it if not the rule's own summary."""

    rule: RuleId
    summary: Words | None = None


class WaysFile(Model):
    ways: dict[str, Way]


class Rule(Model):
    """What every rule has. Its own examples are tested: `bad` is found, `good` is left alone.

    `unless` excuses words that it overlaps or stands right beside. `negation: false` finds the words
    behind a “don't” too; `framing: false` finds them where they are shown as words not to say. `framed`
    examples pass with parents and staff and earn a warning with pupils. A rule that can't be waived sees
    a frame round quoted words alone. `policy` marks a rule on what a page may hold rather than on harm;
    `lesson_only` one that other people's texts needn't keep.

    `as_choice` leaves the words alone as a wrong answer and on a card for a tray that doesn't help,
    `as_vote` among the options of an open question; `as_message` only warns in a stranger's message.
    """

    id: RuleId
    summary: Words
    severity: Literal["error", "warning"]
    audiences: Annotated[tuple[Audience, ...], Field(min_length=1)]
    ages: Ages = Ages()
    waivable: bool = True
    waivable_for_pupils: bool = True
    negation: bool = True
    framing: bool = True
    as_choice: bool = False
    as_vote: bool = False
    as_message: bool = False
    policy: bool = False
    lesson_only: bool = False
    why: Words
    instead: tuple[Words, ...]
    source: Words
    unless: tuple[Pattern, ...] = ()
    bad: Examples
    good: Examples
    framed: tuple[Words, ...] = ()

    def told(self) -> dict[str, Any]:
        """The fields that a `WordRule` has too."""
        told = {name: value for name, value in self if name in WordRule.__dataclass_fields__}
        return told | {"every_age": self.ages == Ages()}


class Existence(Rule):
    """Words that must not stand; `pupil_patterns` only in what pupils read and hear."""

    kind: Literal["existence"]
    patterns: tuple[Pattern, ...]
    pupil_patterns: tuple[Pattern, ...] = ()

    def word_rule(self) -> WordRule:
        phrases = tuple((pattern, "") for pattern in self.patterns)
        return WordRule(**self.told(), phrases=phrases, for_pupils_alone=self.pupil_patterns)


class Swap(Model):
    find: Pattern
    say: Words


class Substitution(Rule):
    """Words to change for better ones."""

    kind: Literal["substitution"]
    swaps: Annotated[tuple[Swap, ...], Field(min_length=1)]

    def word_rule(self) -> WordRule:
        return WordRule(**self.told(), phrases=tuple((swap.find, swap.say) for swap in self.swaps))


class Occurrence(Rule):
    """How often words may or must be printed for pupils, in a lesson or on one slide of it."""

    kind: Literal["occurrence"]
    pattern: Pattern
    per: Literal["lesson", "slide"]
    at_most: Annotated[int, Field(ge=0)] | None = None
    at_least: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _says_how_often(self) -> "Occurrence":
        if self.at_most is None and self.at_least is None:
            raise ValueError("say at_most or at_least")
        return self


AnyRule = Annotated[Existence | Substitution | Occurrence, Field(discriminator="kind")]


class RuleFile(Model):
    rules: Annotated[tuple[AnyRule, ...], Field(min_length=1)]


class RequiredMessage(Model):
    """Something that must be said, by age and document; any one of the patterns says it.

    `fits` is the place in the lesson (or, for staff, in the safe-teaching text) where it would go;
    `holds_no` marks a message that has a “not” or a “never” in it itself.
    """

    id: Slug
    summary: Words
    audience: Audience
    ages: Ages
    documents: Annotated[tuple[DocumentName, ...], Field(min_length=1)]
    any_of: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    why: Words
    say: Annotated[tuple[Words, ...], Field(min_length=1, max_length=3)]
    fits: Literal["key_messages", "what_to_do", "ground_rules", "content_note", "safe_teaching"]
    source: Words
    holds_no: bool = False
    good: Examples
    bad: tuple[Words, ...] = ()


class RequiredService(Model):
    """A kind of help that must be printed; `ways` are the ways to reach it, one of each group at least."""

    id: Slug
    summary: Words
    ages: Ages
    documents: Annotated[tuple[DocumentName, ...], Field(min_length=1)]
    help_role: Role
    ways: tuple[tuple[Literal["phone", "text", "chat", "address", "link"], ...], ...] = ()
    limits: bool = False
    why: Words
    source: Words


class RequiredFile(Model):
    messages: tuple[RequiredMessage, ...]
    services: tuple[RequiredService, ...]


class Host(Model):
    """A host whose addresses may be printed: official, or the publisher's own."""

    host: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    owner: Words
    why: Words


class HostsFile(Model):
    hosts: tuple[Host, ...]
