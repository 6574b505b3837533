"""Building a lesson again and again: what an edit does not change is neither made nor drawn anew."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from builder.build import NOTHING_MORE, Drawing, Ready, Wanted, prepare
from builder.checks import Rules
from builder.content.library import Library
from builder.diagnostics import NOWHERE, Diagnostic
from builder.document import Document, Section
from builder.memory import Memory
from builder.pack import Pack
from builder.render import Artefact
from builder.render.pausing import breathe, never, while_wanted
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Change:
    """What is different in a document: slides by number, or sections of its pages by heading.

    On slides of `notes` only the notes changed. `gone` counts slides or sections that are no more; with
    `throughout`, what stands on every page changed.
    """

    document: str
    slides: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()
    gone: int = 0
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class Again:
    """What an attempt came to: `ready` is None where an error stands, and what was ready before stays.

    It is `same` where the pack would be the one that was made before.
    """

    ready: Ready | None
    diagnostics: list[Diagnostic]
    changes: list[Change]
    same: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A pack; the files called `late` are still those of the state before."""

    pack: Pack
    late: tuple[str, ...] = ()


class Rebuilder:
    """Builds one lesson for one country, and keeps in memory what it was made of."""

    def __init__(self, lesson: str, date: str) -> None:
        self.lesson = lesson
        self.date = date
        self._memory = Memory()
        self._files: dict[str, Artefact] = {}
        self._before: Ready | None = None
        self._finished: Ready | None = None

    def again(self, library: Library, rules: Rules, theme: Theme, wanted: Wanted = NOTHING_MORE) -> Again:
        """Check and plan the lesson as it is now."""
        ready, said = prepare(library, self.lesson, rules, theme, self.date, wanted, self._memory)
        if ready is None:
            return Again(None, said, [])
        changes = list(_changes(self._before, ready)) if self._before else []
        same = self._finished is not None and self._alike(ready, self._finished)
        return Again(ready, said, changes, same)

    def stages(self, ready: Ready, outdated: Callable[[], bool] = never) -> Iterator[Stage]:
        """The pack, drawn: first perhaps with the files that take long as they were, at last whole.

        Raises GivenUpError when `outdated` is true before the whole pack is drawn; what was drawn is kept,
        and asking again goes on from there. Slides and what is handed out are always drawn. A stage counts as
        done when the next is asked for.
        """
        memory = self._memory.part("drawn")
        made_from = {drawing.name: drawing.made_from() for drawing in ready.drawings}
        new = [one for one in ready.drawings if not memory.holds(one.name, made_from[one.name])]

        def draw(drawing: Drawing) -> None:
            found = memory.once(drawing.name, made_from[drawing.name], drawing.drawn)
            self._files[drawing.name] = found

        for drawing in ready.drawings:
            if drawing not in new or not _can_wait(drawing):
                draw(drawing)
        late = [one for one in new if _can_wait(one)]
        if late and all(one.name in self._files for one in late):
            self._before = ready
            yield Stage(self._pack(ready, late), tuple(one.name for one in late))
        with while_wanted(outdated):
            for drawing in late:
                breathe()
                draw(drawing)
        self._before = ready
        yield Stage(self._pack(ready))
        self._finished = ready

    def late(self, ready: Ready) -> tuple[str, ...]:
        """The files that are still to be drawn."""
        memory = self._memory.part("drawn")
        return tuple(one.name for one in ready.drawings if not memory.holds(one.name, one.made_from()))

    def _pack(self, ready: Ready, late: list[Drawing] | None = None) -> Pack:
        names = [one.name for one in late or ()]
        if names:
            ready = replace(ready, about={**ready.about, "late": names})
        return ready.pack([self._files[drawing.name] for drawing in ready.drawings])

    def _alike(self, ready: Ready, before: Ready) -> bool:
        memory = self._memory.part("drawn")
        return (ready.sources, ready.about, ready.readme) == (
            before.sources,
            before.about,
            before.readme,
        ) and all(memory.holds(one.name, one.made_from()) for one in ready.drawings)


def _can_wait(drawing: Drawing) -> bool:
    """Whether a file is not the first that somebody looks at who has just changed a word.

    The deck and what is handed out are; the notes take longest, and all else is the same words once more.
    """
    handed_out = drawing.form == "pdf" and drawing.document.medium == "pages"
    teacher = drawing.document.edition == "teacher"
    return bool(drawing.folder) or not (drawing.form == "pptx" or (handed_out and not teacher))


def _changes(before: Ready, now: Ready) -> Iterator[Change]:
    old = {document.name: document for document in before.documents}
    for document in now.documents:
        if document.name not in old:
            continue
        numbers = now.decks[document.name].numbers if document.name in now.decks else {}
        change = _change(old[document.name], document, numbers)
        if change != Change(document.name):
            yield change


def _change(before: Document, now: Document, numbers: dict[str, tuple[int, ...]]) -> Change:
    old = {section.id: replace(section, mark=NOWHERE) for section in before.sections}
    slides: list[int] = []
    notes: list[int] = []
    headings: list[str] = []
    heading = now.title
    for section in now.sections:
        heading = section.heading or heading
        one, was = replace(section, mark=NOWHERE), old.get(section.id)
        if one == was:
            continue
        if not numbers:
            headings.append(heading)
        elif was is not None and _without_notes(one) == _without_notes(was):
            notes += numbers[section.id]
        else:
            slides += numbers[section.id]
    gone = len(old.keys() - {section.id for section in now.sections})
    throughout = replace(before, sections=()) != replace(now, sections=())
    found = tuple(dict.fromkeys(headings))
    return Change(now.name, tuple(slides), tuple(notes), found, gone, throughout)


def _without_notes(section: Section) -> Section:
    return replace(section, notes=())
