"""For GitLab, Jenkins and others: JUnit's XML, in which a file is a suite and each of its rules a test."""

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as Xml

from builder.diagnostics import Diagnostic, Severity
from builder.report.run import NOTHING_KNOWN, TOOL, Run

# What XML 1.0 can't hold in any spelling.
UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Cases = dict[str, list[Diagnostic]]


def report(diagnostics: Sequence[Diagnostic], run: Run = NOTHING_KNOWN) -> str:
    """Errors are failures; warnings are printed with their test, and are failures under `strict`.

    What waits for a person is a skipped test. Without diagnostics there is one test, which passed, as some
    readers take a file without tests for a broken one.
    """
    files: dict[str, Cases] = {}
    for found in diagnostics:
        files.setdefault(found.mark.file, {}).setdefault(found.rule, []).append(found)
    root = Xml.Element("testsuites", name=TOOL)
    for file, cases in files.items():
        root.append(_suite(file, cases, run.strict))
    if not files:
        suite = Xml.SubElement(root, "testsuite", _counts(1, 0, 0) | {"name": TOOL})
        Xml.SubElement(suite, "testcase", name="check", classname=TOOL)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _suite(file: str, cases: Cases, strict: bool) -> Xml.Element:
    suite = Xml.Element("testsuite", name=_speakable(file))
    tests = [_test(file, rule, found, strict) for rule, found in cases.items()]
    suite.extend(tests)
    failures = sum(test.find("failure") is not None for test in tests)
    skipped = sum(test.find("skipped") is not None for test in tests)
    suite.attrib |= _counts(len(tests), failures, skipped)
    return suite


def _counts(tests: int, failures: int, skipped: int) -> dict[str, str]:
    # A fault in content is a failure; an error would be a test that could not be run.
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": str(skipped)}


def _test(file: str, rule: str, found: list[Diagnostic], strict: bool) -> Xml.Element:
    # Jenkins takes what follows the last dot for the class, and what is before it for the package.
    name = _speakable(re.sub(r"\.\w+$", "", file))
    test = Xml.Element("testcase", name=_speakable(rule), classname=name)
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failed = [one for one in found if one.severity in fatal]
    waiting = [one for one in found if one.severity is Severity.NEEDS_PERSON]
    printed = [one for one in found if one not in failed and one not in waiting]
    # One element for all of them: readers show the first alone.
    if failed:
        _told(test, "failure", failed)
        printed += waiting
    elif waiting:
        _told(test, "skipped", waiting)
    if printed:
        Xml.SubElement(test, "system-out").text = _speakable(_lines(printed))
    return test


def _told(test: Xml.Element, tag: str, found: list[Diagnostic]) -> None:
    first = found[0]
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    element = Xml.SubElement(test, tag, type=str(first.severity), message=_speakable(first.message + more))
    element.text = _speakable(_lines(found))


def _lines(found: Iterable[Diagnostic]) -> str:
    return "\n\n".join("\n".join(_parts(one)) for one in found)


def _parts(found: Diagnostic) -> list[str]:
    parts = [f"{found.mark}: {found.severity}: {found.message}"]
    parts += [f"Why: {found.why}"] if found.why else []
    parts += [f"Try: {found.hint}"] if found.hint else []
    return parts


def _speakable(text: str) -> str:
    return UNSPEAKABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
