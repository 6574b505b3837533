"""A school's own template: its master, layouts and fonts, and the room that it leaves for our slides."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.opc.package import Part
from pptx.util import Emu

from builder.layout.grid import MARGIN, PATH_Y, TOP, WIDTH, Area
from builder.render.pptx.ground import is_light

KINDS = {"title": ("title", "ctrTitle"), "case_study": ("secHead",)}
"""What PowerPoint calls the layouts that suit a kind of slide best; every other kind wants a bare title."""
BARE = ("titleOnly", "obj", "tx")
NAMES = {
    "title": ("title slide", "title"),
    "case_study": ("section header", "section"),
}
BARE_NAMES = ("title only", "title and content", "content", "blank with title")
TITLES = ("title", "ctrTitle")
FEET = ("ftr", "sldNum", "dt")
LEAST_SCALE = 0.75
"""The smallest words of a slide come out under 12 points in a room smaller than that."""
LOWEST = 0.93
"""Where the room ends in a template without a foot, as a share of the slide's height."""


class TemplateError(ValueError):
    """A template that can't be used; says why, and what to try."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class Place:
    """A layout of the template: its part, the `title` placeholder's type ("" for none), and those of its foot
    by type with their index. `light` says whether dark words can be read on it.
    """

    name: str
    part: Part
    title: str
    feet: dict[str, str]
    light: bool


class School:
    """A template opened: which layout stands for which kind of slide, and where there is room for it.

    `said` is what somebody should know, each with what to try. Raises TemplateError.
    """

    def __init__(self, data: bytes) -> None:
        self.said: list[tuple[str, str]] = []
        self.presentation = _opened(data)
        masters = self.presentation.slide_masters
        self._layouts = [(one, _place(one)) for master in masters for one in master.slide_layouts]
        if not self._layouts:
            raise TemplateError("There is no layout in it.", "Take one with a slide master.")
        self.width = Emu(self.presentation.slide_width).pt
        self.height = Emu(self.presentation.slide_height).pt
        bare, self.bare = self._bare()
        self.by_kind = {kind: self._found(KINDS[kind], NAMES[kind]) or (bare, self.bare) for kind in KINDS}
        self.room = self._room(bare)
        self.scale = min(self.room.w / (WIDTH - 2 * MARGIN), self.room.h / (PATH_Y - TOP))
        self._speak()

    def _speak(self) -> None:
        if self.scale < LEAST_SCALE:
            self.said.append(
                (
                    f"Its slides leave so little room that words are set at {self.scale:.0%} of their size.",
                    "Use the school's wide template (16:9), or one with a smaller head and foot.",
                )
            )
        if not self.bare.light:
            self.said.append(
                (
                    f"Its layout “{self.bare.name}” is dark or shows a picture, on which dark words can't be "
                    "read: slides keep the ground of the house.",
                    "Use the school's light template if it has one.",
                )
            )

    def place(self, kind: str) -> Place:
        return self.by_kind[kind][1] if kind in self.by_kind else self.bare

    def emptied(self) -> Any:
        """The presentation's part without the slides that the school's file came with."""
        part, listed = self.presentation.part, self.presentation.slides._sldIdLst
        for entry in list(listed):
            part.drop_rel(entry.rId)
            listed.remove(entry)
        for extension in part._element.findall(".//{*}ext"):
            # Sections name slides that are no longer there, and PowerPoint would offer a repair.
            if any(child.tag.endswith("}sectionLst") for child in extension):
                extension.getparent().remove(extension)
        return part

    def _found(self, types: tuple[str, ...], names: tuple[str, ...]) -> tuple[Any, Place] | None:
        """A layout with a title, by PowerPoint's own type first, then by name."""
        titled = [pair for pair in self._layouts if pair[1].title]
        by_type = [pair for kind in types for pair in titled if pair[0]._element.get("type") == kind]
        by_name = [pair for name in names for pair in titled if pair[1].name.casefold() == name]
        return next(iter([*by_type, *by_name]), None)

    def _bare(self) -> tuple[Any, Place]:
        """The layout with nothing but a title; else any with a title, else any at all."""
        found = self._found(BARE, BARE_NAMES)
        if found is not None:
            return found
        titled = [pair for pair in self._layouts if pair[1].title]
        used = (titled or self._layouts)[0]
        lacking = "layout “Title Only”" if titled else "layout with a title"
        boxes = "" if titled else ", and titles are text boxes"
        self.said.append(
            (
                f"It has no {lacking}: “{used[1].name}” is used instead{boxes}.",
                "Add a layout called “Title Only”, with nothing but a title, to its slide master.",
            )
        )
        return used

    def _room(self, layout: Any) -> Area:
        """From the title's upper left corner as far as the foot, in points."""
        titles = [p for p in _own_and_inherited(layout) if _type(p) in TITLES]
        feet = [p for p in _own_and_inherited(layout) if _type(p) in FEET]
        left, top, right = MARGIN, TOP, self.width - MARGIN
        if titles:
            title = titles[0]
            left, top = Emu(title.left).pt, Emu(title.top).pt
            right = left + Emu(title.width).pt
        low = [Emu(foot.top).pt for foot in feet if Emu(foot.top).pt > self.height / 2]
        bottom = min([*low, LOWEST * self.height])
        return Area(left, top, max(right - left, 1.0), max(bottom - top, 1.0))


def _opened(data: bytes) -> Any:
    try:
        presentation = Presentation(io.BytesIO(data))
        if not presentation.slide_width or not presentation.slide_height:
            raise ValueError("a presentation without a size")
    except Exception as fault:  # a damaged file makes the library raise anything at all
        raise TemplateError(
            "This is no PowerPoint file that can be opened, or it is damaged.",
            "Open it in PowerPoint and save it as “PowerPoint Presentation (*.pptx)”, not as a *.potx.",
        ) from fault
    return presentation


def _own_and_inherited(layout: Any) -> Iterator[Any]:
    """The placeholders of a layout that have a place, then those of its master."""
    for shapes in (layout.placeholders, layout.slide_master.placeholders):
        yield from (shape for shape in shapes if shape.left is not None and shape.width is not None)


def _type(placeholder: Any) -> str:
    return str(placeholder._element.nvSpPr.nvPr.find("{*}ph").get("type", "obj"))


def _place(layout: Any) -> Place:
    title, feet = "", {}
    for shape in layout.placeholders:
        kind = _type(shape)
        if kind in TITLES:
            title = kind
        elif kind in ("ftr", "sldNum"):
            feet[kind] = shape._element.nvSpPr.nvPr.find("{*}ph").get("idx", "0")
    return Place(layout.name or "unnamed", layout.part, title, feet, is_light(layout))
