"""How soon an edit is in the pack while `build --watch` runs, by what was edited.

`python benchmarks/watch.py [RUNS]` prints processor seconds of each step; of all until slides and handouts
are written (READY), and until every file is (ALL); and wall seconds of both. A first build warms it all up,
as it does for somebody who watches. It judges nothing: machines are noisy, so read the medians.
"""

import itertools
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from builder.build import Wanted, theme_for
from builder.checks import load_rules
from builder.content import library, shelves
from builder.content.library import read_library
from builder.content.shelves import Shelf
from builder.memory import Memory
from builder.pack import write
from builder.rebuild import Rebuilder

ROOT = Path(__file__).resolve().parent.parent
LESSON, COUNTRY, DATE = "online-blackmail", "GB-ENG", "2026-09-01"
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
    next: They ask how you are{word}.
    phone: 01632 960001
"""
STEPS = ("read", "check+plan", "draw", "write", "READY", "ALL", "READY wall", "ALL wall")


class Desk:
    """A folder with content, and a builder that has built it once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        for name in ("lessons", "case_studies"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copytree(ROOT / "builder" / "data", self.data)
        # The help directories are edited too, and those of the repository must stay as they are.
        library.DATA = shelves.DATA = self.data
        self.rules = load_rules()
        self.memory = Memory()
        self.rebuilder = Rebuilder(LESSON, DATE)

    def build(self) -> list[float]:
        laps, walls = [time.process_time()], [time.perf_counter()]

        def lap() -> None:
            laps.append(time.process_time())
            walls.append(time.perf_counter())

        found, said = read_library([Shelf(self.folder)], COUNTRY, [LESSON], self.memory)
        lap()
        assert found is not None, said
        theme = theme_for(found.lessons[LESSON].model)
        again = self.rebuilder.again(found, self.rules, theme, Wanted(formats=("word",)))
        lap()
        assert again.ready is not None, again.diagnostics
        stages = self.rebuilder.stages(again.ready)
        first = next(stages)
        lap()
        write(first.pack, self.folder / "output", zip_too=not first.late)
        lap()
        for stage in stages:
            write(stage.pack, self.folder / "output")
        lap()
        steps = [b - a for a, b in itertools.pairwise(laps[:5])]
        return [*steps, *(spent[end] - spent[0] for spent in (laps, walls) for end in (4, 5))]


def edits(desk: Desk) -> dict[str, Callable[[int], None]]:
    def swap(file: Path, old: str) -> Callable[[int], None]:
        text = file.read_text(encoding="utf-8")
        assert old in text, (file, old)

        def edit(run: int) -> None:
            file.write_text(text.replace(old, f"{old} Always{' and ever' * (run % 2)}.", 1), encoding="utf-8")

        return edit

    def school(run: int) -> None:
        text = SCHOOL.replace("{word}", " today" * (run % 2))
        (desk.folder / "school.yaml").write_text(text, encoding="utf-8")

    lesson = desk.folder / "lessons" / LESSON / "lesson.yaml"
    return {
        "a word on a slide": swap(lesson, "Mistakes happen, and help exists."),
        "a word for staff": swap(lesson, "No knowledge of this subject is needed."),
        "a case study": swap(desk.folder / "case_studies" / "the-fake-picture.yaml", "It wants money."),
        "help directory": swap(desk.data / "help" / f"{COUNTRY}.yaml", "A counsellor listens."),
        "school.yaml": school,
    }


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.build()
        print(f"{LESSON}, {COUNTRY}: seconds, median of {runs}")
        print(f"{'':20}" + "".join(f"{step:>12}" for step in STEPS))
        for name, edit in edits(desk).items():
            taken = []
            for run in range(runs + 1):
                edit(run)
                taken.append(desk.build())
            # The first of a kind warms up what no edit before it asked for.
            medians = [statistics.median(column) for column in zip(*taken[1:], strict=True)]
            print(f"{name:20}" + "".join(f"{seconds:12.2f}" for seconds in medians), flush=True)


if __name__ == "__main__":
    main()
