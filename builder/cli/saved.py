"""What was saved: the files that packs are made from, and an alarm that rings when one may have changed."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from builder.content.shelves import shipped

READ = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".pptx")
SHIPPED = ("help", "safe_teaching", "sheets", "labels", "messaging", "themes", "variants")
POLL_S = 0.5
"""How often files are looked at anyway: shared drives tell of no change."""
STEP_MS = 30
"""A burst of events is over when none comes for so long."""
SETTLE_S, LOOK_S = 0.4, 0.04
"""How long a file that has gone, or is empty, may be on its way back: many editors save in two steps."""

Stamp = tuple[int, int, int]
"""The inode, size and time of a file: one of them changes with every save."""
Stamps = Mapping[Path, Stamp]


@dataclass(frozen=True, slots=True)
class Places:
    """The files that packs are made from: those of the folder, and the shipped ones if they are in it."""

    folder: Path

    def folders(self) -> list[Path]:
        own = [self.folder, self.folder / "lessons", self.folder / "case_studies"]
        own += sorted(self.folder.glob("lessons/*/"))
        base = shipped()
        if isinstance(base, Path) and base.resolve() == self.folder.resolve():
            own += [self.folder / "builder" / "data" / name for name in SHIPPED]
        return [folder for folder in own if folder.is_dir()]

    def stamps(self) -> dict[Path, Stamp]:
        found: dict[Path, Stamp] = {}
        for folder in self.folders():
            try:
                files = sorted(folder.iterdir())
            except OSError:
                continue
            for file in files:
                if file.suffix.lower() in READ and not file.name.startswith((".", "~")):
                    try:
                        state = file.stat()
                    except OSError:
                        continue
                    found[file] = (state.st_ino, state.st_size, state.st_mtime_ns)
        return found

    def settled(self, before: Stamps) -> dict[Path, Stamp]:
        """The stamps once no file is half saved any more, as far as can be seen."""
        now = self.stamps()
        waited = 0.0
        while waited < SETTLE_S and any(
            file not in now or not now[file][1] for file in differing(before, now)
        ):
            time.sleep(LOOK_S)
            waited += LOOK_S
            now = self.stamps()
        return now

    def name(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix()


def differing(before: Stamps, now: Stamps) -> list[Path]:
    return [file for file in sorted({*before, *now}) if before.get(file) != now.get(file)]


class Alarm:
    """Rings when something in the places may have been saved; a thread of its own listens."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._rung = threading.Event()
        self._over = threading.Event()
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "Alarm":
        self._listener.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()

    def wait(self) -> None:
        """Until it rings, or for a while."""
        self._rung.wait(POLL_S)
        self._rung.clear()

    @property
    def rung(self) -> bool:
        return self._rung.is_set()

    def _listen(self) -> None:
        from watchfiles import watch

        while not self._over.is_set():
            folders = self._places.folders()
            try:
                for _ in watch(
                    *folders,
                    watch_filter=None,
                    step=STEP_MS,
                    stop_event=self._over,
                    recursive=False,
                    ignore_permission_denied=True,
                ):
                    self._rung.set()
                    if self._places.folders() != folders:
                        break
            except (OSError, RuntimeError):
                # A folder went away meanwhile, or the system has no watches left; `wait` looks by itself.
                self._over.wait(POLL_S)
