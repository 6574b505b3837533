"""`python -m benchmarks.run` measures a build against its peers; benchmarks/README.md says how to read it."""

import argparse
import importlib.metadata
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.lesson import COUNTRY, DATE, LESSON, PAGES, ROOT
from benchmarks.run import peers
from benchmarks.run.table import Row, Section, printed
from benchmarks.run.taking import Job, Taken, Warm, in_turns, process
from builder import __version__

DOOR = "from builder.door import main; main()"
# In a process of its own: a child counts as its own peak what its parent holds when it starts.
WORDS = "import sys, json; from benchmarks.cold_build import words; print(json.dumps(words(sys.argv[1:])))"
EDITS = ("a word on a slide", "a word for staff", "school.yaml")
BATCH = "benchmarks/batch.py"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is done in turns")
    parser.add_argument(
        "--peers", default=sys.executable, metavar="PYTHON", help="the Python that has the peers"
    )
    parser.add_argument("--marp", default="", metavar="PATH", help="Marp's command, if it isn't on the PATH")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(_measured(Path(folder), peers.find(asked.peers, asked.marp), max(1, asked.rounds)), flush=True)
    if (ROOT / BATCH).is_file():
        print(f"\n5. Two cores against one, by {BATCH}\n", flush=True)
        subprocess.run([sys.executable, "-m", "benchmarks.batch", LESSON], cwd=ROOT, check=False)
    else:
        print(f"\n5. Two cores against one: not measured, as there is no {BATCH}")


def _measured(folder: Path, found: peers.Peers, rounds: int) -> str:
    said = folder / "words.json"
    with said.open("wb") as file:
        subprocess.run([sys.executable, "-c", WORDS, *PAGES], stdout=file, cwd=ROOT, check=True)
    outs = {
        name: folder / name
        for name in ("cold", "again", "three", "straight", "typst", "html", "marp", "warm")
    }
    for out in outs.values():
        out.mkdir()

    def python(*command: str) -> list[str]:
        return [sys.executable, *command]

    def build(out: Path, *more: str) -> list[str]:
        wish = ["--country", COUNTRY, "--date", DATE, "--out", str(out)]
        return python("-c", DOOR, "build", LESSON, *wish, *more)

    commands = {
        "whole pack": build(outs["cold"], "--no-cache"),
        "three files": python("-m", "benchmarks.three_files", str(outs["three"])),
        "straight": python("-m", "benchmarks.straight", str(said), str(outs["straight"])),
        "typst": found.by_pandoc("typst", said, outs["typst"]),
        "weasyprint": found.by_pandoc("weasyprint", said, outs["html"]),
        "marp": found.by_marp(said, outs["marp"]),
        "again": build(outs["again"]),
        "click": python("-c", "import click"),
        "nothing": python("-c", "pass"),
    }
    warm = {
        kind: Warm(python("-m", "benchmarks.schools", kind, str(said)))
        for kind in ("ours", "three", "straight")
    }
    jobs: dict[str, Job] = {name: process(command) for name, command in commands.items() if command}
    jobs |= {f"school, {kind}": one.job("pack") for kind, one in warm.items()}
    warm["edits"] = Warm(python("-m", "benchmarks.edits"))
    jobs |= {name: warm["edits"].job(name) for name in EDITS}
    if command := found.typst_warm(said, outs["warm"]):
        warm["typst"] = Warm(command)
        jobs |= {f"typst, {kind}": warm["typst"].job(kind) for kind in ("same", "edited")}
    before = os.getloadavg()[0]
    try:
        taken = in_turns(jobs, rounds)
    finally:
        for one in warm.values():
            one.close()
    files = sum(file.is_file() for file in outs["cold"].glob(f"{LESSON}/{COUNTRY}/**/*"))
    text = printed(_sections(taken, files))
    about = (
        f"{LESSON}, {COUNTRY}: medians (least–most) of {rounds} rounds in turns, ratios round by round.\n"
        f"{os.cpu_count()} cores, load {before:.1f} at the start and {os.getloadavg()[0]:.1f} at the end."
    )
    return f"{about}\n\n{text}\n\n{_versions(found)}"


def _sections(taken: Mapping[str, Taken], files: int) -> list[Section]:
    def row(name: str, job: str, made: str = "3", install: str = "") -> Row:
        return Row(name, taken.get(job, Taken((), install)), made)

    others = [
        row("pandoc + typst, one go", "typst", install=peers.PIP),
        row("pandoc + WeasyPrint, one go", "weasyprint", install=peers.PIP),
        row("Marp with a browser", "marp", install=peers.NPM),
    ]
    straight = row("straight script", "straight")
    return [
        Section(
            "1. Cold: a pack from nothing, as a command",
            straight.name,
            [
                row("lessonpack build --no-cache", "whole pack", str(files)),
                row("ours, only the files that the peers make", "three files"),
                straight,
                *others,
            ],
        ),
        Section(
            "2. One more school, the lesson unchanged, warm",
            "straight script, warm",
            [
                row("ours, whole pack", "school, ours", str(files - 1)),
                row("ours, only the files that the peers make", "school, three"),
                row("straight script, warm", "school, straight"),
            ],
        ),
        Section(
            "3. Nothing changed",
            "python -c 'import click'",
            [
                row("lessonpack build, the second time", "again", str(files)),
                row("python -c 'import click'", "click", ""),
                row("python -c pass", "nothing", ""),
                row("typst, warm, no slides", "typst, same", "2", peers.PIP),
                straight,
                *others,
            ],
        ),
        Section(
            "4. An edit while watching, until all files are written",
            straight.name,
            [
                *(row(f"ours: {name}", name, str(files)) for name in EDITS),
                row("typst, warm, no slides: a word", "typst, edited", "2", peers.PIP),
                straight,
            ],
        ),
    ]


def _versions(found: peers.Peers) -> str:
    own = {"Lesson Pack Builder": __version__, platform.python_implementation(): platform.python_version()}
    own |= {name: importlib.metadata.version(name) for name in ("python-pptx", "reportlab", "click")}
    return "Versions: " + ", ".join(f"{name} {version}" for name, version in (own | found.versions).items())


if __name__ == "__main__":
    main()
