"""Drawing can be given up between two pages, when a newer state makes it worthless."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class GivenUpError(Exception):
    """Drawing was given up; nothing was made."""


def never() -> bool:
    return False


_outdated: ContextVar[Callable[[], bool]] = ContextVar("outdated", default=never)


@contextmanager
def while_wanted(outdated: Callable[[], bool]) -> Iterator[None]:
    """Draw only until `outdated` is true; then `GivenUpError` is raised."""
    before = _outdated.set(outdated)
    try:
        yield
    finally:
        _outdated.reset(before)


def breathe() -> None:
    """Between two parts of a file: raises GivenUpError if nobody wants it any more."""
    if _outdated.get()():
        raise GivenUpError
