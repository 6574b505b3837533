"""Whatever a school changes in a lesson, a pack holds what every pupil must hear, or there is no pack."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from builder.checks import Rules, check
from builder.content.library import Library, read_library
from builder.content.overlay import parts_of, place_at
from builder.content.overlay.editing import ChangesText, entry_for
from builder.content.shelves import CHANGES, Shelf
from builder.diagnostics import Diagnostic, Severity
from builder.source import Data, Source, read_text
from builder.source.tree import tree_of
from tests.conftest import COUNTRY, ROOT

LESSON = "online-blackmail"
RAW = (ROOT / "lessons" / LESSON / "lesson.yaml").read_bytes()


def base() -> Source:
    source, _ = read_text(RAW, "lesson.yaml")
    assert source is not None
    return source


BASE = base()
TEXTS = [place for place, _ in parts_of(tree_of(BASE))]
PARTS = sorted({place.rpartition(".")[0] for place in TEXTS if "." in place})
LISTED = [
    place
    for place in [*TEXTS, *PARTS]
    if (found := place_at(tree_of(BASE), place)) is not None and isinstance(found.holder.value, list)
]
SAYINGS = st.sampled_from(["We talk about it.", "Sit with someone you like.", "That is all for today."])


def with_changes(folder: Path, *entries: dict[str, Data]) -> tuple[Library | None, list[Diagnostic]]:
    text = ChangesText("author: Jo Bell\n", CHANGES)
    for entry in entries:
        text = text.added(entry)
    place = folder / "lessons" / LESSON / CHANGES
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text.text, "utf-8")
    return read_library([Shelf(ROOT, "shipped:"), Shelf(folder)], COUNTRY, [LESSON])


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Data]:
    does = draw(st.sampled_from(["replace", "remove", "insert_after"]))
    places = {"replace": TEXTS, "remove": [*TEXTS, *PARTS], "insert_after": LISTED}
    at = draw(st.sampled_from(places[does]))
    return entry_for(BASE, at, does, "yes" if does == "remove" else draw(SAYINGS))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(made=st.lists(changes(), min_size=1, max_size=4))
def test_no_changes_take_away_what_must_be_said(
    made: list[dict[str, Data]], tmp_path: Path, rules: Rules
) -> None:
    library, said = with_changes(tmp_path, *made)
    if library is None:
        assert any(one.is_error and one.hint for one in said)
        event("not read")
        return
    checked, said = check(library, LESSON, rules)

    event("built" if checked else "refused")
    if checked is None:
        assert any(one.is_error for one in said)
    else:
        model = checked.lesson.model
        assert model.activities[-1].kind == "calm_ending"
        assert {"emergency", "helpline"} <= set(model.signposting.roles)
        assert not [one for one in said if one.rule == "messaging/required"]


def test_a_message_that_is_taken_away_is_named_at_the_change(tmp_path: Path, rules: Rules) -> None:
    silent = [place for place, text in parts_of(tree_of(BASE)) if "not your fault" in str(text).casefold()]
    library, said = with_changes(
        tmp_path, *(entry_for(BASE, place, "replace", "We talk about it.") for place in silent)
    )
    assert library is not None, said

    checked, said = check(library, LESSON, rules)

    assert checked is None
    found = [one for one in said if one.rule == "messaging/required"]
    assert found
    assert all(one.mark.file == f"lessons/{LESSON}/{CHANGES}" for one in found if "fault" in one.message)
    assert "ith your change" in " ".join(one.message for one in found)


def test_an_adapted_lesson_is_in_the_pack_and_waits_for_a_signature(tmp_path: Path, rules: Rules) -> None:
    place = "activities.a-good-start.slides.talk-about.say.0"
    library, said = with_changes(tmp_path, entry_for(BASE, place, "replace", "Here we talk about “someone”."))
    assert library is not None, said

    checked, said = check(library, LESSON, rules)

    assert checked is not None
    assert "Here we talk about “someone”." in str(checked.lesson.model)
    assert [one.severity for one in said if one.rule == "review/unsigned" and "lesson" in one.message] == [
        Severity.NEEDS_PERSON
    ]


def test_a_copy_of_a_story_with_a_death_stays_for_staff(tmp_path: Path) -> None:
    name = "critical-contact"
    text = (ROOT / "case_studies" / f"{name}.yaml").read_text("utf-8")
    assert "someone_died: true" in text
    (tmp_path / "case_studies").mkdir()
    copied = text.replace("someone_died: true", "someone_died: false").replace("tier: staff", "tier: pupil")
    (tmp_path / "case_studies" / f"{name}.yaml").write_text(copied, "utf-8")

    library, said = read_library([Shelf(ROOT, "shipped:"), Shelf(tmp_path)], COUNTRY)

    assert library is None
    assert [one.rule for one in said if one.is_error] == ["overlay/fixed"]


@pytest.mark.parametrize("name", ["no-such-lesson"])
def test_changes_to_nothing_are_told(tmp_path: Path, name: str) -> None:
    place = tmp_path / "lessons" / name / CHANGES
    place.parent.mkdir(parents=True)
    place.write_text("author: Jo Bell\n", "utf-8")

    library, said = read_library([Shelf(ROOT, "shipped:"), Shelf(tmp_path)], COUNTRY)

    assert library is None
    assert [one.rule for one in said if one.is_error] == ["overlay/no-base"]
