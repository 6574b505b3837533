"""For GitHub's runners: one workflow command a diagnostic, shown beside the line in a pull request."""

from collections.abc import Sequence

from builder.diagnostics import Diagnostic, Severity
from builder.report.run import SHIPPED

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NEEDS_PERSON: "notice"}


def report(diagnostics: Sequence[Diagnostic]) -> str:
    """Empty without diagnostics; otherwise lines such as `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(f"{_command(found)}\n" for found in diagnostics)


def _command(found: Diagnostic) -> str:
    said = " ".join(part for part in (found.message, found.hint) if part)
    properties = {"title": found.rule}
    if found.mark.file.startswith(SHIPPED):
        # The file is not in the repository, so the place has to be said in words.
        said = f"{found.mark}: {said}"
    else:
        place = {"file": found.mark.file, "line": str(found.mark.line), "col": str(found.mark.column)}
        properties = place | properties
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[found.severity]} {listed}::{_message(said)}"


def _message(text: str) -> str:
    """As the runner's own toolkit escapes it; the percent sign first, so that it is not escaped twice."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
