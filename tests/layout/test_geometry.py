"""Whatever is written, shapes lie on the slide, words don't run into words, and all of them are there."""

from collections.abc import Iterator

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from builder.document import (
    NO_BREAK,
    Beat,
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    HelpEntry,
    HelpPanel,
    Message,
    MessageThread,
    NumberedList,
    Paragraph,
    Pause,
    Question,
    Rich,
    Section,
    Strong,
    Text,
    TickList,
    Timeline,
    rich,
    walk,
)
from builder.layout import place
from builder.layout.grid import BODY_BOTTOM, HEIGHT, PATH_Y, WIDTH
from builder.layout.letters import printed
from builder.layout.measure import Measure
from builder.layout.placed import Box, Group, Outline, Picture, PlacedSlide, Shape, Stroke
from builder.theme import Theme, load_theme, themes
from tests.layout.sample_deck import SAMPLE, deck_of, section

THEME = load_theme("house")
MEASURE = Measure(THEME)
WORDS = [
    "a",
    "to",
    "who",
    "help",
    "tell",
    "adult",
    "picture",
    "message",
    "friend",
    "threat",
    "money",
    "blackmail",
    "someone",
    "yesterday",
    "safeguarding",
    "understanding",
    "childline.org.uk",
    "don’t",
    "0800",
    "fault.",
]
SMALL_TEXTS = (
    "Label",
    "Name",
    "Kind of story",
    "Source",
    "For whom",
    "What they do",
    "Ways",
    "In danger",
    "My people",
)
"""Texts that may be smaller than 20 pt: labels, names over bubbles, sources, and services' small print."""


def text(least: int = 1, most: int = 18) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=least, max_size=most).map(" ".join)


def content(most: int = 18) -> st.SearchStrategy[Rich]:
    return st.one_of(
        text(most=most).map(rich),
        st.tuples(text(1, 3), text(1, most)).map(lambda t: (Strong(t[0]), Text(f" {t[1]}"))),
    )


def several(most: int, words: int = 14) -> st.SearchStrategy[tuple[Rich, ...]]:
    return st.lists(content(words), min_size=1, max_size=most).map(tuple)


LEAD = st.lists(content(16).map(lambda c: Paragraph(c, "lead")), max_size=1).map(tuple)
FIGURE = st.sampled_from([(), (Figure("lamp", "A lamp"),), (Figure("kettle-and-mugs", ""),)])
CARD = st.tuples(text(1, 4), several(4)).map(lambda t: Callout("card", t[0], (BulletList(t[1]),)))
FACT = st.tuples(text(), st.sampled_from(["", " 9 in 10", " nearly 260", " £1,000"]), text(), text(1, 8)).map(
    lambda t: (Strong(f"{t[0]}{t[1]} {t[2]}."), Text(f" ({t[3]}, 2024)"))
)
ENTRY = st.builds(
    HelpEntry,
    st.sampled_from(["person", "helpline", "report"]),
    text(1, 3),
    text(1, 6),
    text(1, 14),
    text(1, 14),
    st.sampled_from(["", "0800 1111"]),
    st.sampled_from(["", "Text 85258"]),
    address=st.sampled_from(["", "childline.org.uk/remove", "help.example.org/report/something"]),
)

BLOCKS: dict[str, st.SearchStrategy[tuple[Block, ...]]] = {
    "title": st.tuples(LEAD, FIGURE).map(lambda t: t[0] + t[1]),
    "statement": st.tuples(content(14).map(lambda c: (Paragraph(c, "lead"),)), FIGURE).map(
        lambda t: t[0] + t[1]
    ),
    "list": st.tuples(
        LEAD,
        st.one_of(
            several(9).map(BulletList),
            several(9).map(TickList),
            st.lists(text().map(lambda t: rich(f"{t}?")), min_size=2, max_size=6).map(
                lambda i: BulletList(tuple(i))
            ),
            st.lists(FACT, min_size=2, max_size=5).map(lambda i: BulletList(tuple(i))),
            st.lists(st.tuples(text(1, 2), content(14)), min_size=1, max_size=8).map(
                lambda p: DefinitionList(tuple(p))
            ),
        ),
        FIGURE,
    ).map(lambda t: (*t[0], t[1], *t[2])),
    "columns": st.tuples(LEAD, CARD, CARD).map(lambda t: (*t[0], t[1], t[2])),
    "steps": several(9).map(lambda i: (NumberedList(i),)),
    "thread": st.tuples(
        LEAD,
        st.lists(
            st.one_of(
                st.builds(
                    Message, st.sampled_from(["Robin", "Sam"]), text(), st.sampled_from(["left", "right"])
                ),
                st.builds(Pause, text()),
            ),
            min_size=1,
            max_size=9,
        ),
    ).map(lambda t: (*t[0], MessageThread(tuple(t[1])))),
    "timeline": st.lists(st.builds(Beat, text(1, 2), text(1, 10)), min_size=1, max_size=8).map(
        lambda b: (Timeline(tuple(b)),)
    ),
    "question": st.tuples(content(14), st.lists(content(8), max_size=4), LEAD).map(
        lambda t: (Question(t[0], tuple(t[1])), *t[2])
    ),
    "sort": st.tuples(several(10, 6), st.integers(1, 3)).map(
        lambda t: (*(Callout("card", f"Tray {n}", ()) for n in range(t[1])), BulletList(t[0]))
    ),
    "case_study": st.tuples(LEAD, FIGURE).map(
        lambda t: (Paragraph(rich("True story"), "label"), *t[0], *t[1])
    ),
    "beats": st.tuples(st.lists(st.builds(Beat, text(1, 3), text()), min_size=1, max_size=7), several(2)).map(
        lambda t: (Timeline(tuple(t[0])), Callout("key", "How it came out", (Paragraph(t[1][0]),)))
    ),
    "picture": st.tuples(FIGURE, content()).map(lambda t: (*t[0], Paragraph(t[1]))),
    "help": st.tuples(LEAD, st.lists(ENTRY, max_size=4), st.lists(text(1, 6), max_size=3)).map(
        lambda t: (
            *t[0],
            HelpPanel((*t[1], HelpEntry("emergency", "Danger", "", "", "", "999")), tuple(t[2])),
        )
    ),
    "calm_ending": st.tuples(LEAD, FIGURE).map(lambda t: t[0] + t[1]),
}


