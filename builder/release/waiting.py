"""What waits for a person before a release may be published, told in groups."""

from collections.abc import Sequence

from builder.diagnostics import Diagnostic, Severity

GROUPS = {
    "help": ("line of help", "lines of help", "not checked"),
    "review": ("text", "texts", "without a second person's signature"),
    "case": ("question about a true story", "questions about true stories", "still open"),
    "curriculum": ("curriculum link", "curriculum links", "that nobody has read"),
    "source": ("source", "sources", "that nobody has read"),
    "other": ("other thing", "other things", "to settle"),
}
TRY = {
    "help": "lessonpack help-lines --country …",
    "review": "lessonpack sign …",
}
SHOWN = "shipped:"


def waiting(said: Sequence[Diagnostic]) -> dict[str, list[str]]:
    """Where what waits stands, by group; what was found in several countries is told once.

    Places alone: some messages name whoever checked a line or signed a text.
    """
    found: dict[str, set[str]] = {name: set() for name in GROUPS}
    for one in said:
        if one.severity is Severity.NEEDS_PERSON:
            kind = one.rule.split("/")[0]
            at = ".".join(str(part) for part in one.address)
            place = f"{one.mark.file.removeprefix(SHOWN)} {at}".strip()
            found[kind if kind in found else "other"].add(place)
    return {name: sorted(places) for name, places in found.items() if places}


def in_words(found: dict[str, list[str]]) -> list[str]:
    """A line for each group."""
    lines = []
    for name, places in found.items():
        one, several, how = GROUPS[name]
        files = len({place.split(" ")[0] for place in places})
        among = f"in {files} files" if files > 1 else f"in {places[0].split(' ')[0]}"
        hint = f" ({TRY[name]})" if name in TRY else ""
        lines.append(f"{len(places)} {one if len(places) == 1 else several} {how}, {among}{hint}")
    return lines
