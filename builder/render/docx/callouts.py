"""The looks of callouts and of messages: boxes that are made of paragraphs, so that they stay text."""

from dataclasses import dataclass, replace
from typing import get_args

from builder.document import CalloutKind
from builder.render.docx.look import Edge, Edges, Style
from builder.render.docx.sizes import Sizes
from builder.theme import Theme

KINDS: tuple[CalloutKind, ...] = get_args(CalloutKind)
INSET = 14.0
"""From the edge of a box to its words, in points; the same for all, so that one list fits them all."""
BUBBLE = 0.74
"""How wide a message is, as a share of the page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The shape of a kind of callout: kinds differ in shape, not by colour alone."""

    colour: str
    ground: str = ""
    line: str = ""
    line_pt: float = 1.0
    rule: str = ""
    rule_pt: float = 0.0
    dash: bool = False


FRAMES: dict[CalloutKind, Frame] = {
    "say": Frame("deep", ground="sky", rule="deep", rule_pt=3),
    "do": Frame("deep", rule="deep", rule_pt=1),
    "never": Frame("coral", line="coral", rule="coral", rule_pt=4),
    "note": Frame("ink", ground="sand"),
    "stop": Frame("coral", ground="blush", line="coral", rule="coral", rule_pt=4),
    "support": Frame("leaf", line="leaf"),
    "stretch": Frame("plum", line="plum", dash=True),
    "answer": Frame("leaf", ground="mint", rule="leaf", rule_pt=1),
    "key": Frame("ink", line="ink", line_pt=0.6, rule="sun", rule_pt=6),
    "card": Frame("deep", line="ink"),
}


def callout_id(kind: CalloutKind) -> str:
    return f"Callout{kind.capitalize()}"


def callout_styles(theme: Theme, sizes: Sizes) -> list[Style]:
    """For each kind its words, its title, and a list in it; all go back to the style “Callout”."""
    base = Style(
        "Callout",
        "Callout",
        before=0,
        after=sizes.leading * 0.35,
        left=INSET,
        right=INSET,
        keep_lines=True,
    )
    made = [base]
    for kind in KINDS:
        frame, one, name = FRAMES[kind], callout_id(kind), f"Callout {kind.capitalize()}"
        made += [
            Style(
                one,
                name,
                like="Callout",
                edges=_edges(frame, low_ink=theme.low_ink),
                ground=frame.ground,
                box=one,
            ),
            Style(
                f"{one}Title",
                f"{name} Title",
                like=one,
                then=one,
                size=sizes.body - 0.5,
                bold=True,
                colour=frame.colour,
                before=sizes.leading * 0.5,
                after=sizes.leading * 0.2,
                keep_next=True,
                box=one,
            ),
            Style(
                f"{one}List",
                f"{name} List",
                like=one,
                after=sizes.leading * 0.25,
                left=INSET + sizes.hang,
                right=INSET,
                hanging=sizes.hang,
                box=one,
                rare=True,
            ),
        ]
    return made


def _edges(frame: Frame, *, low_ink: bool) -> Edges:
    """Lines round the box: a ground without a line has one in its own colour, which makes it wider."""
    line, width = frame.line or frame.ground, frame.line_pt if frame.line else 0.25
    if low_ink and not frame.line and frame.ground:
        line, width = "ink", 0.5
    around = Edge(line, width, 5, frame.dash) if line else None
    side = around and replace(around, gap_pt=INSET - round(width))
    rule = Edge(frame.rule, frame.rule_pt, INSET - round(frame.rule_pt)) if frame.rule else side
    return Edges(around, rule, around, side)


def message_styles(sizes: Sizes, text_w: float) -> list[Style]:
    """Bubbles of a thread: those on the right are set in from the left, and have a ground."""
    line = Edge("deep", 0.9, 5)
    side = replace(line, gap_pt=9)
    bubble, away, near = Edges(line, side, line, side), text_w * (1 - BUBBLE), 10.0
    pause = Edge("ink", 0.6, 5, dash=True)
    sender = Style(
        "MessageSender",
        "Message Sender",
        then="Message",
        size=sizes.small,
        bold=True,
        before=sizes.leading * 0.25,
        after=6,
        left=2,
        keep_next=True,
    )
    message = Style(
        "Message",
        "Message",
        after=sizes.leading * 0.8,
        left=near,
        right=away,
        keep_lines=True,
        edges=bubble,
        box="Message",
    )
    return [
        sender,
        Style(
            "MessageSenderRight",
            "Message Sender Right",
            like="MessageSender",
            align="right",
            then="MessageRight",
        ),
        message,
        Style(
            "MessageRight",
            "Message Right",
            like="Message",
            left=away,
            right=near,
            ground="sky",
            box="MessageRight",
        ),
        Style(
            "MessagePause",
            "Message Pause",
            size=sizes.body - 1,
            before=sizes.leading * 0.5,
            after=sizes.leading * 0.9,
            left=text_w * 0.12,
            right=text_w * 0.12,
            align="center",
            edges=Edges(pause, pause, pause, pause),
            box="MessagePause",
        ),
    ]
