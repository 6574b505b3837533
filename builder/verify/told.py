"""What was found, for people and for programs."""

import json
from collections.abc import Iterator, Sequence

from builder.verify.found import Verified


def human(checked: Sequence[Verified]) -> str:
    """A line for each thing that differs, and one at the end for each path; ends with a newline."""
    return "".join(f"{line}\n" for one in checked for line in _lines(one))


def _lines(one: Verified) -> Iterator[str]:
    for found in one.findings:
        yield f"{found.message} {found.hint}".strip()
    yield from (f"Note: {note}" for note in one.notes)
    if one.same:
        yield f"{one.path}: all {one.files} files are as they were built."
    elif not one.trouble:
        count = len(one.findings)
        yield f"{one.path}: {count} {'thing differs' if count == 1 else 'things differ'}."


def as_json(checked: Sequence[Verified]) -> str:
    """`{"checked": [{path, what, same, files, findings: [{file, kind, message, hint}], notes}], "same"}`."""
    found = [
        {
            "path": one.path,
            "what": one.what,
            "same": one.same,
            "files": one.files,
            "findings": [
                {"file": each.file, "kind": str(each.kind), "message": each.message, "hint": each.hint}
                for each in one.findings
            ],
            "notes": list(one.notes),
        }
        for one in checked
    ]
    said = {"checked": found, "same": all(one.same for one in checked)}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
