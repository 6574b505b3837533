"""For programs: one JSON object that holds every diagnostic and the counts."""

import json
from collections.abc import Sequence

from builder.diagnostics import Diagnostic, Severity


def report(diagnostics: Sequence[Diagnostic]) -> str:
    """`{"diagnostics": [{file, line, column, severity, rule, message, why, hint, path}], "counts": {…}}`."""
    found = [
        {
            "file": d.mark.file,
            "line": d.mark.line,
            "column": d.mark.column,
            "severity": str(d.severity),
            "rule": d.rule,
            "message": d.message,
            "why": d.why,
            "hint": d.hint,
            "path": list(d.address),
        }
        for d in diagnostics
    ]
    counts = {str(s): sum(d.severity is s for d in diagnostics) for s in Severity}
    return json.dumps({"diagnostics": found, "counts": counts}, ensure_ascii=False, indent=2) + "\n"
