"""What became of a batch: counts, and each fault once, at the cell that it is about."""

from dataclasses import dataclass, field, replace

from builder.batch.table import Table
from builder.batch.work import Outcome
from builder.content.school import FILE
from builder.diagnostics import Diagnostic, error


@dataclass(slots=True)
class _Stopped:
    """How many packs a fault of a lesson stopped, and whose was the first."""

    packs: int = 0
    first: str = ""


@dataclass(slots=True)
class Tally:
    """Takes outcomes. `ended` says why nothing more can be written."""

    table: Table
    made: int = 0
    there: int = 0
    faulty: int = 0
    drafts: int = 0
    ended: str = ""
    _schools: dict[Diagnostic, None] = field(default_factory=dict)
    _shared: dict[Diagnostic, _Stopped] = field(default_factory=dict)

    def take(self, outcome: Outcome) -> None:
        self.made += outcome.state == "made"
        self.there += outcome.state == "there"
        self.faulty += outcome.state == "faulty"
        self.drafts += outcome.draft
        self.ended = self.ended or outcome.ended
        row = self.table.row(outcome.task.number)
        for one in outcome.said:
            if one.mark.file == FILE:
                self._schools[row.pointed(one)] = None
                continue
            stopped = self._shared.setdefault(one, _Stopped())
            if one.is_error:
                stopped.packs += 1
                stopped.first = stopped.first or f"{row.key} ({row.start})"
        if outcome.lost and not outcome.ended:
            what = f"The pack {outcome.task.pack} could not be made. {outcome.lost}"
            hint = "Run the same command again: what is finished stays."
            self._schools[error(row.start, "batch/not-made", what, "", hint)] = None

    def said(self) -> list[Diagnostic]:
        """Everything that was found, in no order. A fault in a lesson says how many packs it stopped."""
        return [*self._schools, *(_told(one, stopped) for one, stopped in self._shared.items())]


def _told(said: Diagnostic, stopped: _Stopped) -> Diagnostic:
    if not stopped.packs:
        return said
    packs = "one pack" if stopped.packs == 1 else f"{stopped.packs} packs"
    why = f"{said.why} It stopped {packs}, the first that of {stopped.first}.".strip()
    return replace(said, why=why)
