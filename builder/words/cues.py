"""Cue words: of each pattern's cues one at least stands in every text that the pattern finds.

Four hundred patterns on every sentence take too long; four hundred cues in an index take no time. A
pattern is tried, and compiled, only where a word of each of its sets of cues stands.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from builder.words.phrases import TOKEN

# Words of nearly every sentence make poor cues; they are taken where there is nothing better.
_OFTEN = "been from have just like over simply that them then they this what when will with your"
_MOST_OFTEN = (
    "a an and any are as at be by can do for he i if in is it no not of on or out she so the to up we you"
)
COMMON, COMMONEST = frozenset(_OFTEN.split()), frozenset(_MOST_OFTEN.split())
LARGEST = 20
MOST_SETS = 4
"""More sets of cues of one alternative spare no pattern more."""
_LOOSE = re.compile(r"(?<=[a-z])'(?=[a-z])")
# A bracket, an escape, a class, a repetition, letters as far as none of them is repeated, or any one sign.
_PIECE = re.compile(
    r"\(\?(?:<?[=!])|\(\?:|\\.|\[\^?\]?[^\]]*\]|\{[a-z_]+\}|\{\d*,?\d*\}|[a-z' ]+(?![?*+{])|."
)


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a pattern: `texts` it may stand for (None: too many to list), or several `choices`.

    `needed` is false where it may be left out.
    """

    texts: frozenset[str] | None
    choices: tuple[tuple["Node", ...], ...] = ()
    needed: bool = True


NOTHING = frozenset({""})
Cues: TypeAlias = tuple[frozenset[str], ...]


