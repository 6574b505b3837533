"""Changes find the part that they were made for, whatever moves around it, and lose nothing."""

from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from builder.content.overlay import State, adapted
from builder.content.overlay.editing import ChangesText, entry_for
from builder.source import Data, Source, read_text
from builder.source.tree import fingerprint

BASE = """\
title: Asking for help
objectives: [Know whom to tell, Know what helps]
signposting: {title: Help, roles: [helpline]}
activities:
  - id: start
    kind: starter
    title: Before we begin
    say: [Hello., Welcome.]
  - id: story
    kind: case_study
    title: A story
    say: [Listen.]
  - id: breath
    kind: calm_ending
    title: One breath
"""


def read(text: str) -> Source:
    source, said = read_text(text.encode(), "lesson.yaml")
    assert source is not None, said
    return source


def laid(base: Source, *entries: dict[str, Data]) -> tuple[Any, list[State], list[str]]:
    text = ChangesText("", "changes.yaml")
    for entry in entries:
        text = text.added(entry)
    if not entries:
        return base.data, [], []
    source, made, said = adapted(base, text.text.encode(), "changes.yaml", "lessons/any/changes.yaml")
    assert made is not None, said
    return source.data, [change.state for change in made.changes], [one.rule for one in said]


def entry(at: str, does: str, value: Data, base: Source | None = None) -> dict[str, Data]:
    return entry_for(base or read(BASE), at, does, value)


def test_a_text_is_replaced() -> None:
    data, states, said = laid(read(BASE), entry("activities.start.say.1", "replace", "Come in."))

    assert data["activities"][0]["say"] == ["Hello.", "Come in."]
    assert states == [State.FITS]
    assert said == []


def test_a_complaint_about_a_text_of_ones_own_points_at_ones_own_file() -> None:
    text = ChangesText("", "changes.yaml").added(entry("activities.start.say.1", "replace", "Come in."))

    source, _, _ = adapted(read(BASE), text.text.encode(), "changes.yaml", "lessons/any/changes.yaml")

    assert str(source.mark(("activities", 0, "say", 1))) == "changes.yaml:3:14"
    assert source.mark(("activities", 0, "say", 0)).file == "lesson.yaml"


def test_a_part_is_left_out_and_others_keep_their_places() -> None:
    data, _, _ = laid(
        read(BASE),
        entry("activities.start", "remove", "yes"),
        entry("activities.story.say.0", "replace", "Hear."),
    )

    assert [one["id"] for one in data["activities"]] == ["story", "breath"]
    assert data["activities"][0]["say"] == ["Hear."]


def test_several_parts_stand_behind_one_another_in_their_order() -> None:
    data, _, _ = laid(
        read(BASE),
        entry("objectives.0", "insert_after", "Know why"),
        entry("objectives.0", "insert_after", "Know when"),
        entry("objectives.0", "insert_before", "Know who"),
        entry("objectives.0", "remove", "yes"),
    )

    assert data["objectives"] == ["Know who", "Know why", "Know when", "Know what helps"]


def test_what_replaces_a_part_keeps_its_name() -> None:
    data, _, _ = laid(read(BASE), entry("activities.story", "replace", {"kind": "discuss", "title": "Ours"}))

    assert data["activities"][1] == {"id": "story", "kind": "discuss", "title": "Ours"}


def test_a_part_that_was_not_there_is_added() -> None:
    data, states, _ = laid(read(BASE), entry("subtitle", "replace", "Ours"))

    assert data["subtitle"] == "Ours"
    assert states == [State.FITS]


def test_a_part_is_found_again_where_others_came_before_it() -> None:
    made = [
        entry("activities.story.say.0", "replace", "Hear."),
        entry("objectives.1", "replace", "Know what to do"),
        entry("activities.start.say.0", "remove", "yes"),
    ]
    newer = read(
        BASE.replace("[Know whom", "[Know yourself, Know whom")
        .replace("activities:", "activities:\n  - {id: new, kind: starter, title: New, say: [New.]}")
        .replace("[Hello.", "[Good morning., Hello.")
    )

    data, states, _ = laid(newer, *made)

    assert data["objectives"] == ["Know yourself", "Know whom to tell", "Know what to do"]
    assert data["activities"][1]["say"] == ["Good morning.", "Welcome."]
    assert data["activities"][2]["say"] == ["Hear."]
    assert set(states) == {State.FITS}


def test_where_the_text_beneath_has_changed_the_schools_stays_and_a_person_looks() -> None:
    newer = read(BASE.replace("Listen.", "Listen quietly."))

    data, states, said = laid(newer, entry("activities.story.say.0", "replace", "Hear."))

    assert data["activities"][1]["say"] == ["Hear."]
    assert states == [State.CHANGED]
    assert said == ["overlay/base-changed"]


