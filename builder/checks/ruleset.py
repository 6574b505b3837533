"""`Rules`: everything in the rule files, read, typed and ready to find words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from builder.checks.rules import (
    AnyRule,
    Existence,
    FramesFile,
    Host,
    HostsFile,
    KindsFile,
    Occurrence,
    RequiredFile,
    RuleFile,
    Substitution,
    WaysFile,
    WordGroups,
)
from builder.content.text import Model
from builder.content.validate import validate
from builder.diagnostics import Diagnostic, any_error
from builder.source import read_text
from builder.words.cues import cues_of
from builder.words.finding import Finder
from builder.words.judge import Judge
from builder.words.phrases import Frames, FrameWords, Sentence, compiled
from builder.words.shipped import load_judge, read_compiled

M = TypeVar("M", bound=Model)
DATA = files("builder") / "data"
NOT_RULES = ("words.yaml", "frames.yaml", "required.yaml", "kinds.yaml", "ways.yaml")


@dataclass(frozen=True, slots=True)
class Wording:
    """What the rules are written in: word groups, frames, kinds of words, and ways to harm by name."""

    groups: Mapping[str, str]
    frames: FrameWords
    kinds: Mapping[str, str]
    ways: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Rules:
    """`finder` finds the words of `words`, `judge` what means the same; `said` knows required messages.

    `heard` is what has been found out: whether a sentence says a required message, by its name.
    """

    words: tuple[Existence | Substitution, ...]
    finder: Finder
    judge: Judge
    frames: Frames
    counts: tuple[tuple[Occurrence, re.Pattern[str]], ...]
    required: RequiredFile
    said: Mapping[str, re.Pattern[str]]
    hosts: Mapping[str, Host]
    drawings: frozenset[str]
    ordinary: frozenset[str]
    countries: frozenset[str]
    heard: dict[tuple[str, Sentence], bool] = field(default_factory=dict, compare=False)

    @property
    def worded(self) -> tuple[AnyRule, ...]:
        """Every rule of the rule files."""
        return (*self.words, *(rule for rule, _ in self.counts))


def load_rules() -> Rules:
    """The shipped rules. Raises ValueError for a fault in a rule file, which is ours and not an author's."""
    messaging = DATA / "messaging"
    known = _read(messaging / "words.yaml", WordGroups)
    groups = known.groups
    shown = Frames(_read(messaging / "frames.yaml", FramesFile).words(), groups)
    required = _read(messaging / "required.yaml", RequiredFile)
    rules = rules_of_files()
    words = tuple(rule for rule in rules if not isinstance(rule, Occurrence))
    found = [rule.word_rule() for rule in words]
    cues = _cues({pattern for rule in found for pattern in rule.patterns()}, groups)
    return Rules(
        words,
        Finder(found, groups, shown, cues),
        load_judge(),
        shown,
        tuple((rule, compiled((rule.pattern,), groups)) for rule in rules if isinstance(rule, Occurrence)),
        required,
        {message.id: compiled(message.any_of, groups) for message in required.messages},
        {host.host: host for host in _read(DATA / "sources.yaml", HostsFile).hosts},
        frozenset(f.name.removesuffix(".yaml") for f in (DATA / "drawings").iterdir()),
        frozenset(known.ordinary),
        frozenset(known.countries),
    )


def _cues(patterns: set[str], groups: Mapping[str, str]) -> dict[str, str]:
    """The cues of patterns: as they were stored for these word groups, or found now, which takes longer."""
    stored = read_compiled()
    known = stored["cues"] if stored["groups"] == groups else {}
    kept = {pattern: known[pattern] for pattern in patterns & known.keys()}
    return kept | cues_of(patterns - kept.keys(), groups)


def rules_of_files() -> list[AnyRule]:
    """Every rule of the rule files as people wrote it. Raises ValueError for a fault in one."""
    messaging = DATA / "messaging"
    names = sorted(f.name for f in messaging.iterdir() if f.name.endswith(".yaml"))
    return [
        rule for name in names if name not in NOT_RULES for rule in _read(messaging / name, RuleFile).rules
    ]


def load_wording() -> Wording:
    """Raises ValueError for a fault in one of its files."""
    messaging = DATA / "messaging"
    ways = _read(messaging / "ways.yaml", WaysFile).ways
    return Wording(
        _read(messaging / "words.yaml", WordGroups).groups,
        _read(messaging / "frames.yaml", FramesFile).words(),
        _read(messaging / "kinds.yaml", KindsFile).kinds,
        {name: way.model_dump(exclude_none=True) for name, way in ways.items()},
    )


def _read(file: Traversable, model: type[M]) -> M:
    source, said = read_text(file.read_bytes(), f"builder/data/{file.name}")
    if source is None:
        raise ValueError(_listed(said))
    found, faults = validate(model, source)
    if found is None or any_error(faults):
        raise ValueError(_listed(faults))
    return found


def _listed(said: list[Diagnostic]) -> str:
    return "\n".join(f"{d.mark} {d.rule}: {d.message}" for d in said)
