"""What the pure parser says when it gives up, and the lines around that place."""

from dataclasses import dataclass

from builder.diagnostics import Diagnostic, Mark, error


@dataclass(frozen=True, slots=True)
class Complaint:
    """`said` is the parser's own wording, which no author sees.

    The places count from 0: what it met, and since where it was at work on what it couldn't finish.
    `bracket` is the innermost one that was open then.
    """

    said: str
    file: str
    lines: list[str]
    line: int
    column: int
    from_line: int
    from_column: int
    bracket: Mark | None = None

    @property
    def whole(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.whole[: self.column]

    @property
    def rest(self) -> str:
        return self.whole[self.column :]

    @property
    def since(self) -> str:
        return self.lines[self.from_line][self.from_column :]

    @property
    def starts_line(self) -> bool:
        return not self.before.strip()

    def above(self, number: int) -> int | None:
        """The number of the last line above `number` that isn't blank."""
        return next((n for n in range(number - 1, -1, -1) if self.lines[n].strip()), None)

    def mark(self, line: int, column: int) -> Mark:
        return Mark(self.file, line + 1, column + 1)

    def here(self, rule: str, message: str, why: str = "", hint: str = "") -> Diagnostic:
        return self.at(self.line, self.column, rule, message, why, hint)

    def origin(self, rule: str, message: str, why: str = "", hint: str = "") -> Diagnostic:
        return self.at(self.from_line, self.from_column, rule, message, why, hint)

    def at(
        self, line: int, column: int, rule: str, message: str, why: str = "", hint: str = ""
    ) -> Diagnostic:
        return error(self.mark(line, column), rule, message, why, hint)


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
