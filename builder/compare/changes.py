"""What changed from one pack to another: plain values, for words, pages and programs alike."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["text", "question", "picture"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A paragraph that was one thing and is another; empty where there was or is none.

    If both are the same, it stands in another place now. A picture's paragraph is its alt text.
    """

    sort: Sort
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class SlideChange:
    """A slide with its old and new number; it has None where it came or went, and then all its words."""

    old: int | None
    new: int | None
    was_title: str
    title: str
    moved: bool
    words: tuple[Edit, ...] = ()
    notes: tuple[Edit, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it came or went as a whole."""
        return self.old is None or self.new is None

    @property
    def renamed(self) -> bool:
        return not self.whole and self.was_title != self.title


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A headed stretch of a document; `was_heading` or `heading` is None where it came or went."""

    document: str
    was_heading: str | None
    heading: str | None
    moved: bool
    words: tuple[Edit, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it came or went as a whole."""
        return self.was_heading is None or self.heading is None


@dataclass(frozen=True, slots=True)
class HelpChange:
    """A help service: `name` is None where it went, `was_name` where it came.

    `ways` are the ways to reach it that differ; `checked_on` is the day of a newer check, if there is one.
    """

    id: str
    was_name: str | None
    name: str | None
    ways: tuple[tuple[str, Edit], ...] = ()
    checked_on: str = ""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that came, went, or is not the same although no change in its words can be told."""

    name: str
    how: Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class PackChanges:
    """All that differs between two packs; false where nothing does.

    `about` is what the packs say of themselves, such as their dates; `everywhere` what changed on all slides.
    `counts` are how many slides the old deck has and the new one, if the decks differ.
    """

    was_name: str
    name: str
    about: tuple[tuple[str, Edit], ...] = ()
    everywhere: tuple[Edit, ...] = ()
    slides: tuple[SlideChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    help: tuple[HelpChange, ...] = ()
    files: tuple[FileChange, ...] = ()
    counts: tuple[int, int] = (0, 0)

    def __bool__(self) -> bool:
        return bool(self.about or self.everywhere or self.slides or self.sections or self.help or self.files)


@dataclass(frozen=True, slots=True)
class Compared:
    """Packs that came, went and changed; of a comparison of two packs there is at most the one."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    packs: tuple[PackChanges, ...] = ()
    unchanged: int = 0

    @property
    def nothing(self) -> bool:
        return not (self.added or self.removed or self.packs)
