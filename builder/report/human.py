"""For people: the fault, why it matters, what to try; what waits for a person comes last."""

import textwrap
from collections.abc import Iterator, Sequence

from builder.diagnostics import Diagnostic, Severity, any_error

WIDTH = 96


def report(diagnostics: Sequence[Diagnostic]) -> str:
    """Empty without diagnostics; otherwise ends with a newline."""
    faults = [d for d in diagnostics if d.severity is not Severity.NEEDS_PERSON]
    waiting = [d for d in diagnostics if d.severity is Severity.NEEDS_PERSON]
    lines = [line for fault in faults for line in (*_fault(fault), "")]
    if waiting and any_error(faults):
        # The faults must not scroll away under what can wait.
        lines += [f"Waiting for a person: {len(waiting)}, listed once the errors are gone.", ""]
    elif waiting:
        lines += [f"Waiting for a person ({len(waiting)}); until then the pack is marked DRAFT:"]
        lines += [line for one in waiting for line in _waiting(one)]
        lines += [""]
    if diagnostics:
        lines += [summary(diagnostics)]
    return "".join(f"{line}\n" for line in lines)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    counts = {severity: sum(d.severity is severity for d in diagnostics) for severity in Severity}
    parts = [
        _count(counts[Severity.ERROR], "error"),
        _count(counts[Severity.WARNING], "warning"),
        f"{counts[Severity.NEEDS_PERSON]} waiting for a person",
    ]
    return ", ".join(parts) + "."


def _count(n: int, word: str) -> str:
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _fault(d: Diagnostic) -> Iterator[str]:
    # The address is what a waiver points with.
    at = f"  at {'.'.join(str(part) for part in d.address)}" if d.address else ""
    yield f"{d.mark}  {d.severity}  {d.rule}{at}"
    yield from _wrapped(d.message, "    ", "    ")
    if d.why:
        yield from _wrapped(f"Why: {d.why}", "    ", "         ")
    if d.hint:
        yield from _wrapped(f"Try: {d.hint}", "    ", "         ")


def _waiting(d: Diagnostic) -> Iterator[str]:
    yield from _wrapped(f"{d.message} {d.hint}".strip(), "  - ", "    ")
    yield f"    {d.mark}  {d.rule}"


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    # A long address must stay whole, so that it can be clicked.
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
