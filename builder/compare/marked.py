"""Two wordings beside each other, with what went and what came marked for eyes and for screen readers."""

import re
from difflib import SequenceMatcher
from html import escape

LONG = 1500
"""Words of both; longer paragraphs are marked as a whole."""
_WORDS = re.compile(r"\s+|[\w’'-]+|.")


def marked(was: str, now: str) -> tuple[str, str]:
    """The old and the new wording as HTML; empty stays empty."""
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    if not old or not new or len(old) + len(new) > LONG:
        return _went(was), _came(now)
    before, after = "", ""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        here, there = "".join(old[a:b]), "".join(new[c:d])
        before += escape(here) if tag == "equal" else _went(here)
        after += escape(there) if tag == "equal" else _came(there)
    return before, after


def _went(text: str) -> str:
    return f"<del>{_aside('[taken out: ')}{escape(text)}{_aside(']')}</del>" if text else ""


def _came(text: str) -> str:
    return f"<ins>{_aside('[new: ')}{escape(text)}{_aside(']')}</ins>" if text else ""


def _aside(text: str) -> str:
    """Words that are read aloud and not shown."""
    return f'<span class="aside">{text}</span>'
