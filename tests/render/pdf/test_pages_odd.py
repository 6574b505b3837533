"""Documents nobody would write: whatever stands in them, they become pages."""

from io import BytesIO
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from builder.document import (
    AnswerLines,
    Beat,
    BulletList,
    Callout,
    CalloutKind,
    Card,
    CutOutCards,
    DefinitionList,
    Document,
    Edition,
    Emphasis,
    Figure,
    Furniture,
    Gap,
    HelpEntry,
    HelpPanel,
    Image,
    Link,
    Message,
    MessageThread,
    Minutes,
    NumberedList,
    Paragraph,
    Pause,
    Question,
    Quote,
    Section,
    SlideReference,
    Strong,
    Table,
    Text,
    TickList,
    Timeline,
)
from builder.layout.drawings import drawing_names
from builder.render.pdf.pages.book import render_pages
from builder.theme import Theme
from tests.render.pdf.samples import PNG
from tests.render.pdf.test_pages_flow import MARK, SENTENCE

ODDITIES = (
    "",
    "<b>",
    "&amp;",
    "<img src='x'/>",
    "a" * 400,
    "a/b.c?d=1&e",
    "\n\n",
    "\t",
    "…",
    "“",
    " ",
    "]]>",
    SENTENCE * 30,
)


def oddity(number: int) -> str:
    return ODDITIES[number]


WORDS = st.one_of(
    st.integers(0, len(ODDITIES) - 1).map(oddity),
    st.text(st.characters(min_codepoint=1, max_codepoint=0x24F), max_size=60),
)
RICH = st.lists(
    st.one_of(
        WORDS.map(Text),
        WORDS.map(Strong),
        WORDS.map(Emphasis),
        st.builds(Link, WORDS, WORDS),
        st.integers(-1, 90).map(Gap),
    ),
    max_size=4,
).map(tuple)
FEW = st.integers(-1, 40)
KINDS = st.sampled_from(get_args(CalloutKind))


def few(inner: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(inner, max_size=4).map(tuple)


LEAVES = st.one_of(
    st.builds(Paragraph, RICH, st.sampled_from(("body", "lead", "label", "small"))),
    st.builds(BulletList, few(RICH)),
    st.builds(NumberedList, few(RICH)),
    st.builds(DefinitionList, few(st.tuples(WORDS, RICH))),
    st.builds(Table, few(WORDS), few(few(RICH)), few(st.integers(-2, 9)), WORDS, st.booleans()),
    st.builds(Quote, RICH),
    st.builds(
        MessageThread,
        few(
            st.one_of(st.builds(Message, WORDS, WORDS, st.sampled_from(("left", "right"))), WORDS.map(Pause))
        ),
    ),
    st.builds(Timeline, few(st.builds(Beat, WORDS, WORDS))),
    st.builds(Question, RICH, few(RICH), few(RICH)),
    st.builds(AnswerLines, RICH, FEW),
    st.builds(TickList, few(RICH)),
    st.builds(
        Figure,
        st.one_of(
            st.sampled_from(["no such drawing", *drawing_names()]),
            st.builds(Image, st.just(PNG), st.integers(1, 5000), st.integers(1, 5000)),
        ),
        WORDS,
    ),
    st.builds(HelpPanel, few(st.builds(HelpEntry, *[WORDS] * 11)), few(WORDS)),
    st.builds(Minutes, st.integers(-5, 500), WORDS),
    st.builds(SlideReference, few(FEW), WORDS),
)
BLOCKS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Callout, KINDS, WORDS, few(inner)),
        st.builds(CutOutCards, few(st.builds(Card, WORDS, few(inner))), st.sampled_from(("wallet", "strip"))),
    ),
    max_leaves=6,
)
SECTIONS = st.builds(
    Section,
    st.just("s"),
    WORDS,
    few(BLOCKS),
    st.just(MARK),
    label=WORDS,
    level=st.integers(-1, 5),
    new_page=st.booleans(),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    derandomize=True,
)
@given(
    sections=st.lists(SECTIONS, max_size=4).map(tuple),
    edition=st.sampled_from(("teacher", "parent")),
    title=WORDS,
)
def test_no_document_is_too_large_or_too_odd(
    sections: tuple[Section, ...], edition: Edition, title: str, theme: Theme
) -> None:
    made = Document(
        "x", "pages", edition, title, title, "en-GB", "2026-09-01", Furniture(title, "{n}"), sections
    )

    assert len(PdfReader(BytesIO(render_pages(made, theme))).pages) >= 1
