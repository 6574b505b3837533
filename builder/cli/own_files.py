"""Files in a school's own folder: where they stand, and writing them so that nothing is ever half there."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from builder.cli.common import shelves, wrong
from builder.content.overlay.adapting import Adapted, adapted
from builder.content.overlay.editing import ChangesText
from builder.content.shelves import CHANGES, EARLIER, Found, find_cases, find_lessons
from builder.diagnostics import Diagnostic, did_you_mean
from builder.source import Source, read_text

Kind = Literal["lesson", "case-study"]


@dataclass(frozen=True, slots=True)
class OwnText:
    """A lesson or case study as the school has it: `base` is the shipped text, or its own whole file."""

    kind: Kind
    found: Found
    base: Source

    @property
    def id(self) -> str:
        return self.found.id

    @property
    def place(self) -> Path:
        """The file that holds the school's words: of changes, or the whole text where it is its own."""
        if self.found.own:
            return Path(self.found.name)
        if self.kind == "lesson":
            return Path("lessons", self.id, CHANGES)
        return Path("case_studies", f"{self.id}.{CHANGES}")

    @property
    def earlier(self) -> Path:
        return self.place.with_name(EARLIER if self.kind == "lesson" else f"{self.id}.{EARLIER}")

    def text(self) -> ChangesText:
        """The changes so far, or a beginning with guidance in it."""
        if self.place.is_file():
            return ChangesText(self.place.read_text("utf-8"), str(self.place))
        template = (files("builder") / "data" / "templates" / CHANGES).read_text("utf-8")
        title = self.base.data.get("title", self.id) if isinstance(self.base.data, dict) else self.id
        for name, said in (("title", title), ("kind", self.kind), ("id", self.id)):
            template = template.replace(f"{{{name}}}", str(said))
        return ChangesText(template, str(self.place))

    def laid_over(self, text: ChangesText) -> tuple[Source, Adapted | None, list[Diagnostic]]:
        if not text.source.data:
            return self.base, None, []
        return adapted(self.base, text.text.encode(), text.name, self.place.as_posix())


def known_texts() -> dict[Kind, Mapping[str, Found]]:
    there = shelves()
    return {"lesson": find_lessons(there), "case-study": find_cases(there)}


def own_text(name: str, kind: Kind | None = None) -> OwnText:
    """The text of this name; ends the command with 2 where it isn't there or is the tool's own."""
    if len(shelves()) < 2:
        wrong("This is the tool's own folder. Run it in your school's: lessonpack init our-school")
    every = known_texts()
    for of, found in every.items():
        if name in found and kind in (None, of):
            one = found[name]
            base, said = read_text(one.file.read_bytes(), one.shown)
            if base is None:
                wrong(f"{said[0].mark}: {said[0].message}")
            return OwnText(of, one, base)
    names = [each for of, found in every.items() if kind in (None, of) for each in found]
    return wrong(f"There is no {kind or 'lesson or case study'} called “{name}”. {did_you_mean(name, names)}")


def unfit(text: OwnText, merged: Source) -> list[Diagnostic]:
    """What makes the changed text none that can be read, such as a name that nothing has."""
    from builder.content.case_study import CaseStudy
    from builder.content.lesson import Lesson
    from builder.content.validate import validate

    return validate(Lesson, merged)[1] if text.kind == "lesson" else validate(CaseStudy, merged)[1]


@contextmanager
def plainly() -> Iterator[None]:
    """What a person wrote and no command can read ends the command with 2, and nothing is written."""
    try:
        yield
    except UnicodeDecodeError:
        wrong("A file of yours isn't UTF-8. Save it as UTF-8, then try again. Nothing was written.")
    except ValueError as fault:
        wrong(str(fault))


def one_line(name: str, what: str) -> str:
    """A name or a role as people write it; ends the command with 2 where nothing is said."""
    said = " ".join(name.split())
    if not any(sign.isalpha() for sign in said) or not said.isprintable():
        wrong(f"“{said}” is no {what}.")
    return said


def save(place: Path, text: str) -> None:
    """Put the text into the file at once; ends the command with 2 where that can't be done."""
    if place.is_symlink():
        place = place.resolve()
    beside = place.with_name(f".{place.name}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(place)
    except OSError as fault:
        wrong(f"{place} can't be written: {os.strerror(fault.errno or 0)}.")
