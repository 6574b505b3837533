"""A school's own look: `theme` in its `school.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.diagnostics import Diagnostic, Mark, did_you_mean, error, warning
from builder.source import Source, read_file
from builder.theme import load_theme, themes
from builder.theme.contrast import contrast, mended, mixed, too_weak

FILE, PART = "school.yaml", "theme"
RULES = {
    "theme/unknown": "A name under “theme” that means nothing here",
    "theme/colour": "A colour that isn't written as six digits, such as 7A1F2B",
    "theme/template": "A school's PowerPoint template that isn't there, or doesn't have all that is needed",
    "theme/contrast": "A school's colour on which words could not be read; it is made lighter or darker",
}
_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
CHOICE = {
    "deep": "headings, the path, and dark slides",
    "plum": "case studies",
    "leaf": "help",
    "coral": "stop and notice",
    "sun": "the light behind a word",
    "paper": "the ground of slides",
    "sand": "the ground of questions",
}
"""The colours that a school may choose, and what each is for."""
WHITE, BLACK = "FFFFFF", "000000"
FOLLOW = {
    "deep": {"sky": (WHITE, 0.86), "mist": (WHITE, 0.7), "lake": (WHITE, 0.38), "night": (BLACK, 0.25)},
    "plum": {"lilac": (WHITE, 0.87), "thistle": (WHITE, 0.68), "heather": (WHITE, 0.35)},
    "leaf": {"mint": (WHITE, 0.85), "moss": (WHITE, 0.52)},
    "coral": {"blush": (WHITE, 0.84)},
}
"""Lighter and darker colours that follow a chosen one: mixed with what, and how much of it."""


START = Mark(FILE, 1, 1)


@dataclass(frozen=True, slots=True)
class Own:
    """What a school has chosen: the theme that its own is `like` (empty: by age), and colours by role."""

    like: str
    colours: Mapping[str, str]
    template: Path | None = None
    mark: Mark = START
    """Where the template is named."""


NOTHING = Own("", {})


def read_own(folder: Path) -> tuple[Own, list[Diagnostic]]:
    """A school's theme, colours mended where words could not be read; `NOTHING` where it gives none.

    What is wrong with the file itself is said by whoever reads the rest of it.
    """
    if not (folder / FILE).is_file():
        return NOTHING, []
    source, _ = read_file(folder / FILE, FILE)
    return (NOTHING, []) if source is None else own(source, folder)


def own(source: Source, folder: Path) -> tuple[Own, list[Diagnostic]]:
    """The choice that a file in `folder` makes, and all that is to be said of it."""
    written = source.data.get(PART) if isinstance(source.data, dict) else None
    data = written if isinstance(written, dict) else {}
    known = ("like", "colours", "template")
    said = [_unknown(source, (name,), known) for name in data if name not in known]
    like = data.get("like", "")
    if like not in ("", *themes()):
        said.append(_unknown(source, ("like",), themes(), str(like)))
        like = ""
    chosen = data.get("colours") or {}
    wished: dict[str, str] = {}
    for role, value in chosen.items() if isinstance(chosen, dict) else ():
        found = _COLOUR.fullmatch(str(value))
        if role not in CHOICE:
            said.append(_unknown(source, ("colours", role), tuple(CHOICE)))
        elif found is None:
            said.append(_no_colour(source, role, str(value)))
        else:
            wished[role] = found[1].upper()
    base = load_theme(str(like) or "house").colours
    colours, changed = _readable(wished, base)
    said += [_mended(source, role, wished[role], colours[role], base | wished) for role in changed]
    template = data.get("template")
    # A name that isn't given yet reads as empty text.
    if not template:
        return Own(str(like), colours), said
    path, mark = folder / str(template), source.mark((PART, "template"))
    if not path.is_file():
        said.append(_no_template(mark, str(template), folder))
        return Own(str(like), colours), said
    return Own(str(like), colours, path, mark), said


def _readable(wished: Mapping[str, str], base: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The colours that change in the theme, and which of the wished ones had to be mended."""
    every, changed = {**base, **wished}, []
    for role in wished:
        if too_weak(role, every):
            every[role] = mended(role, every)
            changed.append(role)
    made = {role: every[role] for role in wished}
    for role, followers in FOLLOW.items():
        if role in wished:
            for name, (other, share) in followers.items():
                every[name] = mixed(every[role], other, share)
                made[name] = every[name] = mended(name, every) if too_weak(name, every) else every[name]
    return made, changed


def _unknown(source: Source, address: tuple[str, ...], known: tuple[str, ...], value: str = "") -> Diagnostic:
    shown, address = value or address[-1], (PART, *address)
    mark = source.mark(address) if value else source.key_mark(address)
    return error(
        mark, "theme/unknown", f"“{shown}” means nothing here.", "", did_you_mean(shown, known), address
    )


def _no_colour(source: Source, role: str, value: str) -> Diagnostic:
    return error(
        source.mark((PART, "colours", role)),
        "theme/colour",
        f"“{value}” is no colour: six digits say how much red, green and blue there is in it.",
        hint="Write it as in 7A1F2B, in quotes if it holds no letters. A picture program shows it.",
        address=(PART, "colours", role),
    )


def _no_template(mark: Mark, name: str, folder: Path) -> Diagnostic:
    there = sorted(file.name for file in folder.glob("*.pptx"))
    hint = did_you_mean(name, there) if there else "Put it into the folder in which school.yaml stands."
    return error(
        mark, "theme/template", f"There is no file “{name}” here.", hint=hint, address=(PART, "template")
    )


def _mended(source: Source, role: str, wished: str, made: str, colours: Mapping[str, str]) -> Diagnostic:
    pair = min(too_weak(role, colours), key=lambda pair: contrast(colours[pair.words], colours[pair.ground]))
    found = contrast(colours[pair.words], colours[pair.ground])
    return warning(
        source.mark((PART, "colours", role)),
        "theme/contrast",
        f"Words in “{pair.words}” on “{pair.ground}” would have a contrast of {found:.1f} : 1 with {wished}; "
        f"{pair.least:g} : 1 is the least that can be read from afar. {made} is used instead.",
        why="Pupils with weak sight, and everybody in a bright room, couldn't read them.",
        hint=f"Write {made}, or choose another colour for {CHOICE[role]}.",
        address=(PART, "colours", role),
    )
