"""As much of a build as the peers make: read, check and plan a lesson, and draw only three of its files.

`python -m benchmarks.three_files OUT` writes slides.pptx, teacher-notes.pdf and handout.pdf. Everything is
checked and planned as for a whole pack.
"""

import sys
from pathlib import Path

from benchmarks.lesson import COUNTRY, DATE, FILES, LESSON, ROOT
from builder.build import prepare, theme_for
from builder.checks import load_rules
from builder.content.library import read_library
from builder.content.shelves import Shelf


def main() -> None:
    library, said = read_library([Shelf(ROOT)], COUNTRY, [LESSON])
    assert library is not None, said
    ready, said = prepare(library, LESSON, load_rules(), theme_for(library.lessons[LESSON].model), DATE)
    assert ready is not None, said
    for drawing in ready.drawings:
        if drawing.name in FILES:
            (Path(sys.argv[1]) / drawing.name).write_bytes(drawing.drawn().data)


if __name__ == "__main__":
    main()
