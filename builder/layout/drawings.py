"""The house set of drawings: a few shapes each, in YAML, scaled into a group of placed shapes.

A drawing stands on the lower edge of its box, so that it can be put on the path or on a hill.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from builder.diagnostics import Diagnostic, did_you_mean, error
from builder.document import Document, Figure, walk
from builder.layout.placed import Box, Command, Group, Line, Outline, Stroke
from builder.source import read_text
from builder.theme import DATA, Theme

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")
_COUNT = {"M": 2, "L": 2, "C": 6, "Z": 0}
THINNEST_PT = 1.0
FORMS = {"path": 0, "ellipse": 4, "rect": 4, "round": 5, "stroke": 4}
"""The forms a shape may have, and how many numbers each takes; a path takes steps instead."""


@dataclass(frozen=True, slots=True)
class Form:
    """One shape of a drawing, in the drawing's own units; `line` is a colour role and a width."""

    kind: str
    numbers: tuple[float, ...]
    commands: tuple[Command, ...]
    fill: str
    line: Line | None


@dataclass(frozen=True, slots=True)
class Drawing:
    name: str
    width: float
    height: float
    forms: tuple[Form, ...]


@lru_cache(maxsize=1)
def drawing_names() -> tuple[str, ...]:
    """The names a Figure may use."""
    return tuple(
        sorted(
            f.name.removesuffix(".yaml") for f in (DATA / "drawings").iterdir() if f.name.endswith(".yaml")
        )
    )


@lru_cache(maxsize=64)
def drawing(name: str) -> Drawing:
    """A drawing of the house set; raises ValueError where its file breaks the form."""
    file = DATA / "drawings" / f"{name}.yaml"
    source, faults = read_text(file.read_bytes(), f"builder/data/drawings/{name}.yaml")
    if source is None or faults:
        raise ValueError(f"the drawing {name} can't be read: {faults}")
    data: Any = source.data
    width, height = _numbers(name, data["size"], 2)
    return Drawing(name, width, height, tuple(_form(name, shape) for shape in data["shapes"]))


def unknown_drawings(document: Document) -> list[Diagnostic]:
    """Figures that name a drawing the house set does not have."""
    known = drawing_names()
    return [
        error(
            section.mark,
            "reference/unknown",
            f"There is no drawing called “{block.source}”.",
            why="A picture that is missing would leave an empty place on the slide.",
            hint=did_you_mean(block.source, known),
        )
        for section in document.sections
        for block in walk(section.blocks)
        if isinstance(block, Figure) and isinstance(block.source, str) and block.source not in known
    ]


def place_drawing(name: str, x: float, y: float, w: float, h: float, theme: Theme, alt: str) -> Group:
    """The drawing as large as fits the box, centred and standing on its lower edge.

    Empty `alt` means decorative. Raises KeyError for a drawing that does not exist or a colour that
    the theme lacks.
    """
    if name not in drawing_names():
        raise KeyError(name)
    made = drawing(name)
    scale = min(w / made.width, h / made.height)
    left, top = x + (w - made.width * scale) / 2, y + h - made.height * scale
    placed = (_placed(name, form, i, left, top, scale, theme) for i, form in enumerate(made.forms, 1))
    return Group(name, tuple(placed), alt)


def _placed(
    drawing: str, form: Form, number: int, left: float, top: float, scale: float, theme: Theme
) -> Box | Stroke | Outline:
    for role in (form.fill, form.line.colour if form.line else ""):
        if role and role not in theme.colours:
            raise KeyError(f"no colour {role}")
    name = f"{drawing} {form.kind} {number}"
    line = form.line and Line(form.line.colour, max(THINNEST_PT, form.line.width_pt * scale))
    if form.kind == "path":
        return Outline(name, tuple(_moved(c, left, top, scale) for c in form.commands), form.fill, line)
    n = form.numbers
    if form.kind == "stroke":
        return Stroke(
            name,
            left + n[0] * scale,
            top + n[1] * scale,
            left + n[2] * scale,
            top + n[3] * scale,
            line or Line("ink", THINNEST_PT),
        )
    place = (left + n[0] * scale, top + n[1] * scale, n[2] * scale, n[3] * scale)
    match form.kind:
        case "ellipse":
            return Box(name, *place, "ellipse", fill=form.fill, line=line)
        case "round":
            return Box(name, *place, "round", n[4] * scale, form.fill, line)
        case _:
            return Box(name, *place, fill=form.fill, line=line)


def _moved(command: Command, left: float, top: float, scale: float) -> Command:
    numbers = command[1:]
    moved = [(left if i % 2 == 0 else top) + n * scale for i, n in enumerate(numbers)]
    return (command[0], *moved)  # type: ignore[return-value]  # as many numbers as the command had


def _form(name: str, shape: dict[str, str]) -> Form:
    kind = next(iter(shape))
    if kind not in FORMS or not shape.keys() <= {kind, "fill", "line"}:
        raise ValueError(f"{name}: {shape} is no shape of a drawing")
    line = None
    if "line" in shape:
        colour, width = shape["line"].split()
        line = Line(colour, float(width))
    if kind == "path":
        return Form(kind, (), tuple(_steps(name, shape[kind])), shape.get("fill", ""), line)
    return Form(kind, _numbers(name, shape[kind], FORMS[kind]), (), shape.get("fill", ""), line)


def _steps(name: str, text: str) -> list[Command]:
    made: list[Command] = []
    for letter, rest in _STEP.findall(text):
        count = _COUNT[letter]
        numbers = [float(n) for n in _NUMBER.findall(rest)]
        if count == 0:
            made.append(("Z",))
        elif not numbers or len(numbers) % count:
            raise ValueError(f"{name}: {letter} takes {count} numbers, not {rest!r}")
        for i in range(0, len(numbers), count or 1):
            made.append((letter, *numbers[i : i + count]))
    return made


def _numbers(name: str, text: str, count: int) -> tuple[float, ...]:
    numbers = tuple(float(n) for n in _NUMBER.findall(text))
    if len(numbers) != count:
        raise ValueError(f"{name}: {text!r} should hold {count} numbers")
    return numbers
