"""What else checks wording, on the same sentences: general linters, and a plain list of phrases.

None was made for this subject. They are run as their makers ship them: proselint from PyPI, alex and
write-good from npm (`npm install alex write-good` in this folder).
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

# Such a list as one would begin with.
PHRASES = (
    "stays online|once it's out there|forever|no way of controlling|do not stop the chat|reset your phone|"
    "delete your account|never be removed|can't be deleted|digital tattoo|ruin your life|ruin your future|"
    "should have known|committed suicide|child porn|revenge porn|stranger danger"
)


def phrases(texts: Sequence[str]) -> list[bool]:
    listed = re.compile(PHRASES, re.IGNORECASE)
    return [bool(listed.search(text.replace("’", "'"))) for text in texts]


def _by_line(command: list[str], place: re.Pattern[str], texts: Sequence[str]) -> list[bool] | None:
    """Whether `command` complains of each line of a file with one text a line and blank lines between."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.md"
        path.write_text("\n\n".join(texts) + "\n", "utf-8")
        try:
            done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        except OSError:
            return None
    lines = {(int(found[1]) - 1) // 2 for found in place.finditer(done.stdout + done.stderr)}
    return [number in lines for number in range(len(texts))] if done.stdout or done.stderr else None


def _npm(name: str) -> list[str]:
    return [str(Path(__file__).parent / "node_modules" / ".bin" / name)]


def proselint(texts: Sequence[str]) -> list[bool] | None:
    return _by_line(
        [str(Path(sys.executable).parent / "proselint"), "check"], re.compile(r":(\d+):\d+:"), texts
    )


def alex(texts: Sequence[str]) -> list[bool] | None:
    return _by_line([*_npm("alex"), "--why"], re.compile(r"^\s+(\d+):\d+", re.MULTILINE), texts)


def write_good(texts: Sequence[str]) -> list[bool] | None:
    return _by_line([*_npm("write-good"), "--parse"], re.compile(r":(\d+):\d+:"), texts)


Peer = Callable[[Sequence[str]], list[bool] | None]
PEERS: dict[str, Peer] = {
    "a plain list of phrases": phrases,
    "proselint": proselint,
    "alex": alex,
    "write-good": write_good,
}
