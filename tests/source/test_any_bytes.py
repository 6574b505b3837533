"""Whatever the bytes, reading answers, and both parsers give the same answer."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.source import RULES, Data, Source, read_text
from builder.source.reading import MENDABLE

GOOD = """\
title: Pictures and pressure
minutes: 50
objectives:
  - Say why it isn't your fault
  - Name a safe adult # with a remark
activities:
  - kind: discuss
    title: "Who could help?"
    say:
      - 'It''s never too late'
      - Tell somebody, today
        or tomorrow
    ages: [11, 14]
  - kind: quiz
    story: |
      On a Friday: a message.

      #BeKind
    help: {phone: 0116123, text: "8:00"}
"""

# Pieces that an author could leave out, type twice or type by mistake.
SLIPS = st.sampled_from(
    [
        "",
        " ",
        "  ",
        "\n",
        "\n\n",
        ": ",
        ":",
        "- ",
        "-",
        '"',
        "'",
        "#",
        " #",
        "  # ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "?",
        "? ",
        "|",
        ">",
        "&a ",
        "*a",
        "!x ",
        "%",
        "@",
        "`",
        "\t",
        "\r",
        "\\",
        "\\x",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "\x00",
        "\x85",
        "“",
        "”",
        "’",
        "é",
        "😀",
        "\n---\n",
        "\n...\n",
        "title: ",
        "\n  title: x",
        "\n- x",
        "<<: ",
        "~",
        "=",
    ]
)
EDITS = st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 6), SLIPS), min_size=1, max_size=4)

bounded = settings(max_examples=100, deadline=None, derandomize=True)


def edited(edits: list[tuple[int, int, str]]) -> str:
    text = GOOD
    for position, dropped, put in edits:
        text = text[:position] + put + text[position + dropped :]
    return text


def check(raw: bytes) -> None:
    source, faults = read_text(raw, "lesson.yaml")

    assert (source, faults) == read_text(raw, "lesson.yaml", pure=True)
    errors = {fault.rule for fault in faults if fault.is_error}
    assert errors if source is None else errors <= MENDABLE
    for fault in faults:
        assert fault.rule in RULES
        assert fault.mark.line >= 1
        assert fault.mark.column >= 1
        assert fault.mark.line <= raw.count(b"\n") + raw.count(b"\r") + 1
        assert "\n" not in f"{fault.message}{fault.why}{fault.hint}"
    if source:
        assert every_value_has_its_place(source, source.data, ())


def every_value_has_its_place(source: Source, data: Data, at: tuple[str | int, ...]) -> bool:
    parts: list[tuple[str | int, Data]] = []
    if isinstance(data, dict):
        parts += data.items()
    elif isinstance(data, list):
        parts += enumerate(data)
    return at in source.marks and all(
        every_value_has_its_place(source, inner, (*at, part)) for part, inner in parts
    )


def test_the_good_text_is_good() -> None:
    assert read_text(GOOD.replace(" # with a remark", "").encode(), "lesson.yaml")[1] == []


@bounded
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    check(raw)


@bounded
@given(st.text(max_size=200))
def test_any_letters(text: str) -> None:
    check(text.encode(errors="surrogatepass"))


@bounded
@given(st.lists(SLIPS, max_size=20))
@example(["|", "#"])
@example(['"', "\\", "U00110000", '"'])
@example(["[", "?", "]"])
def test_any_signs(signs: list[str]) -> None:
    check("".join(signs).encode())


@bounded
@given(EDITS)
def test_any_slips_in_a_good_text(edits: list[tuple[int, int, str]]) -> None:
    check(edited(edits).encode())


@bounded
@given(EDITS, st.integers(0, len(GOOD)), st.binary(min_size=1, max_size=2))
def test_any_bytes_in_a_good_text(edits: list[tuple[int, int, str]], position: int, put: bytes) -> None:
    raw = edited(edits).encode()
    check(raw[:position] + put + raw[position:])
