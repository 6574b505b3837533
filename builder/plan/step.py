"""One slide of an activity, before it has a number: what it shows, and what its notes start from."""

from dataclasses import dataclass

from builder.diagnostics import Mark
from builder.document import Block
from builder.plan.faces import Shown


@dataclass(frozen=True, slots=True)
class Step:
    """One slide of an activity; `default_…` are said where the lesson gives no words of its own."""

    id: str
    shown: Shown
    mark: Mark
    default_say: str
    default_do: str
    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    answers: tuple[Block, ...] = ()
