"""The parser's events → text data with a mark for every value, and the faults that events can show.

The events are walked one by one and never composed first: a file of nested brackets would otherwise
bring the process down before anybody could say so.
"""

from dataclasses import dataclass

from builder.diagnostics import Address, Diagnostic, Mark, error
from builder.source.events import Alias, Document, End, Event, Place, Start, Text
from builder.source.model import Data
from builder.source.texts import Holder, faults_in, odd_escapes
from builder.source.wording import NAME_AND_COLON, excerpt, percent_line, quotes_round, without_remark

DEPTH_LIMIT = 50
"""Lists and groups within each other. A lesson needs about six."""


@dataclass(slots=True)
class _Open:
    """A list or a group of named lines that hasn't ended yet; `bracket` is the one it stands in, if any."""

    address: Address
    holds: list[Data] | dict[str, Data]
    column: int
    bracket: Mark | None
    is_key: bool
    key: str = ""
    key_mark: Mark | None = None
    key_end: int = 0
    awaits_value: bool = False
    keeps: bool = True

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.holds, dict) and not self.awaits_value


class Walk:
    """Takes the events of one file; `done` says that no more need be taken.

    `unlike` says that the two parsers read this file differently, so that the pure one has to decide.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.file = file
        self.data: Data | None = None
        self.marks: dict[Address, Mark] = {}
        self.keys: dict[Address, Mark] = {}
        self.faults: list[Diagnostic] = []
        self.done = False
        self.unlike = False
        self._documents = 0
        self._open: list[_Open] = []

    def take(self, event: Event) -> None:
        if isinstance(event, Text):
            self._text(event)
        elif isinstance(event, Start):
            self._start(event)
        elif isinstance(event, End):
            self._end()
        elif isinstance(event, Document):
            self._document(event)
        elif isinstance(event, Alias):
            self._alias(event)

    @property
    def bracket(self) -> Mark | None:
        """The innermost bracket that is still open."""
        return self._open[-1].bracket if self._open else None

    # --- what the events bring ------------------------------------------------------------------

    def _document(self, event: Document) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fault(
                event.start,
                "yaml/documents",
                "a line of three dashes starts a second file within this one",
                hint="Take the line away, or put what follows into a file of its own. "
                "For a dividing line start it with #.",
            )
            self.done = True
        elif self.text.startswith("%", event.start.index):
            self.faults.append(percent_line(self._mark(event.start)))

    def _alias(self, event: Alias) -> None:
        line = self._rest(event.start)
        self._fault(
            event.start,
            "yaml/alias",
            f"“{excerpt(line)}” starts with *, which stands for a copy of another place",
            why="Every text is written where it's read, so that nobody has to look elsewhere.",
            hint=f"If the * is part of the text, {quotes_round(line)}. Otherwise write it out here.",
        )
        if self._open and self._open[-1].awaits_key:
            self._skip_key()
        else:
            self._put("", self._mark(event.start))

    def _text(self, event: Text) -> None:
        self._signs(event.start)
        mark = self._mark(event.start)
        self.unlike = self.unlike or self._read_differently(event)
        if not self._open:
            if event.value:
                self._top_type(event.start)
            return
        holder = self._open[-1]
        if holder.awaits_key:
            self._key(event, mark)
            return
        self.faults += faults_in(event, self._holder(holder))
        if not event.value and not event.style and isinstance(holder.holds, dict):
            self._only_a_name(holder)
            mark = holder.key_mark or mark
        self._put(event.value.strip(), mark)

    def _start(self, event: Start) -> None:
        self._signs(event.start)
        is_key = bool(self._open) and self._open[-1].awaits_key
        if is_key:
            self._fault(
                event.start,
                "yaml/key",
                "a name is expected here, and this is a list or a group",
                hint=NAME_AND_COLON,
            )
        elif not self._open and event.is_list:
            self._top_type(event.start)
        if len(self._open) == DEPTH_LIMIT:
            self._fault(
                event.start,
                "yaml/depth",
                f"lists and groups are more than {DEPTH_LIMIT} deep here",
                hint="A lesson needs about six steps. Look for a sign typed again and again.",
            )
            self.done = True
            return
        holds: list[Data] | dict[str, Data] = [] if event.is_list else {}
        mark = self._mark(event.start)
        bracket = mark if event.in_brackets else self.bracket
        address = self._open[-1].address if is_key else self._put(holds, mark)
        self._open.append(_Open(address, holds, event.start.column, bracket, is_key))

    def _end(self) -> None:
        if self._open.pop().is_key:
            self._skip_key()

    # --- names and values -----------------------------------------------------------------------

    def _key(self, event: Text, mark: Mark) -> None:
        holder = self._open[-1]
        key = event.value.strip()
        holder.key, holder.key_mark, holder.key_end = key, mark, event.end.index
        holder.awaits_value, holder.keeps = True, True
        if event.style == '"':
            self.faults += odd_escapes(event, self._holder(holder))
        address = (*holder.address, key)
        if not key:
            self._skip_key()
            self._fault(event.start, "yaml/key", "there is no name before the colon", hint=NAME_AND_COLON)
        elif event.style in ("|", ">") or event.start.line != event.end.line:
            self._skip_key()
            self._fault(event.start, "yaml/key", "a name goes over several lines here", hint=NAME_AND_COLON)
        elif self._behind_question_mark(event.start):
            self._skip_key()
            self._fault(
                event.start,
                "yaml/key",
                "a line can't start with a ? and a space",
                hint=f"If the ? is part of the text, {quotes_round('? ' + key)}",
            )
        elif key in holder.holds:
            self._skip_key()
            first = self.keys.get(address, mark).line
            self._fault(
                event.start,
                "yaml/duplicate-key",
                f"“{key}” is given twice; it's already on line {first}",
                why="One of the two would be lost without a word.",
                hint="Keep one of them, or put both into one.",
            )
        else:
            self.keys[address] = mark

    def _skip_key(self) -> None:
        self._open[-1].awaits_value, self._open[-1].keeps = True, False

    def _put(self, value: Data, mark: Mark) -> Address:
        """Puts `value` where it belongs and returns its address."""
        if not self._open:
            self.data, self.marks[()] = value, mark
            return ()
        holder = self._open[-1]
        if isinstance(holder.holds, list):
            address: Address = (*holder.address, len(holder.holds))
            holder.holds.append(value)
            self.marks[address] = mark
            return address
        address = (*holder.address, holder.key)
        holder.awaits_value = False
        if holder.keeps:
            holder.holds[holder.key] = value
            self.marks[address] = mark if isinstance(value, str) else holder.key_mark or mark
        return address

    # --- faults ---------------------------------------------------------------------------------

    def _mark(self, place: Place) -> Mark:
        return Mark(self.file, place.line + 1, place.column + 1)

    def _rest(self, place: Place) -> str:
        """The line from `place` on, as far as anybody would read it: a line can have a million letters."""
        return without_remark(self.lines[place.line][place.column : place.column + 200])

    def _holder(self, holder: _Open) -> Holder:
        named = holder.key_mark is not None and isinstance(holder.holds, dict)
        key_line = holder.key_mark.line - 1 if named and holder.key_mark else None
        return Holder(self.file, self.lines, holder.column, holder.bracket is not None, key_line)

    def _fault(self, place: Place, rule: str, message: str, why: str = "", hint: str = "") -> None:
        self.faults.append(error(self._mark(place), rule, message, why, hint))

    def _signs(self, start: Place) -> None:
        # Unquoted text can't start with these two signs, so they are never part of a text here.
        sign = self.text[start.index : start.index + 1]
        if sign in ("&", "!"):
            line = self._rest(start)
            self._fault(
                start,
                "yaml/anchor" if sign == "&" else "yaml/tag",
                f"“{excerpt(line)}” starts with {sign}, which is a sign for computers here",
                why="The word behind it would be lost.",
                hint=f"If the {sign} is part of the text, {quotes_round(line)}. Otherwise take it away.",
            )

    def _behind_question_mark(self, start: Place) -> bool:
        index = start.index - 1
        while index > 0 and self.text[index] == " ":
            index -= 1
        return index >= 0 and self.text[index] == "?"

    def _top_type(self, start: Place) -> None:
        self._fault(
            start,
            "yaml/top-type",
            "a file starts with a name and a colon, such as “title: …”; "
            "this one starts with a list or with text",
            hint="Compare it with a file that works: every part has its name before it.",
        )

    def _only_a_name(self, holder: _Open) -> None:
        """Complains about “{Name}”, which is a group with nothing in it."""
        if holder.bracket and not self.text[holder.key_end : holder.key_end + 80].lstrip().startswith(":"):
            column = holder.bracket.column - 1
            line = self.lines[holder.bracket.line - 1][column : column + 200]
            self.faults.append(
                error(
                    holder.key_mark or holder.bracket,
                    "yaml/bracket",
                    f"“{excerpt(holder.key)}” stands in curly brackets, which are signs for computers here",
                    hint=f"If they are part of the text, {quotes_round(line)}",
                )
            )

    def _read_differently(self, text: Text) -> bool:
        """Whether this is a ? in brackets or a # right behind a |, which only one parser accepts."""
        if text.style in ("|", ">"):
            header, found, _ = self._rest(text.start).partition("#")
            return bool(found) and not header.endswith(" ")
        return not text.style and self.bracket is not None and "?" in text.value
