"""Diagnostics become text. REPORTS is the table of forms; each takes the list and gives a string."""

from collections.abc import Callable
from importlib import import_module


def _late(form: str) -> Callable[..., str]:
    """The form's function, whose module is loaded when it is first called: one run speaks in one form."""

    def report(*said: object) -> str:
        text: str = import_module(f"builder.report.{form}").report(*said)
        return text

    return report


REPORTS = {form: _late(form) for form in ("human", "line", "json", "sarif", "junit", "github")}
OF_A_RUN = {"sarif", "junit"}
"""Forms that say more when they are told of the run as well."""
