"""What a form for machines says of the whole run, beside what was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TOOL = "lessonpack"
SHIPPED = "shipped:"
"""How a mark starts whose file came with the tool and is not in the folder that was checked."""


@dataclass(frozen=True, slots=True)
class Run:
    """`summaries` says of each rule, by its id, what it asks for; under `strict` warnings fail."""

    version: str = ""
    strict: bool = False
    summaries: Mapping[str, str] = field(default_factory=dict)


NOTHING_KNOWN = Run()
