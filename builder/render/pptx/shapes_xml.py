"""Placed shapes as PowerPoint's own: text boxes and placeholders, lines, free shapes, pictures, groups."""

from dataclasses import replace
from typing import assert_never

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from builder.layout.bounds import bounds
from builder.layout.placed import Box, Command, Group, Line, Outline, Picture, Shape, Stroke, TextBody
from builder.render.pptx.package import Package
from builder.render.pptx.text_xml import Writer
from builder.render.pptx.xml import EMU, emu, frame, quoted, solid
from builder.theme import Theme

PLACEHOLDERS = {"title": 'type="title"', "body": 'type="body" idx="1"', "body2": 'type="body" idx="2"'}

# Screen readers pass over a shape marked so; an empty description alone is read as "shape".
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def named(number: int, name: str, alt: str = "", decorative: bool = False) -> str:
    """A shape's id, name and description, or the mark that it needs none."""
    described = f' descr="{quoted(alt)}"' if alt else ""
    start = f'<p:cNvPr id="{number}" name="{quoted(name)}"{described}'
    return f"{start}>{_DECORATIVE}</p:cNvPr>" if decorative and not alt else f"{start}/>"


class Drawing:
    """Draws the shapes of one slide, numbering them and keeping its placeholders each used once."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        part: Part,
        package: Package,
        roles: set[str],
        title: str = "title",
    ) -> None:
        """`roles` have a placeholder in the slide's layout; `title` is the type of the one for its title."""
        self.theme = theme
        self._placeholders = PLACEHOLDERS | {"title": f'type="{title}"'}
        self.words = Writer(theme, language, part)
        self.part = part
        self._package = package
        self._roles = roles
        self._last_id = 1  # the slide's own tree of shapes is number 1

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def shape(self, shape: Shape) -> str:
        match shape:
            case Box():
                return self._box(shape, shape.role)
            case Stroke():
                return self._stroke(shape)
            case Outline():
                return self._outline(shape)
            case Picture():
                return self._picture(shape)
            case Group():
                return self._group(shape)
            case _:
                assert_never(shape)

    def _box(self, box: Box, role: str) -> str:
        placeholder, locks = "", "<p:cNvSpPr/>"
        if role in self._roles:
            self._roles.remove(role)
            placeholder = f"<p:ph {self._placeholders[role]}/>"
            locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        elif box.text and not (box.fill or box.line):
            locks = '<p:cNvSpPr txBox="1"/>'
        return (
            f"<p:sp><p:nvSpPr>{named(self.next_id(), box.name, box.alt, not _speaks(box))}{locks}"
            f"<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
            f"<p:spPr>{frame(box.x, box.y, box.w, box.h)}{_geometry(box)}"
            f"{solid(self.theme, box.fill or box.behind)}{self._line(box.line)}</p:spPr>"
            f"{self.words.body(_inside(box, box.text)) if box.text else ''}</p:sp>"
        )

    def _stroke(self, stroke: Stroke) -> str:
        flips = ' flipH="1"' * (stroke.x2 < stroke.x1) + ' flipV="1"' * (stroke.y2 < stroke.y1)
        place = frame(
            min(stroke.x1, stroke.x2),
            min(stroke.y1, stroke.y2),
            abs(stroke.x2 - stroke.x1),
            abs(stroke.y2 - stroke.y1),
            flips=flips,
        )
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{named(self.next_id(), stroke.name, decorative=True)}"
            f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f'<p:spPr>{place}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f"{self._line(stroke.line)}</p:spPr></p:cxnSp>"
        )

    def _outline(self, outline: Outline) -> str:
        left, top, right, bottom = bounds(outline)
        path = _path(outline.commands, left, top)
        unfilled = "" if outline.fill else ' fill="none"'
        return (
            f"<p:sp><p:nvSpPr>{named(self.next_id(), outline.name, outline.alt, decorative=True)}"
            f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{frame(left, top, right - left, bottom - top)}<a:custGeom><a:avLst/><a:gdLst/>"
            f'<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{emu(right - left)}" h="{emu(bottom - top)}"{unfilled}>{path}</a:path>'
            f"</a:pathLst></a:custGeom>{solid(self.theme, outline.fill)}{self._line(outline.line)}"
            f"</p:spPr></p:sp>"
        )

    def _picture(self, picture: Picture) -> str:
        rid = self.part.relate_to(self._package.image(picture.image), RT.IMAGE)
        return (
            f"<p:pic><p:nvPicPr>{named(self.next_id(), picture.name, picture.alt, decorative=True)}"
            f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{frame(picture.x, picture.y, picture.w, picture.h)}"
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _group(self, group: Group) -> str:
        left, top, right, bottom = bounds(group)
        # "Drawing" says what it is where shapes are listed; a drawing's own name may be "group".
        name, silent = f"Drawing: {group.name}", not any(map(_speaks, group.shapes))
        heading = named(self.next_id(), name, group.alt, silent)
        # The children keep the slide's own coordinates, so ungrouping moves nothing.
        w, h = emu(right - left), emu(bottom - top)
        place = f'<a:off x="{emu(left)}" y="{emu(top)}"/><a:ext cx="{w}" cy="{h}"/>'
        inside = place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        # Office allows no placeholder in a group.
        shapes = "".join(
            self._box(inner, "") if isinstance(inner, Box) else self.shape(inner) for inner in group.shapes
        )
        return (
            f"<p:grpSp><p:nvGrpSpPr>{heading}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{place}{inside}</a:xfrm></p:grpSpPr>"
            f"{shapes}</p:grpSp>"
        )

    def _line(self, line: Line | None) -> str:
        if line is None:
            return "<a:ln><a:noFill/></a:ln>"
        # Round ends would grow into the gaps of a dashed line and close them.
        cap, dash = ("flat", "dash") if line.dash else ("rnd", "solid")
        return (
            f'<a:ln w="{emu(line.width_pt)}" cap="{cap}">{solid(self.theme, line.colour)}'
            f'<a:prstDash val="{dash}"/><a:round/></a:ln>'
        )


def _speaks(shape: Shape) -> bool:
    """Whether a screen reader finds words in the shape itself."""
    return isinstance(shape, Box) and shape.text is not None and any(p.text for p in shape.text.paras)


def _corner(box: Box) -> float:
    """The radius that can be drawn: at most half of the shorter side."""
    return min(box.radius_pt, box.w / 2, box.h / 2)


def _inside(box: Box, text: TextBody) -> TextBody:
    """The words with insets from the edge of what Office calls the shape's text rectangle.

    In a rounded rectangle that stands in by 0.29 of the radius, in an ellipse by 0.146 of each side;
    layout reckons from the shape's own edge.
    """
    match box.kind:
        case "rect":
            return text
        case "round":
            own = (0.29289 * _corner(box),) * 2
        case "ellipse":
            own = (0.14645 * box.w, 0.14645 * box.h)
        case _:
            assert_never(box.kind)
    left, top, right, bottom = (
        max(0.0, inset - by) for inset, by in zip(text.insets_pt, own * 2, strict=True)
    )
    return replace(text, insets_pt=(left, top, right, bottom))


def _geometry(box: Box) -> str:
    match box.kind:
        case "rect":
            return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        case "ellipse":
            return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        case "round":
            # The corner is kept as hundred-thousandths of the shorter side.
            corner = round(_corner(box) / (min(box.w, box.h) or 1) * 100_000)
            return (
                f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {corner}"/></a:avLst>'
                f"</a:prstGeom>"
            )
        case _:
            assert_never(box.kind)


def _path(commands: tuple[Command, ...], left: float, top: float) -> str:
    """The commands as Office writes them. Drawings are most of a deck's XML: this is written for speed."""
    # No point lies left of `left` or above `top`, so cutting off after adding a half rounds.
    half_x, half_y = 0.5 - left * EMU, 0.5 - top * EMU
    made = []
    for command in commands:
        match command:
            case ("C", x1, y1, x2, y2, x, y):
                made.append(
                    f'<a:cubicBezTo><a:pt x="{int(x1 * EMU + half_x)}" y="{int(y1 * EMU + half_y)}"/>'
                    f'<a:pt x="{int(x2 * EMU + half_x)}" y="{int(y2 * EMU + half_y)}"/>'
                    f'<a:pt x="{int(x * EMU + half_x)}" y="{int(y * EMU + half_y)}"/></a:cubicBezTo>'
                )
            case ("Z",):
                made.append("<a:close/>")
            case ("M", x, y):
                made.append(
                    f'<a:moveTo><a:pt x="{int(x * EMU + half_x)}" y="{int(y * EMU + half_y)}"/></a:moveTo>'
                )
            case ("L", x, y):
                made.append(
                    f'<a:lnTo><a:pt x="{int(x * EMU + half_x)}" y="{int(y * EMU + half_y)}"/></a:lnTo>'
                )
    return "".join(made)
