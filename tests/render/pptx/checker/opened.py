"""A finished deck opened for checking: slides with their shapes in the order in which they are read."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree
from pptx import Presentation

from tests.render.pptx.checker.scheme import scheme

EMU = 12700
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWN = ("sp", "pic", "grpSp", "graphicFrame", "cxnSp")
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
FEET = ("ftr", "sldNum", "dt")
TITLES = ("title", "ctrTitle")
FOOT = 0.92
"""Where the foot of a slide begins, as a share of its height."""


class Frame(NamedTuple):
    """Edges in points from the slide's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Move(NamedTuple):
    """From the coordinates inside a group to those of the slide."""

    sx: float = 1.0
    sy: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def frame(self, x: float, y: float, w: float, h: float) -> Frame:
        left, top = self.sx * x + self.dx, self.sy * y + self.dy
        return Frame(left, top, left + self.sx * w, top + self.sy * h)


def words_of(element: etree._Element) -> str:
    """All the words in it, with single spaces."""
    return " ".join("".join(text.text or "" for text in element.iter(DRAWING + "t")).split())


@dataclass(frozen=True, slots=True)
class Shape:
    """`bones` are the placeholders of layout and master that it takes after; `inside` is in a group."""

    element: etree._Element
    frame: Frame
    bones: tuple[etree._Element, ...] = ()
    inside: bool = False

    @property
    def kind(self) -> str:
        return etree.QName(self.element).localname

    @property
    def about(self) -> etree._Element:
        """Its name, description and flags."""
        return next(self.element.iter("{*}cNvPr"))

    @property
    def name(self) -> str:
        return self.about.get("name", "")

    @property
    def alt(self) -> str:
        return self.about.get("descr", "")

    @property
    def decorative(self) -> bool:
        flags = self.about.findall(f"{{*}}extLst/{{*}}ext[@uri='{DECORATIVE}']/{{*}}decorative")
        return any(flag.get("val") in ("1", "true") for flag in flags)

    @property
    def place(self) -> str:
        """What kind of placeholder it is, "" for none."""
        found = self.element.find("{*}nvSpPr/{*}nvPr/{*}ph")
        return "" if found is None else found.get("type", "obj")

    @property
    def text(self) -> str:
        body = self.element.find("{*}txBody")
        return "" if body is None else words_of(body)


@dataclass(frozen=True, slots=True)
class Slide:
    number: int
    root: etree._Element
    layout: etree._Element
    master: etree._Element
    notes: etree._Element | None
    colours: Mapping[str, str]
    links: Mapping[str, str]
    shapes: tuple[Shape, ...]
    height: float

    def foot(self, shape: Shape) -> bool:
        return shape.place in FEET or shape.frame.top >= FOOT * self.height


@dataclass(frozen=True, slots=True)
class Deck:
    root: etree._Element
    slides: tuple[Slide, ...]
    title: str
    language: str
    bones: tuple[tuple[str, etree._Element], ...]
    """Masters and layouts by what they are called in a finding."""


def opened(data: bytes) -> Deck:
    made: Any = Presentation(io.BytesIO(data))
    core = made.core_properties
    bones = [("presentation", made.part._element)]
    for master in made.slide_masters:
        bones.append(("master", master._element))
        bones += [(f"layout “{layout.name}”", layout._element) for layout in master.slide_layouts]
    if made.part._element.find("{*}notesMasterIdLst") is not None:
        bones.append(("notes master", made.notes_master._element))
    height = (made.slide_height or 0) / EMU
    slides = tuple(_slide(number, slide, height) for number, slide in enumerate(made.slides, 1))
    return Deck(made.part._element, slides, core.title, core.language, tuple(bones))


def _slide(number: int, slide: Any, height: float) -> Slide:
    layout, master = slide.slide_layout, slide.slide_layout.slide_master
    roots = (slide._element, layout._element, master._element)
    return Slide(
        number,
        *roots,
        slide.notes_slide._element if slide.has_notes_slide else None,
        scheme(*roots, master.part),
        {rel.rId: rel.target_ref for rel in slide.part.rels.values() if rel.is_external},
        tuple(_shapes(roots[0].find("{*}cSld/{*}spTree"), roots[1:])),
        height,
    )


def _shapes(
    tree: etree._Element,
    roots: tuple[etree._Element, ...],
    move: Move = Move(),  # noqa: B008  # a tuple, which nobody can change
    inside: bool = False,
) -> Iterator[Shape]:
    for element in tree:
        if etree.QName(element).localname not in DRAWN:
            continue
        bones = tuple(_bones(element, roots))
        yield Shape(element, _frame((element, *bones), move), bones, inside)
        if element.tag.endswith("}grpSp"):
            yield from _shapes(element, roots, _into(element, move), True)


def _frame(chain: tuple[etree._Element, ...], move: Move) -> Frame:
    for element in chain:
        found = next((e for e in element.iter("{*}xfrm")), None)
        if found is not None and found.find("{*}off") is not None:
            return move.frame(*_numbers(found, "off", "x", "y"), *_numbers(found, "ext", "cx", "cy"))
    return Frame(0, 0, 0, 0)


def _numbers(transform: etree._Element, tag: str, *names: str) -> tuple[float, float]:
    found = transform.find(f"{{*}}{tag}")
    first, second = (int(found.get(name, "0")) / EMU if found is not None else 0.0 for name in names)
    return first, second


def _into(group: etree._Element, move: Move) -> Move:
    transform = group.find("{*}grpSpPr/{*}xfrm")
    if transform is None:
        return move
    (x, y), (w, h) = _numbers(transform, "off", "x", "y"), _numbers(transform, "ext", "cx", "cy")
    (cx, cy), (cw, ch) = _numbers(transform, "chOff", "x", "y"), _numbers(transform, "chExt", "cx", "cy")
    sx, sy = (w / cw if cw else 1.0), (h / ch if ch else 1.0)
    dx, dy = x - sx * cx, y - sy * cy
    return Move(move.sx * sx, move.sy * sy, move.sx * dx + move.dx, move.sy * dy + move.dy)


def _bones(element: etree._Element, roots: tuple[etree._Element, ...]) -> Iterator[etree._Element]:
    """The placeholder of the layout with its index, and the master's of its type."""
    own = element.find("{*}nvSpPr/{*}nvPr/{*}ph")
    if own is None:
        return
    kind, index = own.get("type", "obj"), own.get("idx", "0")
    layout, master = (root.findall("{*}cSld/{*}spTree/{*}sp") for root in roots)
    for shapes, by_index in ((layout, kind not in (*TITLES, *FEET)), (master, False)):
        for shape in shapes:
            place = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
            if place is None:
                continue
            same = place.get("idx", "0") == index if by_index else _alike(place.get("type", "obj"), kind)
            if same:
                yield shape
                break


def _alike(one: str, other: str) -> bool:
    return _family(one) == _family(other)


def _family(kind: str) -> str:
    return "title" if kind in TITLES else kind if kind in FEET else "body"