def test_a_text_that_nobody_has_seen_is_never_left_out() -> None:
    newer = read(BASE.replace("Welcome.", "If you aren’t safe ring 999."))

    data, _, _ = laid(newer, entry("activities.start.say.1", "remove", "yes"))

    assert data["activities"][0]["say"] == ["Hello.", "If you aren’t safe ring 999."]


def test_a_change_without_a_place_is_told_and_kept() -> None:
    newer = read(BASE.replace("id: story", "id: another-story"))

    _, states, said = laid(newer, entry("activities.story.say.0", "replace", "Hear."))

    assert states == [State.LOST]
    assert said == ["overlay/lost"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("activities.story", "activities.story.say.0"), ("activities.story.say.0", "activities.story")],
)
def test_what_lies_within_a_replaced_part_is_told(first: str, second: str) -> None:
    value: dict[str, Data] = {"kind": "discuss", "title": "Ours"}
    _, states, said = laid(
        read(BASE),
        entry(first, "replace", value if first.endswith("story") else "Hear."),
        entry(second, "replace", value if second.endswith("story") else "Hear."),
    )

    assert State.TWICE in states
    assert said == ["overlay/twice"]


@pytest.mark.parametrize("at", ["signposting", "activities", "activities.breath"])
def test_help_and_the_calm_ending_stay(at: str) -> None:
    data, states, said = laid(read(BASE), entry(at, "remove", "yes"))

    assert data == read(BASE).data
    assert states == [State.REFUSED]
    assert said == ["overlay/keep"]


def test_who_may_read_it_stays() -> None:
    base = read("title: A case\ntier: staff\nsomeone_died: yes\n")

    data, _, said = laid(base, entry("tier", "replace", "pupil", base))

    assert data == base.data
    assert said == ["overlay/fixed"]


# --- any changes at all --------------------------------------------------------------------------------

PLACES = (
    "title",
    "objectives.0",
    "objectives.1",
    "signposting.title",
    "activities.start",
    "activities.start.title",
    "activities.start.say.0",
    "activities.start.say.1",
    "activities.story",
    "activities.story.say.0",
    "activities.breath",
)
SAYINGS = st.sampled_from(["One.", "Two.", "Three."])
"""None of them is in the shipped text: of two lines that say the same, nobody can tell which is whose."""


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Data]:
    at = draw(st.sampled_from(PLACES))
    whole = at.count(".") == 1 and at.startswith("activities")
    listed = whole or at.rpartition(".")[2].isdecimal()
    does = draw(
        st.sampled_from(["replace", "remove", *(["insert_after", "insert_before"] if listed else [])])
    )
    if does == "remove":
        return entry(at, does, "yes")
    if not whole:
        return entry(at, does, draw(SAYINGS))
    name = draw(st.sampled_from(["new", "newer", "newest"]))
    part: dict[str, Data] = {"kind": "discuss", "title": draw(SAYINGS)}
    return entry(at, does, part if does == "replace" else {"id": name, **part})


@settings(deadline=None)
@given(st.lists(changes(), max_size=6))
def test_applying_again_changes_nothing_more(made: list[dict[str, Data]]) -> None:
    once, states, _ = laid(read(BASE), *made)
    kept = [one for one, state in zip(made, states, strict=True) if state is State.FITS]
    once, states, _ = laid(read(BASE), *kept)
    again = Source("lesson.yaml", once, *marks_of(once))

    twice, states, _ = laid(again, *kept)

    event(f"{len(kept)} changes")
    assert twice == once


@settings(deadline=None)
@given(st.lists(changes(), max_size=6))
def test_help_and_ending_stay_and_every_word_of_ones_own_is_there_or_told(
    made: list[dict[str, Data]],
) -> None:
    data, states, said = laid(read(BASE), *made)

    assert data["signposting"]["roles"] == ["helpline"]
    assert any(one["id"] == "breath" for one in data["activities"])
    there = str(data)
    for one, state in zip(made, states, strict=True):
        own = [
            str(value) for name, value in one.items() if name in ("replace", "insert_after", "insert_before")
        ]
        if state in (State.FITS, State.DONE) and own and "{" not in own[0]:
            assert own[0] in there
        if state in (State.TWICE, State.LOST, State.REFUSED):
            assert said


def marks_of(data: Data) -> tuple[Any, Any]:
    """Marks for data that stands in no file."""
    from builder.diagnostics import Mark
    from builder.source.tree import node_of, source_of

    source = source_of(node_of(data, Mark("lesson.yaml", 1, 1)), "lesson.yaml")
    return source.marks, source.keys


def test_a_fingerprint_holds_whatever_the_layout() -> None:
    assert entry("title", "replace", "Ours")["base"] == fingerprint("Asking  for\nhelp")
