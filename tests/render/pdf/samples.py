"""Pieces that sample documents are made of."""

from typing import Literal

from builder.diagnostics import Mark
from builder.document import (
    Beat,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    HelpEntry,
    NumberedList,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
    Timeline,
    rich,
)

TITLE = "When someone threatens to share a picture"
PEOPLE = ("My safe adult at home or elsewhere", "My safe adult at school", "My school’s safeguarding lead")
HELPERS = (
    HelpEntry(
        "emergency",
        "Emergency",
        "Anyone in danger now",
        "Police, ambulance or fire service, day and night.",
        "Someone answers and sends help.",
        phone="999",
    ),
    HelpEntry(
        "helpline",
        "Childline",
        "Anyone under 19, about anything",
        "A trained counsellor listens. You don’t have to give your name.",
        "You talk for as long as you like, and decide together what to do next.",
        phone="0800 1111",
        chat="childline.org.uk, 1-2-1 chat",
        cost="Free, and not on the bill",
    ),
    HelpEntry(
        "report",
        "CEOP Safety Centre",
        "Under 18s, about someone online",
        "A form that goes to child protection advisors.",
        "An advisor contacts you and makes a plan with you.",
        address="ceop.police.uk/safety-centre",
    ),
    HelpEntry(
        "removal",
        "Report Remove",
        "Under 18s, about a picture or video of themselves",
        "Asks for a picture to be taken down or blocked. It can’t reach private chats or saved copies.",
        "Childline tells you what happened.",
        address="childline.org.uk, Report Remove",
    ),
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001"
    "040100785ee01e0000000049454e44ae426082"
)


def para(text: str, role: Literal["body", "lead", "label", "small"] = "body") -> Paragraph:
    return Paragraph(rich(text), role)


def bullets(*points: str) -> BulletList:
    return BulletList(tuple(rich(point) for point in points))


def box(kind: CalloutKind, title: str, *lines: str) -> Callout:
    return Callout(kind, title, (bullets(*lines) if len(lines) > 1 else para(lines[0]),))


def say(line: str) -> Callout:
    return Callout("say", "Say", (Quote(rich(line)),))


def steps(*pairs: tuple[str, str]) -> NumberedList:
    return NumberedList(tuple((Strong(do), Text(f" {detail}")) for do, detail in pairs))


def story(*beats: tuple[str, str]) -> Timeline:
    return Timeline(tuple(Beat(when, text) for when, text in beats))


def grid(
    header: tuple[str, ...],
    shares: tuple[int, ...],
    *rows: tuple[str, ...],
    caption: str = "",
    write: bool = False,
) -> Table:
    cells = tuple(tuple(rich(cell) if cell else () for cell in row) for row in rows)
    return Table(header, cells, shares, caption, write)


def section(
    name: str, heading: str, *blocks: Block, level: int = 2, new_page: bool = False, label: str = ""
) -> Section:
    mark = Mark("lesson.yaml", 7, 1)
    return Section(name, heading, blocks, mark, level=level, new_page=new_page, label=label)
