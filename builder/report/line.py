"""One line a diagnostic, as editors and grep read it: file:line:column: severity: message [rule]."""

from collections.abc import Sequence

from builder.diagnostics import Diagnostic


def report(diagnostics: Sequence[Diagnostic]) -> str:
    return "".join(f"{_line(d)}\n" for d in diagnostics)


def _line(d: Diagnostic) -> str:
    said = " ".join(part for part in (d.message, d.hint) if part)
    return f"{d.mark}: {d.severity}: {' '.join(said.split())} [{d.rule}]"
