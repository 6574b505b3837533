"""A school's own changes, laid over the shipped text by the names of its parts, and known by fingerprints.

So next year's text can arrive beneath them: what the school wrote stays, and where the text that it was
written for has changed since, both are shown.
"""

from builder.content.overlay.adapting import Adapted, adapted, id_of, told
from builder.content.overlay.apply import Applied, Change, State, laid_over
from builder.content.overlay.changes import RULES, Changes, Written
from builder.content.overlay.places import address_text, parts_of, place_at

__all__ = [
    "RULES",
    "Adapted",
    "Applied",
    "Change",
    "Changes",
    "State",
    "Written",
    "adapted",
    "address_text",
    "id_of",
    "laid_over",
    "parts_of",
    "place_at",
    "told",
]
