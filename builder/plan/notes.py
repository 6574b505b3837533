"""Speaker notes: minutes, what to say, what to do, and the answers, as blocks."""

from collections.abc import Iterator, Sequence

from builder.document import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Minutes,
    Paragraph,
    Quote,
    Section,
    rich,
)
from builder.plan.brief import Brief


def cue(brief: Brief, minutes: int, kind: str, title: str, part: int, parts: int) -> Minutes:
    """The line a teacher glances at: “Starter: Two truths · slide 1 of 3 · 5 minutes”."""
    place = ""
    if parts > 1:
        words = brief.labels.furniture
        count = words.of.replace("{n}", str(part)).replace("{total}", str(parts))
        place = " · " + words.slide.replace("{n}", count)
    return Minutes(minutes, f"{kind}: {title}{place}")


def say(brief: Brief, lines: tuple[str, ...], default: str) -> Callout:
    words = lines or (default,)
    return Callout("say", brief.labels.notes.say, tuple(Quote(rich(line)) for line in words))


def do(brief: Brief, lines: tuple[str, ...], default: str) -> Callout:
    return Callout("do", brief.labels.notes.do, (listed(lines or (default,)),))


def aside(kind: CalloutKind, title: str, lines: tuple[str, ...]) -> tuple[Block, ...]:
    return (Callout(kind, title, (listed(lines),)),) if lines else ()


def listed(lines: tuple[str, ...]) -> Block:
    """One line as a paragraph, several as a list."""
    if len(lines) == 1:
        return Paragraph(rich(lines[0]))
    return BulletList(tuple(rich(line) for line in lines))


def told_once(brief: Brief, sections: Sequence[Section]) -> Iterator[tuple[Section, tuple[Block, ...]]]:
    """Each section with its notes; where they are those of the one before, a line says so instead.

    For paper: whoever turns a page and finds the same words again takes it for a fault of the printer.
    """
    before: tuple[Block, ...] = ()
    told = ""
    for section in sections:
        cues = tuple(block for block in section.notes if isinstance(block, Minutes))
        rest = tuple(block for block in section.notes if not isinstance(block, Minutes))
        if rest and rest == before:
            as_before = brief.labels.notes.as_before.replace("{slides}", told)
            yield section, (*cues, Paragraph(rich(as_before)))
            continue
        before, told = rest, brief.slide_label(brief.numbers.get(section.id, ()))
        yield section, section.notes
