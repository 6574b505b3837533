"""Diagnostics to report: of every severity, and with the letters that trip a form up."""

from hypothesis import strategies as st

from builder.diagnostics import Diagnostic, Mark, Severity, error, needs_person, warning

LESSON = "lessons/a/lesson.yaml"
FAULT = error(
    Mark(LESSON, 12, 5),
    "schema/missing",
    "“minutes” is missing.",
    "The plan needs it.",
    "Add minutes: 50.",
    ("activities", 2, "minutes"),
)
LOOSE = warning(Mark(LESSON, 14, 1), "yaml/lost-comment", "“#2” is lost.", "", "Quote it.")
WAITS = needs_person(
    Mark("builder/data/help/IE.yaml", 3, 1), "help/unconfirmed", "Ring it.", "", "Source: X."
)
SHIPPED = warning(Mark("shipped:lessons/b/lesson.yaml", 7, 3), "reference/unused", "Nobody names “a”.")
ODD = error(
    Mark("lessons/Élan, 50%: a/lesson.yaml", 2, 9),
    "messaging/blame",
    'He said: "100% <b>yours</b>" & ]]> then\r\n::error::left,\na “ż” 🎈.',
    "Why: it’s 5% of\nall.",
    "Try 'this': a,b;c\x0b\x00.",
    ("slides", "a: b", 0),
)
ALL = [FAULT, LOOSE, WAITS, SHIPPED, ODD]

diagnostics = st.builds(
    Diagnostic,
    mark=st.builds(Mark, st.text(min_size=1), st.integers(1, 9999), st.integers(1, 999)),
    severity=st.sampled_from(Severity),
    rule=st.text(min_size=1),
    message=st.text(),
    why=st.text(),
    hint=st.text(),
    address=st.lists(st.integers(0, 9) | st.text(), max_size=3).map(tuple),
)
