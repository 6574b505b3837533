"""Every rule that can speak, gathered from every floor."""

from dataclasses import dataclass

from builder.checks import Rules, all_rules

PLAIN = {"fit/no-place": "warning", "reference/not-read": "warning", "yaml/lost-comment": "warning"}


@dataclass(frozen=True, slots=True)
class Entry:
    severity: str
    summary: str
    waivable: bool = False


def rulebook(rules: Rules) -> dict[str, Entry]:
    """Each rule by its id: those of reading, of the models, of layout, then those of the checks."""
    from builder.content import library, validate
    from builder.layout import rules as layout
    from builder.source import RULES as READING

    plain = {
        name: Entry(PLAIN.get(name, "error"), said)
        for group in (READING, validate.RULES, library.RULES, layout.RULES)
        for name, said in group.items()
    }
    checks = {info.id: Entry(str(info.severity), info.summary, info.waivable) for info in all_rules(rules)}
    return plain | checks
