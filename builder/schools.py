"""Packs of one lesson for one country, school after school: what a school leaves as it is is made once."""

from collections.abc import Sequence

from builder.build import Built, Wish, looks, prepare
from builder.checks import Rules
from builder.content.library import read_schoolless, with_school
from builder.content.schooling import Own
from builder.content.shelves import Shelf
from builder.diagnostics import any_error, in_order
from builder.memory import Memory
from builder.theme.own import NOTHING
from builder.theme.own import Own as Look

PLAIN = Wish()


class ForSchools:
    """Makes the pack that `build` makes in a school's folder, for one school after the other.

    The shelves are read once, and no school is taken from them. What stays in memory is that of the last
    school, so that it doesn't grow with their number.
    """

    def __init__(
        self,
        shelves: Sequence[Shelf],
        country: str,
        lesson: str,
        rules: Rules,
        date: str,
        wish: Wish = PLAIN,
    ) -> None:
        """Raises LookupError for a country or lesson that isn't there."""
        self._lesson = lesson
        self._rules = rules
        self._date = date
        self._wish = wish
        self._memory = Memory()
        self._beneath, self._said = read_schoolless(shelves, country, [lesson], as_of=date)

    def pack(self, own: Own, look: Look = NOTHING) -> Built:
        """A school's pack in its own look; none, and what to put right, where an error stands."""
        if self._beneath is None:
            return Built(None, self._said)
        library, told = with_school(self._beneath, own, self._memory)
        said = [*self._said, *told]
        if library is None:
            return Built(None, in_order(said))
        theme, wanted = looks(library, self._lesson, look, self._wish)
        ready, further = prepare(
            library, self._lesson, self._rules, theme, self._date, wanted, self._memory.part("pack")
        )
        said = in_order([*said, *further])
        if ready is None or any_error(said):
            return Built(None, said)
        drawn = self._memory.part("drawn")
        files = [drawn.once(one.name, one.made_from(), one.drawn) for one in ready.drawings]
        return Built(ready.pack(files), said)
