"""Words within a block: stress, links that say where they go, gaps to type in."""

import re
from typing import assert_never

from builder import document as d
from builder.render.html.markup import Html, cleaned, element, esc, joined
from builder.render.html.setting import Setting

SCHEMES = ("https://", "http://", "mailto:", "tel:")
LONGEST_GAP = 60
MORE = "…"
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d\s()./-]*\d[\d\s()./-]*")
_AROUND = re.compile(r"^([(“‘\"']*)(.*?)([)”’\"'.,;:!?]*)$", re.DOTALL)
_SPACES = re.compile(r"(\s+)")


def rich(content: d.Rich, setting: Setting, *, fields: bool = True) -> Html:
    """The words as markup; without `fields`, as within a label, a gap is only a line."""
    return joined(
        _inline(inline, number, content, setting, fields) for number, inline in enumerate(content, 1)
    )


def _inline(inline: d.Inline, number: int, content: d.Rich, setting: Setting, fields: bool) -> Html:
    match inline:
        case d.Text(text):
            return esc(text)
        case d.Strong(text):
            return element("strong", esc(text))
        case d.Emphasis(text):
            return element("em", esc(text))
        case d.Link(text, address):
            return link(text, address)
        case d.Gap(letters):
            letters = max(1, min(letters, LONGEST_GAP))
            if not fields:
                return esc("_" * letters)
            return element(
                "input",
                type="text",
                class_="gap",
                id=f"{setting.key}-gap{number}",
                style=f"--letters:{letters}",
                aria_label=setting.named(_gap_name(content, number)),
                autocomplete="off",
            )
        case _:
            assert_never(inline)


def _gap_name(content: d.Rich, number: int) -> str:
    """A gap is called by the words before it, or by those after it where it comes first."""
    before, after = (_read(part) for part in (content[: number - 1], content[number:]))
    return f"{before}{MORE}" if before.strip(f" {MORE}") else f"{MORE}{after}" if after.strip() else ""


def _read(content: d.Rich) -> str:
    return "".join(MORE if isinstance(inline, d.Gap) else inline.text for inline in content)


def link(text: str, address: str, class_: str = "") -> Html:
    """A link; one whose words aren't its address is marked, so that paper can show the address."""
    goal = target(address)
    shown = text.strip() and text
    if not goal:
        return esc(text)
    told = _bare(shown or address) == _bare(address)
    classes = " ".join(name for name in (class_, "" if told else "named") if name)
    return element("a", esc(shown or address.strip()), href=goal, class_=classes)


def target(address: str) -> str:
    """An address with its scheme; whatever has none of ours is a web address. Empty if there is none."""
    address = re.sub(r"\s+", "%20", cleaned(address).strip())
    if not address or address.lower() in SCHEMES:
        return ""
    return address if address.lower().startswith(SCHEMES) else f"https://{address}"


def _bare(address: str) -> str:
    bare = re.sub(r"^(https?://|mailto:|tel:)?(www\.)?", "", address.strip().lower())
    return bare.rstrip("/")


def with_links(text: str) -> Html:
    """A text in which web and mail addresses are links."""
    return joined(esc(part) if part.isspace() else _linked(part) for part in _SPACES.split(text) if part)


def _linked(word: str) -> Html:
    found = _AROUND.match(word)
    before, core, after = found.groups() if found else ("", word, "")
    if _MAIL.fullmatch(core):
        return joined((esc(before), link(core, f"mailto:{core}"), esc(after)))
    if _ADDRESS.fullmatch(core):
        return joined((esc(before), link(core, core), esc(after)))
    return esc(word)


def number_link(phone: str, class_: str = "number") -> Html:
    """A telephone number that a phone can ring; other words stay words."""
    if not _NUMBER.fullmatch(phone.strip()):
        return element("span", with_links(phone), class_="way")
    digits = re.sub(r"[^\d+]", "", phone)
    return element("a", esc(phone), href=f"tel:{digits}", class_=class_)
