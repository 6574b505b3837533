"""What was made before, kept for as long as what it was made from is the same."""

from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")


class Memory:
    """Keeps the last result of every name, and what it was made from; results must not be changed."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], object]] = {}
        self._parts: dict[Hashable, Memory] = {}

    def once(self, name: Hashable, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, or gave when it was last asked for by this name of the same things."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != made_from:
            kept = self._kept[name] = (made_from, make())
        return kept[1]  # type: ignore[return-value]  # a name always stands for one kind of thing

    def holds(self, name: Hashable, made_from: tuple[object, ...]) -> bool:
        """Whether `once` would make nothing."""
        kept = self._kept.get(name)
        return kept is not None and kept[0] == made_from

    def part(self, name: Hashable) -> "Memory":
        """A memory of its own for a part of the work, such as one lesson."""
        return self._parts.setdefault(name, type(self)())


class Forgetful(Memory):
    """Makes everything anew: what a single run needs."""

    def once(self, name: Hashable, made_from: tuple[object, ...], make: Callable[[], T]) -> T:  # noqa: ARG002
        return make()


FORGETFUL = Forgetful()
