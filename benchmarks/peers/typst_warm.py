"""Pages that pandoc has written, set again and again by typst in one warm process: as they were, or edited.

`python -m benchmarks.peers.typst_warm PANDOC WORDS.json OUT`, with a line “same NUMBER” or “edited NUMBER” on
standard input for each time. There are no slides: typst writes no PPTX.
"""

import sys
from pathlib import Path

import typst

from benchmarks.again import serve
from benchmarks.peers.pandoc import written


def main() -> None:
    pandoc, words = sys.argv[1:3]
    pages = written(pandoc, words, Path(sys.argv[3]), "typst")
    texts = {file: file.read_text(encoding="utf-8") for file in pages}
    compiler = typst.Compiler(root=Path(sys.argv[3]), ignore_system_fonts=True)

    def same(_: int) -> None:
        for file in pages:
            compiler.compile(input=file, output=file.with_suffix(".pdf"))

    def edited(number: int) -> None:
        # A word at the start of the notes, so that everything behind it moves.
        notes = next(file for file in pages if file.stem == "teacher-notes")
        notes.write_text(f"Always{' and ever' * (number % 2)}. {texts[notes]}", encoding="utf-8")
        same(number)

    serve({"same": same, "edited": edited})


if __name__ == "__main__":
    main()
