"""Building again after edits: byte for byte what a fresh build gives, whatever was edited before."""

import dataclasses
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from builder.build import Wanted, build, theme_for
from builder.checks import Rules
from builder.content.library import Library, read_library
from builder.content.shelves import Shelf
from builder.memory import Memory
from builder.rebuild import Again, Change, Rebuilder, Stage
from builder.render.pausing import GivenUpError
from tests.conftest import COUNTRY, DATE, ROOT

LESSON, CASE = "holiday-check-in", "told-his-mum"
WANTED = Wanted(formats=("word", "web", "text"))
SCHOOL = """\
name: Hill School
country: GB-ENG
lead: {name: Ms Okafor, room: Room 12}
local_help:
  - id: town-youth-line
    role: helpline
    name: Town youth line
    for_whom: Young people in town
    what: Somebody listens.
    next: They ask how you are.
    phone: 01632 960001
"""


class Desk:
    """A folder with one lesson and its story, its last state in a builder's memory."""

    def __init__(self, folder: Path, rules: Rules) -> None:
        self.folder, self.rules = folder, rules
        self.lesson = folder / "lessons" / LESSON / "lesson.yaml"
        self.case = folder / "case_studies" / f"{CASE}.yaml"
        self.memory, self.rebuilder = Memory(), Rebuilder(LESSON, DATE)
        for file in (self.lesson, self.case):
            file.parent.mkdir(parents=True)
            shutil.copy(ROOT / file.relative_to(folder), file)

    def edit(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def read(self, memory: Memory | None = None) -> Library:
        library, said = read_library([Shelf(self.folder)], COUNTRY, [LESSON], memory or Memory())
        assert library is not None, said
        return library

    def again(self) -> Again:
        library = self.read(self.memory)
        return self.rebuilder.again(library, self.rules, theme_for(library.lessons[LESSON].model), WANTED)

    def stages(self) -> list[Stage]:
        again = self.again()
        assert again.ready is not None, again.diagnostics
        return list(self.rebuilder.stages(again.ready))

    def agrees(self) -> list[Stage]:
        """Build again, and compare with a build that knows nothing of before."""
        again = self.again()
        library = self.read()
        fresh = build(library, LESSON, self.rules, theme_for(library.lessons[LESSON].model), DATE, WANTED)
        assert again.diagnostics == fresh.diagnostics
        assert again.ready is not None
        stages = list(self.rebuilder.stages(again.ready))
        assert fresh.pack is not None
        ours = {file.name: file.data for file in stages[-1].pack.files}
        theirs = {file.name: file.data for file in fresh.pack.files}
        assert [name for name in theirs if ours.get(name) != theirs[name]] == []
        assert stages[-1].pack == fresh.pack
        return stages


@pytest.fixture
def desk(tmp_path: Path, rules: Rules) -> Desk:
    return Desk(tmp_path, rules)


def test_after_any_edit_the_pack_is_that_of_a_fresh_build(desk: Desk) -> None:
    edits: list[Callable[[], object]] = [
        lambda: None,
        lambda: desk.edit(desk.lesson, "Mistakes happen, and", "Mistakes happen to us all, and"),
        lambda: desk.edit(
            desk.lesson, "title: A plan", "# a line more, and every mark below moves\ntitle: A plan"
        ),
        lambda: desk.edit(
            desk.lesson,
            "      - id: talk\n",
            "      - id: another\n        shows: statement\n        title: One thing\n"
            "        statement: Help exists, day and night.\n      - id: talk\n",
        ),
        lambda: desk.edit(desk.case, "Leo tells his mum.", "Leo tells his mum about it."),
        lambda: (desk.folder / "school.yaml").write_text(SCHOOL, encoding="utf-8"),
        lambda: shutil.copy(ROOT / "lessons" / LESSON / "lesson.yaml", desk.lesson),
    ]

    stages = []
    for edit in edits:
        edit()
        stages.append(len(desk.agrees()))

    # A comment draws nothing, and at first there is no older state that could stand for what takes long.
    assert stages == [1, 2, 1, 2, 2, 2, 2]


def test_slides_come_first_and_say_which_files_are_late(desk: Desk) -> None:
    before = {file.name: file.data for file in desk.stages()[-1].pack.files}
    desk.edit(desk.lesson, "Mistakes happen, and", "Mistakes happen to us all, and")

    first, last = desk.stages()

    now = {file.name: file.data for file in first.pack.files}
    whole = {file.name: file.data for file in last.pack.files}
    assert "teacher-notes.pdf" in first.late
    assert b'"late"' in now["manifest.json"]
    assert b'"late"' not in whole["manifest.json"]
    assert now["slides.pptx"] == whole["slides.pptx"] != before["slides.pptx"]
    for name in first.late:
        assert now[name] == before[name] != whole[name]


def test_a_fault_stops_nothing_but_the_pack_and_leaves_no_trace(desk: Desk) -> None:
    desk.stages()
    whole = desk.lesson.read_text(encoding="utf-8")
    desk.edit(desk.lesson, "You can pass.", "It is your own fault.")

    again = desk.again()

    assert again.ready is None
    assert "messaging/blame" in {found.rule for found in again.diagnostics}
    desk.lesson.write_text(whole, encoding="utf-8")
    assert desk.again().same


def test_drawing_is_given_up_for_a_newer_state_and_taken_up_again(desk: Desk) -> None:
    desk.stages()
    desk.edit(desk.lesson, "Mistakes happen, and", "Mistakes happen to us all, and")
    again, asked = desk.again(), count()
    assert again.ready is not None

    # The third time is in the midst of a file.
    stages = desk.rebuilder.stages(again.ready, lambda: next(asked) > 2)
    with pytest.raises(GivenUpError):
        list(stages)

    assert desk.rebuilder.late(again.ready)
    assert not desk.again().same
    desk.agrees()
    assert desk.rebuilder.late(again.ready) == ()


def test_changes_name_slides_notes_and_parts_of_pages(desk: Desk) -> None:
    desk.stages()
    desk.edit(desk.lesson, "You can pass.", "You can always pass.")
    desk.edit(desk.lesson, "A quick look back.", "A very quick look back.")

    changes = {change.document: change for change in desk.again().changes}

    assert changes["slides"] == Change("slides", slides=(3,), notes=(2,))
    assert changes["slides-to-share"] == Change("slides-to-share", slides=(3,))
    assert "Slide by slide" not in changes["teacher-notes"].headings
    assert changes["teacher-notes"].headings


def test_what_has_not_changed_is_the_same_object(desk: Desk) -> None:
    one = desk.read(desk.memory)
    desk.edit(desk.lesson, "You can pass.", "You can always pass.")
    two = desk.read(desk.memory)

    assert one.lessons[LESSON] is not two.lessons[LESSON]
    assert one.cases[CASE] is two.cases[CASE]
    assert one.help is two.help
    assert one.labels is two.labels


def test_nothing_is_drawn_that_has_not_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.stages()
    drawn: list[str] = []
    formats = __import__("builder.build", fromlist=["FORMATS"]).FORMATS
    for form, one in list(formats.items()):

        def draw(document: object, *rest: object, form: str = form, one: object = one) -> bytes:
            drawn.append(f"{form} {document.name}")  # type: ignore[attr-defined]  # a Document
            return one.draw(document, *rest)  # type: ignore[attr-defined,no-any-return]  # a Format

        monkeypatch.setitem(formats, form, dataclasses.replace(one, draw=draw))
    desk.edit(desk.lesson, "A quick look back.", "A very quick look back.")

    desk.stages()

    assert sorted(drawn) == [
        "pdf teacher-notes",
        "pptx slides",
        "text slides",
        "text teacher-notes",
        "web slides",
        "web teacher-notes",
        "word teacher-notes",
    ]
