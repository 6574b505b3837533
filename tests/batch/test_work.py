"""One pack after the other: the bytes of a build in the school's folder, made once, in memory that stays."""

import gc
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.batch.sources import code_hash, content_hash, packed_up, shelves_of
from builder.batch.table import read_table
from builder.batch.tally import Tally
from builder.batch.tasks import tasks
from builder.batch.work import Task, Worker, fingerprint
from builder.build import Drawing
from builder.cli import lessonpack
from builder.content.library import read_library, read_schoolless, with_school
from builder.content.schooling import read_school
from builder.content.shelves import Shelf, shipped
from builder.memory import Memory
from builder.render import Artefact
from tests.batch.tables import BRIGID, HEAD, HILL, LESSON, VALE, order_to, table_in
from tests.conftest import DATE, ROOT
from tests.content.test_schooling import OURS
from tests.schools import HILL as WITH_PHOTO
from tests.schools import school_in


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Worker:
    return Worker(order_to(tmp_path_factory.mktemp("out")))


def tasks_in(folder: Path, text: str = HEAD + HILL + VALE + BRIGID) -> list[Task]:
    table, said = read_table(table_in(folder, text))
    assert table is not None, said
    return list(tasks(table, table.numbers(), [LESSON]))


def built_in_a_folder(folder: Path, task: Task, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The zip that `lessonpack build` makes in a folder that holds what the task holds."""
    folder.mkdir()
    (folder / "school.yaml").write_bytes(task.text)
    if task.logo:
        (folder / task.logo_name).write_bytes(task.logo)
    monkeypatch.chdir(folder)
    ran = CliRunner().invoke(lessonpack, ["build", task.lesson, "--date", DATE])
    assert ran.exit_code == 0, ran.output
    place = folder / "output" / task.lesson / task.country / f"{task.lesson}-{task.country}.zip"
    return place.read_bytes()


def test_a_pack_is_byte_for_byte_that_of_a_build_in_the_schools_folder(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = tasks_in(tmp_path)
    # Twice the first, so that it is also made from what another school left in memory.
    outcomes = [worker.do(task) for task in every]
    (Path(worker.order.target) / every[0].pack).unlink()
    outcomes.append(worker.do(every[0]))

    assert [outcome.state for outcome in outcomes] == ["made"] * 4
    for task in every:
        ours = (Path(worker.order.target) / task.pack).read_bytes()
        theirs = built_in_a_folder(tmp_path / task.key, task, monkeypatch)
        assert ours == theirs
        with zipfile.ZipFile(io.BytesIO(ours)) as archive:
            manifest = json.loads(archive.read(f"{task.lesson}-{task.country}/manifest.json"))
        assert "school.yaml" in manifest["sources"]
        assert ("hill.png" in manifest["sources"]) == (task.key == "hill")


def test_a_finished_pack_is_left_alone_until_anything_that_it_is_made_from_changes(
    worker: Worker, tmp_path: Path
) -> None:
    task = tasks_in(tmp_path)[1]
    worker.do(task)
    place = Path(worker.order.target) / task.pack
    before = place.stat()

    assert worker.do(task).state == "there"
    assert place.stat() == before
    place.write_bytes(b"worked in")
    assert worker.do(task).state == "made"


def test_the_fingerprint_knows_all_that_a_pack_is_made_from(tmp_path: Path) -> None:
    order, task = order_to(tmp_path), Task(0, "hill", "IE", LESSON, b"name: Hill", "a.png", b"logo")
    others = [
        fingerprint(replace(order, date="2026-09-02"), task),
        fingerprint(replace(order, code="other"), task),
        fingerprint(replace(order, content={LESSON: "other"}), task),
        fingerprint(replace(order, variants=("low-ink",)), task),
        fingerprint(replace(order, paper="Letter"), task),
        fingerprint(replace(order, formats=("word", "web")), task),
        fingerprint(order, replace(task, country="US")),
        fingerprint(order, replace(task, text=b"name: Hull")),
        fingerprint(order, replace(task, logo=b"another")),
        fingerprint(order, replace(task, logo_name="b.png")),
    ]

    assert fingerprint(order, task) not in others
    assert len(set(others)) == len(others)
    # Neither the row's number nor the folder is in a pack.
    assert fingerprint(replace(order, target="elsewhere"), replace(task, number=7, key="x")) == fingerprint(
        order, task
    )


def test_a_fault_that_only_a_pack_shows_points_at_its_cell(worker: Worker, tmp_path: Path) -> None:
    text = HEAD + HILL + VALE.replace("Mr Cole", "It is your own fault.")
    (tmp_path / "logos").mkdir()
    file = table_in(tmp_path, text)
    (tmp_path / "logos" / "hill.png").write_bytes(b"no picture")
    table, said = read_table(file)
    assert (table is not None, said) == (True, [])
    assert table is not None
    tally = Tally(table)

    for task in tasks(table, table.numbers(), [LESSON]):
        tally.take(worker.do(task))

    found = {(one.rule, str(one.mark)) for one in tally.said() if one.is_error}
    assert found == {("school/picture", "schools.csv:2:25"), ("messaging/blame", "schools.csv:3:22")}
    assert (tally.made, tally.faulty) == (0, 2)


def test_a_fault_of_a_lesson_is_said_once_with_how_many_packs_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = tmp_path / "lessons" / "ours" / "lesson.yaml"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("title: 50% of it\n", encoding="utf-8")
    packed = packed_up(tmp_path)
    order = order_to(tmp_path / "out")
    order = replace(order, packed=packed, content={"ours": "x"})
    table, _ = read_table(table_in(tmp_path, HEAD + VALE + VALE))
    assert table is not None
    tally, doer = Tally(table), Worker(order)

    for task in tasks(table, table.numbers(), ["ours"]):
        tally.take(doer.do(task))

    missing = [one for one in tally.said() if one.rule == "schema/missing"]
    assert missing
    assert len(missing) == len(set(missing))
    assert all("2 packs, the first that of vale-school (schools.csv:2:1)" in one.why for one in missing)
    assert tally.faulty == 2


def test_our_own_fault_stops_one_pack_and_no_other(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("a bolt\ncame loose")

    monkeypatch.setattr(Worker, "zipped", break_down)
    outcome = worker.do(tasks_in(tmp_path, HEAD + VALE.replace("Vale", "Elsewhere"))[0])

    assert outcome.state == "faulty"
    assert "RuntimeError: a bolt came loose" in outcome.lost
    assert outcome.ended == ""


# --- what is read once ---------------------------------------------------------------------------------


@pytest.mark.parametrize("country", ["GB-ENG", "IE"])
def test_a_school_laid_over_later_is_the_library_that_is_read_with_it(tmp_path: Path, country: str) -> None:
    folder = school_in(tmp_path, WITH_PHOTO + OURS)
    (folder / "help-checks.yaml").write_text(
        "checks:\n  - {country: GB-ENG, id: childline, date: 2026-08-01, by: Jo Bell, of: 0123456789ab}\n",
        encoding="utf-8",
    )
    own, _ = read_school(Shelf(folder))
    shelves = [Shelf(ROOT), Shelf(folder)]

    whole, said = read_library(shelves, country, [LESSON], as_of=DATE)
    beneath, before = read_schoolless(shelves, country, [LESSON], as_of=DATE)
    assert beneath is not None
    later, further = with_school(beneath, own)

    assert whole is not None
    assert later == whole
    assert [*before, *further] == said
    assert beneath.library.school is None
    assert with_school(beneath, None)[0] != whole


def test_the_folder_is_packed_up_as_it_reads(tmp_path: Path) -> None:
    lesson = tmp_path / "lessons" / LESSON
    lesson.mkdir(parents=True)
    text = (ROOT / "lessons" / LESSON / "lesson.yaml").read_text(encoding="utf-8")
    (lesson / "lesson.yaml").write_text(text.replace("title: ", "title: Our ", 1), encoding="utf-8")
    (tmp_path / "school.yaml").write_text("name: not read\n", encoding="utf-8")
    (lesson / "secret.png").symlink_to("/etc/hostname")
    packed = packed_up(tmp_path)

    shelves = shelves_of(packed)
    ours, said = read_library([Shelf(shipped(), "shipped:"), shelves[1]], "IE", [LESSON])
    theirs, _ = read_library([Shelf(shipped(), "shipped:"), Shelf(tmp_path / "none")], "IE", [LESSON])

    assert ours is not None, said
    assert theirs is not None
    assert ours.lessons[LESSON].own
    assert ours.lessons[LESSON].model.title.startswith("Our ")
    assert not (shelves[1].root / "school.yaml").is_file()
    assert not (shelves[1].root / "lessons" / LESSON / "secret.png").is_file()
    assert packed_up(ROOT) is None
    assert content_hash(shelves, LESSON) != content_hash(shelves_of(None), LESSON)
    assert content_hash(shelves, "online-blackmail") == content_hash(
        shelves_of(packed_up(tmp_path / "none")), "online-blackmail"
    )
    assert code_hash() == code_hash()


# --- memory --------------------------------------------------------------------------------------------


def kept_in(memory: Memory) -> int:
    """How many results a memory holds, with its parts."""
    return len(memory._kept) + sum(kept_in(part) for part in memory._parts.values())


REMEMBERED_OF_A_SCHOOL = 400
"""Objects at most for the sentences that only one school has."""


@pytest.mark.parametrize("schools", [12, pytest.param(60, marks=pytest.mark.soak)])
def test_memory_does_not_grow_with_the_schools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schools: int
) -> None:
    # Drawing takes most of the time, and keeps nothing but what stands under the drawing's name.
    monkeypatch.setattr(Drawing, "drawn", lambda self: Artefact(self.name, b"drawn"))
    rows = (f",School {n},GB-ENG,,Ms Lead {n},R {n},,Mr B {n},Q {n},nurse {n}\n" for n in range(schools))
    doer = Worker(order_to(tmp_path / "out"))
    counts = []
    for number, task in enumerate(tasks_in(tmp_path, HEAD + "".join(rows))):
        assert doer.do(task).state == "made"
        if number in (2, schools // 2, schools - 1):
            gc.collect()
            (ready,) = doer._ready.values()
            counts.append((kept_in(ready._memory), len(gc.get_objects())))

    (first, objects), (half, _), (last, at_last) = counts
    assert first == half == last
    # Sentences that were judged are remembered, up to a few thousand; a pack's documents would be far more.
    assert at_last - objects < REMEMBERED_OF_A_SCHOOL * (schools - 3)
