"""What a build says is kept, so that the same build need not be made to be answered again."""

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from builder.cli.common import today
from builder.unchanged import Answer, digests, keep, key
from builder.unchanged import wanted as may_be_kept


@dataclass(slots=True)
class Answering:
    """What is said, as it is said; `packs` are the folders that were written."""

    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    packs: list[str] = field(default_factory=list)

    def say(self, text: str, err: bool = False) -> None:
        (self.err if err else self.out).append(text)
        click.echo(text, err=err, nl=False)


@contextlib.contextmanager
def kept_answer(out: Path, wanted: bool) -> Iterator[Answering]:
    """Keeps what is said within, unless it ends with a fault or something was edited meanwhile."""
    answer, command, day = Answering(), sys.argv[1:], today()
    asked = _key(command, day) if wanted and may_be_kept(command) else None
    yield answer
    # What is edited while it is read may be in the packs, or not.
    if asked is not None and answer.packs and asked == _key(command, day):
        packs = {place: digests(place) for place in answer.packs}
        keep(str(out), asked, Answer("".join(answer.out), "".join(answer.err), packs))


def _key(command: list[str], day: str) -> str | None:
    with contextlib.suppress(OSError):
        return key(command, day)
    return None
