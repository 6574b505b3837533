"""Slides and pages by Marp, which has a browser print them.

`python -m benchmarks.peers.marp MARP WORDS.json OUT`: the slides of its PPTX are pictures. Pages are slides
with few words, as it doesn't break text into pages.
"""

import html
import json
import os
import subprocess
import sys
from pathlib import Path

LINES = 10
# A browser refuses its sandbox to root, as whom a container often runs.
ALONE = ["env", "CHROME_NO_SANDBOX=1"] if os.geteuid() == 0 else []


def main() -> None:
    marp, words, out = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")), sys.argv[3]
    deck = [
        "\n\n".join([f"# {_safe(title)}", *map(_safe, lines), f"<!--\n{_safe(chr(10).join(notes))}\n-->"])
        for title, lines, notes in words["slides"]
    ]
    slides = Path(out) / "slides.md"
    slides.write_text("\n\n---\n\n".join(deck), encoding="utf-8")
    pages = []
    for name, lines in words["pages"].items():
        parts = ["\n\n".join(map(_safe, part)) for part in _parts(lines)]
        pages.append(Path(out) / f"{name}.md")
        pages[-1].write_text("\n\n---\n\n".join(parts), encoding="utf-8")
    for form, files in (("--pptx", [slides]), ("--pdf", pages)):
        subprocess.run([*ALONE, marp, "--no-stdin", form, *map(str, files)], check=True)


def _parts(lines: list[str]) -> list[list[str]]:
    return [lines[start : start + LINES] for start in range(0, len(lines), LINES)]


def _safe(text: str) -> str:
    return html.escape(text, quote=False).replace("--", "–")


if __name__ == "__main__":
    main()
