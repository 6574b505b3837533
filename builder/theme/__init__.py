"""Theme: colours by role, type sizes, lengths and font files, read from `data/themes`.

A variant, from `data/variants`, changes some of it for print: for a school's black-and-white copier, for
pupils who need large print or calmer lines. Floor 2, output wing.
"""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from builder.source import read_text

DATA = files("builder") / "data"
Paper = Literal["A4", "Letter"]
MM = 72 / 25.4
NO_OTHERS: Mapping[str, str] = {}
PAPERS: dict[Paper, tuple[float, float]] = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
"""Width and height in points."""


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class FontFace(Part):
    """A family as the theme names it, and the files (without ending) for regular and bold."""

    family: str
    regular: str
    bold: str


class Fonts(Part):
    """`card` sets wallet cards where the body's face is too wide; `substitutes` may stand in on slides."""

    title: FontFace
    body: FontFace
    card: FontFace | None = None
    substitutes: tuple[str, ...]


class SlideSizes(Part):
    """Ladders run from the wished size down; text that does not fit the last is split."""

    width_pt: float
    height_pt: float
    margin_pt: float
    title_pt: tuple[float, ...]
    statement_pt: tuple[float, ...]
    body_pt: tuple[float, ...]
    label_pt: float
    phone_pt: tuple[float, ...]
    rounder: float = 1.0
    """How much rounder the corners of cards are than they are drawn."""


class PageSizes(Part):
    """`ground` is the colour role behind a page's words, empty for the paper's own; `side_pt` is the width of
    the column where slides and minutes stand beside a teacher's text.
    """

    paper: Paper = "A4"
    ground: str = ""
    side_pt: float = 98.0
    margin_mm: float
    body_pt: float
    body_leading_pt: float
    pupil_body_pt: float
    pupil_leading_pt: float
    headings_pt: tuple[float, float, float]
    small_pt: float
    writing_line_mm: float


LARGE_FROM = 16.0


class Theme(Part):
    """`low_ink` asks for outlines and hatching where areas would be filled; `template` is a school's own
    PowerPoint file that slides are made on.
    """

    name: str
    low_ink: bool = False
    template: Path | None = None
    colours: dict[str, str]
    fonts: Fonts
    leading: float
    slides: SlideSizes
    pages: PageSizes

    @property
    def large(self) -> bool:
        """Whether the type of pages is so large that two columns are too narrow for a sentence."""
        return self.pages.body_pt >= LARGE_FROM

    def of_cards(self) -> "Theme":
        """The theme as wallet cards are set in it."""
        fonts = self.fonts
        return self.model_copy(update={"fonts": fonts.model_copy(update={"body": fonts.card or fonts.body})})


def font_file(name: str) -> Traversable:
    """The TrueType file of a house font, by its name without ending."""
    return DATA / "fonts" / f"{name}.ttf"


def load_theme(
    name: str,
    variant: str = "",
    paper: Paper = "A4",
    colours: Mapping[str, str] = NO_OTHERS,
    template: Path | None = None,
) -> Theme:
    """A theme of `data/themes` with other `colours` by role, changed by a variant of `data/variants`, for a
    size of paper and a PowerPoint template.

    Raises ValueError if a file is faulty, since it is our own.
    """
    data = _laid_over(_read("themes", name), {"colours": colours})
    if variant:
        data = _laid_over(data, _read("variants", variant))
    return Theme.model_validate(_laid_over(data, {"pages": {"paper": paper}, "template": template}))


def themes() -> tuple[str, ...]:
    """The names of the shipped themes."""
    return _names("themes")


def variants() -> tuple[str, ...]:
    """The names of the variants of the shipped themes."""
    return _names("variants")


def _names(folder: str) -> tuple[str, ...]:
    return tuple(sorted(file.name.removesuffix(".yaml") for file in (DATA / folder).iterdir()))


def _read(folder: str, name: str) -> dict[str, Any]:
    file = DATA / folder / f"{name}.yaml"
    source, said = read_text(file.read_bytes(), f"builder/data/{folder}/{name}.yaml")
    if source is None:
        raise ValueError(f"{said[0].mark}: {said[0].message}")
    if not isinstance(source.data, dict):
        raise ValueError(f"builder/data/{folder}/{name}.yaml holds no map of names.")
    data = dict(source.data)
    like = data.pop("like", None)
    return _laid_over(_read(folder, str(like)), data) if like else data


def _laid_over(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with the values of `change` in place of its own, map by map."""
    made = dict(base)
    for key, value in change.items():
        own = made.get(key)
        if isinstance(own, Mapping) and isinstance(value, Mapping):
            value = _laid_over(own, value)
        made[key] = value
    return made
