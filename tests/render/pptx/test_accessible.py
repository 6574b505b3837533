"""No finding under any rule of PowerPoint's accessibility checker, and faults seeded to see that it looks."""

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from builder.build import Built
from builder.document import (
    BulletList,
    Document,
    Figure,
    HelpEntry,
    HelpPanel,
    Message,
    MessageThread,
    NumberedList,
    Paragraph,
    Strong,
    Text,
    rich,
)
from builder.layout import place
from builder.render.pptx import render
from builder.render.pptx.template import LAYOUTS
from builder.theme import Theme, load_theme, themes
from tests.conftest import LESSONS
from tests.layout.sample_deck import CHILDLINE, LINKED, SAMPLE, deck_of, items, section
from tests.render.pptx.accessible import LAYOUT_S, RULES, faults
from tests.render.pptx.checker.edits import Edit
from tests.render.pptx.seeds import ALSO, SEEDS
from tests.render.pptx.test_school import saved, template

URGENT = HelpEntry("emergency", "Emergency services", "In danger right now", "", "", "999")
PEOPLE = ("My safe adult at home or elsewhere", "My safe adult at school")
ALL_SEEDS = [(rule, *seed) for rule, seeds in SEEDS.items() for seed in seeds]
BONES = ("presentation", "master", "notes master", "layout")
TEMPLATES: dict[str, dict[str, Any]] = {
    "light": {},
    "tinted": {"ground": "FFF8E7"},
    "dark": {"ground": "112233"},
    "without Title Only": {"without": ("Title Only", "Title and Content", "Title and Vertical Text")},
}
SEEDED = deck_of(
    *(SAMPLE.sections[number] for number in (0, 1, 2, 4, 6, 8)),
    section("list", "Where to look", LINKED),
)


def every_layout() -> Document:
    """A slide of every layout, and forms that one example of each doesn't show."""
    order = (
        Paragraph(rich("Whatever it is, however late."), "lead"),
        NumberedList(items("Stop", "Keep", "Tell")),
    )
    thread = (Message("Robin", "Hi!", "left"), Message("Sam", "Hello.", "right"))
    services = tuple(
        HelpEntry("report", f"Service {n}", "Report it", "What.", "Next.", "101") for n in range(5)
    )
    facts = ("Nearly 9 in 10 pictures came down.", "A picture can be blocked.")
    return deck_of(
        *SAMPLE.sections,
        section(
            "poster", "Tell someone", *order, Figure("telling", "Two people"), HelpPanel((CHILDLINE, URGENT))
        ),
        section("list", "Where to look", LINKED),
        section("list", "Facts", BulletList(tuple((Strong(fact), Text(" (IWF, 2024)")) for fact in facts))),
        section("list", "Talk about it", BulletList(items("What made it hard?", "What could help?"))),
        section(
            "thread",
            "A chat",
            Paragraph(rich("Where?"), "lead"),
            MessageThread(thread),
            Figure("speech", "Talk"),
        ),
        section("steps", "Many steps", NumberedList(items(*(f"Step {n}" for n in range(8))))),
        section("help", "Help in parts", Paragraph(rich("Choose.")), HelpPanel((*services, URGENT), PEOPLE)),
        section("help", "Help without people", HelpPanel((*services, URGENT), ())),
        draft="DRAFT: help lines not yet confirmed",
    )


def drawn(theme: Theme) -> bytes:
    deck, said = place(every_layout(), theme)
    assert said == []
    assert {slide.layout for slide in deck.slides} == set(LAYOUTS)
    return render(deck, theme)


@pytest.fixture(scope="module")
def seeded(theme: Theme) -> bytes:
    deck, _ = place(SEEDED, theme)
    return render(deck, theme)


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_finding_in_any_deck(packs: dict[str, Built], lesson: str) -> None:
    pack = packs[lesson].pack
    assert pack is not None
    decks = {file.name: file.data for file in pack.files if file.name.endswith(".pptx")}

    assert decks
    assert {name: faults(data) for name, data in decks.items() if faults(data)} == {}


@pytest.mark.parametrize("name", themes())
def test_no_finding_on_a_slide_of_any_layout(name: str) -> None:
    assert faults(drawn(load_theme(name))) == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_no_finding_on_a_schools_template_but_its_own(kind: str, tmp_path: Path) -> None:
    """What its master says of languages, and the colour of its foot on its own ground, are the school's."""
    theme = load_theme("house", template=saved(template(**TEMPLATES[kind]), tmp_path))
    found = faults(drawn(theme))
    its_own = [f for f in found if f.startswith(tuple(f"language: {bone}" for bone in BONES))]
    foot = [f for f in found if f.startswith("contrast: ") and f.endswith(LAYOUT_S)]

    assert [f for f in found if f not in its_own and f not in foot] == []
    assert all(", Footer: " in f or ", Slide number: " in f for f in foot)
    assert bool(foot) == (kind != "dark")


@pytest.mark.parametrize(
    ("rule", "place_named", "edit"),
    [pytest.param(rule, where, edit, id=f"{rule}-{what}") for rule, what, where, edit in ALL_SEEDS],
)
def test_a_seeded_fault_is_found_by_its_rule(rule: str, place_named: str, edit: Edit, seeded: bytes) -> None:
    deck = Presentation(io.BytesIO(seeded))
    edit(deck)
    changed = io.BytesIO()
    deck.save(changed)
    found = faults(changed.getvalue())

    assert {fault.partition(":")[0] for fault in found} == {rule} | ALSO.get(rule, set())
    assert any(fault.startswith(f"{rule}: {place_named}") for fault in found), found


def test_before_the_seeds_there_is_no_fault(seeded: bytes) -> None:
    assert faults(seeded) == []


def test_every_rule_has_a_seeded_fault() -> None:
    assert set(SEEDS) == set(RULES)
