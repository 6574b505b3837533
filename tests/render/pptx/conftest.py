"""A deck that holds every kind of shape, every kind of notes block and every awkward word."""

import io
import zipfile
import zlib
from typing import get_args

import pytest
from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as Opened

from builder import document as d
from builder.diagnostics import Mark
from builder.layout import placed as p
from builder.render.pptx import render
from builder.theme import Theme, load_theme

AWKWARD = (
    "<b>not bold</b> & “quoted” \"plain\" 'single' ]]> &amp;",
    "Ŵŷ café naïve £5 → 100 % {braces} %s",
    "Outside the first plane: 🧡🪔 𝒜",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "  spaces  kept  ",
)


def small_png(shade: int) -> bytes:
    """A grey picture, 4 by 2, written by hand so that its bytes never change."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    rows = b"".join(b"\0" + bytes([shade]) * 4 for _ in range(2))
    header = (4).to_bytes(4, "big") + (2).to_bytes(4, "big") + b"\x08\0\0\0\0"
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def words(text: str, size_pt: float = 24, colour: str = "ink", bullet: str = "") -> p.TextBody:
    para = p.Para((p.Run(text, colour=colour),), size_pt, bullet=bullet)  # type: ignore[arg-type]  # a bullet's name
    return p.TextBody((para,))


def title(text: str, colour: str = "deep") -> p.Box:
    body = p.TextBody((p.Para((p.Run(text, colour=colour),), 38, "title"),))
    return p.Box("Title", 44, 36, 872, 46, text=body, role="title")


def slide(
    number: int,
    shapes: tuple[p.Shape, ...],
    layout: str = "list",
    ground: str = "paper",
    notes: tuple[d.Block, ...] = (),
) -> p.PlacedSlide:
    mark = Mark("lesson.yaml", number, 1)
    return p.PlacedSlide(
        number, f"section-{number}", 1, f"Slide {number}", layout, ground, shapes, notes, mark
    )


def deck_of(
    *slides: p.PlacedSlide, draft: str = "DRAFT: two help lines wait to be confirmed"
) -> p.PlacedDeck:
    document = d.Document(
        name="slides",
        medium="slides",
        edition="teacher",
        title="Safe & <sound>",
        subtitle="A lesson for ages 11–14",
        language="en-GB",
        date="2025-03-04",
        furniture=d.Furniture(running="Safe & <sound> · ages 11–14", page="{n} of {total}", draft=draft),
        sections=(),
        keywords=("help", "R&D"),
    )
    return p.PlacedDeck(document, slides, load_theme("house"))


def every_block() -> tuple[d.Block, ...]:
    rich = d.rich
    help_entry = d.HelpEntry(
        "Helpline",
        "Listening Line",
        "Anyone under 19",
        "Someone listens.",
        "You decide what comes after.",
        "0800 000 000",
        "Text HELLO",
        "Chat on their page",
        "listening.example",
        "Day and night",
        "Free",
    )
    blocks: tuple[d.Block, ...] = (
        d.Minutes(5, "Starter: <two> truths"),
        d.Paragraph(rich(AWKWARD[0])),
        d.Paragraph((d.Text("Lead with "), d.Strong("strong"), d.Emphasis(" stress")), "lead"),
        d.Paragraph((d.Link("the page", "https://example.org/a?b=1&c=é d"), d.Gap(6)), "label"),
        d.Paragraph(rich("small words"), "small"),
        d.BulletList((rich("first bullet"), rich(AWKWARD[2]))),
        d.NumberedList(((d.Strong("Stop."), d.Text(" Put it down.")), rich("Second step"))),
        d.DefinitionList((("Consent", rich("saying yes freely")),)),
        d.Table(
            ("Minutes", "What"), ((rich("0–5"), rich("Starter words")), (rich("5–9"), ())), (1, 3), "The plan"
        ),
        d.Table(("Only", "Headings"), (), (1, 1)),
        d.Quote(rich("You did the right thing.")),
        d.MessageThread((d.Message("Kit", "hi 🙂", "left"), d.Pause("Nothing for a day."))),
        d.Timeline((d.Beat("Monday", "A message arrives."),)),
        d.Callout(
            "say", "Say this", (d.Quote(rich("Inside a callout")), d.BulletList((rich("deep bullet"),)))
        ),
        d.Callout("do", "", (d.Paragraph(rich("A callout without a title")),)),
        d.Question(rich("What would help?"), (rich("Option one"), rich("Option two")), (rich("The answer"),)),
        d.AnswerLines(rich("Write what you would say"), 3),
        d.TickList((rich("tick me"),)),
        d.CutOutCards((d.Card("Card heading", (d.Paragraph(rich("card words")),)),), "wallet"),
        d.Figure("lamp", "A lamp in a window"),
        d.Figure("bench", ""),
        d.HelpPanel((help_entry,), ("A safe adult at school",), (("Lead", "Ms Okoye in room 12"),)),
        d.SlideReference((2, 3), "Slides two and three"),
    )
    missing = set(get_args(d.Block)) - {type(block) for block in blocks}
    assert not missing, f"these blocks have no example: {missing}"
    return blocks


def every_shape() -> tuple[p.Shape, ...]:
    dashed = p.Line("coral", 2, dash=True)
    rows = tuple(p.Para((p.Run(text),), 20, bullet="disc", space_after_pt=6) for text in AWKWARD)
    steps = tuple(
        p.Para(
            (p.Run(f"Step {n}.", bold=True), p.Run(" A step long enough to need a second line in its box")),
            20,
            bullet="number",
        )
        for n in (1, 2)
    )
    linked = p.Para(
        (
            p.Run("Report it at "),
            p.Run("the page", link="https://example.org/report?a=1&b=2"),
            p.Run("\nnow"),
        ),
        20,
    )
    lit = p.Para((p.Run("It is "), p.Run("not your fault", bold=True, lit=True)), 32, "title", "centre")
    drawing = p.Group(
        "Lamp",
        (
            p.Box("Lamp base", 700, 420, 60, 20, fill="deep"),
            p.Stroke("Lamp stand", 730, 420, 730, 360, p.Line("deep", 4)),
            p.Outline(
                "Lamp shade", (("M", 700, 360), ("C", 710, 330, 750, 330, 760, 360), ("Z",)), fill="sun"
            ),
        ),
        alt="A lamp <lit>",
    )
    stone = p.Group(
        "Step 1",
        (
            p.Box("Stone", 800, 400, 60, 60, "ellipse", fill="leaf"),
            p.Box("Stone number", 800, 415, 60, 30, text=words("1", colour="white")),
        ),
    )
    return (
        title("Every kind of shape"),
        p.Box("Words", 44, 110, 420, 230, text=p.TextBody(rows), role="body"),
        p.Box(
            "Card",
            490,
            110,
            420,
            110,
            "round",
            16,
            "white",
            p.Line("mist", 1.5),
            p.TextBody(steps, "middle", (12, 8, 12, 8)),
        ),
        p.Box("Nothing said", 490, 230, 20, 20, "ellipse", fill="sun"),
        p.Box("Traffic light", 520, 230, 20, 20, fill="coral", alt="A red square: stop"),
        p.Box("Link", 560, 226, 350, 60, text=p.TextBody((linked, p.Para((), 12)))),
        p.Box("Light", 44, 350, 420, 60, fill="sky", text=p.TextBody((lit,), "bottom")),
        p.Stroke("Falling", 44, 420, 144, 470, dashed),
        p.Stroke("Rising", 144, 470, 244, 420, p.Line("deep", 3)),
        p.Stroke("Back", 344, 470, 244, 420, p.Line("plum", 3)),
        p.Outline(
            "Open path",
            (("M", 360, 470), ("L", 400, 430), ("C", 420, 430, 440, 470, 460, 450)),
            line=p.Line("leaf", 3),
            alt="A path",
        ),
        p.Picture("Photo", 500, 340, 120, 60, d.Image(small_png(90), 4, 2), "A grey <rectangle>"),
        p.Picture("Photo again", 500, 410, 120, 60, d.Image(small_png(90), 4, 2), ""),
        drawing,
        stone,
    )


def awkward_deck() -> p.PlacedDeck:
    columns = (
        title("Two columns", "deep"),
        p.Box("Left", 44, 136, 420, 300, fill="white", text=words("Left words"), role="body"),
        p.Box("Right", 496, 136, 420, 300, fill="white", text=words("Right words"), role="body2"),
    )
    return deck_of(
        slide(1, every_shape(), notes=every_block()),
        slide(2, columns, "columns", "sky", (d.Paragraph(d.rich("Short notes")),)),
        slide(
            3,
            (title("Two columns", "white"), p.Box("Picture", 44, 200, 120, 60, fill="sun")),
            "case_study",
            "plum",
        ),
        slide(4, (p.Box("Lone", 44, 200, 400, 60, text=words("No title box here")),), "calm_ending", "sky"),
    )


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("house")


@pytest.fixture(scope="session")
def deck() -> p.PlacedDeck:
    return awkward_deck()


@pytest.fixture(scope="session")
def rendered(deck: p.PlacedDeck, theme: Theme) -> bytes:
    return render(deck, theme)


def part_of(file: bytes, name: str) -> etree._Element:
    """One part of a .pptx, parsed."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


@pytest.fixture
def opened(rendered: bytes) -> Opened:
    return Presentation(io.BytesIO(rendered))
