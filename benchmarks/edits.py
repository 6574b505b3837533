"""The edits of `benchmarks/watch.py`, each made when a line “EDIT NUMBER” of standard input asks for it.

An edit is done when every file of the pack is written, as under `lessonpack build --watch`.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.again import serve
from benchmarks.watch import Desk, edits


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.build()

        def built(edit: Callable[[int], None]) -> Callable[[int], object]:
            def work(number: int) -> object:
                edit(number)
                return desk.build()

            return work

        serve({name: built(edit) for name, edit in edits(desk).items()})


if __name__ == "__main__":
    main()
