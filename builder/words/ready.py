"""Patterns as Python compiles them, kept in a file: compiling takes seventy times as long as reading it.

What is kept is the code of one version of Python's engine, which bears a number. Another version, and a
pattern that isn't there, compile as ever and find the same. See docs/decisions/0017-patterns.md.
"""

import json
import re
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Any, TypeAlias

PATTERNS = Path(__file__).parent.parent / "data" / "messaging" / "patterns.bin"

Kept: TypeAlias = dict[str, tuple[int, int]]
"""Where in the codes those of an expression begin and end."""


def pattern(expression: str) -> re.Pattern[str]:
    """`re.compile` of an expression, ready if it is kept. Raises re.error for one that can't be read."""
    kept, codes = _kept()
    place = kept.get(expression)
    if place is None:
        return re.compile(expression)
    code = codes[slice(*place)].tolist()
    ready: re.Pattern[str] = _engine().compile(expression, re.UNICODE, code, 0, {}, (None,))
    return ready


def stored(patterns: Iterable[re.Pattern[str]], code_of: Callable[[re.Pattern[str]], list[int]]) -> bytes:
    """The file that keeps these patterns; `code_of` gives the code of one as the engine takes it.

    One with groups or flags of its own is not kept. The same patterns give the same bytes under one version
    of Python.
    """
    plain = sorted(
        {one.pattern: one for one in patterns if not one.groups and one.flags == re.UNICODE}.items()
    )
    each = [code_of(one) for _, one in plain]
    codes = array("I", chain.from_iterable(each))
    if sys.byteorder == "big":
        codes.byteswap()
    # Not packed: that would take a tenth of the time that the first thousand sentences do.
    raw = codes.tobytes()
    head = [_engine().MAGIC, zlib.crc32(raw), [expression for expression, _ in plain], list(map(len, each))]
    return json.dumps(head, ensure_ascii=True).encode("ascii") + b"\n" + raw


def unpacked(file: bytes) -> tuple[int, Kept, "array[int]"]:
    """The engine's number, what is kept, and its codes. Raises ValueError for a file that isn't whole."""
    head, _, raw = file.partition(b"\n")
    magic, crc, expressions, lengths = json.loads(head)
    if zlib.crc32(raw) != crc:
        raise ValueError("the kept patterns have changed since they were written")
    codes = array("I", raw)
    if sys.byteorder == "big":
        codes.byteswap()
    places = pairwise(accumulate(lengths, initial=0))
    return magic, dict(zip(expressions, places, strict=True)), codes


@cache
def _engine() -> Any:
    import _sre  # type: ignore[import-not-found]  # CPython has it, and keeps it to itself

    return _sre


@cache
def _kept() -> tuple[Kept, "array[int]"]:
    nothing: tuple[Kept, array[int]] = {}, array("I")
    try:
        magic, kept, codes = unpacked(PATTERNS.read_bytes())
        fits = magic == _engine().MAGIC and codes.itemsize == _engine().CODESIZE
    except (ImportError, AttributeError, OSError, ValueError):
        # Another Python, or a file that isn't whole: compiling gives the same patterns.
        return nothing
    return (kept, codes) if fits else nothing
