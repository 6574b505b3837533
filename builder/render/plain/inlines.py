"""The words of rich text, where nothing can be strong, linked or filled in."""

from typing import assert_never

from builder import document as d

LEAST_GAP, LONGEST_GAP = 4, 40


def words(content: d.Rich) -> str:
    """A link whose words aren't its address is followed by it."""
    return "".join(_inline(inline) for inline in content)


def _inline(inline: d.Inline) -> str:
    match inline:
        case d.Text(text) | d.Strong(text) | d.Emphasis(text):
            return text
        case d.Link(text, address):
            bare = address.strip().removeprefix("https://").removeprefix("http://").rstrip("/")
            shown = text.strip()
            return text if not bare or bare in shown else f"{shown} ({address.strip()})".strip()
        case d.Gap(letters):
            return "_" * max(LEAST_GAP, min(letters, LONGEST_GAP))
        case _:
            assert_never(inline)


def step(item: d.Rich) -> str:
    """A step that begins with what to do: a stop parts it from the detail, unless the sentence goes on."""
    if len(item) < 2 or not isinstance(item[0], d.Strong):
        return words(item)
    first, rest = words(item[:1]).rstrip(), words(item[1:]).lstrip()
    ends = not first or first[-1] in ".!?:;…" or rest[:1].islower()
    return f"{first}{'' if ends else '.'} {rest}"
