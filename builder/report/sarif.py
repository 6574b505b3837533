"""For code scanning (GitHub's and others'): one run in SARIF 2.1.0, the OASIS form for results of checks."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from builder.diagnostics import Diagnostic, Severity
from builder.report.run import NOTHING_KNOWN, SHIPPED, TOOL, Run

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NEEDS_PERSON: "note"}
# The version in the name lets the recipe change without old findings passing for new ones.
FINGERPRINT = "lessonpackFinding/v1"
REPOSITORY = "%SRCROOT%"
WITH_THE_TOOL = "SHIPPED"
BASES = {
    REPOSITORY: {"description": {"text": "The folder that was checked."}},
    WITH_THE_TOOL: {"description": {"text": "What comes with the tool."}},
}


def report(diagnostics: Sequence[Diagnostic], run: Run = NOTHING_KNOWN) -> str:
    """A log with one run. Its rules are those that spoke, in order of their ids."""
    spoke: dict[str, Severity] = {}
    for found in diagnostics:
        spoke.setdefault(found.rule, found.severity)
    ids = sorted(spoke)
    driver: dict[str, Any] = {"name": TOOL, "rules": [_rule(id_, spoke[id_], run) for id_ in ids]}
    if run.version:
        driver["version"] = run.version
    places = {id_: number for number, id_ in enumerate(ids)}
    seen: Counter[str] = Counter()
    results = [_result(found, places[found.rule], _fingerprint(found, seen)) for found in diagnostics]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": "en",
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": BASES,
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(id_: str, severity: Severity, run: Run) -> dict[str, Any]:
    summary = run.summaries.get(id_, id_)
    more = f"“{TOOL} rules {id_}” says why, and what to write instead."
    return {
        "id": id_,
        "shortDescription": {"text": summary},
        "help": {"text": f"{summary}\n\n{more}"},
        "defaultConfiguration": {"level": LEVELS[severity]},
    }


def _result(found: Diagnostic, rule: int, fingerprint: str) -> dict[str, Any]:
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _location(found.mark.file),
            "region": {"startLine": max(1, found.mark.line), "startColumn": max(1, found.mark.column)},
        }
    }
    if found.address:
        address = ".".join(str(part) for part in found.address)
        place["logicalLocations"] = [{"fullyQualifiedName": address}]
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": " ".join(part for part in (found.message, found.hint) if part)},
        "locations": [place],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if found.why:
        result["properties"] = {"why": found.why}
    return result


def _location(file: str) -> dict[str, str]:
    """A relative URI and what it is relative to; a file given by its whole path has nothing beneath it."""
    path = PurePath(file.removeprefix(SHIPPED))
    if path.is_absolute():
        return {"uri": path.as_uri()}
    base = WITH_THE_TOOL if file.startswith(SHIPPED) else REPOSITORY
    return {"uri": quote(path.as_posix(), safe="/"), "uriBaseId": base}


def _fingerprint(found: Diagnostic, seen: Counter[str]) -> str:
    """The same wherever the sentence stands in its file: no line, no column, and of the address only words.

    The same fault found twice under the same words is told apart by its number.
    """
    words = [part for part in found.address if isinstance(part, str)]
    said = re.sub(r"\b(lines?|columns?) \d+", r"\1", found.message)
    basis = json.dumps([found.rule, PurePath(found.mark.file).as_posix(), words, said])
    seen[basis] += 1
    return f"{hashlib.sha256(basis.encode()).hexdigest()[:32]}:{seen[basis]}"
