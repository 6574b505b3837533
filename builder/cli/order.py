"""An order of packs, and what they look like: what a single build and watching have in common."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.store import FOLDER, Store

if TYPE_CHECKING:
    from builder.build import Wanted
    from builder.content.library import Library
    from builder.theme import Paper, Theme
    from builder.theme.own import Own


@dataclass(frozen=True, slots=True)
class Order:
    """The packs of one country that are wanted."""

    lessons: tuple[str, ...]
    country: str
    out: Path
    date: str
    strict: bool
    variants: tuple[str, ...] = ()
    paper: "Paper | None" = None
    formats: tuple[str, ...] = ()
    cached: bool = False

    @property
    def store(self) -> "Store | None":
        """Where what was drawn is kept, if it is to be."""
        return Store(str(self.out / FOLDER)) if self.cached else None

    def looks(self, library: "Library", lesson: str, own: "Own") -> tuple["Theme", "Wanted"]:
        """The theme of a lesson's pack, and what is wanted in it beside its documents."""
        # Only now: what draws slides and pages takes longer to import than all the reading.
        from builder.build import Wish, looks

        return looks(library, lesson, own, Wish(self.variants, self.paper, self.formats))


def kept_line(kept: Path) -> str:
    return f"Somebody had worked in the old pack: it is kept in {kept}"
