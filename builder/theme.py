"""Theme: colours by role, type sizes, lengths and font files, read from `data/themes`.

Floor 2, output wing.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import BaseModel, ConfigDict

from builder.source import read_text

DATA = files("builder") / "data"


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FontFace(Part):
    """A family as the theme names it, and the files (without ending) for regular and bold."""

    family: str
    regular: str
    bold: str


class Fonts(Part):
    title: FontFace
    body: FontFace
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


class PageSizes(Part):
    margin_mm: float
    body_pt: float
    body_leading_pt: float
    pupil_body_pt: float
    pupil_leading_pt: float
    headings_pt: tuple[float, float, float]
    small_pt: float
    writing_line_mm: float


class Theme(Part):
    name: str
    colours: dict[str, str]
    fonts: Fonts
    leading: float
    slides: SlideSizes
    pages: PageSizes


def font_file(name: str) -> Traversable:
    """The TrueType file of a house font, by its name without ending."""
    return DATA / "fonts" / f"{name}.ttf"


def load_theme(name: str) -> Theme:
    """A theme of `data/themes`; raises ValueError if it is faulty, since it is our own file."""
    file = DATA / "themes" / f"{name}.yaml"
    source, said = read_text(file.read_bytes(), f"builder/data/themes/{name}.yaml")
    if source is None:
        raise ValueError(f"{said[0].mark}: {said[0].message}")
    return Theme.model_validate(source.data)