class CueReader:
    """Reads patterns that name word groups; each group is read once."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._known: dict[str, Node] = {}

    def cues(self, pattern: str) -> tuple[Cues, ...]:
        """For each alternative of a pattern of whole words: sets of which one word each stands in every text
        that it finds, the rarest words first.

        No alternatives at all if one of them has no word that is certain. Raises KeyError for a word group
        that isn't there.
        """
        found = []
        for row in self._read(pattern):
            best = _best(_of_row(row, starts=True, ends=True))
            if not best:
                return ()
            found.append(tuple(best))
        return tuple(found)

    def _read(self, pattern: str) -> tuple[tuple[Node, ...], ...]:
        choices, _ = self._choices(_PIECE.findall(_LOOSE.sub("'?", pattern)), 0)
        return choices

    def _choices(self, pieces: list[str], at: int) -> tuple[tuple[tuple[Node, ...], ...], int]:
        """The alternatives from `at` to the closing bracket, and the place behind it."""
        choices: list[tuple[Node, ...]] = []
        row: list[Node] = []
        while at < len(pieces) and pieces[at] != ")":
            if pieces[at] == "|":
                choices.append(tuple(row))
                row, at = [], at + 1
                continue
            node, at = self._node(pieces, at)
            row.append(node)
        return (*choices, tuple(row)), at + 1

    def _node(self, pieces: list[str], at: int) -> tuple[Node, int]:
        piece = pieces[at]
        if piece.startswith("("):
            inner, at = self._choices(pieces, at + 1)
            node = Node(NOTHING) if piece[-1] in "=!" else _group(inner)
        elif piece.startswith("{"):
            node, at = self._word_group(piece[1:-1]), at + 1
        else:
            node, at = Node(_texts(piece)), at + 1
        return _repeated(node, pieces, at)

    def _word_group(self, name: str) -> Node:
        if name not in self._known:
            self._known[name] = _group(self._read(self._groups[name]))
        return self._known[name]


def cues_of(patterns: Iterable[str], groups: Mapping[str, str]) -> dict[str, str]:
    """The cues of each pattern as they are stored and as a `Finder` takes them: “first words/second/third|…”.

    Raises KeyError for a word group that isn't there.
    """
    reader = CueReader(groups)
    return {
        pattern: "|".join(
            "/".join(" ".join(sorted(words)) for words in sets) for sets in reader.cues(pattern)
        )
        for pattern in patterns
    }


# --- what a pattern is made of -------------------------------------------------------------------


def _texts(piece: str) -> frozenset[str] | None:
    if piece in ("^", "$", r"\b"):
        return NOTHING
    if piece == "." or piece.startswith("[^") or (piece[0] == "\\" and piece[1].isalpha()):
        return None
    if piece.startswith("["):
        inside = piece[1:-1]
        return None if "\\" in inside or re.search(r"\w-\w", inside) else frozenset(inside)
    return frozenset({piece.removeprefix("\\")})


def _group(choices: tuple[tuple[Node, ...], ...]) -> Node:
    texts: set[str] = set()
    for row in choices:
        joined = _joined(row)
        if joined is None or len(texts) + len(joined) > LARGEST:
            return Node(None, choices)
        texts |= joined
    return Node(frozenset(texts))


def _joined(row: Iterable[Node]) -> frozenset[str] | None:
    texts: frozenset[str] = NOTHING
    for node in row:
        if node.texts is None or len(texts) * len(node.texts) > LARGEST:
            return None
        texts = frozenset(a + b for a in texts for b in node.texts)
    return texts


def _repeated(node: Node, pieces: list[str], at: int) -> tuple[Node, int]:
    sign = pieces[at] if at < len(pieces) else ""
    if sign not in ("?", "*", "+") and not re.fullmatch(r"\{\d*,?\d*\}", sign):
        return node, at
    at += 1
    if at < len(pieces) and pieces[at] == "?":
        at += 1
    if sign == "?":
        texts = None if node.texts is None else node.texts | NOTHING
        return Node(texts, node.choices, needed=False), at
    may_lack = sign == "*" or sign.startswith(("{0", "{,"))
    choices = node.choices or tuple((Node(frozenset({text})),) for text in sorted(node.texts or ()))
    return Node(None, choices, needed=node.needed and not may_lack), at


# --- the words that it can't do without ----------------------------------------------------------


def _of_choices(choices: tuple[tuple[Node, ...], ...], starts: bool, ends: bool) -> Iterator[frozenset[str]]:
    """Sets of words of which one each is certain, whichever of the choices is taken."""
    each = [_best(_of_row(row, starts, ends)) for row in choices]
    for sets in zip(*each, strict=False):
        yield frozenset().union(*sets)


def _best(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    return sorted(dict.fromkeys(sets), key=_cost)[:MOST_SETS]


def _of_row(row: tuple[Node, ...], starts: bool, ends: bool) -> Iterator[frozenset[str]]:
    """Sets of words of which one each is certain; `starts` and `ends` say whether words end at the rim."""
    texts, fresh = NOTHING, starts
    for number, node in enumerate(row):
        grown = _joined((Node(texts), node))
        if grown is not None:
            texts = grown
            continue
        yield from _certain(texts, fresh, _apart_from(row[number:], ends))
        after = _apart(texts, fresh, -1)
        if node.texts is not None:
            texts, fresh = node.texts, after
            continue
        last = number == len(row) - 1
        if node.needed and node.choices:
            yield from _of_choices(node.choices, after, ends and last)
        texts, fresh = NOTHING, _ends_apart(node) and after
    yield from _certain(texts, fresh, ends)


def _certain(texts: frozenset[str], starts: bool, ends: bool) -> Iterator[frozenset[str]]:
    each = [
        {
            found[0].strip("'")
            for found in TOKEN.finditer(text)
            if (starts or found.start() > 0) and (ends or found.end() < len(text))
        }
        - {""}
        for text in texts
    ]
    # Words of many of the texts first: the fewer cues, the better.
    often = Counter(word for words in each for word in words)
    ranked = [
        sorted(words, key=lambda word: (_common(word), -often[word], -len(word), word)) for words in each
    ]
    for chosen in zip(*ranked, strict=False):
        yield frozenset(chosen)


def _cost(words: frozenset[str]) -> tuple[int, int]:
    return sum(_common(word) for word in words), len(words)


def _apart(texts: frozenset[str], otherwise: bool, rim: int) -> bool:
    return all(_breaks(text[rim]) if text else otherwise for text in texts)


def _breaks(sign: str) -> bool:
    return not (sign.isalnum() or sign in "_'")


def _apart_from(row: tuple[Node, ...], ends: bool) -> bool:
    """Whether a word that stands before `row` ends there, whatever of it is left out."""
    if not row:
        return ends
    node, rest = row[0], row[1:]
    if node.texts is not None:
        return _apart(node.texts, "" in node.texts and _apart_from(rest, ends), 0)
    return (
        bool(node.choices)
        and all(_apart_from((*choice, *rest), ends) for choice in node.choices)
        and (node.needed or _apart_from(rest, ends))
    )


def _ends_apart(node: Node) -> bool:
    """Whether a blank or the like comes last, also where the node is left out."""
    if node.texts is not None:
        return _apart(node.texts, True, -1)
    return bool(node.choices) and all(row and _ends_apart(row[-1]) for row in node.choices)


def _common(word: str) -> int:
    return 2 if word in COMMONEST else int(len(word) < 4 or word in COMMON)
