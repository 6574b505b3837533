"""What takes several lines: tables, services, stories, and room to write."""

from builder import document as d
from builder.render.plain.inlines import words
from builder.render.plain.wrapping import LINE, Wrap, cleaned, named

INNER = "  "


def table(block: d.Table, wrap: Wrap) -> list[str]:
    """Row by row, each cell after the name of its column; an empty one is left out or to be filled in."""
    made = wrap(block.caption)
    rows = [lines for row in block.rows if (lines := _row(block, row, wrap))]
    if not rows:
        return [*made, *wrap(" · ".join(title for title in block.header if title.strip()))]
    for lines in rows:
        made += [""] if made else []
        made += lines
    return made


def _row(block: d.Table, row: tuple[d.Rich, ...], wrap: Wrap) -> list[str]:
    lines: list[str] = []
    for column in range(max(len(row), len(block.header))):
        title = block.header[column] if column < len(block.header) else ""
        cell = words(row[column]).strip() if column < len(row) else ""
        said = cell or (LINE if block.room_to_write else "")
        if said:
            # The first cell says what the row is about; the others belong to it.
            before = INNER if lines else ""
            lines += wrap(named(title, said), before, INNER + before)
    return lines


def service(entry: d.HelpEntry, wrap: Wrap) -> list[str]:
    """Everything that is printed of a service: how to reach it first, then what it is and does."""
    reach = (entry.phone, entry.text, entry.chat, entry.address, entry.hours, entry.cost)
    lines = [line for text in (*reach, entry.for_whom, entry.what) for line in wrap(text, INNER)]
    return [*wrap(entry.name), *lines, *wrap(entry.next, f"{INNER}-> ")]


def panel(block: d.HelpPanel, wrap: Wrap) -> list[str]:
    made: list[str] = []
    for role, person in block.known:
        made += wrap(named(role, cleaned(person)), "", INNER)
    for entry in block.entries:
        made += [""] if made else []
        made += service(entry, wrap)
    made += [""] if made and block.people else []
    return made + [line for person in block.people for line in to_write(person, 1, wrap)]


def entry(said: d.Message | d.Pause, wrap: Wrap) -> list[str]:
    """A message after its sender's name; what the narrator says stands in brackets."""
    if isinstance(said, d.Pause):
        return wrap(f"({cleaned(said.text)})") if said.text.strip() else []
    return wrap(named(said.sender, said.text), "", INNER)


def question(block: d.Question, wrap: Wrap) -> list[str]:
    options = (f"{chr(65 + n % 26)}. {words(option)}" for n, option in enumerate(block.options))
    return [
        *wrap(words(block.question)),
        *(line for option in options for line in wrap(option, INNER, f"{INNER}   ")),
        *(line for answer in block.answer for line in wrap(words(answer), f"{INNER}= ")),
    ]


def to_write(prompt: str, lines: int, wrap: Wrap) -> list[str]:
    """A prompt with a line after it, or several under it."""
    if lines == 1 and cleaned(prompt):
        return wrap(named(prompt, LINE))
    return [*wrap(prompt), *[LINE] * max(0, lines)]
