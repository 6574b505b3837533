"""Every kind of block with words that stand nowhere else, and those words in the order they are read."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

from builder import document as d
from builder.diagnostics import Mark
from builder.layout.placed import PlacedDeck, PlacedSlide
from builder.theme import Theme
from tests.render.pdf.samples import PNG

MARK = Mark("lesson.yaml", 3, 1)
SERVICES = (
    d.HelpEntry(
        "emergency",
        "Emergency services",
        "Anyone in danger right now",
        "Police, ambulance, fire service.",
        "Somebody answers at once.",
        phone="999",
    ),
    d.HelpEntry(
        "helpline",
        "Quiet Line",
        "Anyone under 19 years",
        "A counsellor listens to you.",
        "You decide what comes next.",
        phone="0800 1111",
        text="QUIET to 85258",
        chat="1-2-1 chat at quietline.example.org",
        address="quietline.example.org/help",
        hours="Day and night",
        cost="Free of charge",
    ),
    d.HelpEntry("person", "School nurse", "Pupils here", "In room four.", "", phone="(ask in the office)"),
)


def t(*parts: str | d.Inline) -> d.Rich:
    return tuple(d.Text(part) if isinstance(part, str) else part for part in parts)


EVERY: tuple[d.Block, ...] = (
    d.Paragraph(t("Alpha says ", d.Strong("loudly"), " and ", d.Emphasis("gently"), " so.")),
    d.Paragraph(
        t("A lead with a ", d.Link("guide for staff", "https://guide.example.org/a?b=1&c=2"), "."), "lead"
    ),
    d.Paragraph(t("A label stands here"), "label"),
    d.Paragraph(t("Small print of ours"), "small"),
    d.BulletList((t("Bullet one here"), t("Bullet two here"))),
    d.NumberedList((t(d.Strong("Step one now"), " with its detail."), t("Step two plainly."))),
    d.DefinitionList((("Term one", t("Meaning of one.")), ("Term two", t("Meaning of two.")))),
    d.Table(
        ("Column one", "Column two"),
        ((t("Cell one one"), t("Cell one two")), (t("Cell two one"), ())),
        (2, 1),
        "Caption of a table",
    ),
    d.Table(
        ("Card to sort", "Helps", "Waits", "Why is that"),
        ((t("Tell an adult"), (), (), ()), (t("Stop replying"), (), (), ())),
        (6, 2, 2, 5),
        room_to_write=True,
    ),
    d.Quote(t("Words to say aloud.")),
    d.MessageThread(
        (
            d.Message("Robin", "First message from Robin", "left"),
            d.Message("Robin", "Second message from Robin", "left"),
            d.Pause("The narrator pauses here."),
            d.Message("Sam", "An answer from Sam", "right"),
        )
    ),
    d.Timeline((d.Beat("One evening", "Something begins."), d.Beat("Next morning", "Somebody tells."))),
    *(
        d.Callout(
            kind, f"Title of {kind}", (d.Paragraph(t(f"Inside of {kind}, ", d.Emphasis("stressed"), ".")),)
        )
        for kind in get_args(d.CalloutKind)
    ),
    d.Callout("key", "", (d.Paragraph(t("A callout without a title.")),)),
    d.Question(t("Which one first?"), (t("Option apple"), t("Option pear")), (t("Apple is right."),)),
    d.AnswerLines(t("What would you say?"), 3),
    d.AnswerLines(t("My safe adult"), 1),
    d.AnswerLines(t("Nothing to write on"), 0),
    d.TickList((t("Tick this first"), t("Tick that second"))),
    d.Paragraph(t("I can tell ", d.Gap(14), " or perhaps ", d.Gap(9), " today.")),
    d.CutOutCards(
        (d.Card("Card heading", (d.BulletList((t("Point on card"),)),), "https://code.example.org/x"),) * 3,
        "strip",
    ),
    d.CutOutCards(
        (d.Card("", (d.HelpPanel(SERVICES[1:2]), d.AnswerLines(t("Name on card"), 1))),) * 2, "wallet"
    ),
    d.Figure("lamp", "A lamp on a table."),
    d.Figure("lamp", ""),
    d.Figure(d.Image(PNG, 60, 40), "A photograph of a door."),
    d.Figure(d.Image(PNG, 60, 40), ""),
    d.HelpPanel(
        SERVICES,
        ("My adult at home", "My adult at school"),
        (("Whom to ask", "Ms Okoye, room 12"),),
    ),
    d.Minutes(7, "Starter: before we begin"),
    d.SlideReference((1,), "Slide 1"),
    d.SlideReference((1, 2), "Slides 1 to 2", "with_lines"),
)
PUPILS_NEVER = ("say", "do", "answer", "never")


def for_pupils(blocks: tuple[d.Block, ...] = EVERY) -> tuple[d.Block, ...]:
    """Without what a pupil edition can't hold."""
    kept = (b for b in blocks if not (isinstance(b, d.Callout) and b.kind in PUPILS_NEVER))
    return tuple(replace(b, answer=()) if isinstance(b, d.Question) else b for b in kept)


