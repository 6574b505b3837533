"""A planned document drawn as plain text: what golden tests compare, and people can read in a diff."""

from collections.abc import Iterator
from typing import assert_never

from builder.document import (
    AnswerLines,
    Block,
    BulletList,
    Callout,
    CutOutCards,
    DefinitionList,
    Document,
    Figure,
    HelpEntry,
    HelpPanel,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Question,
    Quote,
    Rich,
    Section,
    SlideReference,
    Strong,
    Table,
    TickList,
    Timeline,
    plain,
)


def render_text(document: Document) -> str:
    """The whole document as UTF-8 text lines, deterministic, ending with a newline."""
    furniture = document.furniture
    lines = [
        f"# {document.title}",
        f"{document.name} · {document.medium} · {document.edition} · {document.language} · {document.date}",
        *([document.subtitle] if document.subtitle else []),
        f"running: {furniture.running} · page: {furniture.page} · draft: {furniture.draft or '-'}",
        f"keywords: {', '.join(document.keywords)}",
    ]
    for section in document.sections:
        lines += ["", *_section(section)]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    page = " (new page)" if section.new_page else ""
    yield f"{'#' * (section.level + 1)} {section.heading} [{section.layout} {section.id}]{page}"
    if section.label:
        yield f"label: {section.label}"
    yield from _blocks(section.blocks)
    if section.notes:
        yield "notes:"
        yield from _blocks(section.notes, "  ")


def _blocks(blocks: tuple[Block, ...], indent: str = "") -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield indent + line


def _rich(content: Rich) -> str:
    return "".join(f"*{i.text}*" if isinstance(i, Strong) else plain((i,)) for i in content)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{block.role}: {_rich(block.content)}"
        case BulletList():
            yield from (f"- {_rich(item)}" for item in block.items)
        case NumberedList():
            yield from (f"{number}. {_rich(item)}" for number, item in enumerate(block.items, start=1))
        case DefinitionList():
            yield from (f"{term} = {_rich(meaning)}" for term, meaning in block.items)
        case Table():
            yield "| " + " | ".join(block.header) + " |"
            yield from ("| " + " | ".join(_rich(cell) for cell in row) + " |" for row in block.rows)
        case Quote():
            yield f"> {_rich(block.content)}"
        case MessageThread():
            for entry in block.entries:
                if isinstance(entry, Message):
                    yield f"{entry.side} {entry.sender}: {entry.text}"
                else:
                    yield f"({entry.text})"
        case Timeline():
            yield from (f"{beat.label} — {beat.text}" for beat in block.beats)
        case Callout():
            yield f"[{block.kind}] {block.title}".rstrip()
            yield from _blocks(block.blocks, "  ")
        case Question():
            yield f"? {_rich(block.question)}"
            yield from (f"  ( ) {_rich(option)}" for option in block.options)
            yield from (f"  = {_rich(line)}" for line in block.answer)
        case AnswerLines():
            yield f"write ({block.lines}): {_rich(block.prompt)}"
        case TickList():
            yield from (f"[ ] {_rich(item)}" for item in block.items)
        case CutOutCards():
            yield f"cut out ({block.size}):"
            for card in block.cards:
                yield f"  ✂ {card.heading}"
                yield from _blocks(card.blocks, "    ")
        case Figure():
            name = block.source if isinstance(block.source, str) else "picture"
            yield f"figure: {name} ({block.alt or 'decorative'})"
        case HelpPanel():
            yield from (f"{role}: {person}" for role, person in block.known)
            for service in block.entries:
                yield from _help(service)
            yield from (f"{person}: ________" for person in block.people)
        case Minutes():
            yield f"{block.minutes} min: {block.label}"
        case SlideReference():
            yield f"see {block.label or 'no slide'}"
        case _:
            assert_never(block)


def _help(entry: HelpEntry) -> Iterator[str]:
    yield f"{entry.role}: {entry.name} ({entry.for_whom})"
    ways = (entry.phone, entry.text, entry.chat, entry.address, entry.hours, entry.cost)
    yield "  " + " · ".join(way for way in ways if way)
    if entry.what:
        yield f"  {entry.what}"
    if entry.next:
        yield f"  Then: {entry.next}"
