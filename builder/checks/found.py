"""What may lead to a real person: the words, where they stand, and what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    what: str
    instead: str


@dataclass(frozen=True, slots=True)
class Found:
    kind: Kind
    words: str
    start: int
    end: int