def bounds(shape: Shape) -> Iterator[tuple[float, float]]:
    match shape:
        case Box() | Picture():
            yield shape.x, shape.y
            yield shape.x + shape.w, shape.y + shape.h
        case Stroke():
            yield shape.x1, shape.y1
            yield shape.x2, shape.y2
        case Outline():
            for command in shape.commands:
                yield from zip(command[1::2], command[2::2], strict=True)
        case Group():
            for inner in shape.shapes:
                yield from bounds(inner)


def text_boxes(slide: PlacedSlide) -> list[Box]:
    return [s for s in slide.shapes if isinstance(s, Box) and s.text is not None]


def check_slide(slide: PlacedSlide) -> None:
    for shape in slide.shapes:
        for x, y in bounds(shape):
            assert -0.5 <= x <= WIDTH + 0.5, shape
            assert -0.5 <= y <= HEIGHT + 0.5, shape
    boxes = text_boxes(slide)
    for i, one in enumerate(boxes):
        assert one.y + one.h <= max(BODY_BOTTOM, PATH_Y - 10) + 0.5, one.name
        for other in boxes[i + 1 :]:
            apart = (
                one.x + one.w <= other.x + 0.5
                or other.x + other.w <= one.x + 0.5
                or one.y + one.h <= other.y + 0.5
                or other.y + other.h <= one.y + 0.5
            )
            assert apart, (one.name, other.name)
    for figure in slide.shapes:
        if isinstance(figure, Group | Picture):
            corners = list(bounds(figure))
            left, top = min(x for x, _ in corners), min(y for _, y in corners)
            right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
            if right - left < WIDTH * 0.9:  # a landscape lies under the words' feet
                for box in boxes:
                    beside = box.x + box.w <= left + 2 or right <= box.x + 2
                    assert beside or box.y + box.h <= top + 2 or bottom <= box.y + 2, (figure.name, box.name)
    for box in boxes:
        body = box.text
        assert body is not None
        inner = box.w - body.insets_pt[0] - body.insets_pt[2]
        assert MEASURE.body_height(body, box.w) <= box.h + 0.5, box.name
        assert not MEASURE.too_long(body.paras, inner), box.name
        least = 16 if box.name.startswith(SMALL_TEXTS) else 20
        assert all(para.size_pt >= least for para in body.paras), box.name


def shown(slides: tuple[PlacedSlide, ...]) -> str:
    return " ".join(" ".join(p.text for p in b.text.paras) for s in slides for b in text_boxes(s) if b.text)


@pytest.mark.parametrize("layout", BLOCKS)
@pytest.mark.parametrize("theme", [load_theme(name) for name in themes()], ids=themes())
@given(data=st.data(), heading=text(1, 6))
@settings(max_examples=20, deadline=None)
def test_any_words_are_placed_cleanly_or_told_about(
    theme: Theme, layout: str, data: st.DataObject, heading: str
) -> None:
    blocks = data.draw(BLOCKS[layout])
    document = deck_of(section(layout, heading, *blocks, notes=()))  # type: ignore[arg-type]  # a layout
    deck, faults = place(document, theme)

    assert {f.rule for f in faults} <= {"fit/overflow", "fit/no-place"}
    everything = shown(deck.slides)
    for block in walk(blocks):
        if not isinstance(block, Figure):
            for words in printed(block):
                if " " in words:
                    # A number's blanks are made ones at which no line ends.
                    even = words.strip(" .").replace(NO_BREAK, " ")
                    assert even in everything.replace(NO_BREAK, " "), words
    event(f"{layout} {any(f.is_error for f in faults)}")
    if not any(f.is_error for f in faults):
        for slide in deck.slides:
            check_slide(slide)


def test_every_layout_is_tried() -> None:
    assert set(BLOCKS) == {s.layout for s in SAMPLE.sections}


@pytest.mark.parametrize("made", SAMPLE.sections, ids=lambda s: s.id)
def test_the_sample_is_placed_cleanly(made: Section, theme: Theme) -> None:
    deck, _ = place(deck_of(made), theme)

    for slide in deck.slides:
        check_slide(slide)
        titles = [b for b in text_boxes(slide) if b.role == "title"]
        assert len(titles) == 1
        assert titles[0].text is not None
        assert slide.title
