"""Speaker notes: every kind of block as paragraphs that PowerPoint's presenter view can show."""

from collections.abc import Iterable
from typing import assert_never

from builder.document import (
    AnswerLines,
    Block,
    BulletList,
    Callout,
    CutOutCards,
    DefinitionList,
    Emphasis,
    Figure,
    Gap,
    HelpEntry,
    HelpPanel,
    Inline,
    Link,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Question,
    Quote,
    Rich,
    SlideReference,
    Strong,
    Table,
    Text,
    TickList,
    Timeline,
)
from builder.layout.placed import Run
from builder.render.pptx.notes_master import NOTES_NUMBER_KIND
from builder.render.pptx.template import number_field
from builder.render.pptx.text_xml import Bullet, Writer
from builder.render.pptx.xml import HEADER, NAMESPACES, tree

_INDENT_PT = 18.0


def notes_xml(blocks: tuple[Block, ...], number: int, words: Writer) -> str:
    paras = "".join(_paras(blocks, words)) or f'<a:p><a:endParaRPr lang="{words.lang}"/></a:p>'
    field = f"<a:p>{number_field(words.lang, str(number))}</a:p>"
    shapes = (
        _placeholder(2, "Slide picture", 'noRot="1" noChangeAspect="1" ', 'type="sldImg"')
        + _placeholder(3, "Notes", "", 'type="body" idx="1"', paras)
        + _placeholder(4, "Slide number", "", NOTES_NUMBER_KIND, field)
    )
    return (
        f"{HEADER}<p:notes {NAMESPACES}><p:cSld>{tree(shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _placeholder(number: int, name: str, locks: str, kind: str, paras: str = "") -> str:
    words = f"<p:txBody><a:bodyPr/><a:lstStyle/>{paras}</p:txBody>" if paras else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks {locks}noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/>{words}</p:sp>"
    )


def _paras(blocks: Iterable[Block], words: Writer) -> Iterable[str]:
    for block in blocks:
        yield from _block(block, words)


def _block(block: Block, words: Writer) -> Iterable[str]:
    def say(*content: Inline, space: float = 3, bullet: Bullet = "", indent: float = 0) -> str:
        return words.note(tuple(_run(i) for i in content), bullet, indent, space)

    def each(items: Iterable[Rich], bullet: Bullet, indent: float = 0) -> list[str]:
        return [say(*item, bullet=bullet, indent=indent, space=1) for item in items]

    match block:
        case Paragraph(content, role):
            yield say(*(_stressed(content) if role in ("lead", "label") else content))
        case BulletList(items):
            yield from each(items, "disc")
        case NumberedList(items):
            yield from each(items, "number")
        case TickList(items):
            yield from each(items, "tick")
        case DefinitionList(terms):
            yield from (say(Strong(f"{term}: "), *meaning) for term, meaning in terms)
        case Table():
            yield from (say(*line, bullet=bullet) for line, bullet in _table(block))
        case Quote(content):
            yield say(*content, indent=_INDENT_PT)
        case MessageThread(entries):
            for entry in entries:
                name = (Strong(f"{entry.sender}: "),) if isinstance(entry, Message) else ()
                yield say(*name, Text(entry.text), indent=_INDENT_PT)
        case Timeline(beats):
            yield from (say(Strong(f"{beat.label}: "), Text(beat.text)) for beat in beats)
        case Callout(_, title, inner):
            yield from [say(Strong(title), space=9)] if title else []
            yield from _paras(inner, words)
        case Question(question, options, answer):
            yield say(*_stressed(question), space=9)
            yield from each(options, "letter")
            yield from each(answer, "disc", _INDENT_PT)
        case AnswerLines(prompt):
            yield say(*prompt)
        case CutOutCards(cards):
            for card in cards:
                yield say(Strong(card.heading), space=9)
                yield from _paras(card.blocks, words)
        case Figure(_, alt):
            yield from [say(Text(alt))] if alt else []
        case HelpPanel(services, people, known):
            yield from (say(Strong(f"{role}: "), Text(person)) for role, person in known)
            for service in services:
                yield from (say(*line) for line in _help(service))
            yield from each(((Text(person),) for person in people), "disc")
        case Minutes(minutes, label):
            # "min" is the same in every language that the labels may be in.
            yield say(Strong(f"{label} · {minutes} min"))
        case SlideReference(_, label, _):
            yield say(Text(label))
        case _:
            assert_never(block)


def _run(inline: Inline) -> Run:
    match inline:
        case Text(text):
            return Run(text)
        case Strong(text) | Emphasis(text):
            return Run(text, bold=True)
        case Link(text, address):
            return Run(text, link=address)
        case Gap(letters):
            return Run("_" * letters)
        case _:
            assert_never(inline)


def _stressed(content: Rich) -> Rich:
    return tuple(Strong(inline.text) if isinstance(inline, Text) else inline for inline in content)


def _table(table: Table) -> Iterable[tuple[Rich, Bullet]]:
    """Notes can't hold a table, so each row is read out: its columns' names before its cells."""
    if table.caption:
        yield (Strong(table.caption),), ""
    if not table.rows:
        yield (Strong(", ".join(table.header)),), ""
    for row in table.rows:
        line: list[Inline] = []
        for n, cell in enumerate(row):
            heading = table.header[n] if n < len(table.header) else ""
            line += [Text("; ")] if line else []
            line += [Strong(f"{heading}: ")] if heading else []
            line += cell
        yield tuple(line), "disc"


def _help(entry: HelpEntry) -> Iterable[Rich]:
    yield (Strong(f"{entry.role}: {entry.name}"),)
    contact = (entry.for_whom, entry.what, entry.next, entry.phone, entry.text, entry.chat, entry.address)
    yield from ((Text(line),) for line in (*contact, entry.hours, entry.cost) if line)
