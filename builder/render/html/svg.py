"""Placed shapes as inline SVG in the theme's colours; without an alt text, hidden from those who listen."""

from collections.abc import Iterable
from typing import assert_never

from builder.layout.drawings import drawing, drawing_names, place_drawing
from builder.layout.placed import Box, Group, Line, Outline, Picture, Shape, Stroke
from builder.render.html.markup import NOTHING, Html, element, joined
from builder.theme import Theme

DARK = frozenset({"ink", "night", "deep", "leaf", "plum", "coral", "bark", "umber"})
OUTLINE = Line("ink", 1.2)
SMALL = 9.0
"""The size in units of a drawing under which a dark shape, such as an eye, is filled even to save ink."""


def house_drawing(name: str, theme: Theme, alt: str = "", class_: str = "drawing") -> Html:
    """A drawing of the house set; nothing where there is none of this name."""
    if name not in drawing_names():
        return NOTHING
    made = drawing(name)
    group = place_drawing(name, 0, 0, made.width, made.height, theme, alt)
    return picture((group,), (0, 0, made.width, made.height), theme, alt, class_)


def picture(
    shapes: Iterable[Shape],
    area: tuple[float, float, float, float],
    theme: Theme,
    alt: str = "",
    class_: str = "",
    stretch: bool = False,
) -> Html:
    """Shapes within `area`: x, y, width and height; `stretch` fills any place without keeping the ratio."""
    drawn = joined(_shape(shape, theme) for shape in shapes)
    return element(
        "svg",
        drawn,
        class_=class_,
        viewBox=" ".join(number(n) for n in area),
        preserveAspectRatio="none" if stretch else "",
        role="img" if alt else "",
        aria_label=alt,
        aria_hidden="" if alt else "true",
        focusable="false",
    )


def number(value: float) -> str:
    """At most two decimals, without a trail of noughts."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _shape(shape: Shape, theme: Theme) -> Html:
    match shape:
        case Box(kind="ellipse"):
            return element(
                "ellipse",
                cx=number(shape.x + shape.w / 2),
                cy=number(shape.y + shape.h / 2),
                rx=number(shape.w / 2),
                ry=number(shape.h / 2),
                **_paint(shape.fill, shape.line, theme, max(shape.w, shape.h)),
            )
        case Box():
            radius = min(shape.radius_pt, shape.w / 2, shape.h / 2) if shape.kind == "round" else 0.0
            return element(
                "rect",
                x=number(shape.x),
                y=number(shape.y),
                width=number(shape.w),
                height=number(shape.h),
                rx=number(radius) if radius else "",
                **_paint(shape.fill, shape.line, theme, max(shape.w, shape.h)),
            )
        case Stroke():
            return element(
                "line",
                x1=number(shape.x1),
                y1=number(shape.y1),
                x2=number(shape.x2),
                y2=number(shape.y2),
                **_paint("", shape.line, theme),
            )
        case Outline():
            steps = " ".join(" ".join((c[0], *(number(float(n)) for n in c[1:]))) for c in shape.commands)
            return element("path", d=steps, **_paint(shape.fill, shape.line, theme, _reach(shape)))
        case Group():
            return joined(_shape(inner, theme) for inner in shape.shapes)
        case Picture():
            # Only layout places pictures, and pages show an author's picture as an image of its own.
            return NOTHING
        case _:
            assert_never(shape)


def _reach(outline: Outline) -> float:
    numbers = [[float(n) for n in command[1:]] for command in outline.commands]
    xs, ys = [n for row in numbers for n in row[::2]], [n for row in numbers for n in row[1::2]]
    return max(max(xs) - min(xs), max(ys) - min(ys)) if xs else 0.0


def _paint(fill: str, line: Line | None, theme: Theme, size: float = 0.0) -> dict[str, str]:
    if theme.low_ink and fill:
        # White, so that a shape hides what it hid before, with an edge to be seen by.
        fill, line = ("ink", line) if fill in DARK and size < SMALL else ("white", line or OUTLINE)
    made = {"fill": f"#{theme.colours[fill]}" if fill else "none"}
    if line:
        colour = "ink" if theme.low_ink else line.colour
        made |= {"stroke": f"#{theme.colours[colour]}", "stroke-width": number(line.width_pt)}
        # Round ends would close the gaps of a dashed line.
        made |= (
            {"stroke-dasharray": f"{number(4 * line.width_pt)} {number(3 * line.width_pt)}"}
            if line.dash
            else {"stroke-linecap": "round", "stroke-linejoin": "round"}
        )
    return made
