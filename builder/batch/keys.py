"""The key of each school: its name in folders and addresses, given in the table or made from the school's."""

import re
import unicodedata

from builder.content.text import LONGEST_NAME, is_slug

_SPELT = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_APOSTROPHES = re.compile(r"['’‘ʻʼ`]")
_NEITHER = re.compile(r"[^a-z0-9]+")


def key_from(name: str) -> str:
    """A name as a key, such as “st-brigids-college”; empty where no letter of it can stand in one."""
    spelt = _APOSTROPHES.sub("", name.lower().translate(_SPELT))
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    key = _NEITHER.sub("-", plain).strip("-")[:LONGEST_NAME].strip("-")
    if key and not is_slug(key):
        # A name that Windows keeps for itself, such as “con”.
        key = f"school-{key}"
    return key


def numbered(key: str, number: int) -> str:
    """The key of the school that is the so-manieth of its name."""
    end = f"-{number}"
    return f"{key[: LONGEST_NAME - len(end)].rstrip('-')}{end}"
