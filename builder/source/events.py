"""PyYAML's events, in our own few kinds: nothing else here knows the library."""

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol, TypeAlias

import yaml


class Place(Protocol):
    """A parser's own mark; all three count from 0, in characters."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def index(self) -> int: ...


class Text(NamedTuple):
    """A text; `style` is the sign it starts with, one of ' " | > or nothing."""

    value: str
    style: str
    start: Place
    end: Place


class Start(NamedTuple):
    """A list or a group of named lines starts."""

    is_list: bool
    in_brackets: bool
    start: Place


class End(NamedTuple):
    """The innermost list or group ends."""


class Alias(NamedTuple):
    start: Place


class Document(NamedTuple):
    start: Place


class Stop(NamedTuple):
    """The parser gave up: its own words, what it met, and since where it was at work."""

    said: str
    here: Place
    since: Place


Event: TypeAlias = Text | Start | End | Alias | Document | Stop

# Type checkers always see the C parser; a machine without libyaml doesn't.
_FAST: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def events(text: str, pure: bool) -> Iterator[Event]:
    """The events of `text` one by one, nothing read ahead; a `Stop` is the last."""
    loader: Any = yaml.BaseLoader(text) if pure else _FAST(text)
    try:
        while loader.check_event():
            event = _ours(loader.get_event())
            if event is not None:
                yield event
    except yaml.MarkedYAMLError as fault:
        here: Any = fault.problem_mark or fault.context_mark
        yield Stop(f"{fault.context}: {fault.problem}", here, fault.context_mark or here)
    except (ValueError, OverflowError):
        # The pure parser makes a letter of any number written behind \U, also where there is no such letter.
        yield Stop("while scanning a double-quoted scalar", loader.get_mark(), loader.get_mark())
    finally:
        loader.dispose()


def _ours(event: Any) -> Event | None:
    start: Any = event.start_mark
    if isinstance(event, yaml.ScalarEvent):
        end: Any = event.end_mark
        return Text(event.value, event.style or "", start, end)
    if isinstance(event, yaml.CollectionStartEvent):
        return Start(isinstance(event, yaml.SequenceStartEvent), bool(event.flow_style), start)
    if isinstance(event, yaml.CollectionEndEvent):
        return End()
    if isinstance(event, yaml.AliasEvent):
        return Alias(start)
    if isinstance(event, yaml.DocumentStartEvent):
        return Document(start)
    return None
