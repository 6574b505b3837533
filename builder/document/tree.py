"""Sections and the document: one slide, or one headed stretch of a page, each with its mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from builder.diagnostics import Mark
from builder.document.blocks import Block, Callout, CutOutCards, Question

SlideLayout = Literal[
    "title",
    "statement",
    "list",
    "columns",
    "steps",
    "thread",
    "timeline",
    "question",
    "sort",
    "case_study",
    "beats",
    "picture",
    "help",
    "calm_ending",
    "poster",
]


@dataclass(frozen=True, slots=True)
class Section:
    """One slide, or one headed stretch of a page; `mark` is the place in the YAML it grew from.

    `label` is the small line above a slide's title ("Starter · 5 minutes"), `level` the heading's
    level on a page (1 starts a chapter), `new_page` begins a page with it.
    """

    id: str
    heading: str
    blocks: tuple[Block, ...]
    mark: Mark
    layout: SlideLayout | Literal["page"] = "page"
    label: str = ""
    level: int = 1
    new_page: bool = False
    notes: tuple[Block, ...] = ()


Medium = Literal["slides", "pages"]
Edition = Literal["teacher", "pupil", "parent", "staff"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words that stand on every page: `page` holds {n} and {total}, `draft` is empty when final."""

    running: str
    page: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """`date` is ISO 8601 and passed in from the door; `language` is a BCP 47 tag such as en-GB."""

    name: str
    medium: Medium
    edition: Edition
    title: str
    subtitle: str
    language: str
    date: str
    furniture: Furniture
    sections: tuple[Section, ...]
    keywords: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.edition == "pupil":
            for section in self.sections:
                if section.notes:
                    raise ValueError(f"a pupil edition can't hold notes: {section.id}")
                for block in walk(section.blocks):
                    if isinstance(block, Question) and block.answer:
                        raise ValueError(f"a pupil edition can't hold answers: {section.id}")
                    if isinstance(block, Callout) and block.kind in ("say", "do", "answer", "never"):
                        raise ValueError(f"a pupil edition can't hold notes: {section.id}")


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, those inside callouts and cards too, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from walk(block.blocks)
        elif isinstance(block, CutOutCards):
            for card in block.cards:
                yield from walk(card.blocks)


def heading_levels(sections: Sequence[Section]) -> list[int]:
    """The headings' levels from 1, none of them left out on the way down; 0 for a section without a heading.

    Sections side by side have the same level.
    """
    made: list[int] = []
    above: list[int] = []
    for section in sections:
        if not section.heading.strip():
            made.append(0)
            continue
        while above and above[-1] >= section.level:
            above.pop()
        above.append(section.level)
        made.append(len(above))
    return made
