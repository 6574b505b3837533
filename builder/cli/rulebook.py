"""Every rule that can speak, gathered from every floor."""

from dataclasses import dataclass

from builder.checks import Rules, all_rules

WARNINGS = (
    "audit/wordless",
    "fit/no-place",
    "help/check-unknown",
    "overlay/unmarked",
    "reference/not-read",
    "theme/contrast",
    "yaml/lost-comment",
)
PERSONS = ("help/check-outdated", "overlay/base-changed")


@dataclass(frozen=True, slots=True)
class Entry:
    severity: str
    summary: str
    waivable: bool = False


def _severity(name: str) -> str:
    return "warning" if name in WARNINGS else "needs-person" if name in PERSONS else "error"


def rulebook(rules: Rules) -> dict[str, Entry]:
    """Each rule by its id: those of reading, of the models, of layout, then those of the checks."""
    from builder.audit.rules import RULES as AUDIT
    from builder.batch.table import RULES as BATCH
    from builder.content import confirmations, library, overlay, schooling, validate
    from builder.layout import rules as layout
    from builder.release.config import RULES as RELEASE
    from builder.source import RULES as READING
    from builder.theme.own import RULES as THEME

    plain = {
        name: Entry(_severity(name), said)
        for group in (
            READING,
            validate.RULES,
            library.RULES,
            overlay.RULES,
            schooling.RULES,
            confirmations.RULES,
            layout.RULES,
            AUDIT,
            THEME,
            RELEASE,
            BATCH,
        )
        for name, said in group.items()
    }
    checks = {info.id: Entry(str(info.severity), info.summary, info.waivable) for info in all_rules(rules)}
    return plain | checks
