"""One lesson for school after school in one warm process: ours, or the straight script.

`python -m benchmarks.schools ours|three|straight WORDS.json`, with a line “pack NUMBER” on standard input for
each school. `three` draws only the files that the straight script makes. Packs stay in memory, unzipped.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.again import serve
from benchmarks.lesson import COUNTRY, DATE, FILES, LESSON, ROOT

SCHOOL = """\
name: Hill School {number}
country: GB-ENG
lead: {{name: Ms Okafor, room: Room {number}}}
"""


def ours(only: Sequence[str]) -> Callable[[int], object]:
    """These files of a pack for the school of a number."""
    from builder.build import Wanted, prepare, theme_for
    from builder.checks import load_rules
    from builder.content.library import read_library
    from builder.content.shelves import Shelf
    from builder.memory import Memory

    folder = tempfile.TemporaryDirectory()
    rules, memory = load_rules(), Memory()

    def pack(number: int) -> object:
        # The folder lives for as long as this function.
        shelf = Path(folder.name)
        (shelf / "school.yaml").write_text(SCHOOL.format(number=number), encoding="utf-8")
        library, said = read_library([Shelf(ROOT), Shelf(shelf)], COUNTRY, [LESSON], memory.part("read"))
        assert library is not None, said
        theme, wanted = theme_for(library.lessons[LESSON].model), Wanted(formats=("word",))
        ready, said = prepare(library, LESSON, rules, theme, DATE, wanted, memory.part("pack"))
        assert ready is not None, said
        drawn = memory.part("drawn")
        wished = [one for one in ready.drawings if one.name in only]
        return [drawn.once(one.name, one.made_from(), one.drawn) for one in wished]

    return pack


def ours_for_many() -> Callable[[int], object]:
    """The same whole packs as `lessonpack batch` makes them: without reading the shelves for each school."""
    from builder.build import Wish
    from builder.checks import load_rules
    from builder.content.schooling import school_from
    from builder.content.shelves import Shelf
    from builder.schools import ForSchools

    maker = ForSchools([Shelf(ROOT)], COUNTRY, LESSON, load_rules(), DATE, Wish(formats=("word",)))

    def pack(number: int) -> object:
        own, said = school_from(SCHOOL.format(number=number).encode(), "school.yaml", _no_picture)
        assert own is not None, said
        built = maker.pack(own)
        assert built.pack is not None, built.diagnostics
        return built.pack

    return pack


def _no_picture(name: str) -> bytes:
    raise FileNotFoundError(name)


def straight(words: Path) -> Callable[[int], object]:
    """The three files of the straight script, with the name of a school on each."""
    from benchmarks.straight import files

    said = json.loads(words.read_text(encoding="utf-8"))

    def pack(number: int) -> object:
        school = f"Hill School {number}, Ms Okafor, Room {number}"
        (title, lines, notes), *others = said["slides"]
        slides = [[title, [school, *lines], notes], *others]
        pages = {name: [school, *lines] for name, lines in said["pages"].items()}
        return files({"slides": slides, "pages": pages})

    return pack


def main() -> None:
    kind, words = sys.argv[1], Path(sys.argv[2])
    if kind == "straight":
        serve({"pack": straight(words)})
    elif kind == "three":
        serve({"pack": ours(FILES)})
    else:
        serve({"pack": ours_for_many()})


if __name__ == "__main__":
    main()
