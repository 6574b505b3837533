"""The work on one pack: the same function in this process, in a pool's and on a cluster."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from builder.batch.sources import shelves_of
from builder.batch.store import CantStoreError, finished, keep
from builder.batch.targets import store_at
from builder.diagnostics import Diagnostic, Severity, any_error

if TYPE_CHECKING:
    from builder.checks import Rules
    from builder.schools import ForSchools
    from builder.theme import Paper

FILE = "school.yaml"
KEPT = 2
"""Lessons that a worker keeps ready: tasks come lesson by lesson."""


@dataclass(frozen=True, slots=True)
class Order:
    """What all packs of a batch have in common. `packed` is the folder's own content; see `packed_up`.

    `content` is the hash of each lesson's sources, `code` that of the tool.
    """

    target: str
    date: str
    packed: bytes | None
    content: Mapping[str, str]
    code: str
    variants: tuple[str, ...] = ()
    paper: "Paper | None" = None
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One pack: a school by its number in the table, its `school.yaml` and its logo, and a lesson."""

    number: int
    key: str
    country: str
    lesson: str
    text: bytes
    logo_name: str = ""
    logo: bytes = b""

    @property
    def pack(self) -> str:
        """Its name in the target."""
        return f"{self.key}/{self.lesson}-{self.country}.zip"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task. `ended` says why nothing else can be written either; `lost` why nobody knows."""

    task: Task
    state: Literal["made", "there", "faulty"]
    said: tuple[Diagnostic, ...] = ()
    draft: bool = False
    ended: str = ""
    lost: str = ""


def fingerprint(order: Order, task: Task) -> str:
    """The sha256 of all that a pack is made from."""
    parts = {
        "code": order.code,
        "content": order.content[task.lesson],
        "lesson": task.lesson,
        "country": task.country,
        "date": order.date,
        "variants": order.variants,
        "paper": order.paper,
        "formats": order.formats,
        "school": hashlib.sha256(task.text).hexdigest(),
        "logo": [task.logo_name, hashlib.sha256(task.logo).hexdigest()],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@dataclass(slots=True)
class Worker:
    """Makes packs one after the other, and keeps ready what the next may need."""

    order: Order
    _ready: dict[tuple[str, str], "ForSchools"] = field(default_factory=dict)
    _rules: "Rules | None" = None

    def do(self, task: Task) -> Outcome:
        """Make and write the pack, unless it stands there. Raises nothing, as others are still to be made."""
        try:
            return self._do(task)
        except CantStoreError as fault:
            return Outcome(task, "faulty", ended=fault.message if fault.for_all else "", lost=fault.message)
        except Exception as fault:
            what = " ".join(f"{type(fault).__name__}: {fault}".split())
            return Outcome(task, "faulty", lost=f"Something went wrong in the tool itself ({what}).")

    def _do(self, task: Task) -> Outcome:
        store, mark = store_at(self.order.target), fingerprint(self.order, task)
        store.tidy(task.key)
        if finished(store, task.pack, mark):
            return Outcome(task, "there")
        data, found = self.zipped(task)
        said = tuple(one for one in found if _is_news(one))
        if data is None:
            return Outcome(task, "faulty", said)
        keep(store, task.pack, mark, data)
        return Outcome(task, "made", said, any(one.severity is Severity.NEEDS_PERSON for one in found))

    def zipped(self, task: Task) -> tuple[bytes | None, list[Diagnostic]]:
        """The pack as a zip; None, and what to put right, where an error stands."""
        # Only now: a worker that finds every pack finished needs nothing that draws.
        from builder.content.schooling import school_from
        from builder.pack import zipped

        own, said = school_from(task.text, FILE, lambda _: task.logo)
        if own is None or any_error(said):
            return None, said
        built = self._for_schools(task).pack(own)
        return zipped(built.pack) if built.pack else None, [*said, *built.diagnostics]

    def _for_schools(self, task: Task) -> "ForSchools":
        from builder.build import Wish
        from builder.checks import load_rules
        from builder.schools import ForSchools

        wanted = (task.country, task.lesson)
        if wanted not in self._ready:
            while len(self._ready) >= KEPT:
                del self._ready[next(iter(self._ready))]
            self._rules = self._rules or load_rules()
            shelves = shelves_of(self.order.packed)
            order = self.order
            wish = Wish(order.variants, order.paper, order.formats)
            self._ready[wanted] = ForSchools(shelves, *wanted, self._rules, order.date, wish)
        return self._ready[wanted]


def _is_news(said: Diagnostic) -> bool:
    """What waits for a person waits in thousands of packs, and is told once by other commands."""
    return said.severity is not Severity.NEEDS_PERSON or said.mark.file == FILE
