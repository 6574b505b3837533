"""What stands in a frame or behind a mark: lists, callouts, quotes, message threads, timelines."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from builder import document as d
from builder.render.pdf.pages.inlines import snug, words
from builder.render.pdf.pages.marks import INDENT_EM, Mark, Marked
from builder.render.pdf.pages.stack import Look, Stack
from builder.render.pdf.pages.styles import Setting

BUBBLE = 0.74
"""The widest bubble, as a share of the column."""


def items(
    rows: Iterable[d.Rich], mark: Mark, style: ParagraphStyle, setting: Setting, labels: Sequence[str] = ()
) -> list[Any]:
    """A list whose items are short enough to stand close together."""
    return listed(
        [
            Marked(
                [words(row, style, setting)],
                mark,
                style,
                setting,
                labels[i] if i < len(labels) else "",
                after=style.leading * (0.5 if mark == "letter" else 0.3),
            )
            for i, row in enumerate(rows)
        ],
        setting,
    )


def listed(made: list[Any], setting: Setting) -> list[Any]:
    """Items as one list, which does not leave one of them alone on a page."""
    if not made:
        return []
    return [
        Stack(
            made,
            full=setting.grid.full,
            tag="L",
            whole_under=0.1,
            apart=2,
            before=made[0].getSpaceBefore(),
            after=made[-1].getSpaceAfter(),
        )
    ]


def numbered(block: d.NumberedList, setting: Setting) -> list[Any]:
    """Steps on the path: what to do, large, and the detail below it."""
    body = setting.styles.body
    made = []
    for number, item in enumerate(block.items, 1):
        content: list[Any] = [words(item, body, setting)]
        if item and isinstance(item[0], d.Strong):
            detail = _trimmed(item[1:])
            content = [words(item[:1], setting.styles.step, setting)]
            if detail:
                content.append(words(detail, body, setting))
        made.append(
            Marked(
                content,
                "stone",
                setting.styles.step,
                setting,
                str(number),
                before=body.leading * 0.35,
                after=body.leading * 0.55,
                above=number > 1,
                below=number < len(block.items),
            )
        )
    return listed(made, setting)


def _trimmed(content: d.Rich) -> d.Rich:
    """Without the space that stood between a step and its detail."""
    if content and isinstance(content[0], d.Text):
        return (d.Text(content[0].text.lstrip()), *content[1:])
    return content


def callout_look(kind: d.CalloutKind, setting: Setting) -> tuple[Look, str]:
    """The frame of a callout and the colour of its title; kinds differ in shape, not by colour alone."""
    look, colour = _look(kind, setting)
    if setting.theme.low_ink and look.ground and not look.line:
        # A ground that isn't printed needs an edge.
        look = replace(look, ground=None, line=setting.colour("ink"), line_width=0.5)
    return look, colour


def _look(kind: d.CalloutKind, setting: Setting) -> tuple[Look, str]:
    def c(role: str) -> Any:
        return setting.colour(role)

    pad = 9.0
    match kind:
        case "say":
            return Look(12, 8, pad, 6, ground=c("sky"), rule=c("deep"), rule_width=3), "deep"
        case "do":
            return Look(12, 2, 0, 1, rule=c("deep"), rule_width=1), "deep"
        case "never":
            return Look(12, 8, pad, 6, line=c("coral"), line_width=1, rule=c("coral"), rule_width=4), "coral"
        case "stop":
            return Look(
                12, 8, pad, 6, ground=c("blush"), line=c("coral"), line_width=1, rule=c("coral"), rule_width=4
            ), "coral"
        case "note":
            return Look(12, 8, pad, 6, ground=c("sand")), "ink"
        case "support":
            return Look(12, 7, pad, 5, line=c("leaf"), line_width=0.9, radius=5), "leaf"
        case "stretch":
            return Look(12, 7, pad, 5, line=c("plum"), line_width=0.9, dashed=True, radius=5), "plum"
        case "answer":
            return Look(12, 7, pad, 5, ground=c("mint"), rule=c("leaf"), rule_width=1), "leaf"
        case "key":
            return Look(14, 9, pad, 7, line=c("ink"), line_width=0.6, rule=c("sun"), rule_width=6), "ink"
        case "card":
            return Look(11, 9, 11, 7, line=c("ink"), line_width=0.9, radius=7), "deep"


def callout(block: d.Callout, inner: list[Any], setting: Setting) -> list[Any]:
    look, colour = callout_look(block.kind, setting)
    content = list(inner)
    if block.title:
        style = ParagraphStyle("title", parent=setting.styles.callout, textColor=setting.colour(colour))
        content.insert(0, words(block.title, style, setting))
    if not content:
        return []
    gap = setting.styles.body.leading * 0.55
    return [
        Stack(
            content,
            look,
            full=setting.grid.full,
            keep=1 if block.title and inner else 0,
            tag="Aside",
            whole_under=0.22,
            before=gap * 0.6,
            after=gap,
        )
    ]


def inside(kind: d.CalloutKind, setting: Setting) -> Setting:
    look, _ = callout_look(kind, setting)
    return setting.within(look.left + look.right)


def quote(block: d.Quote, setting: Setting) -> list[Any]:
    """Words to say aloud; straight on the page with a rule of their own, in a callout without."""
    made = words(block.content, setting.styles.quote, setting)
    if not setting.top:
        made.tag = "BlockQuote"
        return [made]
    look = Look(left=12, top=1, rule=setting.colour("sun"), rule_width=3)
    return [
        Stack(
            [made],
            look,
            full=setting.grid.full,
            tag="BlockQuote",
            before=2,
            after=setting.styles.body.leading * 0.4,
        )
    ]


def timeline(block: d.Timeline, setting: Setting) -> list[Any]:
    styles = setting.styles
    label = ParagraphStyle("beat", parent=styles.label, spaceBefore=0, spaceAfter=0)
    made = []
    for index, beat in enumerate(block.beats):
        content = [words(beat.label, label, setting)] if beat.label else []
        content.append(words(beat.text, styles.body, setting))
        # The line goes on past the last bead: the story does.
        made.append(Marked(content, "bead", label, setting, after=6, above=index > 0, below=True))
    return listed(made, setting)


def thread(block: d.MessageThread, setting: Setting) -> list[Any]:
    return [
        _bubble(entry, setting) if isinstance(entry, d.Message) else _pause(entry, setting)
        for entry in block.entries
    ]


def _bubble(message: d.Message, setting: Setting) -> Stack:
    styles, full = setting.styles, setting.grid.full
    right = message.side == "right"
    name_style = ParagraphStyle(
        "sender",
        parent=styles.small,
        fontName=styles.prompt.fontName,
        spaceAfter=1.5,
        alignment=2 if right else 0,
        keepWithNext=1,
    )
    longest = (
        max(
            stringWidth(message.text, styles.body.fontName, styles.body.fontSize),
            stringWidth(message.sender, name_style.fontName, name_style.fontSize) - 20,
        )
        + 25
    )
    look = Look(
        11,
        6,
        11,
        5.5,
        line=setting.colour("deep"),
        line_width=0.9,
        radius=9,
        ground=setting.colour("sky" if right else "white"),
    )
    text_style = ParagraphStyle("bubble", parent=styles.body, spaceAfter=0)
    inner = min(setting.width * BUBBLE, longest) - 22
    spare = setting.width - snug(message.text, text_style, setting, inner) - 22
    text = Stack([words(message.text, text_style, setting)], look, full=full)
    bubble = Stack([text], Look(left=spare) if right else Look(right=spare), full=full)
    return Stack(
        [words(message.sender, name_style, setting), bubble], full=full, keep=1, whole_under=0.3, after=7
    )


def _pause(pause: d.Pause, setting: Setting) -> Stack:
    style = ParagraphStyle("pause", parent=setting.styles.cell, alignment=1, spaceAfter=0)
    look = Look(10, 5, 10, 6, line=setting.colour("ink"), line_width=0.6, dashed=True, radius=3)
    spare = setting.width * 0.12
    box = Stack([words(pause.text, style, setting)], look, full=setting.grid.full)
    return Stack([box], Look(left=spare, right=spare), full=setting.grid.full, before=2, after=8)


def question(block: d.Question, setting: Setting) -> list[Any]:
    styles = setting.styles
    asked = words(block.question, styles.prompt, setting)
    letters = [chr(65 + i % 26) for i in range(len(block.options))]
    options = items(block.options, "letter", styles.body, setting, letters)
    made: list[Any] = [
        Stack(
            [asked, *options],
            full=setting.grid.full,
            keep=1,
            whole_under=0.35,
            before=4,
            after=styles.body.leading * 0.4,
        )
    ]
    if block.answer:
        inner = inside("answer", setting)
        listed = [words(line, inner.styles.body, inner) for line in block.answer]
        made += callout(d.Callout("answer", d.answer_word(setting.language), ()), listed, setting)
    return made


def indent(mark: Mark, style: ParagraphStyle) -> float:
    return INDENT_EM[mark] * float(style.fontSize)