def document(
    *sections: d.Section, medium: str = "pages", edition: str = "teacher", **more: Any
) -> d.Document:
    made = d.Document(
        "sample",
        medium,  # type: ignore[arg-type]  # one of two
        edition,  # type: ignore[arg-type]  # one of four
        "A title of ours",
        "A subtitle of ours",
        "en-GB",
        "2026-09-01",
        d.Furniture("Running words", "Page {n} of {total}", "DRAFT: staff to check"),
        sections,
        ("Sample", "Ages 11 to 14"),
    )
    return replace(made, **more)


def section(name: str, heading: str, *blocks: d.Block, **more: Any) -> d.Section:
    return d.Section(name, heading, blocks, MARK, **more)


def deck_of(made: d.Document, theme: Theme, grounds: tuple[str, ...] = ("paper",)) -> PlacedDeck:
    """A deck with a slide for every section, on the given grounds in turn, and two slides to refer to."""
    names = [one.id for one in made.sections] if made.medium == "slides" else ["x", "y"]
    slides = tuple(
        PlacedSlide(n, name, 1, f"Title of slide {n}", "list", grounds[(n - 1) % len(grounds)], (), (), MARK)
        for n, name in enumerate(names, 1)
    )
    return PlacedDeck(made, slides, theme, numbers={name: (n,) for n, name in enumerate(names, 1)})


def poisoned(value: Any, word: str) -> Any:
    """The same tree with `word` for every text that an author may write."""
    ours = ("kind", "role", "side", "size", "layout", "medium", "edition", "language", "mark", "source", "id")
    if isinstance(value, str):
        return word
    if isinstance(value, tuple):
        return tuple(poisoned(item, word) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: poisoned(getattr(value, field.name), word)
            for field in fields(value)
            if field.name not in ours or (field.name == "role" and isinstance(value, d.HelpEntry))
        }
        return replace(value, **changed)
    return value


# --- what is read, in order ---------------------------------------------------------------------------


def told(made: d.Document, deck: PlacedDeck) -> Iterator[str]:
    """Every stretch of words of a document, in the order it is read."""
    titles = {slide.number: slide.title for slide in deck.slides}
    first = made.sections[0].heading if made.sections and made.medium == "slides" else ""
    if first != made.title:
        yield made.title
    if made.medium == "pages" and made.subtitle:
        yield made.subtitle
    for one in made.sections:
        yield from (text for text in (one.label, one.heading) if text)
        for block in (*one.blocks, *one.notes):
            yield from said(block, titles, one)


def said(block: d.Block, titles: dict[int, str], at: d.Section) -> Iterator[str]:
    match block:
        case d.Paragraph(content) | d.Quote(content) | d.AnswerLines(content):
            yield from words(content)
        case d.BulletList(items) | d.NumberedList(items) | d.TickList(items):
            for item in items:
                yield from words(item)
        case d.DefinitionList(items):
            for term, meaning in items:
                yield term
                yield from words(meaning)
        case d.Table():
            yield from (text for text in (block.caption, *block.header) if text)
            for row in block.rows:
                for cell in row:
                    yield from words(cell)
        case d.MessageThread(entries):
            for entry in entries:
                yield from (entry.sender, entry.text) if isinstance(entry, d.Message) else (entry.text,)
        case d.Timeline(beats):
            for beat in beats:
                yield from (beat.label, beat.text)
        case d.Callout(_, title, inner):
            yield title
            for one in inner:
                yield from said(one, titles, at)
        case d.Question():
            for part in (block.question, *block.options, *block.answer):
                yield from words(part)
        case d.CutOutCards(cards):
            for card in cards:
                yield card.heading
                for one in card.blocks:
                    yield from said(one, titles, at)
        case d.Figure():
            return
        case d.HelpPanel(services, people, known):
            yield from (text for who in known for text in who)
            for service in services:
                yield from (service.name, service.phone, service.text, service.chat, service.address)
                yield from (service.hours, service.cost, service.for_whom, service.what, service.next)
            yield from people
        case d.Minutes(minutes, label):
            yield from (f"{minutes} min", label)
        case d.SlideReference(numbers, label, size):
            found = [titles[n] for n in numbers if n in titles]
            if size == "with_lines":
                yield from (label, *found)
            else:
                yield label if label != at.label else ""
                yield from (title for title in found if title != at.heading)


def words(content: d.Rich) -> Iterator[str]:
    """The words between the gaps."""
    text = ""
    for inline in content:
        if isinstance(inline, d.Gap):
            yield text
            text = ""
        else:
            text += inline.text
    yield text
