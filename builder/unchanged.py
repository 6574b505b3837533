"""What a command answered before, kept while the tool, the content and the packs it made stay as they are.

Asked before anything is imported that a command needs, so that building again what is built costs little more
than starting Python.
"""

import hashlib
import json
import os
from collections.abc import Sequence

from builder.inputs import base, code, content
from builder.store import FOLDER, Store, key_of


class Answer:
    """What was said on standard output and error, and the sha256 of each file by pack folder and name."""

    def __init__(self, out: str, err: str, packs: dict[str, dict[str, str]]) -> None:
        # No dataclass: importing those takes as long as all that is done here.
        self.out, self.err, self.packs = out, err, packs


def wanted(command: Sequence[str]) -> bool:
    """Whether a command has answers that are kept: a build that ends, unless it asks for the opposite."""
    return command[:1] == ["build"] and not {"--watch", "--no-cache", "--help", "-h"} & set(command)


def out_of(command: Sequence[str]) -> str:
    """The folder that a build writes to."""
    found = "output"
    for word, following in zip(command, [*command[1:], ""], strict=True):
        if word == "--out":
            found = following
        elif word.startswith("--out="):
            found = word.removeprefix("--out=")
    return found


def key(command: Sequence[str], today: str) -> str:
    """What an answer depends on: the words of the command, the day unless one is named, tool and content.

    Raises OSError where the content can't be read.
    """
    if any(word.startswith("--date") for word in command):
        today = ""
    folder, shipped = os.getcwd(), base()
    both = [content(folder)]
    if shipped and not os.path.samefile(shipped, folder):
        both.append(content(shipped))
    return key_of("answer", json.dumps(list(command)), today, code(), *both)


def answered(out: str, asked: str) -> Answer | None:
    """The answer to `asked`, if every pack in the folder `out` that it made is still as it was made."""
    stored = Store(os.path.join(out, FOLDER)).get(asked)
    if stored is None:
        return None
    answer = Answer(**json.loads(stored))
    whole = all(files == digests(folder) for folder, files in answer.packs.items())
    return answer if whole else None


def keep(out: str, asked: str, answer: Answer) -> None:
    told = {"out": answer.out, "err": answer.err, "packs": answer.packs}
    Store(os.path.join(out, FOLDER)).put(asked, json.dumps(told).encode())


def digests(folder: str, within: str = "") -> dict[str, str]:
    """The sha256 of every file in a folder and below, by name; none where it can't be read."""
    found: dict[str, str] = {}
    try:
        with os.scandir(os.path.join(folder, within)) as entries:
            for one in entries:
                name = within + one.name
                if one.is_dir(follow_symlinks=False):
                    found |= digests(folder, f"{name}/")
                else:
                    with open(one.path, "rb", buffering=0) as file:
                        found[name] = hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return {}
    return found
