"""Diagnostics become text. REPORTS is the table of forms; each takes the list and gives a string."""

from collections.abc import Callable, Sequence

from builder.diagnostics import Diagnostic
from builder.report import github, human, json, junit, line, sarif
from builder.report.run import Run

OF_A_RUN: dict[str, Callable[[Sequence[Diagnostic], Run], str]] = {
    "sarif": sarif.report,
    "junit": junit.report,
}
"""Forms that say more when they are told of the run as well."""

REPORTS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "human": human.report,
    "line": line.report,
    "json": json.report,
    "sarif": sarif.report,
    "junit": junit.report,
    "github": github.report,
}
