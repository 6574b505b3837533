"""A lesson or case study with a school's changes: read, laid over, and everything said that is to be said."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.content.overlay.apply import Change, State, laid_over
from builder.content.overlay.changes import Changes, Written
from builder.content.overlay.places import parts_of, place_at
from builder.content.validate import validate
from builder.diagnostics import Address, Diagnostic, Mark, did_you_mean, error, needs_person, warning
from builder.source import Data, Source, excerpt, read_text
from builder.source.tree import Node, source_of, tree_of

FIXED = frozenset({"age_band", "audience", "author", "id", "provenance", "review", "someone_died", "tier"})
"""What decides who may read a text and whose it is; whoever wants another writes a text of their own."""
KEPT = frozenset({"signposting", "key_messages", "what_to_do", "activities", "content_note", "ground_rules"})
"""Parts of a lesson that stay, whatever is written in them."""
ENDING = frozenset({"plenary", "calm_ending"})


@dataclass(frozen=True, slots=True)
class Adapted:
    """A school's changes to one text: their file, what became of each, and the text beneath them."""

    name: str
    sha256: str
    model: Changes
    source: Source
    base: Source
    changes: tuple[Change, ...]

    def mark(self, change: Change, part: str = "at") -> Mark:
        return self.source.mark(("changes", change.number, part))


def adapted(
    base: Source, raw: bytes, shown: str, name: str
) -> tuple[Source, Adapted | None, list[Diagnostic]]:
    """`base` with the changes of a file laid over it, or as it is where that file can't be read."""
    source, said = read_text(raw, shown)
    if source is None:
        # A file of remarks alone changes nothing yet.
        return base, None, [one for one in said if one.rule != "yaml/empty"]
    model, further = validate(Changes, source)
    said = [*said, *further]
    if model is None:
        return base, None, said
    nodes = _written(tree_of(source))
    refused = {number: why for number, one in enumerate(model.changes) if (why := _refusal(base, one))}
    applied = laid_over(tree_of(base), model.changes, nodes, refused.keys())
    made = Adapted(name, hashlib.sha256(raw).hexdigest(), model, source, base, applied.changes)
    for change in made.changes:
        said += _said(made, change, refused.get(change.number))
    return source_of(applied.tree, base.file), made, said


def _written(tree: Node) -> list[Node]:
    part = tree.value.get("changes") if isinstance(tree.value, dict) else None
    return part.value if part is not None and isinstance(part.value, list) else []


def _refusal(base: Source, one: Written) -> Literal["fixed", "keep"] | None:
    if one.at.partition(".")[0] in FIXED or one.at.endswith(".id"):
        return "fixed"
    if one.does != "remove":
        return None
    place = place_at(tree_of(base), one.at)
    node = place.node if place else None
    kind = node.value.get("kind") if node is not None and isinstance(node.value, dict) else None
    return "keep" if one.at in KEPT or (kind is not None and kind.value in ENDING) else None


def _said(made: Adapted, change: Change, refusal: str | None) -> Iterator[Diagnostic]:
    mark, place = made.mark(change), change.written.at
    at: Address = ("changes", change.number, "at")
    match change.state:
        case State.REFUSED if refusal == "fixed":
            yield error(
                mark,
                "overlay/fixed",
                f"“{place}” can't be changed.",
                "It decides who may read this, or says where it comes from.",
                "Write a text of your own instead: lessonpack new.",
                at,
            )
        case State.REFUSED:
            yield error(
                mark,
                "overlay/keep",
                f"“{place}” can't be left out.",
                "A pupil whom this has happened to needs the way to help, and an ending that is calm.",
                "Change its words with “replace” instead; checking says if something is missing then.",
                at,
            )
        case State.LOST:
            known = (address for address, _ in parts_of(tree_of(made.base)))
            yield error(
                mark,
                "overlay/lost",
                f"There is nothing at “{place}”, so this change has no place.",
                "What you wrote is still in your file; nothing of it is lost.",
                "Run “lessonpack update”: it shows what is there now and lets you choose."
                if change.written.base
                else did_you_mean(place, known),
                at,
            )
        case State.TWICE:
            yield error(
                mark,
                "overlay/twice",
                f"“{place}” is changed by another change too, or lies within a part that is.",
                "",
                "Make one change of the two.",
                at,
            )
        case State.CHANGED:
            yield needs_person(
                mark,
                "overlay/base-changed",
                f"The text beneath your change at “{place}” has changed: {told(change.base)}.",
                "Yours is used as it is. It may say twice, or no longer say, what the new text says.",
                "Run “lessonpack update”: keep yours, take theirs, or edit.",
                at,
            )
        case State.UNKNOWN:
            kind = "lesson" if made.name.startswith("lessons/") else "case-study"
            yield warning(
                mark,
                "overlay/unmarked",
                f"Nothing says which text your change at “{place}” was made for.",
                "Next year nobody could see whether that text has changed.",
                f"Run “lessonpack adapt {kind} {id_of(made.name)}”: it writes that down.",
                at,
            )
        case State.FITS | State.DONE:
            pass


def id_of(name: str) -> str:
    """The id of what a file of changes changes, by that file's name on its shelf."""
    folder, _, rest = name.partition("/")
    return rest.split("/")[0] if folder == "lessons" else rest.removesuffix(".changes.yaml")


def told(data: Data | None) -> str:
    """A text in short, or what kind of part it is."""
    match data:
        case None | "":
            return "nothing"
        case str():
            return f"“{excerpt(data)}”"
        case list():
            return f"{len(data)} lines"
        case _:
            title = data.get("title") or data.get("ask") or data.get("text") or data.get("when")
            return f"“{excerpt(title)}”" if isinstance(title, str) else "a part of several lines"
