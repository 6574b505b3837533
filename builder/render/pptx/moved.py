"""Placed shapes made smaller or larger and set elsewhere, words and all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from builder.layout.placed import Box, Command, Group, Line, Outline, Para, Picture, Shape, Stroke, TextBody


@dataclass(frozen=True, slots=True)
class Move:
    """Every length times `scale`, then `dx` to the right and `dy` down (points)."""

    scale: float
    dx: float
    dy: float

    def x(self, x: float) -> float:
        return self.scale * x + self.dx

    def y(self, y: float) -> float:
        return self.scale * y + self.dy

    def shapes(self, shapes: Iterable[Shape]) -> tuple[Shape, ...]:
        return tuple(self.shape(shape) for shape in shapes)

    def shape(self, shape: Shape) -> Shape:
        match shape:
            case Group():
                inner = tuple(self._single(one) for one in shape.shapes)
                return replace(shape, shapes=inner)
            case Picture():
                x, y, w, h = self._frame(shape)
                return replace(shape, x=x, y=y, w=w, h=h)
            case _:
                return self._single(shape)

    def _single(self, shape: Box | Stroke | Outline) -> Box | Stroke | Outline:
        match shape:
            case Box():
                x, y, w, h = self._frame(shape)
                radius, line, text = (
                    self.scale * shape.radius_pt,
                    self._line(shape.line),
                    self._text(shape.text),
                )
                return replace(shape, x=x, y=y, w=w, h=h, radius_pt=radius, line=line, text=text)
            case Stroke():
                line = replace(shape.line, width_pt=self.scale * shape.line.width_pt)
                ends = (self.x(shape.x1), self.y(shape.y1), self.x(shape.x2), self.y(shape.y2))
                return Stroke(shape.name, *ends, line)
            case Outline():
                commands = tuple(self._command(command) for command in shape.commands)
                return replace(shape, commands=commands, line=self._line(shape.line))
            case _:
                assert_never(shape)

    def _frame(self, shape: Box | Picture) -> tuple[float, float, float, float]:
        return self.x(shape.x), self.y(shape.y), self.scale * shape.w, self.scale * shape.h

    def _line(self, line: Line | None) -> Line | None:
        return replace(line, width_pt=self.scale * line.width_pt) if line else None

    def _text(self, text: TextBody | None) -> TextBody | None:
        if text is None:
            return None
        left, top, right, bottom = (self.scale * inset for inset in text.insets_pt)
        paras = tuple(self._para(para) for para in text.paras)
        return replace(text, paras=paras, insets_pt=(left, top, right, bottom))

    def _para(self, para: Para) -> Para:
        size = self.scale * para.size_pt
        return replace(para, size_pt=size, space_after_pt=self.scale * para.space_after_pt)

    def _command(self, command: Command) -> Command:
        numbers = [float(value) for value in command[1:]]
        moved = [self.y(value) if number % 2 else self.x(value) for number, value in enumerate(numbers)]
        return (command[0], *moved)  # type: ignore[return-value]  # as long as it was
