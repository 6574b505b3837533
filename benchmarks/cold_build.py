"""A cold build of one lesson against a straight script with the same words, in turns, as whole processes.

`python benchmarks/cold_build.py [RUNS]` prints wall seconds, processor seconds and peak memory of each, and
the ratio run by run. The straight script makes the deck and three of the PDFs. It judges nothing: machines
are noisy, so read the medians.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from builder.build import plan
from builder.checks import check, load_rules
from builder.content.library import read_library
from builder.content.shelves import Shelf
from builder.layout.letters import printed
from builder.theme import load_theme

ROOT = Path(__file__).resolve().parent.parent
DATE = "2026-09-01"
LESSON, COUNTRY = "online-blackmail", "GB-ENG"
PAGES = ("slides-to-share", "teacher-notes", "handout")


def words(wanted: Sequence[str] = PAGES) -> dict[str, object]:
    """Every word of the slides and of the documents `wanted`, without form: what the straight script sets."""
    library, _ = read_library([Shelf(ROOT)], COUNTRY, [LESSON])
    assert library is not None
    checked, _ = check(library, LESSON, load_rules())
    assert checked is not None
    documents, _, _ = plan(checked, load_theme("house"), DATE)
    by_name = {document.name: document for _, document in documents}
    slides = [
        (section.heading, list(printed(section.blocks)), list(printed(section.notes)))
        for section in by_name["slides"].sections
    ]
    pages = {
        name: [
            text for section in by_name[name].sections for text in (section.heading, *printed(section.blocks))
        ]
        for name in wanted
    }
    return {"slides": slides, "pages": pages}


def run(command: list[str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak memory in MiB of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, status, used = os.wait4(child.pid, 0)
    assert status == 0, command
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        (out / "words.json").write_text(json.dumps(words()), encoding="utf-8")
        door = "from builder.door import main; main()"
        commands = {
            "lessonpack build": [
                sys.executable,
                "-c",
                door,
                "build",
                LESSON,
                "--country",
                COUNTRY,
                "--date",
                DATE,
                "--no-cache",
                "--out",
                str(out / "packs"),
            ],
            "straight script": [
                sys.executable,
                str(ROOT / "benchmarks/straight.py"),
                str(out / "words.json"),
                folder,
            ],
        }
        taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
        for number in range(runs + 1):
            for name, command in commands.items():
                figures = run(command)
                if number:  # the first run warms the disk
                    taken[name].append(figures)
    print(f"{'':20}{'wall s':>10}{'cpu s':>10}{'peak MiB':>10}   median of {runs}")
    for name, figures in taken.items():
        print(
            f"{name:20}"
            + "".join(f"{statistics.median(column):10.2f}" for column in zip(*figures, strict=True))
        )
    ours, theirs = (taken[name] for name in commands)
    ratios = [a[1] / b[1] for a, b in zip(ours, theirs, strict=True)]
    print(f"ratio of processor time, run by run: {', '.join(f'{ratio:.2f}' for ratio in ratios)}")


if __name__ == "__main__":
    main()
