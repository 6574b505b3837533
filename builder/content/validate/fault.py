"""One refusal of pydantic's with its place: what every explanation starts from."""

from dataclasses import dataclass
from typing import Any

from builder.content.validate.places import Spot
from builder.content.validate.words import found_as, name_of, purpose, quoted
from builder.diagnostics import Diagnostic, error
from builder.source import Source


@dataclass(frozen=True, slots=True)
class Fault:
    """`kind` and `context` are pydantic's; its wording is left behind."""

    kind: str
    context: dict[str, Any]
    spot: Spot
    source: Source

    @property
    def name(self) -> str:
        return name_of(self.spot.address)

    @property
    def said(self) -> str:
        """What the author wrote."""
        return quoted(self.spot.found) if isinstance(self.spot.found, str) else found_as(self.spot.found)

    def of_value(self, rule: str, message: str, hint: str = "") -> Diagnostic:
        why = purpose(self.spot.address[-1], self.spot.expected) if self.spot.address else ""
        return error(self.source.mark(self.spot.address), rule, message, why, hint, self.spot.address)

    def of_key(self, rule: str, message: str, hint: str = "") -> Diagnostic:
        return error(self.source.key_mark(self.spot.address), rule, message, "", hint, self.spot.address)
