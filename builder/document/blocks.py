"""Blocks: few and closed. A renderer that can't draw one of them fails type checking."""

from dataclasses import dataclass
from typing import Literal

from builder.document.inlines import Rich


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Rich
    role: Literal["body", "lead", "label", "small"] = "body"


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Steps in order. An item that starts with `Strong` is a step: what to do, then the detail."""

    items: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    items: tuple[tuple[str, Rich], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`shares` are the columns' relative widths; a cell holds rich text, or nothing to write in."""

    header: tuple[str, ...]
    rows: tuple[tuple[Rich, ...], ...]
    shares: tuple[int, ...]
    caption: str = ""
    room_to_write: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody may say aloud, set apart from what is said about them."""

    content: Rich


@dataclass(frozen=True, slots=True)
class Message:
    sender: str
    text: str
    side: Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Pause:
    """The narrator's words between two messages."""

    text: str


@dataclass(frozen=True, slots=True)
class MessageThread:
    entries: tuple[Message | Pause, ...]


@dataclass(frozen=True, slots=True)
class Beat:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    beats: tuple[Beat, ...]


CalloutKind = Literal["say", "do", "never", "note", "stop", "support", "stretch", "answer", "key", "card"]


@dataclass(frozen=True, slots=True)
class Callout:
    """Blocks in a box of their own. On a slide in two columns, each column is a `card`."""

    kind: CalloutKind
    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`answer` is for teachers: a pupil edition that holds one can't be made."""

    question: Rich
    options: tuple[Rich, ...] = ()
    answer: tuple[Rich, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerLines:
    prompt: Rich
    lines: int


@dataclass(frozen=True, slots=True)
class TickList:
    items: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """`code` is an address that a wallet card shows as a QR code too; never the only way to it."""

    heading: str
    blocks: tuple["Block", ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class CutOutCards:
    """Cards with cut lines, all of one `size`: `wallet` is 85 x 54 mm, `strip` a page wide."""

    cards: tuple[Card, ...]
    size: Literal["wallet", "strip"]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture without metadata; `data` is PNG, sizes are in pixels."""

    data: bytes
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of the house set by name, or an author's picture. Empty `alt` means decorative.

    A `logo` is small wherever it stands.
    """

    source: str | Image
    alt: str
    use: Literal["picture", "logo"] = "picture"


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """One service as printed. Empty strings are simply not printed."""

    role: str
    name: str
    for_whom: str
    what: str
    next: str
    phone: str = ""
    text: str = ""
    chat: str = ""
    address: str = ""
    hours: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True)
class HelpPanel:
    """Services side by side; `people` are lines to write a name on, `known` who is known by name already.

    Of each of those, what they are at school comes first, then their name and where to find them.
    """

    entries: tuple[HelpEntry, ...]
    people: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    minutes: int
    label: str


@dataclass(frozen=True, slots=True)
class SlideReference:
    """Pictures of slides by number: small ones beside a teacher's words, one as wide as the page, or one with
    lines beside it to write on.
    """

    numbers: tuple[int, ...]
    label: str
    size: Literal["beside", "page", "with_lines"] = "beside"


Block = (
    Paragraph
    | BulletList
    | NumberedList
    | DefinitionList
    | Table
    | Quote
    | MessageThread
    | Timeline
    | Callout
    | Question
    | AnswerLines
    | TickList
    | CutOutCards
    | Figure
    | HelpPanel
    | Minutes
    | SlideReference
)
