"""`lessonpack build --watch`: what was saved is built at once, and the last good pack stays over a fault."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import click

from builder.checks import Rules, load_rules
from builder.cli.changes import joined, told
from builder.cli.common import failed, own_theme, read, shelves, speak
from builder.cli.order import Order, kept_line
from builder.cli.saved import Alarm, Places, Stamps, differing
from builder.content.library import read_library
from builder.diagnostics import Diagnostic, Severity
from builder.memory import Memory
from builder.pack import CantWriteError, write
from builder.rebuild import Again, Rebuilder, Stage
from builder.render.pausing import GivenUpError

MOST = 3
"""New things for a person that are told one by one."""
Seen = tuple[str, Severity, str, str]
"""A fault without its line: that changes with every line above it."""


def _seen(found: Diagnostic) -> Seen:
    return found.mark.file, found.severity, found.rule, found.message


@dataclass(slots=True)
class Bench:
    """One country's order: its packs in the making, and those of which some files are still to be drawn."""

    order: Order
    memory: Memory = field(default_factory=Memory)
    lessons: dict[str, Rebuilder] = field(default_factory=dict)
    unfinished: dict[str, Again] = field(default_factory=dict)

    def attempt(self, rules: Rules) -> tuple[dict[str, Again], list[Diagnostic]]:
        """Every lesson as it is now. Raises LookupError for one that isn't there, and OSError."""
        order = self.order
        library, said = read_library(shelves(), order.country, order.lessons, self.memory, order.date)
        if library is None:
            return {}, said
        own, unlike = own_theme()
        said = [*said, *unlike]
        made: dict[str, Again] = {}
        for name in library.lessons:
            lesson = self.lessons.setdefault(name, Rebuilder(name, order.date))
            made[name] = lesson.again(library, rules, *order.looks(library, name, own))
            said += made[name].diagnostics
        if failed(said, order.strict):
            return {}, said
        return made, said

    def stages(self, name: str, again: Again, outdated: Callable[[], bool]) -> Iterator[Stage]:
        """The stages of a pack, each written before the next is asked for. Raises CantWriteError."""
        assert again.ready is not None  # noqa: S101 - nothing else is taken up
        for stage in self.lessons[name].stages(again.ready, outdated):
            # A pack of which some files are late is nothing to send on.
            written = write(stage.pack, self.order.out, zip_too=not stage.late)
            if written.kept:
                click.echo(kept_line(written.kept), err=True)
            yield stage

    def late(self) -> list[str]:
        """The files that are still as they were before the last change."""
        return sorted({name for again in self.unfinished.values() for name in self._late_of(again)})

    def _late_of(self, again: Again) -> tuple[str, ...]:
        return self.lessons[again.ready.lesson].late(again.ready) if again.ready else ()


