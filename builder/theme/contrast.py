"""Contrast by WCAG 2's formula, and colours mended so that words on them can be read."""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

BODY, LARGE = 7.0, 4.5
"""The least contrast of body text, and of headings and other large words."""
STEP = 0.01


@dataclass(frozen=True, slots=True)
class Pair:
    """Words in one colour role on a ground in another, and the least contrast between them."""

    words: str
    ground: str
    least: float


GROUNDS = ("paper", "white", "sky", "sand", "lilac", "mint", "blush", "sun")
PAIRS = (
    *(Pair("ink", ground, BODY) for ground in GROUNDS),
    *(Pair("white", ground, BODY) for ground in ("deep", "plum", "night")),
    *(
        Pair(words, ground, LARGE)
        for words in ("deep", "plum", "leaf", "coral")
        for ground in ("paper", "white")
    ),
    *(
        Pair(words, ground, LARGE)
        for words, ground in (
            ("deep", "sky"),
            ("deep", "sand"),
            ("plum", "lilac"),
            ("leaf", "mint"),
            ("coral", "blush"),
        )
    ),
)
"""What stands on what, on slides and pages."""


def luminance(colour: str) -> float:
    """Of an RRGGBB colour, between 0 and 1."""

    def channel(value: int) -> float:
        c = value / 255
        return c / 12.92 if c <= 0.03928 else float(((c + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(int(colour[i : i + 2], 16)) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between 1 and 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(role: str, colours: Mapping[str, str]) -> list[Pair]:
    """The pairs with `role` in them whose contrast is too little."""
    return [
        pair
        for pair in PAIRS
        if role in (pair.words, pair.ground)
        and contrast(colours[pair.words], colours[pair.ground]) < pair.least
    ]


def mended(role: str, colours: Mapping[str, str]) -> str:
    """The colour of `role`, as much lighter or darker as its pairs need, its hue kept."""
    made = dict(colours)
    darker = any(
        luminance(colours[role]) <= luminance(colours[pair.ground if role == pair.words else pair.words])
        for pair in too_weak(role, colours)
    )
    # A heading's colour is a dark one even where the school's is pale; a ground is a light one.
    darker = role not in GROUNDS if role in ("deep", "plum", "leaf", "coral", *GROUNDS) else darker
    hue, light, full = colorsys.rgb_to_hls(*(int(colours[role][i : i + 2], 16) / 255 for i in (0, 2, 4)))
    while too_weak(role, made) and (light > 0 if darker else light < 1):
        light = max(0.0, light - STEP) if darker else min(1.0, light + STEP)
        made[role] = _hex(colorsys.hls_to_rgb(hue, light, full))
    return made[role]


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with so large a share of `other` in it."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _hex(parts: tuple[float, float, float]) -> str:
    return "".join(f"{round(255 * part):02X}" for part in parts)
