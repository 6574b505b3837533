"""Diagnostics become text. REPORTS is the table of forms; each takes the list and gives a string."""

from collections.abc import Callable, Sequence

from builder.diagnostics import Diagnostic
from builder.report import human, json, line

REPORTS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "human": human.report,
    "line": line.report,
    "json": json.report,
}
