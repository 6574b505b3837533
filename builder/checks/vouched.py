"""What people stand for: the days on which help lines were checked, and the texts that somebody signed.

Days and roles, and no names: a manifest goes wherever its pack goes, and no paper of the pack names whoever
checked a line or signed a text while that counts.
"""

from collections.abc import Iterable

from builder.checks.helplines import entries_of, is_confirmed
from builder.checks.reviews import Signable, review_of, unsigned
from builder.content.help import HelpDirectory
from builder.content.lesson import Lesson
from builder.content.loaded import Loaded

WAYS = ("phone", "text", "chat", "address")


def help_services(directory: Loaded[HelpDirectory]) -> list[dict[str, object]]:
    """Every service that a pack of this country prints, with the ways to reach it, and its last check."""
    return [
        {
            "id": service.id,
            "name": service.name,
            "contacts": {way: value for way in WAYS if (value := getattr(service, way))},
            "checked_on": str(service.checked_on) if is_confirmed(service) else None,
        }
        for service in directory.model.services
    ]


def checks_of(directory: Loaded[HelpDirectory]) -> dict[str, str | None]:
    """Of every line that a person confirms, by the name that `help-lines` gives it, the day; or None."""
    return {
        name: str(entry.checked_on) if is_confirmed(entry) else None
        for _, name, entry in entries_of(directory)
    }


def signed(texts: Iterable[Signable]) -> list[dict[str, str]]:
    """The signatures that count, under the texts among these that a person has signed."""
    found = []
    for text in texts:
        review = review_of(text)
        if review is not None and next(unsigned(text, ""), None) is None:
            kind = "lesson" if isinstance(text.model, Lesson) else "case-study"
            given = {"role": review.role, "date": str(review.date), "of": review.of}
            found.append({"text": text.id, "kind": kind, **given})
    return found
