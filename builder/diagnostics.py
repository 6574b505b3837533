"""What is wrong, where, why, and what to try: the one form in which faults reach an author.

Floor 0. An author's fault is a value and is collected; an exception here means our own fault.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Address = tuple[str | int, ...]
"""The address of a value in a file, such as ``("activities", 2, "title")``."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in an author's file; line and column count from 1, column in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Mark("", 0, 0)
"""Stands for any mark where it makes no difference."""


class Severity(StrEnum):
    """An error stops the pack; a warning fails under --strict; needs-person stamps DRAFT."""

    ERROR = "error"
    WARNING = "warning"
    NEEDS_PERSON = "needs-person"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: `message` says what, `why` says why it matters, `hint` says what to try."""

    mark: Mark
    severity: Severity
    rule: str
    message: str
    why: str = ""
    hint: str = ""
    address: Address = ()

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def error(
    mark: Mark, rule: str, message: str, why: str = "", hint: str = "", address: Address = ()
) -> Diagnostic:
    return Diagnostic(mark, Severity.ERROR, rule, message, why, hint, address)


def warning(
    mark: Mark, rule: str, message: str, why: str = "", hint: str = "", address: Address = ()
) -> Diagnostic:
    return Diagnostic(mark, Severity.WARNING, rule, message, why, hint, address)


def needs_person(
    mark: Mark, rule: str, message: str, why: str = "", hint: str = "", address: Address = ()
) -> Diagnostic:
    return Diagnostic(mark, Severity.NEEDS_PERSON, rule, message, why, hint, address)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics sorted by place, each said once."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.mark, d.severity != Severity.ERROR, d.rule, d.message))


def any_error(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.is_error for d in diagnostics)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known words, or, where none is near, all of them."""
    import difflib

    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=2, cutoff=0.6)
    if near:
        return "Did you mean " + " or ".join(f"“{name}”" for name in near) + "?"
    return "Known here: " + ", ".join(names) + "." if names else ""