class Watch:
    """Builds at first and after every save; says what changed and what is wrong."""

    def __init__(self, orders: Sequence[Order], places: Places) -> None:
        self._benches = [Bench(order) for order in orders]
        self._strict = orders[0].strict
        self._places = places
        self._rules = load_rules()
        self._seen: set[Seen] = set()
        self.stamps: Stamps = places.stamps()

    def run(self) -> NoReturn:
        """Until somebody stops it with Ctrl-C, which is raised as KeyboardInterrupt."""
        with Alarm(self._places) as alarm:

            def outdated() -> bool:
                return alarm.rung and bool(differing(self.stamps, self._places.stamps()))

            try:
                self._safely(lambda: self.build([]))
                self._safely(lambda: self.finish(outdated))
                click.echo(
                    f"Watching {self._places.folder}. Save a file, and its pack is made again. Ctrl-C ends."
                )
                while True:
                    alarm.wait()
                    if self._saved():
                        self._safely(lambda: self.finish(outdated))
            except KeyboardInterrupt:
                if late := sorted({name for bench in self._benches for name in bench.late()}):
                    click.echo(
                        f"\nNot made again yet: {joined(late)}. “lessonpack build” makes them.", err=True
                    )
                raise

    def _saved(self) -> bool:
        before = self.stamps
        if not differing(before, self._places.stamps()):
            return False
        # Taken before anything is read: what is saved while it is read is found next time.
        self.stamps = self._places.settled(before)
        files = differing(before, self.stamps)
        if any("messaging" in file.parts for file in files):
            self._safely(self._read_rules)
        self._safely(lambda: self.build(files))
        return True

    def _read_rules(self) -> None:
        self._rules = load_rules()

    def build(self, saved: Sequence[Path]) -> None:
        """Check all, and write what is quickly drawn; the rest is left for `finish`."""
        start = time.perf_counter()
        said: list[Diagnostic] = []
        good: list[tuple[Bench, str, Again]] = []
        for bench in self._benches:
            made, found = bench.attempt(self._rules)
            said += found
            good += [(bench, name, again) for name, again in made.items()]
        told_of = self._told_of(saved, good)
        if told_of and failed(said, self._strict):
            click.echo(f"{told_of}.")
        self._speak(said)
        soon: set[Path] = set()
        late: list[str] = []
        for bench, name, again in good:
            if again.same and name not in bench.unfinished:
                continue
            bench.unfinished[name] = again
            stage = self._first(bench, name, again)
            soon.add(bench.order.out / name / bench.order.country)
            late += stage.late
        if not good and failed(said, self._strict):
            click.echo("The last good pack stays. Put this right, and save.", err=True)
        elif soon:
            made_of = f"{told_of}. " if told_of else "".join(f"{place}\n" for place in sorted(soon))
            follow = f"; {joined(sorted(set(late)))} follow" if late else ""
            click.echo(f"{made_of}Ready in {time.perf_counter() - start:.1f} s{follow}.")
        elif told_of:
            click.echo(f"{told_of}.")

    def _first(self, bench: Bench, name: str, again: Again) -> Stage:
        stages = bench.stages(name, again, lambda: False)
        stage = next(stages)
        if not stage.late:
            next(stages, None)
            del bench.unfinished[name]
        return stage

    def finish(self, outdated: Callable[[], bool]) -> None:
        """Draw what takes long, unless something is saved meanwhile."""
        start, done = time.perf_counter(), False
        try:
            for bench in self._benches:
                for name, again in [*bench.unfinished.items()]:
                    for _ in bench.stages(name, again, outdated):
                        pass
                    del bench.unfinished[name]
                    done = True
        except GivenUpError:
            return
        if done:
            click.echo(f"All done, {time.perf_counter() - start:.1f} s later.")

    def _told_of(self, saved: Sequence[Path], good: Sequence[tuple[Bench, str, Again]]) -> str:
        if not saved:
            return ""
        there = [self._places.name(file) for file in saved if file in self.stamps]
        gone = [self._places.name(file) for file in saved if file not in self.stamps]
        parts = [f"Saved {joined(there)}"] if there else []
        parts += [f"{'removed' if there else 'Removed'} {joined(gone)}"] if gone else []
        several = len({name for _, name, _ in good}) > 1
        what = dict.fromkeys(
            (f"{name}: " if several else "") + words
            for _, name, again in good
            if (words := told(again.changes))
        )
        changed = "; ".join(what) or ("nothing on slides or pages changes" if good else "")
        return f"{', '.join(parts)}: {changed}" if changed else ", ".join(parts)

    def _speak(self, said: Sequence[Diagnostic]) -> None:
        """Errors always; warnings, and what waits for a person, where they are new."""
        every = {_seen(found) for found in said}
        new = [found for found in said if found.is_error or _seen(found) not in self._seen]
        waiting = {seen for seen in every | self._seen if seen[1] is Severity.NEEDS_PERSON}
        asked = [found for found in new if found.severity is Severity.NEEDS_PERSON]
        if len(asked) > MOST:
            new = [found for found in new if found.severity is not Severity.NEEDS_PERSON]
            click.echo(f"{len(asked)} things wait for a person. “lessonpack check” lists them.")
        # What waited before is no news after a fault, behind which it isn't looked for.
        self._seen = every | waiting
        if new:
            speak(list(dict.fromkeys(new)), "human", self._strict)

    def _safely(self, work: Callable[[], None]) -> None:
        """Whatever goes wrong is said in a line, and watching goes on."""
        try:
            work()
        except (LookupError, CantWriteError) as fault:
            click.echo(str(fault.args[0]), err=True)
        except OSError as fault:
            click.echo(f"{fault.filename or 'A file'} can't be read: {fault.strerror}.", err=True)
        except Exception as fault:
            click.echo(
                f"Something went wrong in the tool itself ({type(fault).__name__}: {fault}). "
                "Please report this with the file that you saved.",
                err=True,
            )


def watch(orders: Sequence[Order]) -> NoReturn:
    """Build the orders, and again whenever a file of theirs is saved."""
    # A wrong lesson on the command line ends the command as it does without watching.
    read(orders[0].country, orders[0].lessons)
    Watch(orders, Places(Path.cwd())).run()
