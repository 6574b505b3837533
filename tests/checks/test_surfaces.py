"""What the checks think is printed is printed: `surfaces` and `plan` tell the same story."""

import re

import pytest

from builder.checks import Rules, check
from builder.checks.context import context_of, shared_of
from builder.checks.rules import DocumentName
from builder.checks.surfaces import surface
from builder.content.library import Library
from builder.plan import DOCUMENTS, Brief
from builder.render.text import render_text
from tests.checks import small
from tests.conftest import DATE, PUPILS

# The deck without notes is what pupils see of the slides.
SAME_AS: dict[DocumentName, str] = {
    "slides": "slides-to-share", "handout": "handout", "teacher-notes": "teacher-notes",
}  # fmt: skip
# Staff read these in the notes of the slides, or another way.
ELSEWHERE = {"alt", "name", "status", "curriculum_links", "sources", "publisher", "title", "date"}


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def check_surface(found: Library, lesson: str, name: DocumentName, rules: Rules) -> None:
    checked, said = check(found, lesson, rules)
    assert checked is not None, said
    made = {d.name: d for kind in DOCUMENTS for d in kind.documents(Brief(checked, DATE))}
    printed = squeezed(render_text(made[SAME_AS[name]]))
    context = context_of(found, found.lessons[lesson], shared_of(found, rules))

    missing = []
    for each in surface(context, name):
        # A pupil's sheet has a gap where the text has [[a word]].
        pieces = re.split(r"\[\[.+?\]\]", each.text) if name == "handout" else [each.text]
        lead = each.address[-1] == "lead"
        staff = name == "teacher-notes" and (
            each.address[0] != "safe_teaching" or ELSEWHERE & set(each.address)
        )
        if not lead and not staff and not all(squeezed(piece) in printed for piece in pieces):
            missing.append(each)

    assert not missing


@pytest.mark.parametrize("name", list(SAME_AS))
@pytest.mark.parametrize("lesson", PUPILS)
def test_shipped_lessons_print_what_is_looked_at(
    lesson: str, name: DocumentName, library: Library, rules: Rules
) -> None:
    check_surface(library, lesson, name, rules)


@pytest.mark.parametrize("name", list(SAME_AS))
def test_the_small_lesson_prints_what_is_looked_at(name: DocumentName, rules: Rules) -> None:
    check_surface(small.library(), "small", name, rules)


def test_unconfirmed_text_numbers_are_not_printed_for_pupils(rules: Rules) -> None:
    unconfirmed = (
        "    chat: 1-2-1 chat at childline.org.uk\n    sources: [police]\n    confidence: sourced\n"
        "    checked_on: 2026-01-05\n    checked_by: A. Tester"
    )
    found = small.library(
        help=[
            (
                unconfirmed,
                "    chat: Chat online\n    text: HELLO\n    sources: [police]\n    confidence: sourced",
            )
        ]
    )
    context = context_of(found, found.lessons["small"], shared_of(found, rules))

    texts = {printed.text for printed in surface(context, "handout")}

    assert "Chat online" in texts
    assert "HELLO" not in texts


def test_a_slide_shows_one_service_of_each_kind(rules: Rules) -> None:
    second = (
        "services:\n",
        "services:\n  - {id: other, role: helpline, name: Another Line, for_whom: Anyone, for_pupils: true, "
        "what: Listens., next: Someone answers., phone: '111', chat: Online chat, sources: [police], "
        "confidence: sourced}\n",
    )
    found = small.library(help=[second])
    context = context_of(found, found.lessons["small"], shared_of(found, rules))

    on_slides = {printed.text for printed in surface(context, "slides")}
    in_handout = {printed.text for printed in surface(context, "handout")}

    assert "Another Line" in on_slides
    assert "Childline" not in on_slides
    assert {"Another Line", "Childline"} <= in_handout
