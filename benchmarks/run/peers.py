"""What else makes such files, as far as it is installed: how it is started, and in which version."""

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.lesson import ROOT

PIP = "not installed: pip install --group bench"
NPM = "not installed: npm install @marp-team/marp-cli, then --marp node_modules/.bin/marp; it needs a browser"
PROBE = """
import importlib.metadata, json
found = {}
for name in ("typst", "weasyprint"):
    try:
        found[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
try:
    import pypandoc
    found["pandoc"] = pypandoc.get_pandoc_version()
    found["pandoc path"] = pypandoc.get_pandoc_path()
except (ImportError, OSError):
    pass
print(json.dumps(found))
"""


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the peers are, and the version of each that was found."""

    python: str
    pandoc: str = ""
    marp: str = ""
    versions: dict[str, str] = field(default_factory=dict)

    def by_pandoc(self, engine: str, words: Path, out: Path) -> list[str]:
        """The command that makes three files with pandoc and an engine for PDF; none where one is missing."""
        if not self.pandoc or engine not in self.versions:
            return []
        return [self.python, "-m", "benchmarks.peers.pandoc", engine, self.pandoc, str(words), str(out)]

    def by_marp(self, words: Path, out: Path) -> list[str]:
        if not self.marp:
            return []
        return [self.python, "-m", "benchmarks.peers.marp", self.marp, str(words), str(out)]

    def typst_warm(self, words: Path, out: Path) -> list[str]:
        if not self.pandoc or "typst" not in self.versions:
            return []
        return [self.python, "-m", "benchmarks.peers.typst_warm", self.pandoc, str(words), str(out)]


def find(python: str, marp: str) -> Peers:
    """The peers that the interpreter `python` has, and Marp by its path or on the PATH."""
    found: dict[str, str] = json.loads(_said([python, "-c", PROBE]) or "{}")
    pandoc = found.pop("pandoc path", "")
    # The processes run in the repository's folder, from wherever this is started.
    marp = str(Path(marp).absolute()) if marp else shutil.which("marp") or ""
    said = _said([marp, "--version"]) if marp else ""
    if said:
        found["marp"] = said.split(" (")[0].removeprefix("@marp-team/marp-cli v")
    return Peers(python, pandoc, marp if said else "", found)


def _said(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
